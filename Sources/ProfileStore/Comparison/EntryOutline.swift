/// Where the entries of a section file begin, found without reading what they say.
///
/// Why: most of a long section is the same before and after, and a parser would read all of it.
/// The outline is made only of files in which a line that begins with `- ` certainly is an entry:
/// in which no text in quotes, no bracket and no alias reaches beyond its line. That is how
/// labfolio and people write; every other file is read as a whole. So is one in which an entry has
/// no name, or two have the same: such entries go by their places among all others.
struct EntryOutline {
    /// The place of the first byte of each entry.
    private(set) var starts: [Int] = []
    private let end: Int

    /// The name of each entry, as it is written.
    private(set) var names: [ArraySlice<UInt8>] = []

    /// The number of entries.
    var count: Int { starts.count }

    /// The bytes of an entry, with the comments behind it.
    subscript(position: Int) -> Range<Int> {
        starts[position]..<(position + 1 < starts.count ? starts[position + 1] : end)
    }

    /// Makes the outline of a list whose items go by a key; nil for a file that has to be read as
    /// a whole.
    init?(_ bytes: [UInt8], key: String) {
        end = bytes.count
        let key = Array(key.utf8)
        // Where the keys of the entry of the moment stand.
        var keyColumn = 0
        var index = 0
        // Lines that are indented further than this belong to a text in block style.
        var blockIndent: Int?
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            let indent = index - start
            let content = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
                if Self.isUnusualBreak(bytes, index) { return nil }
                index += 1
            }
            let line = content..<index
            index += 1
            if line.isEmpty { continue }
            if let limit = blockIndent {
                if indent > limit { continue }
                blockIndent = nil
            }
            if indent == 0 {
                switch bytes[content] {
                case UInt8(ascii: "#"): continue
                case UInt8(ascii: "-") where Self.isDash(bytes, content, line.upperBound):
                    starts.append(start)
                default: return nil
                }
            }
            guard let header = Self.header(of: line, indent: indent, in: bytes) else { return nil }
            blockIndent = header.blockIndent
            if indent == 0 { keyColumn = header.column }
            guard let found = header.key, header.column == keyColumn,
                bytes[found.key] == key[...]
            else { continue }
            guard let first = bytes[found.value].first, first != UInt8(ascii: "\""),
                first != UInt8(ascii: "'"), names.count == starts.count - 1
            else { return nil }
            names.append(bytes[found.value])
        }
        guard names.count == starts.count, Set(names).count == names.count else { return nil }
    }

    /// What a line that is no text in block style leaves for the next ones.
    private struct Header {
        var blockIndent: Int?
        /// Where its key stands in the line.
        var column: Int
        /// The key and what is behind it.
        var key: (key: Range<Int>, value: Range<Int>)?
    }

    /// Looks at a line; nil where something of it could go on in the next one.
    private static func header(of line: Range<Int>, indent: Int, in bytes: [UInt8]) -> Header? {
        var (place, column) = (line.lowerBound, indent)
        var header = Header(column: indent)
        var dash: Int?
        while place < line.upperBound, isDash(bytes, place, line.upperBound) {
            dash = column
            place += 1
            while place < line.upperBound, bytes[place] == UInt8(ascii: " ") { place += 1 }
            column = indent + place - line.lowerBound
        }
        header.column = column
        let start = place
        guard place < line.upperBound else { return header }
        if isBlock(bytes[place]), let dash {
            header.blockIndent = dash
            return header
        }
        if isUnusualStart(bytes[place]) { return nil }
        var depth = 0
        var isStart = true
        var isKeySeen = false
        while place < line.upperBound {
            let byte = bytes[place]
            defer { place += 1 }
            switch byte {
            case UInt8(ascii: " "): isStart = true
            case UInt8(ascii: "#") where isStart: return depth == 0 ? header : nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isStart {
                    guard let close = closing(byte, from: place + 1, to: line.upperBound, in: bytes)
                    else { return nil }
                    place = close
                }
                isStart = false
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if isStart || depth > 0 { depth += 1 }
                isStart = isStart || depth > 0
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth > 0 { depth -= 1 }
                isStart = false
            case UInt8(ascii: ","): isStart = depth > 0
            case UInt8(ascii: ":"):
                isStart = depth > 0
                let next = place + 1
                guard depth == 0, !isKeySeen,
                    next == line.upperBound || bytes[next] == UInt8(ascii: " ")
                else { break }
                isKeySeen = true
                var value = next
                while value < line.upperBound, bytes[value] == UInt8(ascii: " ") { value += 1 }
                var end = line.upperBound
                while end > value, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
                header.key = (start..<place, value..<end)
                guard value < line.upperBound else { break }
                if isBlock(bytes[value]) {
                    header.blockIndent = column
                    return header
                }
                if isUnusualStart(bytes[value]) { return nil }
            default: isStart = false
            }
        }
        return depth == 0 ? header : nil
    }

    private static func isDash(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
        bytes[place] == UInt8(ascii: "-")
            && (place + 1 == end || bytes[place + 1] == UInt8(ascii: " "))
    }

    private static func isBlock(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">")
    }

    /// Anchors, aliases, tags, directives, keys of more than one line, and tabs.
    private static func isUnusualStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "\t"):
            true
        default: false
        }
    }

    /// The place of the quote that closes a text, nil where the line has none.
    private static func closing(
        _ quote: UInt8, from start: Int, to end: Int, in bytes: [UInt8]
    ) -> Int? {
        var place = start
        while place < end {
            if bytes[place] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 2
                continue
            }
            if bytes[place] == quote {
                // Two single quotes within a text are one of it.
                guard quote == UInt8(ascii: "'"), place + 1 < end, bytes[place + 1] == quote else {
                    return place
                }
                place += 1
            }
            place += 1
        }
        return nil
    }

    /// What YAML takes for the end of a line, too: carriage return, NEL, LS and PS.
    private static func isUnusualBreak(_ bytes: [UInt8], _ place: Int) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: "\r"): true
        case 0x85: place > 0 && bytes[place - 1] == 0xC2
        case 0xA8, 0xA9: place > 1 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2
        default: false
        }
    }
}
