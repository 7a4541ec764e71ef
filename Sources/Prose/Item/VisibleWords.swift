import Formats

/// The words of a text as a reader counts them.
///
/// A word is a run of letters and digits in lower case; each sign of Chinese, Japanese and Korean
/// is a word, and so is an emoji.
enum VisibleWords {
    /// Returns the words of plain text in order.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2E80...0x303F where !scalar.isLetter: end()
            case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7AF, 0x1F000...0x1FAFF,
                0x2600...0x27BF:
                end()
                words.append(String(scalar))
            default:
                let plain = compatible(scalar)
                if plain.isASCII {
                    if plain.isLetter || plain.isDigit {
                        word.unicodeScalars.append(
                            ("A"..."Z").contains(plain)
                                ? Unicode.Scalar(UInt8(plain.value) | 0x20) : plain)
                    } else {
                        end()
                    }
                } else if plain.isLetter || plain.properties.numericType != nil
                    || plain.properties.generalCategory == .nonspacingMark && !word.isEmpty
                {
                    word += plain.properties.lowercaseMapping
                } else {
                    end()
                }
            }
        }
        end()
        return words
    }

    /// How often each word stands in a text.
    static func counts(_ text: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in words(text) { counts[word, default: 0] += 1 }
        return counts
    }

    /// The usual form of a full-width letter or digit.
    private static func compatible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
