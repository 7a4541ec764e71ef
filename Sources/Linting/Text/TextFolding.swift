/// Texts made comparable.
enum TextFolding {
    /// Returns the letters and digits of a text in lower case and without accents: two titles with
    /// one key differ in nothing that matters.
    static func key(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        let bytes = text.utf8.span
        for position in bytes.indices {
            let byte = bytes[position]
            guard byte < 0x80 else {
                appendForeign(text.unicodeScalars, to: &result)
                break
            }
            if isAlphanumeric(byte) { result.append(KeywordScan.folded(byte)) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Begins anew, for a text with characters beyond ASCII.
    private static func appendForeign(
        _ scalars: String.UnicodeScalarView, to result: inout [UInt8]
    ) {
        result.removeAll(keepingCapacity: true)
        for scalar in scalars {
            switch scalar.value {
            case 0..<0x80:
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if isAlphanumeric(byte) { result.append(KeywordScan.folded(byte)) }
            case 0x80..<0x180: result += latin[Int(scalar.value) - 0x80]
            // Ideographs, kana and Hangul have neither case nor accents.
            case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3:
                result += UTF8.encode(scalar).map(Array.init) ?? []
            default:
                // Accents that are characters of their own are no letters.
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                    continue
                }
                result += scalar.properties.lowercaseMapping.utf8
            }
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// What is left of the characters from U+0080 to U+017F, in this order.
    private static let latin: [[UInt8]] = {
        let rows = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő",
            "r": "ŕŗř", "s": "śŝşšſ", "t": "ţťŧ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
            "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
        ]
        var plain: [Unicode.Scalar: [UInt8]] = [:]
        for (letters, accented) in rows {
            for letter in accented.unicodeScalars { plain[letter] = Array(letters.utf8) }
        }
        return (UInt32(0x80)..<0x180).map { value in
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
                return []
            }
            // U+0130 in lower case is an i with a dot of its own.
            guard value != 0x130 else { return [UInt8(ascii: "i")] }
            let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            return plain[small] ?? Array(String(small).utf8)
        }
    }()
}
