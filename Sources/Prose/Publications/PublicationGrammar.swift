import Formats
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
        guard
            var found = namesInBrackets(work) ?? paper(in: work) ?? paperByBibTeX(in: work)
                ?? nameless(in: work)
        else { return nil }
        leaveEdges(of: &found, &work)
        found.leaveTail()
        found.leaveRepeatedTitle()
        found.joinOwnName(own)
        guard !found.title.isEmpty, !found.title.isAddress, !isNames(found.title),
            !found.title.isInBrackets, !isCoauthor(found.title),
            TitleShape.isTitle(found.title)
        else { return nil }
        if found.areCoauthors, !found.authors.contains(where: { own.matches($0.name) }) {
            // Whose page it is wrote the paper with them; where nobody knows who that is, somebody
            // would be left out.
            guard let owner = context.ownNames.first else { return nil }
            found.authors.insert(
                AuthorList.Author(name: owner, signs: [], isMarked: false), at: 0)
        }
        guard !isLabel(found, work) else { return nil }
        var draft = EntryDraft()
        draft.set("title", found.title)
        let authors = authors(found, work)
        if !authors.isEmpty { draft.fields["authors"] = .list(authors) }
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

    /// Tells whether a text is somebody with whom a paper was written: `With R. Lind`, `With R. Lind,
    /// A. Berg`.
    private func isCoauthor(_ title: String) -> Bool {
        guard let lead = CoauthorWords.lead(of: title) else { return false }
        let first = title.dropFirst(lead.count).prefix { $0 != "," }
        return NameShape.isName(String(first).trimmingSeparators)
    }

    /// Tells whether a word or two with one other name below them, and nothing more, are the label of
    /// a box on a page whose owner is known: `Google Scholar`, `Total Citations`.
    private func isLabel(_ found: FoundPaper, _ work: PublicationWork) -> Bool {
        !own.isEmpty && VisibleWords.words(found.title).count < 3 && found.authors.count == 1
            && !found.hasOthers && !found.authors.contains { own.matches($0.name) }
            && !work.details.hasDate
            && !found.rest.contains { VenueText($0.string).date != nil }
    }

    func isNames(_ title: String) -> Bool {
        guard let list = AuthorList(StyledText(plain: title), from: 0),
            list.authors.contains(where: { own.matches($0.name) })
                || list.authors.count > 2 && list.authors.allSatisfy(\.isFull)
                || list.authors.count(where: \.isInverted) > 2
        else { return false }
        return list.end >= title.unicodeScalars.count - 1
            || list.authors.count(where: \.isInverted) > 2
    }

    // MARK: A title that stands out

    func paper(in work: PublicationWork) -> FoundPaper? {
        if let found = linkedCitation(in: work) { return found }
        let finder = TitleFinder(lines: work.lines, own: own)
        guard let place = finder.find() else { return byNames(in: work) }
        if place.line > 0, work.lines[place.line].isItem, let found = citationAbove(in: work) {
            return found
        }
        // What bold type seems to be a title may be a venue; a link or a quotation is none.
        if let found = title(at: place, in: work) { return found }
        guard !place.isCertain, let found = byNames(in: work) else { return nil }
        // A link that is no title is where the paper appeared, and has nothing of the title in it.
        let text = work.lines[place.line].text
        guard text.style(at: place.inner.lowerBound).linkNumber > 0 else { return found }
        let link = text.string(place.inner)
        return found.title.contains(link) || link.contains(found.title.prefix(12)) ? nil : found
    }

    /// A whole citation with a list below it, whatever stands out there: who wrote of it, what it won.
    private func citationAbove(in work: PublicationWork) -> FoundPaper? {
        guard let first = work.lines.first?.text, var found = authorsFirst(first),
            VisibleWords.words(first.string).contains(where: { NewsGrammar.year(of: $0) != nil })
        else { return nil }
        found.rest += work.lines.dropFirst().map(\.text)
        return found
    }

    /// A whole citation that is one link: `[Lind, Jo (2020). "Quiet Rivers," River Annals](…)`.
    private func linkedCitation(in work: PublicationWork) -> FoundPaper? {
        guard work.lines.count == 1, let text = work.lines.first?.text,
            case let inner = text.trimmed(
                text.indices, { $0.isBlank || ".[]".unicodeScalars.contains($0) }),
            let start = inner.first, let link = text.style(at: start).link, !link.isEmpty,
            case let number = text.style(at: start).linkNumber,
            inner.allSatisfy({ text.style(at: $0).linkNumber == number }),
            VisibleWords.words(text.string).contains(where: { NewsGrammar.year(of: $0) != nil })
        else { return nil }
        let isDated = text.brackets.contains { NewsGrammar.year(of: text.string($0)) != nil }
        var plain = work
        plain.lines[0].text = text.unlinked
        let place = TitleFinder(lines: plain.lines, own: own).find()
        guard
            var found = place.flatMap({ title(at: $0, in: plain) }) ?? authorsFirst(text.unlinked),
            isDated
                ? !found.authors.isEmpty
                : found.authors.contains(where: { own.matches($0.name) })
        else { return nil }
        found.link = link
        return found
    }

    func title(at place: TitleFinder.Place, in work: PublicationWork) -> FoundPaper? {
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
        } else if let list = AuthorsAfter(behindYear(after), own: own) {
            found.take(list)
            let year = after[0..<after.count - behindYear(after).count]
            found.rest = [before, year, list.rest] + others.map { work.lines[$0].text }
        } else if let (names, citation) = coauthorsBehind(after) {
            found.take(names)
            found.rest = [before, citation, names.rest] + others.map { work.lines[$0].text }
        } else {
            let below =
                others.filter { $0 > place.line } + others.filter { $0 < place.line }.reversed()
            let lists = below.compactMap { index in
                AuthorsAfter(work.lines[index].text, own: own, isLine: true).map {
                    (line: index, names: $0)
                }
            }
            // One name may be that of a journal.
            if let (line, names) = lists.first(where: { lists.count > 1 && isOwn($0.names.list) })
                ?? lists.first(where: { $0.names.list.authors.count > 1 }) ?? lists.first
            {
                found.take(names)
                found.rest =
                    [before, after]
                    + others.map { $0 == line ? names.rest : work.lines[$0].text }
                found.restLines = others
            }
        }
        return found.authors.isEmpty ? nil : found
    }

    private func isOwn(_ list: AuthorList) -> Bool {
        list.authors.contains { own.matches($0.name) }
    }

    // MARK: The rest

    /// Takes what is neither title nor authors; false where it hides names that nobody read.
    func takeRest(_ text: StyledText, _ work: inout PublicationWork) -> Bool {
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
            list.authors.count(where: \.isFull) * 2 >= list.authors.count,
            !VenueWords.areIn(rest.string(0..<list.end))
        {
            return false
        }
        rest = work.withoutKey(rest)
        work.details.take(rest)
        return true
    }

    func authors(_ found: FoundPaper, _ work: PublicationWork) -> [Value] {
        let meanings = work.meanings(of: found.authors)
        let ownIndex = ownIndex(found.authors)
        return found.authors.enumerated().map { index, author in
            var fields = Mapping()
            var name = author.name
            let marks = author.signs.compactMap { meanings[$0] }
            var remark = author.remark
            if let text = remark, author.isNamed(by: text) {
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
    func ownIndex(_ authors: [AuthorList.Author]) -> Int? {
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
    /// Tells whether the whole text stands in round brackets.
    fileprivate var isInBrackets: Bool {
        guard let first, let last, "(（".contains(first), ")）".contains(last) else { return false }
        return !dropFirst().dropLast().contains { ")）".contains($0) }
    }

    /// Tells whether the text is an address, as that of a link which shows itself.
    var isAddress: Bool {
        let text = trimmingSeparators.lowercased()
        return ["http://", "https://", "www.", "doi:", "doi.org"].contains(where: text.hasPrefix)
            && !text.contains(" ")
    }

    /// A title without the list's stop, brackets and quotation marks around it.
    var trimmingSeparatorsOfTitle: String {
        var text = trimmingSeparators
        // TeX's quotation marks.
        if text.hasPrefix("``"), text.hasSuffix("\'\'"), text.count > 4 {
            text = String(text.dropFirst(2).dropLast(2)).trimmingSeparators
        }
        let pairs: [(Character, Character)] = [
            ("\"", "\""), ("“", "”"), ("[", "]"), ("《", "》"), ("«", "»"), ("「", "」"), ("『", "』"),
            ("‘", "’"),
        ]
        for (open, close) in pairs where text.first == open && text.last == close && text.count > 2
        {
            text = String(text.dropFirst().dropLast()).trimmingSeparators
        }
        return text
    }
}
