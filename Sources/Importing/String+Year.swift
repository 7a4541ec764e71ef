internal import Formats

extension String {
    /// Tells whether a year from 1900 to 2099 stands in the text.
    var holdsYear: Bool { Self.year.firstMatch(in: self) != nil }

    private static let year = TextPattern(/\b(?:19|20)\d\d\b/)
}
