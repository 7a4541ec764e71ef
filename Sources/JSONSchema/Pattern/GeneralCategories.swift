/// Unicode's general categories by the names that `\p{…}` uses (UAX 44, table 12).
enum GeneralCategories {
    static func named(_ name: String) -> Set<Unicode.GeneralCategory>? {
        let short = name.split(separator: "=").last.map(String.init) ?? name
        return table[short]
    }

    private static let letter: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    ]
    private static let mark: Set<Unicode.GeneralCategory> = [
        .nonspacingMark, .spacingMark, .enclosingMark,
    ]
    private static let number: Set<Unicode.GeneralCategory> = [
        .decimalNumber, .letterNumber, .otherNumber,
    ]
    private static let punctuation: Set<Unicode.GeneralCategory> = [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
    ]
    private static let symbol: Set<Unicode.GeneralCategory> = [
        .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
    ]
    private static let separator: Set<Unicode.GeneralCategory> = [
        .spaceSeparator, .lineSeparator, .paragraphSeparator,
    ]

    private static let table: [String: Set<Unicode.GeneralCategory>] = [
        "L": letter, "Letter": letter, "M": mark, "Mark": mark, "N": number, "Number": number,
        "P": punctuation, "Punctuation": punctuation, "punct": punctuation, "S": symbol,
        "Symbol": symbol, "Z": separator, "Separator": separator,
        "Lu": [.uppercaseLetter], "Uppercase_Letter": [.uppercaseLetter],
        "Ll": [.lowercaseLetter], "Lowercase_Letter": [.lowercaseLetter],
        "Lt": [.titlecaseLetter], "Lm": [.modifierLetter], "Lo": [.otherLetter],
        "Mn": [.nonspacingMark], "Mc": [.spacingMark], "Me": [.enclosingMark],
        "Nd": [.decimalNumber], "digit": [.decimalNumber], "Decimal_Number": [.decimalNumber],
        "Nl": [.letterNumber], "No": [.otherNumber], "Pc": [.connectorPunctuation],
        "Pd": [.dashPunctuation], "Ps": [.openPunctuation], "Pe": [.closePunctuation],
        "Pi": [.initialPunctuation], "Pf": [.finalPunctuation], "Po": [.otherPunctuation],
        "Sm": [.mathSymbol], "Sc": [.currencySymbol], "Sk": [.modifierSymbol],
        "So": [.otherSymbol], "Zs": [.spaceSeparator], "Zl": [.lineSeparator],
        "Zp": [.paragraphSeparator], "Cc": [.control], "Cf": [.format],
    ]
}
