public import RecordModel

/// A section of free prose.
public struct FreeSection: Entry {
    /// Where a free section stands.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// Before the sections of the record.
        case top
        /// After them.
        case bottom
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The heading.
    public let title: String
    /// The emoji before the heading.
    public let emoji: String?
    /// The prose, as Markdown.
    public let text: String
    /// Where it stands when the order of the page does not say.
    public let place: Place
    /// The level of the heading, from 1.
    public let level: Int?
    /// The language, where it is not that of the homepage (BCP 47).
    public let language: String?
    /// The part of the homepage that this one says in its language.
    public let translates: String?
    /// The path of its own page in the site.
    public let permalink: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        title = fields.required("title")
        emoji = fields.text("emoji")
        text = fields.required("text")
        place = fields.choice("place") ?? .bottom
        level = fields.integer("level")
        language = fields.text("language")
        translates = fields.text("translates")
        permalink = fields.text("permalink")
    }
}
