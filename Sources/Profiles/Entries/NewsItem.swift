public import RecordModel

/// A piece of news.
public struct NewsItem: ListEntry {
    /// What a badge is about.
    public enum BadgeKind: String, Hashable, Sendable, CaseIterable {
        /// Something new.
        case new
        /// A paper.
        case accepted
        /// An award.
        case award
        /// A talk.
        case talk
        /// Service.
        case service
        /// A position.
        case position
        /// Anything else.
        case other
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// When.
    public let date: DateText?
    /// The news, as Markdown.
    public let text: String
    /// The title.
    public let title: String?
    /// A badge, such as “NEW”.
    public let badge: String?
    /// What the badge is about.
    public let badgeKind: BadgeKind?
    /// An emoji.
    public let emoji: String?
    /// Whether it stays on top.
    public let isPinned: Bool
    /// Further links, in order.
    public let links: [Link]
    /// The field paths of what the news is about.
    public let references: [String]
    /// The path of its own page in the site.
    public let permalink: String?
    /// How the entry was written on the page it was imported from.
    public let writing: EntryWriting

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        date = fields.date("date")
        text = fields.text("text") ?? fields.required("written")
        title = fields.text("title")
        badge = fields.text("badge")
        badgeKind = fields.choice("badge_kind")
        emoji = fields.text("emoji")
        isPinned = fields.flag("pinned")
        links = fields.views("links")
        references = fields.texts("references")
        permalink = fields.text("permalink")
        writing = EntryWriting(fields)
    }
}
