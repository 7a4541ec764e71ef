/// Text inside a page that Jekyll reads with Liquid and then with kramdown (GFM).
///
/// kramdown is not CommonMark: a bar makes a table, `2020.` a list, `{: …}` an attribute list, and
/// quotation marks and dashes change their form. Liquid is there before it, in code too. What is
/// written here means the same in kramdown and in CommonMark, and nothing to Liquid.
public enum KramdownText {
    /// What becomes of straight quotation marks, `--` and `...`.
    public enum Typography: Sendable {
        /// They are shown as they were written.
        case exact
        /// kramdown turns them into curly quotation marks, dashes and an ellipsis.
        case smart
    }

    /// Writes a plain text as inline Markdown that shows exactly it, wherever on a line it goes.
    ///
    /// Spaces and line ends are folded into one space; a space at an edge stays. A word between
    /// colons, which jemoji would turn into a picture, is cut in two by an empty element.
    public static func escape(_ text: String, typography: Typography = .exact) -> String {
        escape(
            text,
            at: Edges(startsLine: true, endsLine: true, isOpen: true, typography: typography),
            emoji: .cut)
    }

    /// Where a piece of text stands, and how its quotation marks are to look.
    struct Edges {
        /// Tells whether the text may be the first on its line.
        var startsLine: Bool
        /// Tells whether the text may be the last on its line.
        var endsLine: Bool
        /// Tells whether anything may follow at once, such as a link.
        var isOpen: Bool
        var typography: Typography
    }

    /// What becomes of `:tada:`.
    enum Emoji {
        case kept
        case cut
    }

    static func escape(_ text: String, at edges: Edges, emoji: Emoji) -> String {
        if isHarmless(text) { return text }
        // Whatever means something is ASCII, so bytes are looked at and other characters copied.
        var line = text.folded
        let inert = Self.inert
        let result = line.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 64)
            var kept = edges.startsLine ? escapeLineStart(bytes, into: &result) : 0
            for index in kept..<bytes.count where !inert.contains(bytes[index]) {
                guard let written = escaped(bytes, at: index, edges, emoji) else { continue }
                result += UnsafeBufferPointer(rebasing: bytes[kept..<index])
                result += UnsafeBufferPointer(
                    start: written.utf8Start, count: written.utf8CodeUnitCount)
                kept = index + 1
            }
            result += UnsafeBufferPointer(rebasing: bytes[kept...])
            return result
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What to write for the byte at a position; nil keeps it.
    private static func escaped(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ edges: Edges, _ emoji: Emoji
    ) -> StaticString? {
        let scalar = Unicode.Scalar(bytes[index])
        let previous = index > 0 ? Unicode.Scalar(bytes[index - 1]) : nil
        let next = index + 1 < bytes.count ? Unicode.Scalar(bytes[index + 1]) : nil
        let isSmart = edges.typography == .smart
        switch scalar {
        // With a colon after it, a bracket would make a link definition of the whole line.
        case "]" where next == nil && edges.isOpen: return "&#93;"
        case ":" where previous == "]": return "\\:"
        case "*": return "\\*"
        case "_": return "\\_"
        case "`": return "\\`"
        case "[": return "\\["
        case "]": return "\\]"
        case "|": return "\\|"
        case "~": return "\\~"
        case "<": return "&lt;"
        case ">": return "&gt;"
        case "{": return "&#123;"
        case "}": return "&#125;"
        // A caret alone on a line ends a block, and one after a bracket begins a footnote.
        case "^": return "&#94;"
        // A reference could also begin with the text that follows this piece.
        case "&" where next != " ": return "&amp;"
        // Before a letter a backslash is a backslash; elsewhere it escapes or breaks a line.
        case "\\" where next?.isASCIIAlphanumeric != true: return "&#92;"
        case "\"" where !isSmart: return "\\\""
        case "'" where !isSmart: return "\\'"
        case "-" where previous == "-" && !isSmart: return "\\-"
        case "." where previous == "." && !isSmart: return "\\."
        case "$" where previous == "$" || next == "$": return "\\$"
        case "#" where previous == nil || previous == " " || previous == "#": return "\\#"
        case "#" where next == nil && (edges.endsLine || edges.isOpen): return "\\#"
        case "!" where next == nil && edges.isOpen: return "\\!"
        case " " where (index == 0 && edges.startsLine) || (next == nil && edges.endsLine):
            return "&#32;"
        case ":" where emoji == .cut && isShortcode(bytes, at: index): return ":<span></span>"
        default: return nil
        }
    }

    /// Bytes that stand for themselves whatever is around them.
    private static let inert = ByteSet(
        (0x21...0xFF).filter { $0 > 0x7F || Unicode.Scalar($0).isASCIIAlphanumeric })

    /// Letters and what means nothing to Markdown between them.
    private static let harmless = ByteSet(
        Array(UInt8(ascii: "a")...UInt8(ascii: "z")) + Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))
            + Array("0123456789 ,;/?%@.:-()".utf8) + (0xC3...0xF4).filter { $0 != 0xE2 }
            + (0x80...0xBF))

    /// Tells, without taking a text apart, that it stands for itself wherever it goes: words that
    /// begin and end with letters, and between them single marks that are followed by a letter or
    /// a space.
    static func isHarmless(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard bytes.count > 0 else { return true }
        // A number, a mark or a space at an edge may mean something there.
        let (first, last) = (bytes[0], bytes[bytes.count - 1])
        guard first > 0x40, last != UInt8(ascii: " ") else { return false }
        var previous = first
        for position in bytes.indices {
            let byte = bytes[position]
            guard harmless.contains(byte) else { return false }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"):
                if previous == byte { return false }
            case UInt8(ascii: ":"):
                // `:name:` may be a picture; a colon before a space is none.
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: " ") else {
                    return false
                }
            default: break
            }
            previous = byte
        }
        return true
    }

    /// Writes what would begin a block at the start of a line, and returns how much that was.
    private static func escapeLineStart(
        _ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]
    ) -> Int {
        guard let first = bytes.first else { return 0 }
        if "+-=:".utf8.contains(first) {
            result.append(UInt8(ascii: "\\"))
            result.append(first)
            if first == UInt8(ascii: ":"), isShortcode(bytes, at: 0) {
                result += "<span></span>".utf8
            }
            return 1
        }
        let digits = bytes.prefix { Unicode.Scalar($0).isASCIIDigit }
        guard !digits.isEmpty, digits.count < bytes.count else { return 0 }
        let mark = Unicode.Scalar(bytes[digits.count])
        let next = digits.count + 1 < bytes.count ? Unicode.Scalar(bytes[digits.count + 1]) : " "
        guard mark == "." || mark == ")", next == " " || next == "|" else { return 0 }
        result += digits
        result += "\\\(mark)".utf8
        return digits.count + 1
    }

    /// Tells whether `:name:` starts here, which jemoji looks up.
    private static func isShortcode(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        let name = bytes[(start + 1)...].prefix {
            Unicode.Scalar($0).isASCIIAlphanumeric || "+-_".utf8.contains($0)
        }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":")
        else { return false }
        // Times such as 10:30:45 are left alone; these numbers have a picture.
        return name.contains { !Unicode.Scalar($0).isASCIIDigit }
            || name.elementsEqual("100".utf8) || name.elementsEqual("1234".utf8)
    }

    /// Returns a Markdown link; its label is Markdown already, and stays alone where the address
    /// is none that a page may link to.
    public static func link(label: String, url: String, title: String = "") -> String {
        guard let safe = URLText.safe(url) else { return label }
        let attribute = title.isEmpty ? "" : " \"\(entities(title.folded))\""
        return "[\(label)](\(URLText.markdownDestination(safe))\(attribute))"
    }

    /// Writes a text so that it shows in raw HTML and in quoted titles in either dialect: every
    /// ASCII character that any of them could take for markup is an entity.
    static func entities(_ text: String) -> String {
        text.rewriting(entitySpecial) { scalar in
            scalar.isForbiddenControl ? "" : scalar.isASCII ? "&#\(scalar.value);" : nil
        }
    }

    /// All of ASCII but letters, digits and a few marks, and what control characters begin with.
    private static let entitySpecial = ByteSet(
        (0x20..<0x7F).filter {
            !Unicode.Scalar($0).isASCIIAlphanumeric && !" ,/?@%".utf8.contains($0)
        }
    ).union(.controls)
}
