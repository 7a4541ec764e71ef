/// Titles that nothing sets off from the names behind them.
extension PublicationGrammar {
    /// Reads the title first: `Title, Name, Name and Name. Venue`.
    func titleFirst(_ text: StyledText) -> FoundPaper? {
        let isOfNames = AuthorsAfter(text, own: own)?.isWhole == true
        for index in text.indices where ",，.。".unicodeScalars.contains(text[index]) {
            guard index > 8,
                text.sign(at: index + 1).map({
                    $0.isBlank || text[index] != "." && text[index] != ","
                }) ?? false
                    || text.sign(at: index + 1).map({
                        text.mark(at: index + 1) != text.mark(at: index) && !$0.isDigit
                    }) ?? false,
                text[index] != "." || !text.isAbbreviation(before: index)
            else { continue }
            guard let list = AuthorList(text, from: index + 1),
                list.authors.count > 1
                    && list.authors.filter({
                        $0.name.contains(" ")
                            || $0.name.unicodeScalars.contains(where: \.isEastAsian)
                    }).count * 4 >= list.authors.count * 3
                    || own.matches(list.authors[0].name),
                own.isEmpty || list.authors.count > 2
                    || list.authors.contains(where: { own.matches($0.name) })
            else { continue }
            let title = text.string(0..<index).trimmingSeparatorsOfTitle
            // A line that is nothing but names has no title in it.
            guard VisibleWords.words(title).count >= 3, !areNames(text[0..<index]),
                !endsInName(title), !isOfNames || !NameShape.isName(title.withoutSigns),
                !own.matches(title.withoutSigns)
            else { continue }
            var found = FoundPaper(title: title)
            found.take(list)
            found.rest = [text[list.end..<text.count]]
            return found
        }
        return nil
    }

    /// Tells whether a name stands behind the last comma: names that were not read before it are
    /// no title.
    private func endsInName(_ title: String) -> Bool {
        guard let comma = title.lastIndex(of: ",") else { return false }
        let last = String(title[comma...].dropFirst()).trimmingSpaces
        return last.contains(" ") && NameShape.isName(last)
    }
}

extension String {
    /// The text without what is no letter at its end.
    fileprivate var withoutSigns: String {
        lastIndex(where: \.isLetter).map { String(self[...$0]) } ?? ""
    }
}
