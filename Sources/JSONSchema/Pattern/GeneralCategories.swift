/// Unicode's general categories by the names that `\p{…}` uses (UAX 44, table 12).
enum GeneralCategories {
    static func named(_ name: String) -> Set<Unicode.GeneralCategory>? {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, ["General_Category", "gc"].contains(parts[0]) {
            return table[parts[1]]
        }
        return table[name]
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

    private static let cased: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
    ]
    private static let other: Set<Unicode.GeneralCategory> = [
        .control, .format, .surrogate, .privateUse, .unassigned,
    ]

    private static let table: [String: Set<Unicode.GeneralCategory>] = [
        "L": letter, "Letter": letter, "M": mark, "Mark": mark, "N": number, "Number": number,
        "P": punctuation, "Punctuation": punctuation, "punct": punctuation, "S": symbol,
        "Symbol": symbol, "Z": separator, "Separator": separator,
        "Lu": [.uppercaseLetter], "Uppercase_Letter": [.uppercaseLetter],
        "Ll": [.lowercaseLetter], "Lowercase_Letter": [.lowercaseLetter],
        "Lt": [.titlecaseLetter], "Titlecase_Letter": [.titlecaseLetter], "LC": cased,
        "Cased_Letter": cased, "Lm": [.modifierLetter], "Modifier_Letter": [.modifierLetter],
        "Lo": [.otherLetter], "Other_Letter": [.otherLetter], "Combining_Mark": mark,
        "Mn": [.nonspacingMark], "Nonspacing_Mark": [.nonspacingMark], "Mc": [.spacingMark],
        "Spacing_Mark": [.spacingMark], "Me": [.enclosingMark], "Enclosing_Mark": [.enclosingMark],
        "Nd": [.decimalNumber], "digit": [.decimalNumber], "Decimal_Number": [.decimalNumber],
        "Nl": [.letterNumber], "Letter_Number": [.letterNumber], "No": [.otherNumber],
        "Other_Number": [.otherNumber], "Pc": [.connectorPunctuation],
        "Connector_Punctuation": [.connectorPunctuation], "Pd": [.dashPunctuation],
        "Dash_Punctuation": [.dashPunctuation], "Ps": [.openPunctuation],
        "Open_Punctuation": [.openPunctuation], "Pe": [.closePunctuation],
        "Close_Punctuation": [.closePunctuation], "Pi": [.initialPunctuation],
        "Initial_Punctuation": [.initialPunctuation], "Pf": [.finalPunctuation],
        "Final_Punctuation": [.finalPunctuation], "Po": [.otherPunctuation],
        "Other_Punctuation": [.otherPunctuation], "Sm": [.mathSymbol], "Math_Symbol": [.mathSymbol],
        "Sc": [.currencySymbol], "Currency_Symbol": [.currencySymbol], "Sk": [.modifierSymbol],
        "Modifier_Symbol": [.modifierSymbol], "So": [.otherSymbol], "Other_Symbol": [.otherSymbol],
        "Zs": [.spaceSeparator], "Space_Separator": [.spaceSeparator], "Zl": [.lineSeparator],
        "Line_Separator": [.lineSeparator], "Zp": [.paragraphSeparator],
        "Paragraph_Separator": [.paragraphSeparator], "C": other, "Other": other, "Cc": [.control],
        "Control": [.control], "cntrl": [.control], "Cf": [.format], "Format": [.format],
        "Cs": [.surrogate], "Surrogate": [.surrogate], "Co": [.privateUse],
        "Private_Use": [.privateUse], "Cn": [.unassigned], "Unassigned": [.unassigned],
    ]
}
