import Formats

extension FoundPaper {
    /// Moves what stands behind the title in the same type into the rest: where the paper appeared
    /// and in what state it is, as in `Quiet Rivers, AAMAS 2024 (Oral)` and `Rain (under review)`.
    mutating func leaveTail() {
        if let match = Self.lastBracket.firstMatch(in: title) {
            let words = SearchWords.joined(String(match.2))
            if PublicationState.whole[words] != nil || PublicationState.badges[words] != nil {
                rest.append(StyledText(plain: String(match.2)))
                title = String(match.1)
            }
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

    private static let lastBracket = TextPattern(/^(.{6,}?)\s*[(（\[]([^()（）\[\]]+)[)）\]]$/)
}
