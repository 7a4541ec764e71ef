internal import Formats
internal import RecordModel

/// The words that a visitor sees, counted: how an import proves that it lost none.
///
/// A word is a run of letters and digits in their plain form and lower case; each sign of Chinese,
/// Japanese or Korean is a word, and so is an emoji. Marks and punctuation are none.
public struct VisibleWords: Sendable {
    /// How often each word occurs.
    public private(set) var counts: [String: Int] = [:]
    /// The number of words.
    public private(set) var total = 0

    /// Counts nothing.
    public init() {}

    /// Counts the words of plain text.
    public init(ofText text: String) {
        for word in Self.words(of: text) { add(word) }
    }

    /// Counts the words that Markdown shows.
    public init(ofMarkdown markdown: String) {
        self.init(ofText: Markdown(markdown).plainText())
    }

    /// Adds the words of another count.
    public mutating func add(_ other: VisibleWords) {
        for (word, count) in other.counts { counts[word, default: 0] += count }
        total += other.total
    }

    /// The words that are in both counts.
    public func intersection(_ other: VisibleWords) -> VisibleWords {
        var result = VisibleWords()
        for (word, count) in counts {
            let shared = min(count, other.counts[word] ?? 0)
            if shared > 0 { result.add(word, count: shared) }
        }
        return result
    }

    /// The words that are left when those of another count are taken away.
    public func subtracting(_ other: VisibleWords) -> VisibleWords {
        var result = VisibleWords()
        for (word, count) in counts {
            let rest = count - (other.counts[word] ?? 0)
            if rest > 0 { result.add(word, count: rest) }
        }
        return result
    }

    /// The words in the order of the alphabet, each as often as it occurs.
    public var sorted: [String] {
        counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    }

    private mutating func add(_ word: String, count: Int = 1) {
        counts[word, default: 0] += count
        total += count
    }

    /// Returns the words of a text in order.
    public static func words(of text: String) -> [String] {
        var words: [String] = []
        var current: [Unicode.Scalar] = []
        func flush(_ current: inout [Unicode.Scalar]) {
            guard !current.isEmpty else { return }
            words.append(String(scalars: current[...]))
            current.removeAll(keepingCapacity: true)
        }
        for scalar in CompatibleForm.scalars(of: text) {
            if Self.isWordByItself(scalar) {
                flush(&current)
                words.append(String(scalar))
            } else if Self.isWordScalar(scalar) {
                current.append(scalar)
            } else {
                flush(&current)
            }
        }
        flush(&current)
        return words
    }

    private static func isWordByItself(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7AF, 0x1F000...0x1FAFF, 0x2600...0x27BF:
            true
        default: false
        }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                || ("A"..."Z").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}

/// Text in the form in which words are compared: composed, in lower case, without the variants of
/// letters that only look different.
enum CompatibleForm {
    /// Returns the scalars of a text in that form.
    static func scalars(of text: String) -> [Unicode.Scalar] {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.unicodeScalars.map(lowered)
        }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count)
        // A character of the standard library is compared by its composed form; its scalars are
        // composed by a comparison with the table below only where they are not ASCII.
        for character in text {
            let scalars = character.unicodeScalars
            if scalars.count == 1, let only = scalars.first {
                append(only, to: &result)
            } else {
                for scalar in composed(character) { append(scalar, to: &result) }
            }
        }
        return result
    }

    /// The composed form of a letter with marks that stand behind it.
    private static func composed(_ character: Character) -> [Unicode.Scalar] {
        let scalars = Array(character.unicodeScalars)
        guard let first = scalars.first, first.properties.isAlphabetic,
            scalars.count == 2 || scalars.count == 3
        else { return scalars }
        for value in composedLetters {
            guard let letter = Unicode.Scalar(value) else { continue }
            if Character(letter) == character { return [letter] }
        }
        return scalars
    }

    /// The letters of Latin, Greek and Cyrillic that may be written as a letter and marks.
    private static let composedLetters: [UInt32] =
        Array(0xC0...0x17F) + Array(0x1CD...0x233) + Array(0x386...0x3CE)
        + Array(0x400...0x4FF) + Array(0x1E00...0x1EFF)

    private static func append(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
        if scalar.isASCII {
            result.append(lowered(scalar))
            return
        }
        switch scalar.value {
        case 0xFF01...0xFF5E: appendScalar(scalar.value - 0xFEE0, to: &result)
        case 0xFB00: result += ["f", "f"]
        case 0xFB01: result += ["f", "i"]
        case 0xFB02: result += ["f", "l"]
        case 0xFB03: result += ["f", "f", "i"]
        case 0xFB04: result += ["f", "f", "l"]
        case 0xB2, 0xB3: appendScalar(scalar.value - 0xB2 + 0x32, to: &result)
        case 0xB9: result.append("1")
        case 0x2070, 0x2074...0x2079: appendScalar(scalar.value - 0x2070 + 0x30, to: &result)
        case 0x2080...0x2089: appendScalar(scalar.value - 0x2080 + 0x30, to: &result)
        case 0xAA: result.append("a")
        case 0xBA: result.append("o")
        case 0x2122: result += ["t", "m"]
        case 0x2116: result += ["n", "o"]
        case 0x1D400...0x1D6A3: appendScalar((scalar.value - 0x1D400) % 26 + 0x61, to: &result)
        case 0x1D7CE...0x1D7FF: appendScalar((scalar.value - 0x1D7CE) % 10 + 0x30, to: &result)
        case 0xDF: result += ["s", "s"]
        case 0x3C2: result.append("\u{3C3}")
        default:
            result += Array(scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func appendScalar(_ value: UInt32, to result: inout [Unicode.Scalar]) {
        if let scalar = Unicode.Scalar(value) { result.append(lowered(scalar)) }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("A"..."Z").contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value) | 0x20)
    }
}
