/// What LaTeX's commands stand for.
enum LaTeXSigns {
    /// An accent: the sign that joins the letter before it, and the letters that have one with it.
    struct Accent {
        /// The combining mark.
        let mark: Unicode.Scalar
        /// What is shown where there is no letter.
        let alone: String
        /// Letters to the single character that is the letter with the accent.
        let composed: [Unicode.Scalar: Unicode.Scalar]

        /// Takes the letters and their characters by turns.
        init(_ mark: Unicode.Scalar, _ alone: String, _ pairs: String) {
            self.mark = mark
            self.alone = alone
            let scalars = Array(pairs.unicodeScalars)
            var composed: [Unicode.Scalar: Unicode.Scalar] = [:]
            for index in stride(from: 0, to: scalars.count - 1, by: 2) {
                composed[scalars[index]] = scalars[index + 1]
            }
            self.composed = composed
        }
    }

    /// The accents by the sign or the letter of their commands, with Unicode's compositions.
    static let accents: [Unicode.Scalar: Accent] = [
        "`": Accent("\u{0300}", "`", "aàeèiìnǹoòuùwẁyỳAÀEÈIÌNǸOÒUÙWẀYỲ"),
        "'": Accent(
            "\u{0301}", "´",
            "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźAÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹæǽÆǼøǿØǾ"),
        "^": Accent("\u{0302}", "^", "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑAÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐ"),
        "~": Accent("\u{0303}", "~", "aãeẽiĩnñoõuũvṽyỹAÃEẼIĨNÑOÕUŨVṼYỸ"),
        "\"": Accent("\u{0308}", "¨", "aäeëhḧiïoötẗuüwẅxẍyÿAÄEËHḦIÏOÖUÜWẄXẌYŸ"),
        "=": Accent("\u{0304}", "¯", "aāeēgḡiīoōuūyȳAĀEĒGḠIĪOŌUŪYȲæǣÆǢ"),
        ".": Accent(
            "\u{0307}", "˙",
            "aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżAȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻ"),
        "u": Accent("\u{0306}", "˘", "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ"),
        "v": Accent(
            "\u{030C}", "ˇ",
            "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžAǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽ"),
        "H": Accent("\u{030B}", "˝", "oőuűOŐUŰ"),
        "c": Accent("\u{0327}", "¸", "cçdḑeȩgģhḩkķlļnņrŗsştţCÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢ"),
        "k": Accent("\u{0328}", "˛", "aąeęiįoǫuųAĄEĘIĮOǪUŲ"),
        "r": Accent("\u{030A}", "˚", "aåuůwẘyẙAÅUŮ"),
        "d": Accent(
            "\u{0323}", "",
            "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓAẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒ"),
        "b": Accent("\u{0331}", "", "bḇdḏhẖkḵlḻnṉrṟtṯzẕBḆDḎKḴLḺNṈRṞTṮZẔ"),
    ]

    /// The commands of one sign that is no letter.
    static let escapes: [Unicode.Scalar: String] = [
        "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
        ",": " ", ";": " ", ":": " ", "!": "", "-": "", "/": "", "@": "", "\\": " ", "*": "",
    ]

    /// The letters that ASCII has not.
    static let letters: [String: String] = [
        "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
        "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
        "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    ]

    /// The signs that have a name.
    static let symbols: [String: String] = [
        "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
        "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": "\"",
        "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
        "guilsinglleft": "‹", "guilsinglright": "›", "lq": "‘", "rq": "’", "textendash": "–",
        "textemdash": "—", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
        "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
        "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textdegree": "°",
        "degree": "°", "textregistered": "®", "texttrademark": "™", "textcopyright": "©",
        "copyright": "©", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
        "textsection": "§", "S": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "dagger": "†",
        "textdagger": "†", "ddag": "‡", "ddagger": "‡", "textdaggerdbl": "‡", "dots": "…",
        "ldots": "…", "textellipsis": "…", "textbullet": "•", "textperiodcentered": "·",
        "textasteriskcentered": "*", "textmu": "µ", "textonehalf": "½", "textexclamdown": "¡",
        "textquestiondown": "¿", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
        "space": " ", "quad": " ", "qquad": " ", "newline": " ", "linebreak": " ", "newblock": " ",
        "nobreakspace": " ", "textvisiblespace": "␣", "ast": "*", "bullet": "•", "cdot": "·",
        "times": "×", "pm": "±", "sim": "~", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈",
        "to": "→", "rightarrow": "→", "leftarrow": "←", "infty": "∞", "circ": "°", "prime": "′",
        "ell": "ℓ", "star": "⋆", "mathsection": "§", "mathparagraph": "¶", "Vert": "‖",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
        "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
        "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
        "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
        "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
        "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    ]

    /// The commands that only say how their text looks.
    static let looks: Set = [
        "emph", "textit", "textbf", "texttt", "textsc", "textrm", "textsf", "textsl", "textup",
        "textmd", "textnormal", "text", "mbox", "hbox", "fbox", "underline", "uline", "url", "path",
        "nolinkurl", "textsuperscript", "textsubscript", "mathrm", "mathbf", "mathit", "mathsf",
        "mathtt", "mathcal", "mathbb", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase",
        "acl", "ac", "relax", "protect", "noopsort", "textcolor", "cite", "citep", "citet",
    ]

    /// The commands that change how all that follows looks.
    static let switches: Set = [
        "em", "it", "bf", "tt", "sc", "rm", "sf", "sl", "itshape", "bfseries", "ttfamily",
        "scshape",
        "rmfamily", "sffamily", "upshape", "normalfont", "normalsize", "small", "footnotesize",
        "tiny", "large", "Large", "selectfont", "noindent", "par", "sloppy",
    ]

    /// Returns the sign that a piece of mathematics is, raised or not; nil where it is more.
    static func mathematics(_ content: String) -> String? {
        var text = content.trimmed
        if text.hasPrefix("^") { text = String(text.dropFirst()).trimmed }
        while text.hasPrefix("{"), text.hasSuffix("}") {
            text = String(text.dropFirst().dropLast()).trimmed
        }
        if text.hasPrefix("\\") { return symbols[String(text.dropFirst())] }
        return text.unicodeScalars.count == 1 && "*†‡§¶".contains(text) ? text : nil
    }
}
