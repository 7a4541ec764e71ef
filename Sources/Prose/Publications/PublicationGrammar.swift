import RecordModel

/// Reads a publication out of an item in whatever order its parts stand.
///
/// Title and authors are found first, by how they look or by where the names are; all else is
/// looked at afterwards. Where either stays in doubt nothing is read: a wrong author is worse than
/// an item kept as it is.
struct PublicationGrammar {
    let context: EntryContext
    let own: OwnName

    init(context: EntryContext) {
        self.context = context
        own = OwnName(context.ownNames)
    }

    func read(_ item: Item) -> EntryReading? {
        var work = PublicationWork(item: item, context: context, own: own)
        work.prepare()
        guard let found = paper(in: work) else { return nil }
        guard !found.title.isEmpty, !isNames(found.title) else { return nil }
        var draft = EntryDraft()
        draft.set("title", found.title)
        draft.fields["authors"] = .list(authors(found, work))
        if found.hasOthers { draft.fields["others"] = true }
        draft.notation.words += found.words
        for rest in found.rest {
            guard takeRest(rest, &work) else { return nil }
        }
        if let link = found.link {
            if let url = LinkFields.address(link, baseURL: context.baseURL) {
                draft.set("url", url)
            } else {
                work.links.add(label: found.title, url: link, kind: nil)
            }
        }
        work.finish(&draft, hint: context)
        return draft.reading(of: item, as: .publications)
    }

    private func isNames(_ title: String) -> Bool {
        guard let list = AuthorList(StyledText(plain: title), from: 0),
            list.authors.count > 2 || list.authors.contains(where: { own.matches($0.name) })
        else { return false }
        return list.end >= title.unicodeScalars.count - 1
    }

    // MARK: A title that stands out

    private func paper(in work: PublicationWork) -> FoundPaper? {
        let finder = TitleFinder(lines: work.lines, own: own)
        guard let place = finder.find() else { return byNames(in: work) }
        // What bold type seems to be a title may be a venue; a link or a quotation is none.
        return title(at: place, in: work) ?? (place.isCertain ? nil : byNames(in: work))
    }

    private func title(at place: TitleFinder.Place, in work: PublicationWork) -> FoundPaper? {
        let text = work.lines[place.line].text
        let before = text[0..<place.outer.lowerBound]
        let after = text[place.outer.upperBound..<text.count]
        var found = FoundPaper(title: text.string(place.inner))
        found.link = place.inner.isEmpty ? nil : text.style(at: place.inner.lowerBound).link
        if found.link?.isEmpty == true { found.link = nil }
        let others = work.lines.indices.filter { $0 != place.line }
        // Before the title, after it, on the lines below, on the lines above.
        if let list = AuthorsBefore(before) {
            found.take(list.list)
            found.rest = [list.lead, after] + others.map { work.lines[$0].text }
        } else if let list = AuthorsAfter(after, own: own) {
            found.take(list.list)
            found.rest = [before, list.rest] + others.map { work.lines[$0].text }
        } else {
            let below =
                others.filter { $0 > place.line } + others.filter { $0 < place.line }.reversed()
            for index in below {
                guard let list = AuthorsAfter(work.lines[index].text, own: own, isLine: true) else {
                    continue
                }
                found.take(list.list)
                found.rest =
                    [before, after, list.lead]
                    + others.map { $0 == index ? list.rest : work.lines[$0].text }
                found.restLines = others
                break
            }
        }
        return found.authors.isEmpty ? nil : found
    }

    // MARK: A title that nothing but the names around it tells

    private func byNames(in work: PublicationWork) -> FoundPaper? {
        let lines = work.lines
        // A line of names below or above a line of text.
        for (index, line) in lines.enumerated()
        where !line.isItem || index == 0 || lines[index].level > lines[0].level {
            guard let list = AuthorsAfter(line.text, own: own, isLine: true), list.isWhole,
                list.list.authors.count > 1 || own.matches(list.list.authors[0].name)
            else { continue }
            let above = index > 0 ? index - 1 : index + 1
            guard lines.indices.contains(above), !VenueWords.areIn(lines[above].string) || index > 0
            else { continue }
            var found = FoundPaper(title: lines[above].string.trimmingSeparatorsOfTitle)
            found.take(list.list)
            found.link = lines[above].text.firstLink
            found.rest =
                [list.lead, list.rest]
                + lines.indices.filter { $0 != index && $0 != above }.map { lines[$0].text }
            return found
        }
        guard let first = lines.first?.text else { return nil }
        let below = lines.dropFirst().map(\.text)
        return (authorsFirst(first) ?? titleFirst(first)).map { found in
            var found = found
            found.rest += below
            return found
        }
    }

    /// Reads names first: `Names. Title. Venue`, `Names (2020). Title`, `Names: Title`.
    private func authorsFirst(_ text: StyledText) -> FoundPaper? {
        guard let list = AuthorList(text, from: text.trimmed(text.indices).lowerBound),
            list.authors.count > 1 || own.matches(list.authors[0].name) || list.authors[0].isMarked
                || list.authors[0].name.contains(",")
        else { return nil }
        var index = list.end
        var year: StyledText?
        // What ends the list: a stop, a colon, a year in brackets.
        while let scalar = text.sign(at: index),
            scalar.isBlank || ".,:：。;".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        if let bracket = text.brackets.first(where: { $0.lowerBound == index }),
            NewsGrammar.year(of: text.string(bracket)) != nil
                || DateScanner(text.string(bracket.lowerBound + 1..<bracket.upperBound - 1)).span(
                    at: 0) != nil
        {
            year = text[bracket]
            index = bracket.upperBound
        }
        while let scalar = text.sign(at: index),
            scalar.isBlank || ".,:：。".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        let stop = endOfTitle(text, from: index)
        let title = text.string(index..<stop.inner).trimmingSeparatorsOfTitle
        guard VisibleWords.words(title).count >= 3, !VenueWords.hasAcronymWithYear(title) else {
            return nil
        }
        var found = FoundPaper(title: title)
        found.take(list)
        found.rest = [year, text[stop.outer..<text.count]].compactMap(\.self)
        if stop.mark > 0 { found.words += VisibleWords.words(text.string(stop.inner..<stop.outer)) }
        return found
    }

    /// Reads the title first: `Title, Name, Name and Name. Venue`.
    private func titleFirst(_ text: StyledText) -> FoundPaper? {
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
            guard VisibleWords.words(title).count >= 3 else { continue }
            var found = FoundPaper(title: title)
            found.take(list)
            found.rest = [text[list.end..<text.count]]
            return found
        }
        return nil
    }

    /// Where a title ends that begins at a place: at its full stop, before italics, at `[J]`.
    private func endOfTitle(_ text: StyledText, from start: Int) -> (
        inner: Int, outer: Int, mark: Int
    ) {
        var (index, depth) = (start, 0)
        while index < text.count {
            let scalar = text[index]
            if "(（".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if scalar == "[", let type = Self.documentType(text, at: index) {
                return (index, type, 1)
            }
            let next = text.sign(at: index + 1)
            if depth == 0, index > start {
                if scalar == "。" || scalar == "." && next?.isBlank != false && !isInner(text, index)
                {
                    return (index, index + 1, 0)
                }
                if "?!？！".unicodeScalars.contains(scalar), next?.isBlank != false {
                    return (index + 1, index + 1, 0)
                }
                if text.style(at: index).isItalic, !text.style(at: index - 1).isItalic,
                    text.string(index..<text.count).count < text.count - index + 1,
                    isBreak(text, before: index)
                {
                    return (index, index, 0)
                }
            }
            index += 1
        }
        return (text.count, text.count, 0)
    }

    private func isInner(_ text: StyledText, _ index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1].isLetter { start -= 1 }
        let word = text.string(start..<index).lowercased()
        return ["vs", "dr", "st", "e.g", "i.e", "no"].contains(word)
            || word.count == 1 && text.sign(at: start - 1) == "."
    }

    private func isBreak(_ text: StyledText, before index: Int) -> Bool {
        var before = index - 1
        while before >= 0, text[before].isBlank { before -= 1 }
        return before >= 0 && ".,;:".unicodeScalars.contains(text[before])
    }

    /// Where `[J]`, `[C]//`, `[J/OL].` end.
    private static func documentType(_ text: StyledText, at index: Int) -> Int? {
        var close = index + 1
        while close < text.count, close - index < 6, text[close] != "]" { close += 1 }
        guard close < text.count, text[close] == "]",
            ["J", "C", "M", "D", "P", "R", "N", "S", "J/OL", "C/OL", "EB/OL", "A"].contains(
                text.string(index + 1..<close))
        else { return nil }
        var end = close + 1
        while end < text.count, "/.。 ".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }

    // MARK: The rest

    /// Takes what is neither title nor authors; false where it hides names that nobody read.
    private func takeRest(_ text: StyledText, _ work: inout PublicationWork) -> Bool {
        var rest = text.trimmed
        // The whole citation once more in another language.
        for range in rest.brackets.reversed()
        where VisibleWords.words(rest.string(range)).count > 14 {
            work.details.take(remark: rest[range])
            rest = rest.removing(range).trimmed
        }
        guard !rest.isEmpty else { return true }
        // A line that a page's list of papers puts below: remarks, an abstract.
        if work.takeRemark(rest) { return true }
        if let list = AuthorList(rest, from: 0), list.authors.count > 2,
            !VenueWords.areIn(rest.string(0..<list.end))
        {
            return false
        }
        rest = work.withoutKey(rest)
        work.details.take(rest)
        return true
    }

    private func authors(_ found: FoundPaper, _ work: PublicationWork) -> [Value] {
        let meanings = work.meanings(of: found.authors)
        let ownIndex = ownIndex(found.authors)
        return found.authors.enumerated().map { index, author in
            var fields = Mapping()
            var name = author.name
            let marks = author.signs.compactMap { meanings[$0] }
            var remark = author.remark
            if let text = remark, text.unicodeScalars.contains(where: \.isEastAsian) {
                name += " (\(text))"
                remark = nil
            }
            fields["name"] = .string(name)
            if index == ownIndex { fields["self"] = true }
            if marks.contains(.equal) { fields["equal"] = true }
            if marks.contains(.corresponding) { fields["corresponding"] = true }
            if marks.contains(.lead) { fields["lead"] = true }
            if let link = author.link, let url = LinkFields.address(link, baseURL: context.baseURL)
            {
                fields["url"] = .string(url)
            }
            if let remark { fields["affiliation"] = .string(remark) }
            return .mapping(fields)
        }
    }

    /// The page owner among the authors: by name, or as the only one that stands out.
    private func ownIndex(_ authors: [AuthorList.Author]) -> Int? {
        if let index = authors.firstIndex(where: { own.matches($0.name) && $0.isMarked }) {
            return index
        }
        if let index = authors.firstIndex(where: { own.matches($0.name) }) { return index }
        let marked = authors.indices.filter { authors[$0].isMarked }
        guard marked.count == 1, own.isEmpty || own.resembles(authors[marked[0]].name) else {
            return nil
        }
        return marked[0]
    }
}

extension String {
    /// A title without the list's stop, brackets and quotation marks around it.
    var trimmingSeparatorsOfTitle: String {
        var text = trimmingSeparators
        let pairs: [(Character, Character)] = [
            ("\"", "\""), ("“", "”"), ("[", "]"), ("《", "》"), ("«", "»"),
        ]
        for (open, close) in pairs where text.first == open && text.last == close && text.count > 2
        {
            text = String(text.dropFirst().dropLast()).trimmingSeparators
        }
        return text
    }
}
