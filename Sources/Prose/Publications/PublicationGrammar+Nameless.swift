import Formats
import RecordModel

/// Publications that name nobody, or nobody but those with whom the page's owner wrote them.
extension PublicationGrammar {
    /// Reads a title in front of where and when it appeared: `[Quiet Rivers](…). River Annals (2020)`.
    ///
    /// Nothing tells such a line from a link to anything else, so a heading has to announce
    /// publications, and all that follows the title has to be understood.
    func nameless(in work: PublicationWork) -> FoundPaper? {
        guard work.lines.count <= 2, let first = work.lines.first?.text else { return nil }
        if let found = withCoauthors(first) { return found }
        let headings = [context.subheading, context.heading].compactMap(\.self)
        guard headings.contains(where: { SectionHeading.kind(of: $0) == .publications }) else {
            return nil
        }
        if work.lines.count == 1, let found = titleOfPreprint(first, work.links) { return found }
        let identified = titleBeforeYear(first, in: work)
        guard var found = markedTitle(in: work) ?? titleBeforeItalics(first) ?? identified
        else { return nil }
        found.rest += work.lines.dropFirst().map(\.text)
        // What stands before the title may say when it appeared; here the words behind it have to.
        var trial = work
        trial.details = PublicationDetails()
        for rest in found.rest {
            let names = AuthorList(rest, from: rest.trimmed(rest.indices).lowerBound)?.authors ?? []
            guard !names.contains(where: { own.matches($0.name) }), names.count < 2 || !own.isEmpty,
                takeRest(rest, &trial)
            else { return nil }
        }
        let remarks = VisibleWords.words(trial.details.notes.joined(separator: " "))
        guard trial.details.hasDate, remarks.count <= 8 else { return nil }
        let venue = trial.details.venue["name"] ?? trial.details.venue["short"]
        guard let venue = venue?.string else {
            // `"Quiet Rivers", November 2023 [Paper](…)`: a title in quotation marks, to be read.
            let isQuoted = first.trimmed.scalars.first.map { "\"“«„".unicodeScalars.contains($0) }
            let isLinked = found.link != nil || !work.links.isEmpty
            return found.title == identified?.title || isQuoted == true && isLinked ? found : nil
        }
        guard venue.first?.isLowercase == false, !own.matches(venue) else { return nil }
        return found
    }

    /// Reads `Quiet Rivers (with Jo Lind and Ada Berg). Other things`, `Quiet Rivers, with Jo Lind,
    /// *River Annals*`.
    private func withCoauthors(_ text: StyledText) -> FoundPaper? {
        let commas = text.indices.filter { index in
            text[index] == ","
                && ["with ", "joint "].contains(
                    where: text.string(index + 1..<min(text.count, index + 9)).hasPrefix)
        }
        for place in text.brackets.map(\.lowerBound) + commas {
            let title = text.string(0..<place).trimmingSeparatorsOfTitle
            guard let names = AuthorsAfter(text[place..<text.count], own: own),
                names.areCoauthors,
                VisibleWords.words(title).count >= 3, !title.contains(". ")
            else { continue }
            var found = FoundPaper(title: title)
            found.take(names)
            found.link = text[0..<place].firstLink
            found.rest = [names.rest]
            return found
        }
        return nil
    }

    /// Reads `*Quiet Rivers* (Jo Lind and Ada Berg, 2020)`.
    func namesInBrackets(_ work: PublicationWork) -> FoundPaper? {
        guard work.lines.count == 1, let text = work.lines.first?.text,
            let bracket = text.brackets.first(where: { text[$0.lowerBound] == "(" }),
            case let title = text.string(0..<bracket.lowerBound).trimmingSeparatorsOfTitle,
            VisibleWords.words(title).count >= 3, !title.contains(". "), !isNames(title),
            case let inner = text[bracket.lowerBound + 1..<bracket.upperBound - 1],
            let list = AuthorList(inner, from: 0),
            list.authors.contains(where: { own.matches($0.name) }),
            case let year = inner.string(list.end..<inner.count).trimmingSeparators,
            year.isEmpty || NewsGrammar.year(of: year) != nil
        else { return nil }
        var found = FoundPaper(title: title)
        found.take(list)
        found.link = text[0..<bracket.lowerBound].firstLink
        found.rest = [StyledText(plain: year), text[bracket.upperBound..<text.count]]
        return found
    }

    /// A link, a quotation or strong type that begins the line.
    private func markedTitle(in work: PublicationWork) -> FoundPaper? {
        guard let place = TitleFinder(lines: work.lines, own: own).find(), place.line == 0 else {
            return nil
        }
        let text = work.lines[0].text
        let title = text.string(place.inner)
        guard text.string(0..<place.outer.lowerBound).trimmingSeparators.isEmpty,
            VisibleWords.words(title).count >= 4
        else { return nil }
        var found = FoundPaper(title: title)
        found.link = text.style(at: place.inner.lowerBound).link
        found.rest = [text[place.outer.upperBound..<text.count]]
        return found
    }

    /// Reads `Quiet rivers of the north.` with a link to it on arXiv, which was taken off.
    private func titleOfPreprint(_ text: StyledText, _ links: LinkFields) -> FoundPaper? {
        let title = text.string.trimmingSeparatorsOfTitle
        let start = text.trimmed(text.indices).lowerBound
        guard
            text.trimmed.scalars.last == "." || text.isMostlyMarked && text.style(at: start).isBold,
            !title.contains(". "),
            VisibleWords.words(title).count >= 4,
            !text.brackets.contains(where: { NewsGrammar.year(of: text.string($0)) != nil }),
            AuthorList(text, from: 0).map({ $0.authors.count < 2 }) ?? true,
            links.links.contains(where: {
                $0["url"]?.string.map { $0.contains("arxiv.org/abs/") } == true
            })
        else { return nil }
        return FoundPaper(title: title)
    }

    /// Reads `Quiet rivers of the north, (2020) River Annals 12` with a link to it.
    private func titleBeforeYear(_ text: StyledText, in work: PublicationWork) -> FoundPaper? {
        guard
            let bracket = text.brackets.first(where: {
                NewsGrammar.year(of: text.string($0)) != nil
            }),
            case let title = text.string(0..<bracket.lowerBound).trimmingSeparatorsOfTitle,
            !title.contains(". "), VisibleWords.words(title).count >= 4, !isNames(title),
            AuthorList(text, from: 0).map({ $0.authors.count < 2 }) ?? true,
            case let shown = work.lines.flatMap({ $0.text.runs { $0.link ?? "" }.map(\.look) }),
            (shown + work.links.links.compactMap { $0["url"]?.string }).contains(where: { url in
                ["doi.org/", "arxiv.org/abs/"].contains(where: url.contains)
            })
        else { return nil }
        var found = FoundPaper(title: title)
        found.rest = [text[bracket.lowerBound..<text.count]]
        return found
    }

    /// Reads `Quiet rivers. *River Annals* **12**, 2020`.
    private func titleBeforeItalics(_ text: StyledText) -> FoundPaper? {
        let stop = endOfTitle(text, from: text.trimmed(text.indices).lowerBound)
        let title = text.string(0..<stop.inner).trimmingSeparatorsOfTitle
        guard let next = (stop.outer..<text.count).first(where: { text[$0].isLetter }),
            text.style(at: next).isItalic, VisibleWords.words(title).count >= 4
        else { return nil }
        var found = FoundPaper(title: title)
        found.rest = [text[stop.outer..<text.count]]
        return found
    }
}
