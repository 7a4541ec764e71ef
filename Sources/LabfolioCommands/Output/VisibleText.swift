internal import Formats
internal import RecordModel

/// Text of a record on its way to a terminal.
enum VisibleText {
    /// Returns the text with control characters shown as signs, so that no record can move the
    /// cursor, colour the screen or hide what it says.
    static func of(_ text: String) -> String {
        if isPlain(text) { return text }
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if !isHidden(scalar) {
                result.unicodeScalars.append(scalar)
            } else if scalar.value < 0x20, let sign = Unicode.Scalar(0x2400 + scalar.value) {
                result.unicodeScalars.append(sign)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return result
    }

    /// Returns the text on one line, for messages and tables.
    static func line(_ text: String) -> String {
        if isPlain(text) { return text }
        return of(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    }

    /// Returns JSON of the same meaning without control characters in it.
    static func json(_ value: Value, style: JSONWriter.Style = .indented) -> String {
        let text = JSONWriter(style: style).text(value)
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                // All of them stand within strings, and none needs more than four digits.
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a text is of nothing but the printable characters of ASCII, as nearly all are.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F }
    }

    /// Control characters but line feed and tab, and those that turn the direction of writing.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
