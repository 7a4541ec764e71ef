/// What stands between a title and the names behind it.
extension PublicationGrammar {
    /// The names of `River Annals, 12 May 2024. (With Jo Lind and Ada Berg.)`, of `River Annals
    /// 12 (2024), with Jo Lind` and of `River Annals, 2024. With Jo Lind`, and what is before them.
    func coauthorsBehind(_ text: StyledText) -> (AuthorsAfter, StyledText)? {
        let commas = text.indices.filter {
            ",.".unicodeScalars.contains(text[$0]) && text.sign(at: $0 + 1)?.isBlank == true
                && text.string($0 + 1..<min(text.count, $0 + 8)).hasPrefix(
                    text[$0] == "," ? "with " : "With ")
        }
        for place in text.brackets.map(\.lowerBound) + commas {
            guard let names = AuthorsAfter(text[place..<text.count], own: own),
                names.areCoauthors
            else { continue }
            return (names, text[0..<place])
        }
        return nil
    }

    /// The text behind a year or a prize at its beginning: `"Title" (2021) Names`,
    /// `"Title", 2021, with Names`, `[Title](…) (Best Paper Award). Names`.
    func behindYear(_ text: StyledText) -> StyledText {
        let start = text.trimmed(text.indices) { $0.isBlank || ",.".unicodeScalars.contains($0) }
        if let end = Self.endOfYear(text, at: start.lowerBound)
            ?? Self.documentType(text, at: start.lowerBound)
        {
            return text[end..<text.count]
        }
        guard let bracket = text.brackets.first,
            text.string(0..<bracket.lowerBound).trimmingSeparators.isEmpty,
            case let inner = text.string(bracket),
            NewsGrammar.year(of: inner) != nil || PublicationState.isDated(inner)
                || PublicationState.isAward(SearchWords.joined(inner))
                || PublicationState.isPresentation(SearchWords.joined(inner))
        else { return text }
        return text[bracket.upperBound..<text.count]
    }
}
