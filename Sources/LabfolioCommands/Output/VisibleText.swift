/// Text of a record on its way to a terminal.
enum VisibleText {
    /// Returns the text with control characters shown as signs, so that no record can move the
    /// cursor, colour the screen or hide what it says.
    static func of(_ text: String) -> String {
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

    /// Control characters but line feed and tab, and those that turn the direction of writing.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
