import Formats

/// What stands with a title and is no part of it: its year, its number, an emoji.
extension PublicationGrammar {
    /// Takes the year behind or before a title, its number and emoji before it, and its type.
    func leaveEdges(of found: inout FoundPaper, _ work: inout PublicationWork) {
        if found.title.hasSuffix(")"),
            let match = Self.titleWithYear.firstMatch(in: found.title),
            let year = Int(match.2), !found.hasYear(besides: year)
        {
            work.details.take(date: PartialDate(year: year), weight: 3)
            found.words.append(String(match.2))
            found.title = String(match.1)
        }
        if found.title.contains("["), let match = Self.titleWithType.firstMatch(in: found.title) {
            found.words += VisibleWords.words(String(match.2))
            found.title = String(match.1)
        }
        if found.title.contains("]"), let match = Self.titleWithKey.firstMatch(in: found.title) {
            found.words.append(String(match.1))
            found.title = String(match.2)
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

    /// As in `Quiet Rivers[J]`, as China's standard marks an article; the last bracket may be gone.
    private static let titleWithType = TextPattern(/^(.{6,}?)\s*\[([A-Z](?:\/OL)?)\]?$/)
    /// As in `[1] Quiet Rivers`; the first bracket may be gone.
    private static let titleWithKey = TextPattern(/^\[?(\d{1,3})\]\.?\s*(\p{L}.{6,})$/)
    /// As in `Quiet Rivers (2020)`.
    private static let titleWithYear = TextPattern(/^(.{6,}?)[.,]?\s*\((\d{4})\)$/)

    /// As in `(2020) Quiet Rivers`.
    private static let yearBeforeTitle = TextPattern(/^\((\d{4})\)\s+(.{12,})$/)
}
