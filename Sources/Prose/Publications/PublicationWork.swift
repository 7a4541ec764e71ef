import Formats
import RecordModel

/// An item of a list of publications while it is taken apart.
struct PublicationWork {
    var lines: [Item.Line]
    var links: LinkFields
    var details = PublicationDetails()
    /// The BibTeX of the paper where the page has it.
    var bibTeX: BibTeXEntry?
    var draft = EntryDraft()
    private var marks: [String: AuthorMark]
    private let item: Item
    let own: OwnName
    /// Remarks below the paper: summaries, an abstract, other prose.
    private var remarks: [Item.Line] = []
    private var abstract: [Item.Line] = []

    init(item: Item, context: EntryContext, own: OwnName) {
        self.item = item
        self.own = own
        lines = item.lines
        links = LinkFields(context)
        marks = context.authorMarks
    }

    /// Takes off what is no part of the citation: badges, keys, links with labels, remarks.
    mutating func prepare() {
        takeBibTeX()
        takeRule()
        takeYearLine()
        takeBullet()
        takeBadges()
        takeBracketsOfNames()
        partAddresses()
        joinNames()
        takeKey()
        for index in lines.indices {
            // The first line's first link is the title, however it reads.
            lines[index].text.takeResourceLinks(into: &links, keepsFirst: false)
            lines[index].text = withoutKey(lines[index].text)
        }
        lines.removeAll { $0.text.string.trimmingSeparators.isEmpty }
        takeRemarks()
        takeAnnouncedCode()
        takeLeadingCode()
        // `ICML 2026` (CCF-A) Names
        if let first = lines.first?.text.trimmed.sign(at: 0), "([".unicodeScalars.contains(first) {
            takeLeadingCode()
        }
    }

    /// Lists below the citation, and paragraphs that say what they are.
    private mutating func takeRemarks() {
        guard lines.count > 1 else { return }
        // Where the names are says which lists are remarks.
        let names = lines.firstIndex { isNames($0) }
        let areNamesAbove =
            names.map { !lines[$0].isItem || lines[$0].level == lines[0].level } ?? false
        var citation: [Item.Line] = []
        for (index, line) in lines.enumerated() {
            let words = VisibleWords.words(line.string)
            let head = line.string.prefix(12).lowercased()
            let isNested = line.isItem && line.level > lines[0].level
            if Self.abstractLabels.contains(where: head.hasPrefix) {
                abstract.append(line)
            } else if index > 0, words.count > 14, isProse(line) {
                remarks.append(line)
            } else if isNested, let names, index > names,
                areNamesAbove
                    ? !VenueWords.hasAcronymWithYear(line.string) || words.count > 8
                    : isProse(line) && words.count > 6
            {
                remarks.append(line)
            } else {
                citation.append(line)
            }
        }
        lines = citation
    }

    private static let abstractLabels = [
        "abstract", "摘要", "tl;dr", "tldr", "resumo:", "resumen:", "résumé:", "zusammenfassung:",
        "intro:",
    ]

    private func isNames(_ line: Item.Line) -> Bool {
        guard let list = AuthorsAfter(line.text, own: own, isLine: true) else { return false }
        return list.list.authors.count > 1 || list.isWhole
    }

    /// Joins lines that a list of names goes over: the first ends with a comma, or the next begins
    /// with `and`.
    private mutating func joinNames() {
        var joined: [Item.Line] = []
        for line in lines {
            if let last = joined.last, !line.beginsBlock, !line.isItem,
                last.text.trimmed.scalars.last == "," || line.string.hasPrefix("and "),
                last.element == line.element
            {
                joined[joined.count - 1].text.append("\n", TextStyle())
                joined[joined.count - 1].text.append(line.text)
            } else {
                joined.append(line)
            }
        }
        lines = joined
    }

    /// Tells whether a line is a sentence about the paper, and no part of its citation.
    private func isProse(_ line: Item.Line) -> Bool {
        if let list = AuthorList(line.text, from: line.text.trimmed(line.text.indices).lowerBound),
            list.authors.count > 2 || list.authors.count == 2 && list.end * 2 > line.text.count
        {
            return false
        }
        let words = SearchWords.folded(line.string)
        let verbs: Set<String> = [
            "is", "are", "was", "were", "has", "have", "we", "our", "this", "the", "a", "an", "it",
            "that",
            "can", "which", "presents", "proposes", "introduces", "shows", "provides",
        ]
        let signs = words.filter(verbs.contains).count
        if line.isItem, line.level > (item.lines.first?.level ?? 0) {
            return signs >= 2 || words.count > 20
        }
        return signs >= 3 && words.count > 18 && !line.text.isMostlyMarked
            && line.text.firstLink == nil
    }

    /// Takes a leftover that is prose; false for what belongs to the citation.
    mutating func takeRemark(_ text: StyledText) -> Bool {
        let words = SearchWords.folded(text.string)
        // `In *A Long Title* (eds. …), River Press, 2020, 12-34`: where the paper appeared.
        let start = text.indices.first { text[$0].isLetter || text[$0].isDigit }
        let isSlanted = start.map { text.style(at: $0).isItalic } ?? false
        let isVenue =
            words.first == "in" || words.first == "proceedings"
            || isSlanted && VenueWords.areIn(words.prefix(8).joined(separator: " "))
        guard words.count > 28, !isVenue || words.count > 60 else { return false }
        var line = Item.Line(text: text)
        line.beginsBlock = true
        remarks.append(line)
        return true
    }

    /// The text without a key of authors' signs: `(*co-first author)`, `* denotes equal contribution`.
    mutating func withoutKey(_ text: StyledText) -> StyledText {
        var rest = text
        for range in text.brackets.reversed() {
            let inner = text.string(range.lowerBound + 1..<range.upperBound - 1)
            let key = AuthorMark.key(in: inner)
            if !key.isEmpty, SearchWords.folded(inner).count < 12 {
                marks.merge(key) { _, new in new }
                draft.note(inner)
                rest = rest.removing(range)
            } else if let mark = AuthorMark(meaning: inner), SearchWords.folded(inner).count < 4 {
                marks["*"] = marks["*"] ?? mark
                draft.note(inner)
                rest = rest.removing(range)
            }
        }
        let shown = rest.string
        if SearchWords.folded(shown).count < 14, let first = shown.unicodeScalars.first,
            AuthorSigns.isMark(first) || first == "\\"
        {
            let key = AuthorMark.key(in: shown)
            if !key.isEmpty, !shown.contains(",") || key.count > 1 {
                marks.merge(key) { _, new in new }
                draft.note(shown)
                return StyledText()
            }
        }
        return rest
    }

    /// What the signs after these names mean, by the item's key, the page's, or use.
    func meanings(of authors: [AuthorList.Author]) -> [String: AuthorMark] {
        var known = marks
        for sign in AuthorSigns.envelopes {
            known[String(sign)] = known[String(sign)] ?? .corresponding
        }
        // Without a key a sign on the first authors, and on no other, is shared by them.
        for sign in Set(authors.flatMap(\.signs)) where known[sign] == nil && !sign.isNumeral {
            let bearers = authors.indices.filter { authors[$0].signs.contains(sign) }
            if bearers.count > 1, bearers == Array(0..<bearers.count), bearers.count < authors.count
            {
                known[sign] = .equal
            }
        }
        return known
    }

    /// Writes all but title and authors into a draft.
    mutating func finish(_ draft: inout EntryDraft, hint: EntryContext) {
        if !details.hasDate, let heading = hint.subheading ?? hint.heading,
            let year = NewsGrammar.year(of: heading)
        {
            details.take(date: year, weight: 0)
            draft.notation.inferred.append("date")
        } else if !details.hasDate, let subheading = hint.subheading,
            SearchWords.folded(subheading).count < 6,
            case let venue = subheading.withoutLetterOfYear,
            VenueWords.hasAcronymWithYear(venue), let year = VenueText(venue).date
        {
            details.take(date: year, weight: 0)
            draft.notation.inferred.append("date")
        }
        if !details.hasDate,
            let year = item.images.lazy.compactMap(\.yearOfBadge).first
        {
            details.take(date: PartialDate(year: year), weight: 0)
            draft.notation.inferred.append("date")
        }
        if !details.hasDate { details.take(date: yearOfLabel(), weight: 0) }
        details.finish(&draft)
        if let bibTeX { draft.fields["bibtex"] = PaperBibTeX.field(of: bibTeX) }
        if draft.fields["status"] == nil, let subheading = hint.subheading ?? hint.heading,
            SearchWords.folded(subheading).contains(where: {
                ["preprint", "preprints"].contains($0)
            })
        {
            draft.set("status", "preprint")
            draft.notation.inferred.append("status")
        }
        for link in item.imageLinks {
            links.add(label: "", url: link, kind: ResourceLabel.kind(ofAddress: link))
        }
        links.finish(&draft)
        for url
            in ([draft.fields["url"]?.string].compactMap(\.self)
            + links.links.compactMap { $0["url"]?.string })
        {
            takeIdentifier(of: url, &draft)
        }
        var abstract = abstract
        if let first = abstract.first {
            let label = first.text.indices.first {
                ":：".unicodeScalars.contains(first.text[$0]) && $0 < 14
            }
            if let label {
                draft.note(first.text.string(0..<label))
                abstract[0].text = first.text[label + 1..<first.text.count]
            }
            draft.set("abstract", Item.markdown(abstract))
        }
        if !remarks.isEmpty { draft.add("summary", paragraph: Item.markdown(remarks)) }
        draft.notation.words += self.draft.notation.words
        draft.notation.key = self.draft.notation.key
        for image in item.images where !image.isBadge {
            draft.notation.images.append(
                .init(source: image.source, alternative: image.alternative))
        }
        if let id = item.citationIDs.first, Set(item.citationIDs).count == 1,
            !id.hasPrefix("DhtAFkwAAAAJ")
        {
            draft.fields["citations"] = ["scholar_id": .string(id)]
        }
    }
}

extension String {
    /// The text without a letter that tells papers of a year apart: `RIVER'24b`.
    fileprivate var withoutLetterOfYear: String {
        guard let last, "abcdef".contains(last), dropLast().last?.isNumber == true else {
            return self
        }
        return String(dropLast())
    }

    /// Tells whether a sign is a number, which stands for an affiliation.
    fileprivate var isNumeral: Bool { unicodeScalars.allSatisfy { $0.isDigit || $0.isLetter } }
}
