/// What a character is, as far as its neighbours mind.
struct SignKind: Sendable {
    /// The sorts of characters.
    enum Sort: Sendable {
        /// A space, or the edge of a line.
        case space
        case small, capital
        /// A letter of a script without case, or a mark that belongs to its script.
        case letter
        case digit
        /// ASCII that is none of these.
        case punctuation
        /// What stands before a word, and behind one.
        case opening, closing
        case dash
        /// What stands behind a number or a word: `²`, `™`.
        case postfix
        case symbol
        /// What boxes are drawn with.
        case box
        case emoji
        /// What joins or changes emoji.
        case joiner
        /// An accent that stands on the character before it.
        case mark
        case control
        /// The sign for what could not be read.
        case unknown
    }

    /// What the character is.
    let sort: Sort
    /// The script of a letter.
    let script: Script
    /// How rare the character is; 0 for ASCII, 12 for what no text has.
    let rarity: Double

    /// The scripts, as far as they do not mix within a word.
    enum Script: Sendable {
        case none, latin, greek, cyrillic, hebrew, arabic, east, hangul, other(Int)
    }

    /// Whether the character is a letter.
    var isLetter: Bool {
        switch sort {
        case .small, .capital, .letter: true
        default: false
        }
    }

    init(_ sort: Sort, _ rarity: Double, _ script: Script = .none) {
        self.sort = sort
        self.rarity = rarity
        self.script = script
    }

    /// What the characters of the scripts with case are, which are asked for all the time.
    private static let known: [SignKind] = (0..<0x600).map { value in
        SignKind(looking: Unicode.Scalar(value) ?? " ")
    }

    /// What a character is.
    init(of scalar: Unicode.Scalar) {
        self = scalar.value < 0x600 ? Self.known[Int(scalar.value)] : SignKind(looking: scalar)
    }

    private init(looking scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20, 0x09, 0x0A, 0x0D: self.init(.space, 0)
        case 0x61...0x7A: self.init(.small, 0, .latin)
        case 0x41...0x5A: self.init(.capital, 0, .latin)
        case 0x30...0x39: self.init(.digit, 0)
        case 0..<0x20, 0x7F: self.init(.control, 3)
        case 0x21..<0x7F: self.init(.punctuation, 0)
        case 0x80..<0xA0: self.init(.control, 8)
        case 0xA0..<0xC0: self = Self.latinSign(scalar)
        case 0xC0...0x24F, 0x1E00...0x1EFF: self = Self.latin(scalar)
        case 0x250...0x2AF: self.init(.small, 4.5, .latin)
        case 0x2C6...0x2DD: self.init(.symbol, 2)
        case 0x2B0...0x2FF: self.init(.symbol, 4.5)
        case 0x300...0x30C, 0x327, 0x328, 0x332, 0x336: self.init(.mark, 1.2)
        case 0x300...0x36F: self.init(.mark, 3)
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = Self.greek(scalar)
        case 0x400...0x52F: self = Self.cyrillic(scalar)
        case 0x2000...0x2BFF: self = Self.sign(scalar)
        case 0xE000...0xF8FF: self.init(.symbol, 5)
        case 0xFFFD: self.init(.unknown, 3)
        default: self = Self.beyond(scalar)
        }
    }

    /// The signs of Latin-1.
    private static func latinSign(_ scalar: Unicode.Scalar) -> SignKind {
        switch scalar {
        case "\u{A0}": SignKind(.space, 0.7)
        case "¡", "¿": SignKind(.opening, 1.5)
        case "«": SignKind(.opening, 1)
        case "»": SignKind(.closing, 1)
        case "©", "®": SignKind(.postfix, 1)
        case "°", "²", "³": SignKind(.postfix, 1)
        case "ª", "º", "¹": SignKind(.postfix, 1.7)
        case "·", "×", "µ": SignKind(.symbol, 1)
        case "£", "±", "§": SignKind(.symbol, 1.5)
        case "\u{AD}": SignKind(.symbol, 1)
        case "¢", "¥", "¶", "÷", "¼", "½", "¾": SignKind(.symbol, 2)
        default: SignKind(.symbol, 2.7)
        }
    }

    private static func latin(_ scalar: Unicode.Scalar) -> SignKind {
        let isCapital = scalar.properties.isUppercase
        let sort: Sort = isCapital ? .capital : .small
        let rarity: Double =
            switch scalar {
            case "é", "è", "à", "ç", "ü", "ö", "ä", "ß", "ñ", "á", "í", "ó", "ú", "ã", "ê", "ı",
                "ğ", "ş":
                0.5
            case "Ã": 2.5
            case "ƒ": 2
            case "Â", "ð", "þ", "Ð", "Þ", "ÿ", "Ÿ": 1.7
            case "×", "÷": 2
            default:
                switch scalar.value {
                case 0xC0...0xFF: 0.8
                case 0x100...0x17F: Self.rareLatin.contains(scalar) ? 2.5 : 1
                case 0x1EA0...0x1EF9: 0.8
                case 0x1E00...0x1EFF: 2
                default: Self.knownExtended.contains(scalar) ? 1 : 4.5
                }
            }
        if scalar == "×" || scalar == "÷" { return SignKind(.symbol, rarity) }
        return SignKind(sort, rarity, .latin)
    }

    private static let rareLatin: Set<Unicode.Scalar> = [
        "ĸ", "ŉ", "ſ", "Ŀ", "ŀ", "Ĳ", "ĳ", "Ŧ", "ŧ", "Ŋ", "ŋ", "Ĵ", "ĵ", "Ĉ", "ĉ", "Ġ", "ġ", "Ĥ",
        "ĥ", "Ħ", "ħ", "Ŭ", "ŭ", "Ĩ", "ĩ", "Ũ", "ũ", "Ĭ", "ĭ", "Ŏ", "ŏ", "Ĕ", "ĕ", "Ŵ", "ŵ", "Ŷ",
        "ŷ",
        "Ŗ", "ŗ", "Ŕ", "ŕ", "Ĺ", "ĺ",
    ]

    private static let knownExtended: Set<Unicode.Scalar> = [
        "ơ", "ư", "Ơ", "Ư", "ș", "ț", "Ș", "Ț", "ǎ", "ǐ", "ǒ", "ǔ", "Ǆ", "ǅ", "ǆ", "Ǉ", "ǈ", "ǉ",
        "Ǌ",
        "ǋ", "ǌ",
    ]

    private static func greek(_ scalar: Unicode.Scalar) -> SignKind {
        let isCapital = scalar.properties.isUppercase
        guard scalar.properties.isAlphabetic else { return SignKind(.symbol, 4) }
        let rarity: Double =
            switch scalar.value {
            case 0x386...0x3CE: 0.8
            case 0x1F00...0x1FFF: 1.5
            default: 4
            }
        return SignKind(isCapital ? .capital : .small, rarity, .greek)
    }

    private static func cyrillic(_ scalar: Unicode.Scalar) -> SignKind {
        guard scalar.properties.isAlphabetic else { return SignKind(.symbol, 5) }
        let rarity: Double =
            switch scalar.value {
            case 0x410...0x44F, 0x401, 0x451: 0.4
            case 0x400...0x45F, 0x490, 0x491: 1.2
            case 0x49A, 0x49B, 0x4A2, 0x4A3, 0x492, 0x493, 0x4D8, 0x4D9, 0x4E8, 0x4E9,
                0x4AE...0x4B1:
                2
            default: 5
            }
        return SignKind(scalar.properties.isUppercase ? .capital : .small, rarity, .cyrillic)
    }

    /// Punctuation and symbols.
    private static func sign(_ scalar: Unicode.Scalar) -> SignKind {
        switch scalar {
        case "“", "„", "‘": return SignKind(.opening, 0.6)
        case "”", "’", "…": return SignKind(.closing, 0.6)
        case "–", "—", "−", "‐", "‑", "‒": return SignKind(.dash, 0.6)
        case "™": return SignKind(.postfix, 1)
        case "•", "€", "→", "√": return SignKind(.symbol, 1.2)
        case "‹", "‚": return SignKind(.opening, 2.2)
        case "›": return SignKind(.closing, 2.2)
        case "‰", "†", "‡": return SignKind(.postfix, 2.5)
        case "\u{200D}": return SignKind(.joiner, 1.5)
        default: break
        }
        switch scalar.value {
        case 0x2000...0x200A, 0x202F, 0x205F: return SignKind(.space, 1.5)
        case 0x200B...0x200F: return SignKind(.symbol, 2)
        case 0x2500...0x257F: return SignKind(.box, 2.5)
        case 0x2800: return SignKind(.symbol, 0.5)
        case 0x2600...0x27BF, 0x231A...0x231B, 0x23E9...0x23FF, 0x2B05...0x2B55:
            return SignKind(.emoji, scalar.isAssigned ? 1.2 : 12)
        case 0x2190...0x22FF: return SignKind(.symbol, 1.6)
        case 0x25A0...0x25FF: return SignKind(.symbol, 1.6)
        default: return SignKind(.symbol, scalar.isAssigned ? 2.5 : 12)
        }
    }

    /// The scripts without case, emoji, and what is rare.
    private static func beyond(_ scalar: Unicode.Scalar) -> SignKind {
        guard scalar.isAssigned else { return SignKind(.symbol, 12) }
        switch scalar.value {
        case 0x590...0x5FF:
            return SignKind(.letter, scalar.properties.isAlphabetic ? 0.7 : 3.5, .hebrew)
        case 0x600...0x6FF:
            return SignKind(.letter, (0x61F...0x6FF).contains(scalar.value) ? 0.7 : 2, .arabic)
        case 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return SignKind(.letter, 3, .arabic)
        case 0x900...0xDFF: return SignKind(.letter, 1, .other(Int(scalar.value) >> 7))
        case 0xE00...0xE7F: return SignKind(.letter, 0.8, .other(0xE))
        case 0x10A0...0x10FF: return SignKind(.letter, 1.5, .other(0x10))
        case 0xAC00...0xD7A3: return SignKind(.letter, 0.8, .hangul)
        case 0x3001...0x303F: return SignKind(.closing, 0.8, .east)
        case 0x3041...0x30FF: return SignKind(.letter, 0.8, .east)
        case 0x3100...0x4DBF, 0xF900...0xFAFF: return SignKind(.letter, 3, .east)
        case 0x4E00...0x9FFF: return SignKind(.letter, 1, .east)
        case 0xFF01...0xFFEF: return SignKind(.closing, 0.9, .east)
        case 0xFB00...0xFB06: return SignKind(.small, 1.2, .latin)
        case 0xFE0F: return SignKind(.joiner, 0.5)
        case 0x1F300...0x1FAFF, 0x1F1E6...0x1F1FF:
            return SignKind(.emoji, scalar.properties.isEmoji ? 1 : 2.5)
        case 0x1F000...0x1F2FF: return SignKind(.emoji, 2.5)
        case 0x1D400...0x1D7FF: return SignKind(.letter, 2, .other(0x1D4))
        default:
            return SignKind(
                scalar.properties.isAlphabetic ? .letter : .symbol, 3.5,
                .other(Int(scalar.value) >> 8))
        }
    }
}

extension SignKind.Script: Equatable {}

extension Unicode.Scalar {
    fileprivate var isAssigned: Bool { properties.generalCategory != .unassigned }
}
