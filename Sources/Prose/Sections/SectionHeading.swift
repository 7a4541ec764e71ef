import Formats

/// The heading of a part of a page, as people write it.
public struct SectionHeading: Hashable, Sendable {
    /// The words without emoji, markup and what stands in brackets, in lower case and without
    /// accents; signs of Chinese, Japanese and Korean as they are.
    let words: [String]

    /// An emoji by its name, as GitHub reads it: `:pencil:`.
    private static let shortcode = TextPattern(/:[a-z0-9_+\-]{2,30}:/)

    init(_ heading: String) {
        words = SearchWords.folded(
            Self.shortcode.replacing(in: heading.withoutTags.withoutBrackets, with: " "))
    }

    /// Returns what a heading announces; nil where its words say nothing that is known.
    ///
    /// Several languages are read, emoji and markup are left out, and a slip of the finger
    /// (`Honers`, `Expericense`) is forgiven. A heading may be wrong about what stands below it,
    /// so this is a hint and no more.
    public static func kind(of heading: String) -> SectionKind? {
        // Nobody heads a section with a paragraph.
        guard heading.utf8.count < 400 else { return nil }
        let own = SectionHeading(heading)
        guard !own.words.isEmpty, own.words.count <= 12 else { return nil }
        let telling = own.words.filter { !HeadingWords.fillers.contains($0) }
        if let kind = HeadingWords.lone[telling.joined(separator: " ")] { return kind }
        let known = HeadingWords.known(own.words)
        for rule in HeadingWords.rules where rule.isMet(by: known) { return rule.kind }
        return HeadingWords.eastAsianKind(of: own.words.joined())
    }

    /// Tells whether a heading says little else than what it announces: `Academic Services` does,
    /// `Multi-Agent Systems` speaks of what papers are about.
    ///
    /// - Parameter heading: The heading as it was written.
    /// - Returns: Whether all of its words are known, or most of them where they are more than
    ///   three.
    public static func isPlain(_ heading: String) -> Bool {
        let own = SectionHeading(heading)
        let words = own.words.filter { !HeadingWords.fillers.contains($0) }
        let known = words.filter { word in
            guard HeadingWords.lone[word] == nil else { return words.count == 1 }
            let forms = HeadingWords.known([word])
            return HeadingWords.rules.contains { rule in
                rule.phrases.contains { phrase in phrase.contains(where: forms.contains) }
            }
        }
        return words.count > 3 ? known.count * 2 > words.count : known.count == words.count
    }
}

extension String {
    /// The text without what stands between `<` and `>`: icons and anchors.
    fileprivate var withoutTags: String {
        guard contains("<") else { return self }
        var (rest, isInside) = ("", false)
        for character in self {
            if character == "<" {
                isInside = true
            } else if character == ">", isInside {
                isInside = false
                rest.append(" ")
            } else if !isInside {
                rest.append(character)
            }
        }
        return rest
    }

    /// The text without what stands in round or square brackets, unless nothing else does.
    fileprivate var withoutBrackets: String {
        var (rest, depth) = ("", 0)
        for character in self {
            if "([（【".contains(character) {
                depth += 1
            } else if ")]）】".contains(character) {
                depth = max(0, depth - 1)
                rest.append(" ")
            } else if depth == 0 {
                rest.append(character)
            }
        }
        return rest.contains(where: \.isLetter) ? rest : self
    }
}
