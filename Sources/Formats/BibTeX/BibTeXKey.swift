/// Makes keys of entries: ASCII, not empty, and each only once.
///
/// A theme renames a key that comes twice, and every key after it moves; so keys are made unique
/// before they are written.
public struct BibTeXKey: Sendable {
    private var taken: Set<String> = []

    /// Starts with no key taken.
    public init() {}

    /// Returns a wish as a key that no earlier call returned, with letters added if it has to be.
    public mutating func unique(_ wish: String) -> String {
        let key = Self.valid(wish)
        // BibTeX compares keys without regard to case.
        if taken.insert(key.lowercased()).inserted { return key }
        for number in 1... {
            let candidate = key + Self.letters(number)
            if taken.insert(candidate.lowercased()).inserted { return candidate }
        }
        return key
    }

    /// Returns the text with only the characters that are safe in a key, `entry` where none are.
    public static func valid(_ text: String) -> String {
        let isValid = text.utf8.allSatisfy(safe.contains) && text.utf8.last != UInt8(ascii: "-")
        if isValid, !text.isEmpty { return text }
        var result = ""
        for scalar in Transliteration.latin(text).unicodeScalars {
            if scalar.isASCII, safe.contains(UInt8(scalar.value)) {
                result.unicodeScalars.append(scalar)
            } else if scalar.isFoldable, !result.isEmpty {
                result += "-"
            }
        }
        while result.hasSuffix("-") { result.removeLast() }
        guard !result.isEmpty else { return text.isEmpty ? "entry" : "entry-" + Slugs.hash(text) }
        return result
    }

    private static let safe = ByteSet(
        (0..<0x7F).filter {
            Unicode.Scalar($0).isASCIIAlphanumeric || "-_:./+".utf8.contains($0)
        })

    /// `a` … `z`, `aa` … for 1 and on.
    private static func letters(_ number: Int) -> String {
        var rest = number
        var result = ""
        while rest > 0 {
            rest -= 1
            let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))
            result = String(letter) + result
            rest /= 26
        }
        return result
    }
}
