public import RecordModel

/// How often a person is cited.
public struct CitationTotals: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// All citations.
    public let total: Int?
    /// The h-index.
    public let hIndex: Int?
    /// The day of counting.
    public let asOf: DateText?
    /// The address of the count.
    public let source: String?

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        total = fields.integer("total")
        hIndex = fields.integer("h_index")
        asOf = fields.date("as_of")
        source = fields.text("source")
    }
}
