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
    /// Makes the text of some characters.
    ///
    /// The standard library's views take them one by one, each at the cost of a short text.
    public init(scalars: ArraySlice<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes += String(scalar).utf8
            }
        }
        self = String(decoding: bytes, as: UTF8.self)
    }

    /// The text on one line: each run of spaces and line ends as one space, no control characters.
    var folded: String {
        guard !isFolded(without: Self.nothing) else { return self }
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

    private static let nothing = FoldingStops(besides: [])

    /// Tells whether folding leaves the text as it is, and it holds none of the bytes that stop it.
    func isFolded(without stops: FoldingStops) -> Bool {
        let bytes = utf8.span
        var position = stops.all.first(in: bytes)
        while position < bytes.count {
            if stops.set.contains(bytes[position]) || ByteSet.isControl(at: position, in: bytes) {
                return false
            }
            position = stops.all.first(in: bytes, from: position + 1)
        }
        return !Self.hasDoubleSpace(bytes)
    }

    /// Tells whether two spaces come one after the other.
    private static func hasDoubleSpace(_ bytes: borrowing Span<UInt8>) -> Bool {
        let spaces: UInt64 = 0x2020_2020_2020_2020
        var position = 1
        while position + 8 <= bytes.count {
            // Eight neighbours each: zero where both are spaces.
            let first = bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: position - 1, as: UInt64.self)
            let second = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            let both = (first ^ spaces) | (second ^ spaces)
            let zeros = (both &- 0x0101_0101_0101_0101) & ~both & 0x8080_8080_8080_8080
            if zeros != 0 { return true }
            position += 8
        }
        let space = UInt8(ascii: " ")
        while position < bytes.count {
            if bytes[position] == space, bytes[position - 1] == space { return true }
            position += 1
        }
        return false
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

/// The bytes at which a text has to be looked at closely before it is taken for folded.
struct FoldingStops: Sendable {
    /// The bytes that it must not hold.
    let set: ByteSet
    /// Those, and what a control character may begin with.
    fileprivate let all: ByteSet

    /// Takes the bytes that a text must not hold.
    init(besides bytes: some Sequence<UInt8>) {
        set = ByteSet(bytes)
        all = set.union(.controls)
    }
}
