import Formats

/// What stands with a title and is no part of it: its year, an emoji.
extension PublicationGrammar {
    /// Takes the year behind or before a title, and emoji before it.
    func leaveEdges(of found: inout FoundPaper, _ work: inout PublicationWork) {
        if found.title.hasSuffix(")"),
            let match = Self.titleWithYear.firstMatch(in: found.title),
            let year = Int(match.2), !found.hasYear(besides: year)
        {
            work.details.take(date: PartialDate(year: year), weight: 3)
            found.words.append(String(match.2))
            found.title = String(match.1)
        }
        // `### 📘 Quiet Rivers`
        let emoji = found.title.unicodeScalars.prefix { $0.isEmojiPart || $0.isBlank }
        if !emoji.isEmpty, emoji.contains(where: \.isEmojiPart) {
            found.words += VisibleWords.words(String(emoji))
            found.title.unicodeScalars.removeFirst(emoji.count)
        }
        // `### (2022) Quiet Rivers`
        if found.title.hasPrefix("("),
            let match = Self.yearBeforeTitle.firstMatch(in: found.title), let year = Int(match.1)
        {
            work.details.take(date: PartialDate(year: year), weight: 1)
            found.words.append(String(match.1))
            found.title = String(match.2)
        }
    }

    /// As in `Quiet Rivers (2020)`.
    private static let titleWithYear = TextPattern(/^(.{6,}?)[.,]?\s*\((\d{4})\)$/)

    /// As in `(2020) Quiet Rivers`.
    private static let yearBeforeTitle = TextPattern(/^\((\d{4})\)\s+(.{12,})$/)
}
