/// The bytes of a text seen as lines, each ended by a line feed or a carriage return with one.
struct TextLines {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// How the text breaks lines.
    var lineBreak: String {
        guard let first = bytes.firstIndex(of: Self.lineFeed), first > 0 else { return "\n" }
        return bytes[first - 1] == Self.carriageReturn ? "\r\n" : "\n"
    }

    /// Returns where the line that holds an offset begins, behind a byte order mark.
    func startOfLine(at offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != Self.lineFeed { start -= 1 }
        return start == 0 && bytes.starts(with: YAMLEventStream.byteOrderMark)
            ? min(3, offset) : start
    }

    /// Returns where the line that holds an offset ends, before its line break.
    func endOfLine(at offset: Int) -> Int {
        let end = bytes[offset...].firstIndex(of: Self.lineFeed) ?? bytes.count
        return end > offset && end < bytes.count && bytes[end - 1] == Self.carriageReturn
            ? end - 1 : end
    }

    /// Returns where the line after the one that holds an offset begins, or the end of the text.
    func nextLine(after offset: Int) -> Int {
        bytes[offset...].firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
    }

    /// Returns the offset before the line break that ends at an offset; the offset itself where
    /// none does.
    func endBeforeBreak(at offset: Int) -> Int {
        guard offset > 0, bytes[offset - 1] == Self.lineFeed else { return offset }
        return offset > 1 && bytes[offset - 2] == Self.carriageReturn ? offset - 2 : offset - 1
    }

    /// Tells whether a line break comes before an offset, or nothing at all.
    func isAtStartOfLine(_ offset: Int) -> Bool { offset == startOfLine(at: offset) }

    /// Tells whether nothing but spaces stands before an offset on its line.
    func isFirstOnLine(_ offset: Int) -> Bool {
        bytes[startOfLine(at: offset)..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// The number of bytes before an offset on its line.
    func column(of offset: Int) -> Int { offset - startOfLine(at: offset) }

    /// Tells whether the line that begins at an offset holds only blanks; false at the end.
    func isBlankLine(at start: Int) -> Bool {
        start < bytes.count
            && bytes[start..<endOfLine(at: start)].allSatisfy { Self.isBlank($0) }
    }

    /// Tells whether the line that begins at an offset holds nothing but a comment that is
    /// indented further than a column.
    func isComment(at start: Int, deeperThan column: Int) -> Bool {
        let content = bytes[start...].firstIndex { !Self.isBlank($0) } ?? bytes.count
        return content < bytes.count && bytes[content] == UInt8(ascii: "#")
            && content - start > column
    }

    /// Tells whether a comment that is indented further than a column comes next, blank lines
    /// aside: a block scalar that ends there would take it for its own.
    func isFollowedByComment(at start: Int, deeperThan column: Int) -> Bool {
        var line = start
        while isBlankLine(at: line) { line = nextLine(after: line) }
        return isComment(at: line, deeperThan: column)
    }

    /// Returns where the next character stands that is no blank, line break or comment.
    func nextContent(from offset: Int) -> Int {
        var position = offset
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), Self.lineFeed, Self.carriageReturn:
                position += 1
            case UInt8(ascii: "#"): position = endOfLine(at: position)
            default: return position
            }
        }
        return position
    }

    /// Returns where the next character stands that is no space or tab.
    func skippingBlanks(from offset: Int) -> Int {
        bytes[offset...].firstIndex { !Self.isBlank($0) } ?? bytes.count
    }

    /// Returns where the `?` of an explicit key stands, or the key itself where it has none.
    func startOfExplicitKey(before key: Int) -> Int {
        var position = key
        while position > 0, Self.isBlank(bytes[position - 1]) { position -= 1 }
        guard position > 0, position < key, bytes[position - 1] == UInt8(ascii: "?") else {
            return key
        }
        let isAlone =
            position == 1 || " \t\n\r-,{[".utf8.contains(bytes[position - 2])
        return isAlone ? position - 1 : key
    }

    /// Returns where the value begins behind the anchor and tag at an offset; `trimmed` stops where
    /// the last of them ends.
    func endOfProperties(from offset: Int, trimmed: Bool = false) -> Int {
        var (position, end) = (offset, offset)
        while position < bytes.count, "&!".utf8.contains(bytes[position]) {
            end =
                bytes[position...].firstIndex { " \t\r\n,[]{}".utf8.contains($0) } ?? bytes.count
            position = nextContent(from: end)
        }
        return trimmed ? end : position
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
