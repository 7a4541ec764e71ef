public import RecordModel

/// A talk.
public struct Talk: ListEntry {
    /// What kind of talk it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An invited talk.
        case invited
        /// A keynote.
        case keynote
        /// A talk at a conference.
        case conference
        /// A seminar.
        case seminar
        /// A tutorial.
        case tutorial
        /// A panel.
        case panel
        /// A poster.
        case poster
        /// Anything else.
        case other
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The title.
    public let title: String
    /// What kind of talk.
    public let kind: Kind?
    /// The event.
    public let event: String?
    /// The organization.
    public let organization: String?
    /// Where.
    public let place: String?
    /// When.
    public let date: DateText?
    /// The address of its page.
    public let url: String?
    /// Further links, in order.
    public let links: [Link]
    /// More about it, as Markdown.
    public let text: String?
    /// The path of its own page in the site.
    public let permalink: String?
    /// How the entry was written on the page it was imported from.
    public let writing: EntryWriting

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        title = fields.required("title")
        kind = fields.choice("kind")
        event = fields.text("event")
        organization = fields.text("organization")
        place = fields.text("place")
        date = fields.date("date")
        url = fields.text("url")
        links = fields.views("links")
        text = fields.text("text")
        permalink = fields.text("permalink")
        writing = EntryWriting(fields)
    }
}
