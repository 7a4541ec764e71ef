/// Makes slugs, the lower-case names of folders, links and ids, from any text.
public enum Slugs {
    /// The longest slug that is made; ids and file names stay readable.
    public static let lengthLimit = 60

    /// Returns a slug for a text: `a-z`, `0-9` and single `-`, with at least one letter.
    ///
    /// Letters of the Latin, Greek and Cyrillic scripts are written with plain Latin ones. Where
    /// words are in another script, a short hash of the whole text stands for them, so that two
    /// titles that differ there differ in the slug too. A slug is never empty, and the same text
    /// gives the same slug everywhere.
    public static func slug(_ text: String) -> String {
        var result = ""
        var isLossy = false
        for scalar in Transliteration.latin(text).lowercased().unicodeScalars {
            if scalar.isASCIIAlphanumeric {
                result.unicodeScalars.append(scalar)
            } else if scalar == "'" || scalar == "\u{2019}" {
                continue
            } else {
                isLossy = isLossy || scalar.properties.isAlphabetic
                if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
            }
        }
        result = trimmed(result)
        if isLossy {
            let start = trimmed(String(result.prefix(lengthLimit - 9)))
            result = start.isEmpty ? "x-" + hash(text) : start + "-" + hash(text)
        } else if result.utf8.count > lengthLimit {
            result = cut(result)
        }
        if result.isEmpty { return text.isEmpty ? "x" : "x-" + hash(text) }
        guard result.unicodeScalars.contains(where: \.isASCIILetter) else { return "x-" + result }
        return result
    }

    /// Returns a slug for a text that is not among those taken, with a number if it has to be.
    public static func unique(_ text: String, notIn taken: Set<String>) -> String {
        let first = slug(text)
        guard taken.contains(first) else { return first }
        for number in 2... where !taken.contains("\(first)-\(number)") {
            return "\(first)-\(number)"
        }
        return first
    }

    /// Six letters and digits that depend on every byte of the text, by the FNV-1a hash.
    static func hash(_ text: String) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value ^= value >> 32
        let digits = String(value % 2_176_782_336, radix: 36)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// The slug without its last words, so that it is within the limit.
    private static func cut(_ slug: String) -> String {
        let head = String(slug.prefix(lengthLimit))
        guard let end = head.lastIndex(of: "-"), head[..<end].utf8.count > lengthLimit / 2 else {
            return trimmed(head)
        }
        return trimmed(String(head[..<end]))
    }

    private static func trimmed(_ slug: String) -> String {
        var rest = slug[...]
        while rest.hasPrefix("-") { rest.removeFirst() }
        while rest.hasSuffix("-") { rest.removeLast() }
        return String(rest)
    }
}
