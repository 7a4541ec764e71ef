internal import RecordModel

/// Reads texts that are written as `YAMLWriter` writes them, without libyaml.
///
/// libyaml is the parser: it says what YAML means, and what is wrong with a text. But it hands each
/// character of a text through four stages, and nearly every file of a store is made of the same
/// few forms: block mappings with simple keys, block lists, and scalars that are plain or quoted on
/// one line or stand in a block. This reader knows these forms and nothing else. Wherever a text
/// could mean anything besides what it sees — a tab, a bracket, an anchor, a comment behind a
/// value, a line that goes on, a key twice — it gives up, and libyaml reads the text from its
/// beginning. So it never reports anything, and what it returns is what libyaml would have.
struct YAMLShortcut {
    let bytes: [UInt8]
    let shapes: ShapeTable
    private let limits: YAMLReader.Limits
    private var sourceMap: SourceMap
    /// Where the content of the current line begins, and how many spaces stand before it.
    var position = 0
    var indent = 0
    /// The number of the current line, from 1, where it begins, and where the next one does.
    var line: UInt32 = 0
    private var lineStart = 0
    var nextLine = 0
    /// How many parts the last collection of each shape had: the next one has about as many.
    private var sizes: [Int]
    /// The text of the scalar of the moment, where it is not written as it is.
    var buffer: [UInt8] = []
    private static let depthLimit = 16
    private static let sizeLimit = 64
    private static let keyLimit = 64

    /// A place in the text, from 1.
    struct Mark {
        let line: UInt32
        let column: UInt32
    }

    /// Returns the value of a text and where its parts stand, nil for a text that libyaml has to
    /// read.
    static func read(
        _ bytes: [UInt8], file: String, shapes: ShapeTable, limits: YAMLReader.Limits
    ) -> ParsedText? {
        guard bytes.last == UInt8(ascii: "\n"), isOrdinary(bytes.span) else { return nil }
        var reader = YAMLShortcut(bytes, file: file, shapes: shapes, limits: limits)
        reader.goOn()
        guard !reader.isAtEnd, reader.indent == 0,
            let value = reader.collection(shapes.root, key: nil, depth: 0), reader.isAtEnd
        else { return nil }
        return ParsedText(value: value, diagnostics: [], sourceMap: reader.sourceMap)
    }

    private init(
        _ bytes: [UInt8], file: String, shapes: ShapeTable, limits: YAMLReader.Limits
    ) {
        self.bytes = bytes
        self.shapes = shapes
        self.limits = limits
        sizes = Array(repeating: 0, count: shapes.count)
        sourceMap = SourceMap(file: file)
        sourceMap.entries.reserveCapacity(bytes.count / 24)
    }

    /// Tells whether a text is UTF-8 and holds no character that breaks lines, moves along them or
    /// may not stand in YAML, but for line feeds.
    private static func isOrdinary(_ bytes: Span<UInt8>) -> Bool {
        guard (try? UTF8Span(validating: bytes)) != nil else { return false }
        var position = unusual.first(in: bytes)
        while position < bytes.count {
            switch bytes[position] {
            // U+0080 to U+009F, among them the next line.
            case 0xC2: if bytes[position + 1] < 0xA0 { return false }
            // The separators of lines and of paragraphs.
            case 0xE2:
                if bytes[position + 1] == 0x80, bytes[position + 2] & 0xFE == 0xA8 {
                    return false
                }
            // The byte order mark, and what is no character.
            case 0xEF:
                let (second, third) = (bytes[position + 1], bytes[position + 2])
                if second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE {
                    return false
                }
            default: return false
            }
            position = unusual.first(in: bytes, from: position + 1)
        }
        return true
    }

    /// The control characters but for line feeds, and what the others may begin with.
    private static let unusual = ByteSet(
        (0..<0x20).filter { $0 != UInt8(ascii: "\n") } + [0x7F, 0xC2, 0xE2, 0xEF])

    // MARK: Lines

    private var isAtEnd: Bool { position == bytes.count }

    /// Whether an item of a list begins where the content of the current line does.
    private var isItem: Bool {
        bytes[position] == UInt8(ascii: "-") && bytes[position + 1] == UInt8(ascii: " ")
    }

    /// The place of the current position; before it the line holds nothing but ASCII.
    var here: Mark { Mark(line: line, column: UInt32(position - lineStart + 1)) }

    /// Goes to the next line that is neither blank nor a comment, or to the end.
    mutating func goOn() {
        while nextLine < bytes.count {
            lineStart = nextLine
            line += 1
            position = lineStart
            while bytes[position] == UInt8(ascii: " ") { position += 1 }
            nextLine = endOfLine(from: position) + 1
            switch bytes[position] {
            case UInt8(ascii: "\n"), UInt8(ascii: "#"): continue
            default:
                indent = position - lineStart
                return
            }
        }
        (position, indent) = (bytes.count, -1)
    }

    /// Where the line ends, before its line feed.
    func endOfLine(from start: Int) -> Int {
        var end = start
        while bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    /// Notes where the value that begins now stands, and its key; false where there are too many.
    mutating func note(_ mark: Mark, key: Mark?) -> Bool {
        let key = key ?? mark
        sourceMap.entries.append(
            SourceMap.Entry(
                keyLine: key.line, keyColumn: key.column, line: mark.line, column: mark.column))
        return sourceMap.entries.count <= limits.values
    }

    func text(_ range: Range<Int>) -> String {
        // The whole text has been found to be UTF-8, and ranges end at ASCII characters.
        String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
    }

    // MARK: Collections

    /// Reads the collection that begins with the current line.
    private mutating func collection(
        _ shape: ShapeTable.Node, key: Mark?, depth: Int
    ) -> Value? {
        guard depth < min(Self.depthLimit, limits.depth), note(here, key: key) else { return nil }
        return isItem
            ? list(shape, depth: depth) : mapping(shape, column: indent, depth: depth)
    }

    private mutating func list(_ shape: ShapeTable.Node, depth: Int) -> Value? {
        let column = indent
        let itemShape = shapes.items(of: shape)
        var items: [Value] = []
        items.reserveCapacity(sizes[shape])
        repeat {
            position += 2
            if endOfKey() == nil {
                guard let item = scalar(itemShape, key: nil, column: column) else { return nil }
                items.append(item)
            } else {
                guard depth + 1 < min(Self.depthLimit, limits.depth), note(here, key: nil),
                    let item = mapping(itemShape, column: column + 2, depth: depth + 1)
                else { return nil }
                items.append(item)
            }
        } while indent == column && isItem
        sizes[shape] = min(items.count, Self.sizeLimit)
        // A line that is further in would go on with the last item.
        return indent > column ? nil : .list(items)
    }

    /// Reads the mapping whose first key stands at the current position.
    private mutating func mapping(
        _ shape: ShapeTable.Node, column: Int, depth: Int
    ) -> Value? {
        var mapping = Mapping(capacity: sizes[shape])
        repeat {
            guard let end = endOfKey() else { return nil }
            let mark = here
            let field = shapes.field(bytes.span.extracting(position..<end), of: shape)
            let key = field.key ?? text(position..<end)
            position = end + 1
            guard let value = value(field.node, key: mark, column: column, depth: depth),
                mapping.insert(value, forNew: key)
            else { return nil }
        } while indent == column && !isItem
        sizes[shape] = min(mapping.count, Self.sizeLimit)
        return indent > column ? nil : .mapping(mapping)
    }

    /// Returns where the key at the current position ends, nil where no simple key stands there.
    private func endOfKey() -> Int? {
        var end = position
        while Self.isKeyByte(bytes[end]) { end += 1 }
        guard end > position, end - position <= Self.keyLimit,
            bytes[position] != UInt8(ascii: "-"), bytes[end] == UInt8(ascii: ":"),
            bytes[end + 1] == UInt8(ascii: " ") || bytes[end + 1] == UInt8(ascii: "\n")
        else { return nil }
        return end
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Reads the value of the key that ends before the current position and is in a column.
    private mutating func value(
        _ shape: ShapeTable.Node, key: Mark, column: Int, depth: Int
    ) -> Value? {
        if bytes[position] == UInt8(ascii: " ") {
            position += 1
            return scalar(shape, key: key, column: column)
        }
        goOn()
        // The items of a list may stand as far out as its key.
        guard indent > column || indent == column && isItem else { return nil }
        return collection(shape, key: key, depth: depth + 1)
    }
}
