/// Writes letters of the Latin, Greek and Cyrillic scripts with plain Latin ones.
public enum Transliteration {
    /// Returns the text with every letter that has a plain Latin spelling written so.
    ///
    /// Accents that stand as characters of their own go; letters of other scripts stay.
    public static func latin(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let plain = table[scalar] {
                result += plain
            } else if (0x300...0x36F).contains(scalar.value) {
                continue
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (plain, letters) in spellings {
            for letter in letters.unicodeScalars { table[letter] = plain }
        }
        return table
    }()

    /// Plain spelling, and the letters that have it.
    private static let spellings: [(String, String)] = [
        ("", "ЪЬъь"),
        ("A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦΆΑАḀẠẢẤẦẨẪẬẮẰẲẴẶ"),
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧάαаḁạảấầẩẫậắằẳẵặ"),
        ("AE", "Æ"),
        ("ae", "æ"),
        ("B", "ΒБḂḄḆ"),
        ("b", "βбḃḅḇ"),
        ("C", "ÇĆĈĊČЋḈ"),
        ("c", "çćĉċčћḉ"),
        ("Ch", "ΧЧ"),
        ("ch", "χч"),
        ("D", "ÐĎĐΔДḊḌḎḐḒ"),
        ("d", "ðďđδдḋḍḏḑḓ"),
        ("Dj", "Ђ"),
        ("dj", "ђ"),
        ("DZ", "ǄǱ"),
        ("Dz", "ǅǲЅЏ"),
        ("dz", "ǆǳѕџ"),
        ("E", "ÈÉÊËĒĔĖĘĚƏȄȆȨΈΕЕЭḔḖḘḚḜẸẺẼẾỀỂỄỆ"),
        ("e", "èéêëēĕėęěȅȇȩəɛέεеэḕḗḙḛḝẹẻẽếềểễệ"),
        ("F", "ΦФḞ"),
        ("f", "ƒφфḟ"),
        ("G", "ĜĞĠĢǦǴΓЃГҐḠ"),
        ("g", "ĝğġģǧǵγгѓґḡ"),
        ("H", "ĤĦȞḢḤḦḨḪ"),
        ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("I", "ÌÍÎÏĨĪĬĮİǏȈȊΉΊΗΙΪІИḬḮỈỊ"),
        ("i", "ìíîïĩīĭįıǐȉȋΐήίηιϊиіḭḯỉị"),
        ("IJ", "Ĳ"),
        ("ij", "ĳ"),
        ("J", "ĴЈ"),
        ("j", "ĵǰј"),
        ("K", "ĶǨΚЌКḰḲḴ"),
        ("k", "ķĸǩκкќḱḳḵ"),
        ("Kh", "Х"),
        ("kh", "х"),
        ("L", "ĹĻĽŁΛЛḶḸḺḼ"),
        ("l", "ĺļľłλлḷḹḻḽ"),
        ("LJ", "Ǉ"),
        ("Lj", "ǈЉ"),
        ("lj", "ǉљ"),
        ("M", "ΜМḾṀṂ"),
        ("m", "μмḿṁṃ"),
        ("N", "ÑŃŅŇǸΝНṄṆṈṊ"),
        ("n", "ñńņňǹνнṅṇṉṋ"),
        ("Ng", "Ŋ"),
        ("ng", "ŋ"),
        ("NJ", "Ǌ"),
        ("Nj", "ǋЊ"),
        ("nj", "ǌњ"),
        ("O", "ÒÓÔÕÖØŌŎŐƠǑǪǬȌȎȪȬȮȰΌΏΟΩОṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"),
        ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱɔοωόώоṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("OE", "Œ"),
        ("oe", "œ"),
        ("P", "ΠПṔṖ"),
        ("p", "πпṕṗ"),
        ("Ps", "Ψ"),
        ("ps", "ψ"),
        ("R", "ŔŖŘȐȒΡРṘṚṜṞ"),
        ("r", "ŕŗřȑȓρрṙṛṝṟ"),
        ("S", "ŚŜŞŠȘΣСṠṢṤṦṨ"),
        ("s", "śŝşšſșςσсṡṣṥṧṩẛ"),
        ("Sh", "Ш"),
        ("sh", "ш"),
        ("Shch", "Щ"),
        ("shch", "щ"),
        ("SS", "ẞ"),
        ("ss", "ß"),
        ("T", "ŢŤŦȚΤТṪṬṮṰ"),
        ("t", "ţťŧțτтṫṭṯṱẗ"),
        ("Th", "ÞΘ"),
        ("th", "þθ"),
        ("Ts", "Ц"),
        ("ts", "ц"),
        ("U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖЎУṲṴṶṸṺỤỦỨỪỬỮỰ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗуўṳṵṷṹṻụủứừửữự"),
        ("V", "ВṼṾ"),
        ("v", "вṽṿ"),
        ("W", "ŴẀẂẄẆẈ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("X", "ΞẊẌ"),
        ("x", "ξẋẍ"),
        ("Y", "ÝŶŸȲΎΥΫЙЫẎỲỴỶỸ"),
        ("y", "ýÿŷȳΰυϋύйыẏẙỳỵỷỹ"),
        ("Ya", "Я"),
        ("ya", "я"),
        ("Ye", "Є"),
        ("ye", "є"),
        ("Yi", "Ї"),
        ("yi", "ї"),
        ("Yo", "Ё"),
        ("yo", "ё"),
        ("Yu", "Ю"),
        ("yu", "ю"),
        ("Z", "ŹŻŽΖЗẐẒẔ"),
        ("z", "źżžζзẑẓẕ"),
        ("Zh", "Ж"),
        ("zh", "ж"),
    ]
}
