import Formats

/// Tells whether a name in a list of authors is the page owner's.
struct OwnName {
    private let names: [NameText]
    private let letters: Set<String>
    private let words: Set<[String]>

    init(_ names: [String]) {
        let names = names.map(Self.withoutTitles)
        self.names = names.map(NameText.init(displayed:))
        letters = Set(names.map(Self.letters))
        words = Set(names.map(Self.words))
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

    /// The words of a name, whichever comes first: `Lind Jo Anna` is `Jo Anna Lind`.
    private static func words(_ name: String) -> [String] { SearchWords.folded(name).sorted() }

    /// The letters of a name in order: `Soo Min Chung` is `Soomin Chung`.
    private static func letters(_ name: String) -> String { SearchWords.folded(name).joined() }

    /// How often a text holds a word of the owner's name, without which no name in it is or resembles
    /// the owner's; any number where one of both is in Chinese, Japanese or Korean.
    func mentions(in text: String) -> Int {
        guard !text.unicodeScalars.contains(where: \.isEastAsian),
            !names.contains(where: { $0.full.unicodeScalars.allSatisfy(\.isEastAsian) })
        else { return .max }
        let text = Self.letters(text)
        let words = names.flatMap { own in
            [Self.letters(own.family)] + SearchWords.folded(own.full).filter { $0.count > 2 }
        }
        return Set(words).reduce(0) { count, word in
            guard !word.isEmpty else { return count }
            var (count, rest) = (count, text[...])
            while let found = rest.range(of: word) {
                count += 1
                rest = rest[found.upperBound...]
            }
            return count
        }
    }

    func matches(_ name: String) -> Bool {
        guard !names.isEmpty else { return false }
        if letters.contains(Self.letters(name)) || words.contains(Self.words(name)) { return true }
        let other = Self.familyAndInitials(name) ?? NameText(displayed: name)
        return names.contains { own in
            Self.isSame(own, other)
                // `He Weikang` for `Weikang He`
                || Self.isSame(own, NameText(given: other.family, family: other.given))
        }
    }

    /// `LIND J A`, `Lind J. A.`: the family first, and initials behind it, as GB/T 7714 has them.
    private static func familyAndInitials(_ name: String) -> NameText? {
        let words = name.split(separator: " ")
        guard words.count > 1, words[0].count > 2, !words[0].contains("."),
            words.dropFirst().allSatisfy({ word in
                let letters = word.filter(\.isLetter)
                return letters.allSatisfy(\.isUppercase) && word.first?.isLetter == true
                    && (letters.count == 1 || letters.count < 4 && word.last == ".")
            })
        else { return nil }
        return NameText(
            given: words.dropFirst().joined(separator: " "), family: String(words[0]))
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
