/// What stands out as a title does, and is people.
extension TitleFinder {
    /// Tells whether a text is nothing but names.
    func isNames(_ text: StyledText) -> Bool {
        let whole = text.string.trimmingSeparators
        if VisibleWords.words(whole).count < 4, NameShape.isName(whole) { return true }
        guard let list = AuthorList(text, from: 0) else { return false }
        // `Semantic Parsing and Question Answering` might be two people; `Shen, R.` is one.
        guard
            list.authors.count > 2 && list.authors.allSatisfy(\.isFull)
                || list.authors.contains(where: { own.matches($0.name) || $0.hasInitials })
        else { return false }
        return text.string(list.end..<text.count).trimmingSeparators.isEmpty
    }

    /// Tells whether a linked text is one of the authors, the family first: `… and [Berg-Lind, Ada](…)`.
    func isCoauthor(_ text: StyledText, _ range: Range<Int>) -> Bool {
        let parts = text.string(range).split(separator: ",").map(String.init)
        guard parts.count == 2, parts.allSatisfy({ $0.split(separator: " ").count < 3 }),
            parts.allSatisfy({ NameShape.isName($0.trimmingSpaces, isAmongNames: true) })
        else { return false }
        let before = text.string(0..<range.lowerBound).lowercased()
        return ["and", "&", ",", ";"].contains(where: before.hasSuffix)
    }
}
