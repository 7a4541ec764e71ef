public import RecordModel

/// How many people starred a repository.
public struct Stars: FieldView {
    /// Where the mapping stands in the record.
    public let path: FieldPath
    /// The number.
    public let count: Int?
    /// The day of counting.
    public let asOf: DateText?
    /// Whether a page shows a badge with the current number.
    public let hasBadge: Bool

    /// Reads the view.
    public init(_ fields: Fields) {
        path = fields.path
        count = fields.integer("count")
        asOf = fields.date("as_of")
        hasBadge = fields.flag("badge")
    }
}
