public import RecordModel

/// A position.
public struct Position: ListEntry {
    /// What kind of position it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Employment.
        case employment
        /// An internship.
        case internship
        /// A visit.
        case visiting
        /// A postdoc position.
        case postdoc
        /// An assistantship.
        case assistantship
        /// Anything else.
        case other
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The role.
    public let role: String
    /// The organization.
    public let organization: String
    /// The part of it.
    public let unit: String?
    /// Where.
    public let place: String?
    /// The address of its page.
    public let url: String?
    /// When it began.
    public let start: DateText?
    /// When it ended; no end means that it goes on.
    public let end: DateText?
    /// Whether it is over, nobody knows since when.
    public let hasEnded: Bool
    /// What kind of position.
    public let kind: Kind?
    /// Who advised, in order.
    public let advisors: [Advisor]
    /// Further links, in order.
    public let links: [Link]
    /// More about it, as Markdown.
    public let text: String?
    /// How the entry was written on the page it was imported from.
    public let writing: EntryWriting

    /// Reads the view.
    public init(_ fields: Fields) {
        id = fields.id
        path = fields.path
        role = fields.required("role")
        organization = fields.required("organization")
        unit = fields.text("unit")
        place = fields.text("place")
        url = fields.text("url")
        start = fields.date("start")
        end = fields.date("end")
        hasEnded = fields.flag("ended")
        kind = fields.choice("kind")
        advisors = fields.views("advisors")
        links = fields.views("links")
        text = fields.text("text")
        writing = EntryWriting(fields)
    }
}
