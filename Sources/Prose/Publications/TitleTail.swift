import Formats

extension FoundPaper {
    /// Moves what stands behind the title in the same type into the rest: where the paper appeared
    /// and in what state it is, as in `Quiet Rivers, AAMAS 2024 (Oral)` and `Rain (under review)`, what
    /// it won, and what announces a link.
    mutating func leaveTail() {
        if let match = Self.lastBracket.firstMatch(in: title) {
            let words = SearchWords.joined(String(match.2))
            if PublicationState.whole[words] != nil || PublicationState.badges[words] != nil {
                rest.append(StyledText(plain: String(match.2)))
                title = String(match.1)
            }
        }
        if let match = Self.prize.firstMatch(in: title),
            PublicationState.isAward(SearchWords.joined(String(match.3)))
        {
            words += VisibleWords.words(String(match.2))
            rest.append(StyledText(plain: String(match.3)))
            title = String(match.1)
        }
        if let match = Self.announcement.firstMatch(in: title) {
            let tail = match.3.map(String.init) ?? ""
            words += VisibleWords.words(String(title[match.1.endIndex...].dropLast(tail.count)))
            if !tail.isEmpty { rest.append(StyledText(plain: tail)) }
            link = link ?? match.2.map(String.init)
            title = String(match.1)
        }
        guard let comma = title.lastIndex(of: ","), title[..<comma].contains(" ") else { return }
        let tail = String(title[title.index(after: comma)...].trimmingPrefix(" "))
        // A title may well end in `, a Study of 2024`.
        guard tail.split(separator: " ").count <= 3, VenueWords.hasAcronymWithYear(tail) else {
            return
        }
        rest.append(StyledText(plain: tail))
        title = String(title[..<comma])
    }

    /// `Quiet Rivers ★ Best Paper`.
    private static let prize = TextPattern(/^(.{6,}?)\s*([★☆⭐🏆🏅🥇]\u{FE0F}?)\s*(\p{L}.{3,})$/)
    /// `Quiet Rivers, Preprint available at: https://…`.
    private static let announcement = TextPattern(
        /^(.{6,}?)[,.;]\s+(?i:preprint )?(?i:available)(?: online| here)? (?:at|from|on|as):?(?:\s*(https?:\S+)(\s.*)?)?$/
    )
    private static let lastBracket = TextPattern(/^(.{6,}?)\s*[(（\[]([^()（）\[\]]+)[)）\]]$/)
}
