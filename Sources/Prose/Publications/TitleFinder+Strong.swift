/// Titles in strong type that a link to something else follows.
extension TitleFinder {
    /// A strong line above the names, where the link is below them: that of a publisher.
    func strong(above link: Place) -> Place? {
        if let place = strong(before: link) { return place }
        guard link.line > 1, let place = marked(), place.line < link.line,
            lines[place.line].text.trimmed.string.trimmingSeparators
                == lines[place.line].text.string(place.inner),
            lines[place.line + 1..<link.line].contains(where: areAuthors)
        else { return nil }
        return place
    }

    /// Strong type that begins the line of a link, with the names between them:
    /// `**Quiet Rivers**, *Jo Lind, Max Berg*, [Meeting on Rivers](…)`.
    private func strong(before link: Place) -> Place? {
        guard link.line == 0, let text = lines.first?.text,
            let run = text.runs({ $0.isBold && $0.linkNumber == 0 }).first, run.look,
            text.isBlank(0..<run.range.lowerBound), run.range.upperBound < link.outer.lowerBound,
            VisibleWords.words(text.string(run.range)).count > 3, !isNames(text[run.range]),
            let names = AuthorsAfter(text[run.range.upperBound..<link.outer.lowerBound], own: own),
            names.list.authors.count > 1
        else { return nil }
        return place(0, run.range)
    }

    /// Tells whether a line is nothing but names: `Jo Lind, Max Berg`, `(with Jo Lind)`.
    private func areAuthors(_ line: Item.Line) -> Bool {
        isNames(line.text) || AuthorsAfter(line.text, own: own)?.isWhole == true
    }
}
