/// What a text of a record is, as far as a rule has to know.
public enum TextKind: Hashable, Sendable, CaseIterable {
    /// Words that a page shows as they are.
    case plain
    /// Markdown.
    case markdown
    /// An address.
    case url

    /// Returns the kind of the text under a key.
    ///
    /// The schemas say it too (`x-labfolio-text`), but a rule sees a record without them. A test
    /// keeps this table and the schemas together.
    static func of(key: String) -> TextKind {
        switch key {
        case "url", "source": .url
        case "text", "description", "tagline", "status", "contact_note", "bio", "interests",
            "notice", "legend", "annotation", "summary", "abstract", "award", "note", "cite_as",
            "private_notes", "written", "next", "patterns":
            .markdown
        default: .plain
        }
    }

    /// Whether what stands under a key never leaves the store.
    static func isPrivate(key: String) -> Bool {
        // Every key of every record comes by, and most differ in length already.
        switch key.utf8.count {
        case 7: key == "waivers"
        case 13: key == "private_notes"
        default: false
        }
    }
}
