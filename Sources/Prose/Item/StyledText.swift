import Formats

/// Text whose every sign knows how it looks.
///
/// A line end that means no more than a space is a `\n`; an image is a U+FFFC.
struct StyledText: Sendable {
    /// What stands for an image.
    static let imageSign: Unicode.Scalar = "\u{FFFC}"

    private(set) var scalars: [Unicode.Scalar] = []
    private var marks: [Int32] = []
    private var table: [TextStyle] = []

    init() {}

    /// Makes text without any style.
    init(plain text: String) { append(text, TextStyle()) }

    var count: Int { scalars.count }
    var isEmpty: Bool { scalars.isEmpty }
    var indices: Range<Int> { 0..<scalars.count }

    subscript(index: Int) -> Unicode.Scalar { scalars[index] }

    /// The sign at a place, nil beyond the ends.
    func sign(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func style(at index: Int) -> TextStyle { table[Int(marks[index])] }

    /// A number that two signs share where they look the same; cheaper than to compare styles.
    func mark(at index: Int) -> Int32 { marks[index] }

    subscript(range: Range<Int>) -> StyledText {
        var part = StyledText()
        part.scalars = Array(scalars[range])
        part.marks = Array(marks[range])
        part.table = table
        return part
    }

    mutating func append(_ text: String, _ style: TextStyle) {
        if table.last != style { table.append(style) }
        let mark = Int32(table.count - 1)
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            marks.append(mark)
        }
    }

    mutating func append(_ other: StyledText) {
        guard !other.isEmpty else { return }
        // Only the looks that are there: parts of a text that are put together again and again
        // would double the table each time.
        var places: [Int32: Int32] = [:]
        scalars += other.scalars
        for mark in other.marks {
            if let place = places[mark] {
                marks.append(place)
            } else {
                places[mark] = Int32(table.count)
                marks.append(Int32(table.count))
                table.append(other.table[Int(mark)])
            }
        }
    }

    /// The same text without its links.
    var unlinked: StyledText {
        var plain = self
        for index in plain.table.indices {
            plain.table[index].link = nil
            plain.table[index].linkNumber = 0
        }
        return plain
    }

    /// The text with another behind it, and a space between them.
    func joined(with other: StyledText) -> StyledText {
        var whole = self
        whole.append(" ", TextStyle())
        whole.append(other)
        return whole
    }

    /// The text without a range, and a space in its place.
    func removing(_ range: Range<Int>, leaving space: String = " ") -> StyledText {
        var rest = self[0..<range.lowerBound]
        rest.append(space, TextStyle())
        rest.append(self[range.upperBound..<count])
        return rest
    }

    /// The text as words: spaces and line ends as one space each, no images, nothing at the ends.
    var string: String { Self.string(scalars[...]) }

    func string(_ range: Range<Int>) -> String { Self.string(scalars[range]) }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text: [Unicode.Scalar] = []
        text.reserveCapacity(scalars.count)
        var isSpace = true
        for scalar in scalars where scalar != imageSign && !scalar.isInvisible {
            if scalar.isBlank {
                if !isSpace { text.append(" ") }
                isSpace = true
            } else {
                text.append(scalar)
                isSpace = false
            }
        }
        if isSpace, !text.isEmpty { text.removeLast() }
        return String(scalars: text[...])
    }

    /// The range without blanks and images at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        trimmed(range) { $0.isBlank || $0.isInvisible || $0 == Self.imageSign }
    }

    /// The range without some signs at its ends.
    func trimmed(_ range: Range<Int>, _ isLeftOut: (Unicode.Scalar) -> Bool) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isLeftOut(scalars[start]) { start += 1 }
        while end > start, isLeftOut(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The text without blanks and images at its ends.
    var trimmed: StyledText { self[trimmed(indices)] }

    /// Tells whether a range shows no letter, digit or other sign that a reader sees.
    func isBlank(_ range: Range<Int>) -> Bool {
        scalars[range].allSatisfy { $0.isBlank || $0.isInvisible || $0 == Self.imageSign }
    }

    /// The ranges of signs that look the same in some regard, in order.
    func runs<Look: Equatable>(_ look: (TextStyle) -> Look) -> [(range: Range<Int>, look: Look)] {
        var runs: [(range: Range<Int>, look: Look)] = []
        var start = 0
        while start < count {
            let first = look(style(at: start))
            var end = start + 1
            while end < count,
                marks[end] == marks[end - 1] || look(style(at: end)) == first
            {
                end += 1
            }
            runs.append((start..<end, first))
            start = end
        }
        return runs
    }
}

extension Unicode.Scalar {
    /// A space of any width, or a line end.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000:
            true
        default: false
        }
    }

    /// A sign that shows nothing and separates nothing: byte order mark, soft hyphen, joiner.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF: true
        case 0..<0x20, 0x7F...0x9F: !isBlank
        default: false
        }
    }

    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    var isLetter: Bool {
        // Nearly all signs are ASCII, and asking for a property costs more than the rest.
        isASCII
            ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }
}
