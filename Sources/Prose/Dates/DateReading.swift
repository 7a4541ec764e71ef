/// A date or a span that was read at a place of a text.
struct DateReading: Hashable, Sendable {
    /// Where it stands.
    var range: Range<Int>
    /// The span; of a single date, its beginning.
    var span: DateRange
    /// How it is written, nil for a notation that no style has.
    var style: DateStyle?
    /// The season or term, as it stands there: `Fall 2024`, `2022/23 Fall`.
    var term: String?
    /// Tells whether the end is one that is hoped for.
    var isExpected = false

    /// The date that is the later end of the span, and its beginning where it has none.
    var latest: PartialDate? {
        if case .date(let end) = span.end { return end }
        return span.start
    }

    /// Tells whether this is a span, and no single date.
    var isSpan: Bool { span.end != .none }
}
