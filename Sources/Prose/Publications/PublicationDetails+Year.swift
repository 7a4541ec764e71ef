import Formats

extension PublicationDetails {
    /// The year behind a long citation, with pages at most after it.
    ///
    /// As in `…, River Press, 2020, 177-203.`
    static func yearAtEnd(_ note: String) -> PartialDate? {
        lastYear.firstMatch(in: note).flatMap { NewsGrammar.year(of: String($0.1)) }
    }

    private static let lastYear = TextPattern(
        /[,(]\s*(?:\d{1,2}\.?\s+)?(?:\p{L}+\.?\s+)?((?:19|20)\d\d)\)?(?:\s*[,:]\s*(?:pp?\.?\s*)?\d+\s*[-–]+\s*\d+)?\s*\.?\s*$/
    )
}
