import Formats

/// Tells whether a name in a list of authors is the page owner's.
struct OwnName {
    private let names: [NameText]
    private let letters: Set<String>

    init(_ names: [String]) {
        let names = names.map(Self.withoutTitles)
        self.names = names.map(NameText.init(displayed:))
        letters = Set(names.map(Self.letters))
    }

    /// The name without what somebody is: `Dr. Jo Lind`, `Jo Lind, PhD`, `Jo Lind (M.D.)`.
    private static func withoutTitles(_ name: String) -> String {
        guard
            name.contains(where: { ".,(".contains($0) }) || name.hasPrefix("Dr")
                || name.hasPrefix("Prof")
        else { return name }
        let plain = degrees.replacing(in: titles.replacing(in: name, with: ""), with: "")
        return plain.isEmpty ? name : plain
    }

    private static let titles = TextPattern(
        /^(?i)(?:(?:prof|professor|dr|mr|mrs|ms)(?:\.\s*|\s+))+/)
    private static let degrees = TextPattern(
        /[,\s]+\(?(?i)(?:ph\.?\s?d|m\.?\s?d|m\.?sc|d\.?phil)\.?\)?$/)

    var isEmpty: Bool { names.isEmpty }

    /// The letters of a name, in order and in a sorted one: `Soo Min Chung` is `Soomin Chung`.
    private static func letters(_ name: String) -> String { SearchWords.folded(name).joined() }

    func matches(_ name: String) -> Bool {
        guard !names.isEmpty else { return false }
        if letters.contains(Self.letters(name)) { return true }
        let other = NameText(displayed: name)
        return names.contains { own in
            Self.isSame(own, other)
                // `He Weikang` for `Weikang He`
                || Self.isSame(own, NameText(given: other.family, family: other.given))
        }
    }

    /// Tells whether a name shares a word with the owner's: a spelling of it, where it stands out.
    func resembles(_ name: String) -> Bool {
        let words = Set(SearchWords.folded(name).filter { $0.count > 2 })
        return names.contains { own in
            !words.isDisjoint(with: SearchWords.folded(own.full).filter { $0.count > 2 })
                || own.full.unicodeScalars.allSatisfy(\.isEastAsian)
                    != name.unicodeScalars.allSatisfy(\.isEastAsian)
        }
    }

    /// `JA` as the initials that it is.
    private static func partingInitials(of given: String) -> String {
        (2...3).contains(given.utf8.count) && given.allSatisfy(\.isUppercase)
            ? given.map(String.init).joined(separator: " ") : given
    }

    private static func isSame(_ own: NameText, _ other: NameText) -> Bool {
        guard !other.family.isEmpty, !other.given.isEmpty,
            letters(own.family) == letters(other.family)
        else { return false }
        let mine = SearchWords.folded(own.given)
        let theirs = SearchWords.folded(partingInitials(of: other.given))
        guard let first = mine.first, let second = theirs.first else { return false }
        if mine.joined() == theirs.joined() { return true }
        // Initials: each of them begins one of the given names.
        return zip(mine, theirs).allSatisfy {
            $0.count == 1 || $1.count == 1
                ? $0.first == $1.first : $0 == $1 || ShortNames.areOne($0, $1)
        }
            && (first.count == 1 || second.count == 1 || first == second
                || ShortNames.areOne(first, second))
    }
}
