public import RecordModel

/// An award.
public struct Award: ListEntry {
    /// The id, unique in the section.
    public let id: String
    /// Where the entry stands in the record.
    public let path: FieldPath
    /// The title.
    public let title: String
    /// Who gave it.
    public let organization: String?
    /// When.
    public let date: DateText?
    /// What to show instead of the date.
    public let period: String?
    /// The address of its page.
    public let url: String?
    /// How much.
    public let amount: String?
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
        title = fields.required("title")
        organization = fields.text("organization")
        date = fields.date("date")
        period = fields.text("period")
        url = fields.text("url")
        amount = fields.text("amount")
        links = fields.views("links")
        text = fields.text("text")
        writing = EntryWriting(fields)
    }
}
