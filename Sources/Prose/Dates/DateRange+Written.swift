extension DateRange {
    /// Reads a text that is a date or a span and nothing else, as people write it: `May 2020`,
    /// `1933 - 1955`, `2015-now`; nil for any other text.
    public init?(written text: String) {
        let scanner = DateScanner(text)
        let start = scanner.afterBlanks(0)
        guard let read = scanner.span(at: start),
            scanner.afterBlanks(read.range.upperBound) == scanner.scalars.count
        else { return nil }
        self = read.span
    }
}
