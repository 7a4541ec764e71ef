import Formats
import RecordModel

/// The numbers by which a publication is known: its DOI, that of arXiv.
extension PublicationDetails {
    private static let doi = TextPattern(
        /^(?i)(?:doi:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/[^\s"<>{}\\]+)$/)
    private static let arXiv = TextPattern(
        /^(?i)(?:arxiv preprint\s*)?arxiv\s*[:\s]\s*(\d{4}\.\d{4,5}(?:v\d+)?)(?:\s*\[[a-z\-.]+\])?(?:\s*[,(]?\s*(\d{4})\)?)?$/
    )

    /// Takes a DOI behind a venue: `Journal of Rivers, 12(3), https://doi.org/10.1000/x`.
    mutating func takeLastDOI(_ text: inout String) {
        guard text.contains("10.") else { return }
        // `…, https://doi.org/10.1000/x, 2019`
        var year = ""
        if let match = Self.yearBehindDOI.firstMatch(in: text) {
            year = ", " + match.2
            text = String(match.1)
        }
        defer { text += year }
        guard let match = Self.lastDOI.firstMatch(in: text) else { return }
        if let known = identifiers["doi"] {
            // Once in the citation and once more as a link.
            guard known == .string(String(match.3)) else { return }
            note(String(match.3))
        }
        identifiers["doi"] = .string(String(match.3))
        note(String(match.2))
        text = String(match.1).trimmingSeparators
    }

    /// Takes the word before a DOI that was a link by itself: `Journal of Rivers, 2020, doi:`.
    mutating func takeLabelOfDOI(_ text: inout String) {
        guard text.utf8.count > 8, text.suffix(4).lowercased().contains("doi") else { return }
        let end = text.last == ":" ? text.dropLast() : text[...]
        guard end.suffix(3).lowercased() == "doi",
            let before = end.dropLast(3).last, before.isWhitespace || ",.;(".contains(before)
        else { return }
        note(String(end.suffix(3)))
        text = String(end.dropLast(3)).trimmingSeparators
    }

    private static let yearBehindDOI = TextPattern(
        /^(.*10\.\d{4,9}\/[^\s"<>{}\\]+?), ((?:19|20)\d\d)$/)
    private static let lastDOI = TextPattern(
        /^(.*?\p{L}.*?)[,.;]?\s+((?i)(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?)(10\.\d{4,9}\/[^\s"<>{}\\]+)$/
    )

    mutating func takeIdentifier(_ text: String) -> Bool {
        if let match = Self.doi.firstMatch(in: text) {
            if identifiers["doi"] == .string(String(match.1).trimmingSeparators) {
                note(String(match.1))
            }
            identifiers["doi"] = .string(String(match.1).trimmingSeparators)
            note(String(text.prefix(text.count - match.1.count)))
            return true
        }
        if let match = Self.arXiv.firstMatch(in: text) {
            identifiers["arxiv"] = .string(String(match.1))
            if let year = match.2, let number = Int(year) {
                take(date: PartialDate(year: number), weight: 3)
            }
            if venue["name"] == nil {
                venue["name"] = "arXiv"
                venue["type"] = "preprint"
            }
            status = status ?? "preprint"
            note(text)
            return true
        }
        return false
    }
}
