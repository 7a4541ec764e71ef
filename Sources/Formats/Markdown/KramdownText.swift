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
        let scalars = Array(text.folded.unicodeScalars)
        var result = ""
        var index = 0
        if edges.startsLine { index = escapeLineStart(scalars, into: &result) }
        while index < scalars.count {
            let scalar = scalars[index]
            let previous = index > 0 ? scalars[index - 1] : nil
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let isSmart = edges.typography == .smart
            switch scalar {
            // With a colon after it, a bracket would make a link definition of the whole line.
            case "]" where next == nil && edges.isOpen: result += "&#93;"
            case ":" where previous == "]": result += "\\:"
            case "*", "_", "`", "[", "]", "|", "~": result += "\\" + String(scalar)
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "{": result += "&#123;"
            case "}": result += "&#125;"
            // A caret alone on a line ends a block, and one after a bracket begins a footnote.
            case "^": result += "&#94;"
            // A reference could also begin with the text that follows this piece.
            case "&": result += next == " " ? "&" : "&amp;"
            // Before a letter a backslash is a backslash; elsewhere it escapes or breaks a line.
            case "\\": result += next?.isASCIIAlphanumeric == true ? "\\" : "&#92;"
            case "\"", "'": result += (isSmart ? "" : "\\") + String(scalar)
            case "-" where previous == "-" && !isSmart, "." where previous == "." && !isSmart:
                result += "\\" + String(scalar)
            case "$" where previous == "$" || next == "$": result += "\\$"
            case "#" where previous == nil || previous == " " || previous == "#":
                result += "\\#"
            case "#" where next == nil && (edges.endsLine || edges.isOpen): result += "\\#"
            case "!" where next == nil && edges.isOpen: result += "\\!"
            case " " where (index == 0 && edges.startsLine) || (next == nil && edges.endsLine):
                result += "&#32;"
            case ":" where emoji == .cut && isShortcode(scalars, at: index):
                result += ":<span></span>"
            default: result.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return result
    }

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
        _ scalars: [Unicode.Scalar], into result: inout String
    ) -> Int {
        guard let first = scalars.first else { return 0 }
        if "+-=:".unicodeScalars.contains(first) {
            if first == ":", isShortcode(scalars, at: 0) {
                result += "\\:<span></span>"
            } else {
                result += "\\" + String(first)
            }
            return 1
        }
        let digits = scalars.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty, digits.count < scalars.count else { return 0 }
        let mark = scalars[digits.count]
        let next = digits.count + 1 < scalars.count ? scalars[digits.count + 1] : " "
        guard mark == "." || mark == ")", next == " " || next == "|" else { return 0 }
        result.unicodeScalars.append(contentsOf: digits)
        result += "\\" + String(mark)
        return digits.count + 1
    }

    /// Tells whether `:name:` starts here, which jemoji looks up.
    private static func isShortcode(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        let name = scalars[(start + 1)...].prefix {
            $0.isASCIIAlphanumeric || "+-_".unicodeScalars.contains($0)
        }
        guard name.endIndex < scalars.count, scalars[name.endIndex] == ":" else { return false }
        // Times such as 10:30:45 are left alone; these numbers have a picture.
        return name.contains { !$0.isASCIIDigit } || ["100", "1234"].contains(String.text(name))
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
        var result = ""
        for scalar in text.unicodeScalars where !scalar.isForbiddenControl {
            if scalar.isASCII, !scalar.isASCIIAlphanumeric,
                !" ,/?@%".unicodeScalars.contains(scalar)
            {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension String {
    /// The text of some characters.
    static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
