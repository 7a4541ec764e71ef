public import RecordModel

/// A course taught.
public struct Course: ListEntry {
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The name of the course.
    public let course: String
    /// Its code.
    public let code: String?
    /// The role in it.
    public let role: String?
    /// The term.
    public let term: String?
    /// When, for the order.
    public let date: DateText?
    /// The organization.
    public let organization: String?
    /// Where.
    public let place: String?
    /// Who gave the course, where it was not the person.
    public let instructor: String?
    /// When the class meets.
    public let time: String?
    /// The address of its page.
    public let url: String?
    /// Further links, in order.
    public let links: [Link]
    /// The course week by week.
    public let schedule: [Meeting]
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
        course = fields.required("course")
        code = fields.text("code")
        role = fields.text("role")
        term = fields.text("term")
        date = fields.date("date")
        organization = fields.text("organization")
        place = fields.text("place")
        instructor = fields.text("instructor")
        time = fields.text("time")
        url = fields.text("url")
        links = fields.views("links")
        schedule = fields.views("schedule")
        text = fields.text("text")
        permalink = fields.text("permalink")
        writing = EntryWriting(fields)
    }
}
