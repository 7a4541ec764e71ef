internal import RecordModel

/// Texts with escapes in them (RFC 8259, 7).
extension JSONParser {
    /// Reads the rest of a text that needs more than a copy.
    mutating func escapedString(_ begun: [UInt8]) throws(Diagnostic) -> String {
        var content = begun
        while true {
            switch peek() {
            case UInt8(ascii: "\""):
                position += 1
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw failure("The text is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"):
                position += 1
                content += Array(String(try escape()).utf8)
            case let byte? where byte >= 0x20:
                content.append(byte)
                position += 1
            case nil: throw failure("The text ends within quotes")
            default: throw failure("A line break or control character stands within quotes")
            }
        }
    }

    private mutating func escape() throws(Diagnostic) -> Character {
        guard let byte = peek() else { throw failure("The text ends within quotes") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "u"):
            var code = try codeUnit()
            // A character beyond U+FFFF is written as two units (RFC 8259, 7).
            if code & 0xFC00 == 0xD800, bytes[position..<end].starts(with: "\\u".utf8) {
                position += 2
                let low = try codeUnit()
                guard low & 0xFC00 == 0xDC00 else { throw failure("Half a character is missing") }
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            }
            guard let scalar = Unicode.Scalar(code) else {
                throw failure("Half a character is missing")
            }
            return Character(scalar)
        default: throw failure("There is no such escape")
        }
    }

    private mutating func codeUnit() throws(Diagnostic) -> UInt32 {
        let digits = bytes[position..<min(position + 4, end)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("Four hexadecimal digits are due behind `\\u`") }
        position += 4
        return code
    }
}
