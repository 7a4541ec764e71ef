import Formats

/// Title and authors of a publication, and what is left of the item's text.
struct FoundPaper {
    var title: String
    var link: String?
    var authors: [AuthorList.Author] = []
    var hasOthers = false
    /// Tells whether the names are those of coauthors alone: `with Jo Lind and Max Hoek`.
    var areCoauthors = false
    /// The words between the names.
    var words: [String] = []
    /// What is neither title nor authors.
    var rest: [StyledText] = []
    var restLines: [Int] = []

    init(title: String) { self.title = title }

    /// Tells whether the paper is of another year: `A Reply to Lind (2016)` is of none of its own.
    func hasYear(besides year: Int) -> Bool {
        rest.contains { text in
            let words = SearchWords.folded(text.string)
            // A year by itself: in a longer text a number may be anything.
            return words.count <= 3
                && words.contains { NewsGrammar.year(of: $0).map { $0.year != year } ?? false }
        }
    }

    /// Takes the names that stand behind or below the title.
    mutating func take(_ names: AuthorsAfter) {
        take(names.list)
        areCoauthors = names.areCoauthors
        words += VisibleWords.words(names.lead.string)
    }

    /// Joins the two halves of the owner's name that were taken for two people.
    ///
    /// As in `Lind, Jo, et al.`
    mutating func joinOwnName(_ own: OwnName) {
        let index = authors.indices.dropLast().first { index in
            let (family, given) = (authors[index], authors[index + 1])
            return family.signs.isEmpty && !family.name.contains(" ") && !family.name.contains(",")
                && !given.name.contains(",") && own.matches(family.name + ", " + given.name)
                && !own.matches(given.name)
        }
        guard let index else { return }
        let given = authors.remove(at: index + 1)
        authors[index].name += ", " + given.name
        authors[index].signs = given.signs
    }

    /// Leaves out the title where it stands once more behind the names, as below a heading.
    mutating func leaveRepeatedTitle() {
        let title = VisibleWords.words(title)
        guard title.count > 3 else { return }
        for (index, text) in rest.enumerated()
        where VisibleWords.words(text.string).starts(with: title) {
            // The least place before which all words of the title stand.
            var (low, high) = (0, text.count)
            while low < high {
                let middle = (low + high) / 2
                let isBefore = VisibleWords.words(text.string(0..<middle)).count < title.count
                (low, high) = isBefore ? (middle + 1, high) : (low, middle)
            }
            while low < text.count, text[low].isLetter || text[low].isDigit { low += 1 }
            let start = text.trimmed(low..<text.count) {
                $0.isBlank || ",.;:\"“”".unicodeScalars.contains($0)
            }
            words += title
            rest[index] = text[start.lowerBound..<text.count]
        }
    }

    mutating func take(_ list: AuthorList) {
        authors = list.authors
        hasOthers = list.hasOthers
        words += list.words
    }
}

/// Names that stand before a title and reach up to it.
struct AuthorsBefore {
    var list: AuthorList
    /// The year behind the names; empty where there is none.
    var lead: StyledText

    init?(_ text: StyledText) {
        guard let list = AuthorList(text, from: text.trimmed(text.indices).lowerBound) else {
            return nil
        }
        // `Names. 2020.` or `Names (2020).` before the title.
        let tail = text.string(list.end..<text.count).trimmingSeparators.filter {
            $0.isLetter || $0.isNumber
        }
        // `(2021b)`
        let isLettered = tail.count == 5 && tail.last.map { "abcdef".contains($0) } == true
        let isEditor = ["dir", "ed", "eds", "hrsg", "coord", "coords", "org", "orgs"].contains(tail)
        let isYear =
            NewsGrammar.year(of: isLettered ? String(tail.dropLast()) : tail) != nil
            || PublicationState.whole[SearchWords.joined(text.string(list.end..<text.count))] != nil
            || Self.isDate(text.string(list.end..<text.count).trimmingSeparators)
        guard tail.isEmpty || isYear || isEditor,
            // `**Find** [more publications](…)`: one word alone is nobody.
            list.authors.count > 1 || list.hasOthers || list.authors[0].name.contains(",")
                || NameShape.isName(list.authors[0].name)
                || isYear && list.authors[0].hasInitials
        else { return nil }
        self.list = list
        if isEditor { self.list.words.append(tail) }
        lead = isYear ? text[list.end..<text.count] : StyledText()
    }

    /// Tells whether a text is a date in brackets: `(2021, May)`.
    private static func isDate(_ text: String) -> Bool {
        guard text.first == "(", text.last == ")", text.utf8.count < 24 else { return false }
        let scanner = DateScanner(String(text.dropFirst().dropLast()).replacing(", ", by: " "))
        return scanner.span(at: 0)?.range.upperBound == scanner.scalars.count
    }
}

/// Names that begin a text, with what follows them.
struct AuthorsAfter {
    var list: AuthorList
    /// A label before the names: `Authors:`.
    var lead: StyledText
    var rest: StyledText
    /// Tells whether the names are those of coauthors alone: `with Jo Lind and Max Hoek`.
    private(set) var areCoauthors = false

    private static let labels = ["authors:", "author:", "by ", "作者：", "作者:", "著者:"]

    /// Tells whether nothing but names is there.
    var isWhole: Bool { rest.string.trimmingSeparators.isEmpty }

    init?(_ text: StyledText, own: OwnName, isLine: Bool = false) {
        var start = text.trimmed(text.indices) {
            $0.isBlank || $0.isInvisible || $0 == StyledText.imageSign
                || ",.;:，。：-–—|·".unicodeScalars.contains($0)
        }.lowerBound
        let head = text.string(start..<min(text.count, start + 40)).lowercased()
        var leadEnd = 0
        if let label = Self.labels.first(where: { head.hasPrefix($0) }) {
            leadEnd = min(text.count, start + label.unicodeScalars.count)
            start = leadEnd
        } else if let label = CoauthorWords.lead(
            of: text.string(start..<min(text.count, start + 80)))
        {
            leadEnd = start + label.unicodeScalars.count
            start = leadEnd
            areCoauthors = true
        }
        while start < text.count, text[start].isBlank { start += 1 }
        guard
            var list = AuthorList(familyFirst: own, in: text, from: start)
                ?? AuthorList(text, from: start)
        else { return nil }
        if isLine { list.takeLowerCaseName(in: text) }
        let isOwn = list.authors.contains { own.matches($0.name) }
        var end = list.end
        if head.hasPrefix("("), leadEnd > 0 {
            // `(With Jo Lind.)`
            let close = text.sign(at: end) == "." ? end + 1 : end
            if text.sign(at: close) == ")" { end = close + 1 }
        }
        var rest = text[end..<text.count]
        let single = list.authors.count == 1
        if single {
            let name = list.authors[0]
            let isAlone = rest.string.trimmingSeparators.isEmpty
            guard
                isOwn || leadEnd > 0 && (NameShape.isName(name.name) || name.isInverted)
                    || (name.isMarked && !list.goesOn(in: text) || list.hasOthers)
                        && NameShape.isName(name.name, isAmongNames: list.hasOthers)
                    || isAlone && isLine && NameShape.isName(name.name)
            else { return nil }
            // `Nature Communications` is no author.
            guard isOwn || !VenueWords.areIn(name.name) else { return nil }
        } else {
            let full = list.authors.filter { NameShape.isName($0.name) || $0.name.contains(",") }
            guard full.count * 2 > list.authors.count else { return nil }
        }
        // `with Jo Lind (Bank of Rivers).`: where the last one of them works.
        if areCoauthors, !head.hasPrefix("("), let bracket = rest.brackets.first,
            rest.isBlank(0..<bracket.lowerBound), list.authors.last?.remark == nil,
            rest.string(bracket.upperBound..<rest.count).trimmingSeparators.isEmpty,
            case let inner = rest.string(bracket.lowerBound + 1..<bracket.upperBound - 1),
            !inner.contains(where: \.isNumber), !VenueWords.areIn(inner),
            VisibleWords.words(inner).count <= 8
        {
            list.authors[list.authors.count - 1].remark = inner
            rest = StyledText()
        }
        self.list = list
        self.rest = rest
        lead = text[0..<leadEnd]
    }
}

extension StyledText {
    /// Tells whether a place is the first of a line of the source.
    func beginsLine(at index: Int) -> Bool {
        text(before: index).map { self[$0] == "\n" } ?? true
    }

    /// The place before another one, spaces left out.
    private func text(before index: Int) -> Int? {
        (0..<index).last { self[$0] == "\n" || !self[$0].isBlank }
    }

    /// The first address that the text links to.
    var firstLink: String? {
        indices.lazy.compactMap { style(at: $0).link }.first { !$0.isEmpty }
    }
}
