import Formats
import RecordModel

/// The identifiers that addresses hold.
extension PublicationWork {
    func takeIdentifier(of url: String, _ draft: inout EntryDraft) {
        if draft.fields["arxiv"] == nil,
            let match = Self.arXivAddress.firstMatch(in: url)
        {
            draft.set("arxiv", String(match.1))
        }
        if draft.fields["doi"] == nil,
            let match = Self.doiAddress.firstMatch(in: url)
        {
            draft.set("doi", String(match.1))
        }
    }

    /// Parts an address that shows itself from the stop right before it: `pp. 4–9.https://doi.org/…`.
    mutating func partAddresses() {
        for index in lines.indices {
            let text = lines[index].text
            let starts = text.runs(\.linkNumber).filter { run in
                run.look > 0 && run.range.lowerBound > 0
                    && ".,;".unicodeScalars.contains(text[run.range.lowerBound - 1])
                    && text.string(run.range).isAddress
            }
            for run in starts.reversed() {
                let place = run.range.lowerBound
                lines[index].text = lines[index].text.removing(place..<place)
            }
        }
    }

    /// The year that the label of a link to a preprint says: `arXiv:2001.00001 (2021)`.
    func yearOfLabel() -> PartialDate? {
        links.links.lazy.compactMap { link in
            Self.labelWithYear.firstMatch(in: link["label"]?.string ?? "").flatMap {
                NewsGrammar.year(of: String($0.1))
            }
        }.first
    }

    private static let labelWithYear = TextPattern(/^(?i)arxiv\b.*[ ,(]((?:19|20)\d\d)\)?$/)
    private static let arXivAddress = TextPattern(
        /arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?$/)
    private static let doiAddress = TextPattern(
        /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s"<>{}\\?#]+)$/)
}
