import Formats

/// Words as a search compares them.
enum SearchWords {
    /// Returns the words of a text in lower case and without accents: runs of letters and digits,
    /// and runs of signs of Chinese, Japanese and Korean.
    static func folded(_ text: String) -> [String] {
        text.utf8.allSatisfy { $0 < 0x80 } ? foldedASCII(text) : foldedLetters(text)
    }

    /// The words of a text of the basic alphabet, which needs no table.
    private static func foldedASCII(_ text: String) -> [String] {
        var (words, word): ([String], [UInt8]) = ([], [])
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: word.append(byte)
            case 0x41...0x5A: word.append(byte | 0x20)
            case UInt8(ascii: "'"): continue
            default:
                guard !word.isEmpty else { continue }
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    private static func foldedLetters(_ text: String) -> [String] {
        var (words, word) = ([String](), "")
        for scalar in Transliteration.latin(text).unicodeScalars {
            if scalar.isLetter || scalar.isDigit
                || !scalar.isASCII && scalar.properties.numericType != nil
            {
                // Latin letters and a sign of Chinese beside them are words of their own.
                if let last = word.unicodeScalars.last, last.isEastAsian != scalar.isEastAsian {
                    words.append(word)
                    word = ""
                }
                word += scalar.properties.lowercaseMapping
            } else if scalar == "'" || scalar == "’" {
                continue
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Returns the words as one text with a space between each two.
    static func joined(_ text: String) -> String { folded(text).joined(separator: " ") }
}

extension Unicode.Scalar {
    /// A sign of Chinese, Japanese or Korean writing, which needs no space to be a word.
    var isEastAsian: Bool {
        switch value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
