public import RecordModel

/// A thesis.
public struct Thesis: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The title.
    public let title: String?
    /// The address of its page.
    public let url: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        title = fields.text("title")
        url = fields.text("url")
    }
}
