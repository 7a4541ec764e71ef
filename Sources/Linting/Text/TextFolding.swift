/// Texts made comparable.
enum TextFolding {
    /// Returns the letters and digits of a text in lower case and without accents: two titles with
    /// one key differ in nothing that matters.
    static func key(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return foreignKey(text) }
            if isAlphanumeric(byte) { result.append(KeywordScan.folded(byte)) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func foreignKey(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            // Of a letter in several scalars the accents are left out; of one in one scalar, the
            // accents that Latin letters commonly carry.
            if let plain = plainLetters[scalar] {
                result += plain
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Letters with accents, in lower case, and what is left of them without.
    private static let plainLetters: [Unicode.Scalar: String] = {
        let rows = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő",
            "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
            "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
        ]
        var result: [Unicode.Scalar: String] = [:]
        for (plain, letters) in rows {
            for letter in letters.unicodeScalars { result[letter] = plain }
        }
        return result
    }()
}
