public import RecordModel

/// A degree, or the way to it.
public struct Education: ListEntry {
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The degree.
    public let degree: String
    /// The field.
    public let field: String?
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
    /// Who advised, in order.
    public let advisors: [Advisor]
    /// The thesis.
    public let thesis: Thesis?
    /// The grade.
    public let grade: String?
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
        degree = fields.required("degree")
        field = fields.text("field")
        organization = fields.required("organization")
        unit = fields.text("unit")
        place = fields.text("place")
        url = fields.text("url")
        start = fields.date("start")
        end = fields.date("end")
        hasEnded = fields.flag("ended")
        advisors = fields.views("advisors")
        thesis = fields.view("thesis")
        grade = fields.text("grade")
        links = fields.views("links")
        text = fields.text("text")
        writing = EntryWriting(fields)
    }
}
