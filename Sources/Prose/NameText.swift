import Formats

/// A person's name in its parts, and the forms in which pages show it.
public struct NameText: Hashable, Sendable {
    /// The given names with what stands between them and the family name.
    public var given: String
    /// The particle of the family name: `van der`.
    public var particle: String
    /// The family name, or the whole name where it cannot be split.
    public var family: String
    /// What follows the name: `Jr.`, `III`.
    public var suffix: String

    /// Makes a name of its parts.
    public init(given: String = "", particle: String = "", family: String, suffix: String = "") {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
    }

    /// Splits a name as it is displayed: `Jan van der Berg Jr.`, or `Berg, Jan`.
    ///
    /// The last word is the family name, with the small-letter words before it as its particle. A
    /// name in Chinese, Japanese or Korean script is written without a space and family name
    /// first; one character of it is the family name, two where it is one of the double names.
    public init(displayed text: String) {
        if let usual = Self.split(usual: text) {
            self = usual
            return
        }
        let words = text.words.map(String.init)
        let name = words.count == 1 ? words[0] : words.joined(separator: " ")
        if words.count == 1, Self.isEastAsian(name) {
            self = Self.eastAsian(name)
            return
        }
        guard name.utf8.contains(UInt8(ascii: ",")) else {
            self.init(westernWords: words)
            return
        }
        let parts = name.split(separator: ",", omittingEmptySubsequences: true)
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        switch parts.count {
        case 0: self.init(family: name)
        case 1: self.init(westernWords: words)
        case 2 where Self.isSuffix(parts[1]):
            self.init(westernWords: parts[0].split(separator: " ").map(String.init))
            suffix = parts[1]
        default:
            // `Family, Given`, and with a suffix after either: BibTeX has it in the middle.
            let words = parts[0].split(separator: " ").map(String.init)
            let (particle, family) = Self.particle(of: words)
            var rest = Array(parts.dropFirst())
            let index = rest.firstIndex(where: Self.isSuffix)
            let suffix = rest.count > 1 ? index.map { rest.remove(at: $0) } : nil
            self.init(
                given: rest.joined(separator: ", "), particle: particle, family: family,
                suffix: suffix ?? "")
        }
    }

    /// Splits the usual name: several words, each but the last beginning with a capital letter of
    /// the basic alphabet; nil for every other name.
    ///
    /// One look at each byte is enough, and a lab's publications have very many authors.
    private static func split(usual text: String) -> NameText? {
        let bytes = text.utf8.span
        var (words, wordStart) = (0, 0)
        for position in bytes.indices {
            let byte = bytes[position]
            if byte == UInt8(ascii: " ") {
                guard position > wordStart,
                    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[wordStart]
                else { return nil }
                words += 1
                wordStart = position + 1
            } else if byte < 0x20 || byte == UInt8(ascii: ",") || rareSpace.contains(byte) {
                return nil
            }
        }
        guard words > 0, wordStart < bytes.count else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: wordStart)
        let family = String(text[start...])
        // With two words the second is the family name, whatever it is.
        if words > 1, isSuffix(family) { return nil }
        return NameText(given: String(text[..<text.utf8.index(before: start)]), family: family)
    }

    /// The bytes with which white space beyond the basic alphabet begins.
    private static let rareSpace = ByteSet([0xC2, 0xE1, 0xE2, 0xE3])

    private init(westernWords: [String]) {
        var words = westernWords
        var suffix = ""
        if words.count > 2, let last = words.last, Self.isSuffix(last) {
            suffix = words.removeLast()
        }
        guard words.count > 1 else {
            self.init(family: words.first ?? "", suffix: suffix)
            return
        }
        if words.count == 2, !words[0].beginsWithSmallLetter {
            self.init(given: words[0], family: words[1], suffix: suffix)
            return
        }
        var start = words.count - 1
        while start > 1, words[start - 1].utf8.count <= Self.longestParticle,
            Self.particles.contains(words[start - 1].lowercased()),
            words[start - 1].beginsWithSmallLetter
                || Self.isPair(words[start - 2], words[start - 1])
        {
            start -= 1
        }
        // `Vincent van Gogh`, but also `van Gogh` alone, which has no given name.
        if start == 1, words[0].beginsWithSmallLetter,
            Self.particles.contains(words[0].lowercased())
        {
            start = 0
        }
        self.init(
            given: words[..<start].joined(separator: " "),
            particle: words[start..<(words.count - 1)].joined(separator: " "),
            family: words[words.count - 1], suffix: suffix)
    }

    /// The name in the order of speech, `Jan van der Berg Jr.` for one.
    public var full: String {
        if Self.isEastAsian(family), given.isEmpty || Self.isEastAsian(given) {
            return family + given
        }
        return Self.joined([given, particle, family, suffix])
    }

    /// The name with initials: `J. van der Berg Jr.`, `J.-P. Sartre`.
    public var initials: String {
        if Self.isEastAsian(family) { return full }
        return Self.joined([Self.initials(of: given), particle, family, suffix])
    }

    /// The name as a sorted list has it, `van der Berg, Jan, Jr.` for one.
    public var familyFirst: String {
        if Self.isEastAsian(family) { return full }
        return [Self.joined([particle, family]), given, suffix].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// The initials of given names; a hyphen between two stays.
    static func initials(of given: String) -> String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").compactMap { part -> String? in
                guard let first = part.first(where: \.isLetter) else { return nil }
                return first.isUppercase || !first.isCased ? "\(first)." : String(part)
            }.joined(separator: "-")
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension String {
    /// Tells whether the first letter is a small one.
    fileprivate var beginsWithSmallLetter: Bool {
        guard let byte = utf8.first, byte < 0x80 else { return first?.isLowercase == true }
        return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
    }
}
