/// A span of time with a beginning, an end, both or neither.
public struct DateRange: Hashable, Sendable {
    /// When a span ends.
    public enum End: Hashable, Sendable {
        /// On a date.
        case date(PartialDate)
        /// Not yet.
        case present
        /// The span is one date, or nobody said.
        case none
    }

    /// The beginning.
    public var start: PartialDate?
    /// The end.
    public var end: End

    /// Makes a range.
    public init(start: PartialDate?, end: End) {
        self.start = start
        self.end = end
    }

    /// Reads the two fields of a record, where `present` is an end too; nil where a text is no
    /// date.
    ///
    /// - Parameters:
    ///   - start: the text of the field `start`
    ///   - end: the text of the field `end`
    ///   - missing: what it means that there is no end; a position without one goes on
    public init?(start: String?, end: String?, missingEnd missing: End = .none) {
        if let start {
            guard let date = PartialDate(start) else { return nil }
            self.start = date
        } else {
            self.start = nil
        }
        switch end {
        case nil: self.end = self.start == nil ? .none : missing
        case "present": self.end = .present
        case .some(let text):
            guard let date = PartialDate(text) else { return nil }
            self.end = .date(date)
        }
    }
}
