public import RecordModel

/// How often a publication is cited.
public struct PublicationCitations: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The number.
    public let count: Int?
    /// The day of counting.
    public let asOf: DateText?
    /// The id of the paper at Google Scholar.
    public let scholarId: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        count = fields.integer("count")
        asOf = fields.date("as_of")
        scholarId = fields.text("scholar_id")
    }
}
