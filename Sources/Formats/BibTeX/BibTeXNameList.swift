/// The people of an author or editor field.
///
/// The rules are BibTeX's (O. Patashnik: "BibTeXing", section 4; N. Markey: "Tame the BeaST"):
/// names are joined by `and`; a name is written `First von Last`, `von Last, First` or
/// `von Last, Jr, First`, and the words that begin with a small letter are its particle.
public struct BibTeXNameList: Hashable, Sendable {
    /// The names in order.
    public var names: [BibTeXName]
    /// Whether `and others` ends the list.
    public var hasOthers: Bool

    /// Reads a field's value.
    public init(parsing value: String) {
        var names: [BibTeXName] = []
        var hasOthers = false
        for part in BibTeXNameText.split(value, at: .conjunction) {
            let name = part.trimmed
            if name.isEmpty { continue }
            if name.lowercased() == "others" {
                hasOthers = true
            } else {
                names.append(BibTeXName(parsing: name))
            }
        }
        self.names = names
        self.hasOthers = hasOthers
    }
}

extension BibTeXName {
    /// Reads one name.
    ///
    /// One whose text stands in braces as a whole is that of an organisation. Signs at the end of
    /// the family name, such as `*` and `†`, are marks.
    public init(parsing text: String) {
        let parts = BibTeXNameText.split(text, at: .comma).map(\.trimmed)
        if parts.count == 1, BibTeXNameText.isOneGroup(text) {
            let (name, marks) = Self.marks(of: LaTeXText.decode(text))
            self.init(organization: name, marks: marks)
            return
        }
        var particle: [String] = []
        var family: [String] = []
        var given: [String] = []
        var suffix = ""
        if parts.count > 1 {
            (particle, family) = Self.particle(in: BibTeXNameText.words(parts[0]))
            given = [parts[parts.count - 1]]
            suffix = parts[1..<(parts.count - 1)].joined(separator: ", ")
        } else {
            let words = BibTeXNameText.words(text)
            let first = words.dropLast().firstIndex(where: BibTeXNameText.isSmall)
            let start = first ?? max(0, words.count - 1)
            given = Array(words[..<start])
            (particle, family) = Self.particle(in: Array(words[start...]))
        }
        let decoded = { (words: [String]) in LaTeXText.decode(words.joined(separator: " ")) }
        let (name, marks) = Self.marks(of: decoded(family))
        let (first, more) = Self.marks(of: decoded(given))
        self.init(
            given: first, particle: decoded(particle), family: name,
            suffix: LaTeXText.decode(suffix), marks: marks + more)
    }

    /// The leading words of a family name that end in the last one with a small letter, but never
    /// its last word; and the others.
    private static func particle(in words: [String]) -> ([String], [String]) {
        let last = words.dropLast().lastIndex(where: BibTeXNameText.isSmall)
        let end = last.map { $0 + 1 } ?? 0
        return (Array(words[..<end]), Array(words[end...]))
    }

    /// Takes the marks off the end of a name.
    private static func marks(of name: String) -> (String, String) {
        var rest = name.unicodeScalars[...]
        while let last = rest.last, "*†‡§¶♯✉".unicodeScalars.contains(last) || last == " " {
            rest.removeLast()
        }
        let marks = name.unicodeScalars[rest.endIndex...].filter { $0 != " " }
        // A name of nothing but signs is a name.
        guard !rest.isEmpty else { return (name, "") }
        return (String(rest), String(String.UnicodeScalarView(marks)))
    }
}

/// Takes the text of names apart, braces being one sign.
enum BibTeXNameText {
    enum Separator { case conjunction, comma }

    /// Returns the parts between separators that stand in no braces.
    static func split(_ text: String, at separator: Separator) -> [String] {
        let bytes = Array(text.utf8)
        var parts: [String] = []
        var (start, depth, index) = (0, 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
            if depth == 0, let length = length(of: separator, in: bytes, at: index) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += length
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// How long the separator is that stands here; the blank behind an `and` is not a part of it.
    private static func length(of separator: Separator, in bytes: [UInt8], at index: Int) -> Int? {
        switch separator {
        case .comma: return bytes[index] == UInt8(ascii: ",") ? 1 : nil
        case .conjunction:
            guard BibTeXScanner.isBlank(bytes[index]), index + 3 < bytes.count,
                bytes[index + 1] | 0x20 == UInt8(ascii: "a"),
                bytes[index + 2] | 0x20 == UInt8(ascii: "n"),
                bytes[index + 3] | 0x20 == UInt8(ascii: "d"),
                index + 4 == bytes.count || BibTeXScanner.isBlank(bytes[index + 4])
            else { return nil }
            return 4
        }
    }

    /// The words of a name: blanks and `~` part them where they stand in no braces.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var (word, depth) = ("", 0)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth = max(0, depth - 1) }
            // Behind a backslash it is an accent.
            let isTie = scalar == "~" && previous != "\\"
            if depth == 0, isTie || scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// Tells whether a word begins with a small letter.
    ///
    /// Letters in braces do not count, but those of a special character such as `{\"o}` do.
    static func isSmall(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "{" {
                guard index + 1 < scalars.count, scalars[index + 1] == "\\" else {
                    index = end(ofGroupAt: index, in: scalars)
                    continue
                }
                let group = scalars[index..<end(ofGroupAt: index, in: scalars)]
                let shown = LaTeXText.decode(String(String.UnicodeScalarView(group)))
                if let letter = shown.unicodeScalars.first(where: \.properties.isAlphabetic) {
                    return letter.properties.isLowercase
                }
                index += group.count
                continue
            }
            if scalar == "\\" {
                // An accent without braces goes with the letter behind it.
                let shown = LaTeXText.decode(String(String.UnicodeScalarView(scalars[index...])))
                let letter = shown.unicodeScalars.first(where: \.properties.isAlphabetic)
                return letter?.properties.isLowercase == true
            }
            if scalar.properties.isAlphabetic { return scalar.properties.isLowercase }
            index += 1
        }
        return false
    }

    /// Tells whether a name is one group in braces, and not a single special character.
    static func isOneGroup(_ text: String) -> Bool {
        let scalars = Array(text.trimmed.unicodeScalars)
        guard scalars.first == "{", scalars.count > 2 else { return false }
        var end = end(ofGroupAt: 0, in: scalars)
        while end < scalars.count, "*†‡§¶ ".unicodeScalars.contains(scalars[end]) { end += 1 }
        return end >= scalars.count && scalars[1] != "\\"
    }

    private static func end(ofGroupAt start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var depth = 0
        for index in start..<scalars.count {
            if scalars[index] == "{" { depth += 1 }
            if scalars[index] == "}" { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return scalars.count
    }
}
