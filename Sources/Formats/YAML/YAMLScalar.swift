internal import RecordModel

/// The rules of YAML's scalars: what a plain text means, and how a text is written.
///
/// Reading follows the core schema of YAML 1.2.2 (10.3.2). Writing is stricter: it quotes
/// whatever a reader of YAML 1.1, such as Jekyll's, would take for something else.
public enum YAMLScalar {
    /// Returns the value that a plain scalar stands for by the core schema.
    ///
    /// `.inf` and `.nan` are text here, because an exact decimal number has no such values.
    static func value(ofPlain text: String) -> Value {
        guard let first = text.utf8.first else { return .null }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            guard text.utf8.count == 1 || text.utf8.count == 4 else { return .string(text) }
            return ["~", "null", "Null", "NULL"].contains(text) ? .null : .string(text)
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return ["true", "True", "TRUE"].contains(text) ? .bool(true) : .string(text)
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return ["false", "False", "FALSE"].contains(text) ? .bool(false) : .string(text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            return number(of: text).map(Value.number) ?? .string(text)
        default: return .string(text)
        }
    }

    /// Returns the value of a plain scalar in a place that expects text: only nothing and `~` are
    /// null there, so that a person may be called Null.
    static func value(ofPlainText text: String) -> Value {
        text.isEmpty || text == "~" ? .null : .string(text)
    }

    private static func number(of text: String) -> Number? {
        guard mayBeNumber(text) else { return nil }
        let digits = text.utf8.dropFirst(2)
        // `Int` would take a sign there, which the schema does not.
        if let first = digits.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+") {
            if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { Number($0) } }
            if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map { Number($0) } }
        }
        return Number(parsing: text)
    }

    /// Tells at little cost that most words that begin with a digit, such as dates, are no number:
    /// a sign stands only at the start or behind an exponent's letter.
    private static func mayBeNumber(_ text: String) -> Bool {
        var previous = UInt8(ascii: "e")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "x"),
                UInt8(ascii: "o"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"):
                break
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard previous | 0x20 == UInt8(ascii: "e") else { return false }
            default: return false
            }
            previous = byte
        }
        return true
    }

    /// Returns the text as a double-quoted scalar on one line, which every reader of every version
    /// of YAML takes for exactly this text.
    public static func quoted(_ text: String) -> String {
        let inner = text.rewriting(special) { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            case "\r": "\\r"
            case _ where isPrintable(scalar): nil
            case _ where scalar.value <= 0xFF: "\\x" + hex(scalar.value, digits: 2)
            case _ where scalar.value <= 0xFFFF: "\\u" + hex(scalar.value, digits: 4)
            default: "\\U" + hex(scalar.value, digits: 8)
            }
        }
        var quoted = ""
        quoted.reserveCapacity(inner.utf8.count + 2)
        quoted += "\""
        quoted += inner
        quoted += "\""
        return quoted
    }

    /// The bytes that a character may begin with which does not stand for itself in double quotes.
    private static let special = ByteSet("\"\\".utf8 + [0xEF]).union(.controls)

    /// Returns the text as it looks best on one line: plain where that is safe, else quoted.
    ///
    /// Where the reader knows that text is expected, a date or a year needs no quotes; every other
    /// word that some reader of YAML takes for a number, a truth value or nothing gets them.
    public static func line(_ text: String, expectsText: Bool) -> String {
        if isSafePlain(text), expectsText && isDateLike(text) || !isAmbiguous(text) { return text }
        guard !text.unicodeScalars.contains("'") || text.unicodeScalars.contains("\"") else {
            return quoted(text)
        }
        return singleQuoted(text) ?? quoted(text)
    }

    /// Returns the text in single quotes on one line, nil where it holds what needs an escape.
    static func singleQuoted(_ text: String) -> String? {
        guard text.unicodeScalars.allSatisfy(isPrintable) else { return nil }
        return "'" + text.replacing("'", by: "''") + "'"
    }

    /// Tells whether the syntax lets a text stand plain in block and flow style on one line.
    private static func isSafePlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") || last == UInt8(ascii: ":") {
            return false
        }
        // At the start of a line this ends the document.
        if text.utf8.starts(with: "...".utf8) { return false }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"),
            UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"),
            UInt8(ascii: "@"), UInt8(ascii: "`"):
            return false
        default: break
        }
        var previous = UInt8(ascii: " ")
        var isASCII = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return false
            case UInt8(ascii: " ") where previous == UInt8(ascii: ":"): return false
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"), 0..<0x20, 0x7F:
                return false
            case 0x80...: isASCII = false
            default: break
            }
            previous = byte
        }
        return isASCII || text.unicodeScalars.allSatisfy(isPrintable)
    }

    /// Tells whether YAML 1.1 or 1.2 reads a plain text as something that is not text.
    private static func isAmbiguous(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            // 12:30, 1_000, 0b11, 2024-01-01 and 1e3 are all numbers or dates to somebody.
            return text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    true
                default: "+-.:_xXoOTZtz iInN/".utf8.contains($0)
                }
            }
        case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "<"): return text.utf8.count <= 2
        default:
            return text.utf8.count <= 5 && ambiguousWords.contains(text.lowercased())
        }
    }

    private static let ambiguousWords: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    ]

    /// Tells whether a text is a year, a month or a day: digits in groups, joined by `-`.
    private static func isDateLike(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.first?.utf8.count == 4 && groups.count <= 3
            && groups.dropFirst().allSatisfy { $0.utf8.count == 2 }
            && groups.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    }

    /// Tells whether YAML lets a character stand for itself (YAML 1.2.2, 5.1), without those that
    /// break lines or vanish.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
