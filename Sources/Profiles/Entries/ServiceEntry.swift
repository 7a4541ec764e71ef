public import RecordModel

/// Service to the community.
public struct ServiceEntry: ListEntry {
    /// What kind of service it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Reviewing.
        case reviewer
        /// A programme committee.
        case programCommittee = "program-committee"
        /// Chairing an area.
        case areaChair = "area-chair"
        /// Chairing.
        case chair
        /// Organizing.
        case organizer
        /// Editing.
        case editor
        /// A committee.
        case committee
        /// Volunteering.
        case volunteer
        /// Membership.
        case membership
        /// Anything else.
        case other
    }

    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The role.
    public let role: String
    /// What kind of service.
    public let kind: Kind?
    /// The conference, journal or body.
    public let venue: String?
    /// The area that groups entries.
    public let area: String?
    /// The years.
    public let years: [String]
    /// When it began.
    public let start: DateText?
    /// When it ended; no end means that it goes on.
    public let end: DateText?
    /// The organization.
    public let organization: String?
    /// The address of its page.
    public let url: String?
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
        kind = fields.choice("kind")
        venue = fields.text("venue")
        area = fields.text("area")
        years = fields.texts("years")
        start = fields.date("start")
        end = fields.date("end")
        organization = fields.text("organization")
        url = fields.text("url")
        links = fields.views("links")
        text = fields.text("text")
        writing = EntryWriting(fields)
    }
}
