/// What the text formats ask of single characters.
extension Unicode.Scalar {
    /// An ASCII letter.
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    /// An ASCII digit.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    /// An ASCII letter or digit.
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// A space that a browser folds: space, tab or line end; so are the rarer line ends.
    var isFoldable: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// A control character that has no place in a page: it shows nothing, and hides things.
    var isForbiddenControl: Bool {
        !isFoldable && (value < 0x20 || (0x7F...0x9F).contains(value))
    }

    /// Two upper-case hexadecimal digits for every byte of the UTF-8 form, each after a `%`.
    var percentEncoded: String {
        var result = ""
        for byte in String(self).utf8 {
            let digits = String(byte, radix: 16, uppercase: true)
            result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
        }
        return result
    }
}

extension String {
    /// The text on one line: each run of spaces and line ends as one space, no control characters.
    var folded: String {
        guard !isFolded(without: ByteSet([])) else { return self }
        var result = ""
        var wasSpace = false
        for scalar in unicodeScalars where !scalar.isForbiddenControl {
            if scalar.isFoldable {
                if !wasSpace { result.unicodeScalars.append(" ") }
                wasSpace = true
            } else {
                result.unicodeScalars.append(scalar)
                wasSpace = false
            }
        }
        return result
    }

    /// Tells, at one look at each byte, whether folding leaves the text as it is and no byte of it
    /// is in a set.
    func isFolded(without set: ByteSet) -> Bool {
        let stops = set.union(.controls)
        let bytes = utf8.span
        var previous: UInt8 = 0
        for position in bytes.indices {
            let byte = bytes[position]
            if byte == UInt8(ascii: " ") {
                if previous == byte || set.contains(byte) { return false }
            } else if stops.contains(byte) {
                if set.contains(byte) || ByteSet.isControl(at: position, in: bytes) {
                    return false
                }
            }
            previous = byte
        }
        return true
    }

    /// Tells whether a text that is folded has no space at an edge.
    var hasNoOuterSpace: Bool {
        let space = UInt8(ascii: " ")
        return utf8.first != space && utf8.last != space
    }

    /// The text without spaces and line ends at its edges.
    var trimmed: String {
        // A letter of the basic alphabet at both ends, as nearly every text has.
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x7F, last > 0x20,
            last < 0x7F
        {
            return self
        }
        var rest = unicodeScalars[...]
        while let first = rest.first, first.isFoldable { rest.removeFirst() }
        while let last = rest.last, last.isFoldable { rest.removeLast() }
        return String(rest)
    }
}
