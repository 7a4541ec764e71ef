import Formats

/// The words that stand before coauthors where the owner of the page is not named.
enum CoauthorWords {
    /// What `with` is called; in capitals all but the English one mean something else: `MIT Press`.
    private static let words: Set<String> = [
        "with", "avec", "mit", "con", "com", "med", "met", "amb",
    ]

    /// What may stand before them: `joint work with`, `gemeinsam mit`, `en collaboration avec`.
    private static let leads: Set<String> = [
        "joint", "work", "jointly", "coauthored", "co-authored", "together", "written", "in",
        "collaboration", "gemeinsam", "zusammen", "en", "em", "junto", "conjunto", "conjuntamente",
        "coautoría", "coautoria", "colaboración", "colaboração", "samen", "conjointement",
        "collaborazione", "insieme",
    ]

    /// Tells whether one of the words stands before a name somewhere in a text.
    static func mayStand(in text: String) -> Bool { beforeName.firstMatch(in: text) != nil }

    private static let beforeName = TextPattern(
        /\b(?:[Ww]ith|WITH|avec|mit|con|com|med|met|amb)[\s*_]+(?:\[|<a |\p{Lu})/)

    /// Returns the beginning of a text up to the coauthors, nil where it does not tell of any:
    /// `(joint work with `.
    static func lead(of text: String) -> Substring? {
        let bracket = text.first == "(" || text.first == "["
        var rest = bracket ? text.dropFirst() : text[...]
        for number in 0..<4 {
            let word = rest.prefix { !$0.isWhitespace }
            let behind = rest[word.endIndex...]
            guard behind.first == " " || behind.first == "\u{A0}" else { return nil }
            let plain = word.lowercased()
            rest = behind.drop { $0 == " " || $0 == "\u{A0}" }
            if words.contains(plain) {
                let beginsBracket = bracket && number == 0 && word.dropFirst() == plain.dropFirst()
                guard plain == "with" || word == plain || beginsBracket else { return nil }
                return text[..<rest.startIndex]
            }
            guard leads.contains(plain) else { return nil }
        }
        return nil
    }
}
