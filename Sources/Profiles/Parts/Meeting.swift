public import RecordModel

/// One week of a course.
public struct Meeting: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The week.
    public let week: String?
    /// When.
    public let date: DateText?
    /// What about.
    public let topic: String
    /// More about it, as Markdown.
    public let text: String?
    /// Further links, in order.
    public let links: [Link]

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        week = fields.text("week")
        date = fields.date("date")
        topic = fields.required("topic")
        text = fields.text("text")
        links = fields.views("links")
    }
}
