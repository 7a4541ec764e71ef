/// A property of characters that `\p{…}` or `\P{…}` asks for, as far as the standard library knows
/// it.
struct ScalarProperty: Hashable, Sendable {
    /// What is asked.
    enum Question: Hashable, Sendable {
        case categories(Set<Unicode.GeneralCategory>)
        case binary(Binary)
    }

    /// The properties of ECMA-262, table 69, that characters have or have not.
    enum Binary: String, Sendable {
        case any = "Any"
        case assigned = "Assigned"
        case ascii = "ASCII"
        case alphabetic = "Alphabetic"
        case uppercase = "Uppercase"
        case lowercase = "Lowercase"
        case whiteSpace = "White_Space"
        case cased = "Cased"
        case caseIgnorable = "Case_Ignorable"
        case dash = "Dash"
        case diacritic = "Diacritic"
        case emoji = "Emoji"
        case emojiModifier = "Emoji_Modifier"
        case emojiModifierBase = "Emoji_Modifier_Base"
        case emojiPresentation = "Emoji_Presentation"
        case hexDigit = "Hex_Digit"
        case asciiHexDigit = "ASCII_Hex_Digit"
        case idStart = "ID_Start"
        case idContinue = "ID_Continue"
        case xidStart = "XID_Start"
        case xidContinue = "XID_Continue"
        case ideographic = "Ideographic"
        case math = "Math"
        case quotationMark = "Quotation_Mark"
        case defaultIgnorable = "Default_Ignorable_Code_Point"
        case noncharacter = "Noncharacter_Code_Point"
    }

    let question: Question
    let isNegated: Bool

    func holds(for scalar: Unicode.Scalar) -> Bool {
        switch question {
        case .categories(let categories):
            categories.contains(scalar.properties.generalCategory) != isNegated
        case .binary(let binary): binary.holds(for: scalar) != isNegated
        }
    }

    /// Returns the property that a name stands for, nil where it stands for none.
    init?(named name: String, isNegated: Bool) {
        self.isNegated = isNegated
        if let categories = GeneralCategories.named(name) {
            question = .categories(categories)
        } else if let binary = Binary(rawValue: Self.longNames[name] ?? name) {
            question = .binary(binary)
        } else {
            return nil
        }
    }

    /// Returns the characters of a script that is asked for as `Script=…`, nil for another name.
    static func script(_ name: String) -> [ClosedRange<UInt32>]? {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0] == "Script" || parts[0] == "sc" else { return nil }
        let ranges = ScalarRuns.scripts.ranges(of: ScalarRuns.scriptNames[parts[1]] ?? parts[1])
        return ranges.isEmpty ? nil : ranges
    }

    private static let longNames = [
        "Alpha": "Alphabetic", "Upper": "Uppercase", "Lower": "Lowercase", "space": "White_Space",
        "Hex": "Hex_Digit", "AHex": "ASCII_Hex_Digit", "IDS": "ID_Start", "IDC": "ID_Continue",
        "XIDS": "XID_Start", "XIDC": "XID_Continue", "Ideo": "Ideographic", "CI": "Case_Ignorable",
        "Dia": "Diacritic", "QMark": "Quotation_Mark", "DI": "Default_Ignorable_Code_Point",
        "NChar": "Noncharacter_Code_Point", "EMod": "Emoji_Modifier",
        "EBase": "Emoji_Modifier_Base", "EPres": "Emoji_Presentation",
    ]
}

extension ScalarProperty.Binary {
    fileprivate func holds(for scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return switch self {
        case .any: true
        case .assigned: properties.generalCategory != .unassigned
        case .ascii: scalar.isASCII
        case .alphabetic: properties.isAlphabetic
        case .uppercase: properties.isUppercase
        case .lowercase: properties.isLowercase
        case .whiteSpace: properties.isWhitespace
        case .cased: properties.isCased
        case .caseIgnorable: properties.isCaseIgnorable
        case .dash: properties.isDash
        case .diacritic: properties.isDiacritic
        case .emoji: properties.isEmoji
        case .emojiModifier: properties.isEmojiModifier
        case .emojiModifierBase: properties.isEmojiModifierBase
        case .emojiPresentation: properties.isEmojiPresentation
        case .hexDigit: properties.isHexDigit
        case .asciiHexDigit: properties.isASCIIHexDigit
        case .idStart: properties.isIDStart
        case .idContinue: properties.isIDContinue
        case .xidStart: properties.isXIDStart
        case .xidContinue: properties.isXIDContinue
        case .ideographic: properties.isIdeographic
        case .math: properties.isMath
        case .quotationMark: properties.isQuotationMark
        case .defaultIgnorable: properties.isDefaultIgnorableCodePoint
        case .noncharacter: properties.isNoncharacterCodePoint
        }
    }
}
