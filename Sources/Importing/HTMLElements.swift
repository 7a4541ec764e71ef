internal import Formats

/// What an importer has to know of raw HTML in a page: where elements end, and which parts of them
/// are items of a list.
enum HTMLElements {
    /// A tag in a text.
    struct Tag {
        let name: String
        let isClosing: Bool
        let range: Range<Int>
    }

    /// Elements that hold blocks and have to be closed.
    private static let containers: Set<String> = [
        "div", "table", "section", "article", "details", "center", "ul", "ol", "dl", "figure",
        "blockquote", "header", "footer", "main", "aside", "nav", "h1", "h2", "h3", "h4", "h5",
        "h6", "tbody", "thead",
    ]
    /// Elements that only arrange what they hold.
    private static let layout: Set<String> = [
        "div", "section", "article", "center", "header", "footer", "main", "aside", "nav",
    ]

    /// Returns the tags of a text in order.
    static func tags(in bytes: [UInt8]) -> [Tag] {
        var result: [Tag] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            var start = index + 1
            let isClosing = start < bytes.count && bytes[start] == UInt8(ascii: "/")
            if isClosing { start += 1 }
            var end = start
            while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
            guard end > start, !(0x30...0x39).contains(bytes[start]) else {
                index += 1
                continue
            }
            var close = end
            var quote: UInt8?
            while close < bytes.count {
                let byte = bytes[close]
                if let open = quote {
                    if byte == open { quote = nil }
                } else if byte == 0x22 || byte == 0x27 {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    break
                } else if byte == UInt8(ascii: "<") {
                    break
                }
                close += 1
            }
            guard close < bytes.count, bytes[close] == UInt8(ascii: ">") else {
                index = end
                continue
            }
            let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
            result.append(Tag(name: name, isClosing: isClosing, range: index..<(close + 1)))
            index = close + 1
        }
        return result
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// How many more elements a text opens than it closes.
    static func balance(of text: String) -> Int {
        tags(in: Array(text.utf8)).reduce(0) { depth, tag in
            guard containers.contains(tag.name) else { return depth }
            return depth + (tag.isClosing ? -1 : 1)
        }
    }

    /// The text without the tags of elements that only arrange what they hold.
    static func withoutContainers(_ text: String) -> String { withoutTags(text, of: layout) }

    private static func withoutTags(_ text: String, of names: Set<String>) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        for tag in tags(in: bytes) where names.contains(tag.name) {
            result += bytes[start..<tag.range.lowerBound]
            start = tag.range.upperBound
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The lines of a text without the white space at their beginnings, but for preformatted ones.
    static func withoutIndent(_ text: String) -> String {
        withoutIndent(text.lines).joined(separator: "\n")
    }

    /// The lines without the white space before them, which means nothing to HTML and code to
    /// Markdown; those of preformatted text keep it.
    static func withoutIndent(_ lines: [Substring]) -> [Substring] {
        var isPreformatted = false
        return lines.map { line in
            let wasPreformatted = isPreformatted
            isPreformatted = RawHTML.isPreformatted(behind: line, isPreformatted)
            return wasPreformatted ? line : line.drop { $0 == " " || $0 == "\t" }
        }
    }

    /// The rows of a table or the items of a list, where the text is one; each with the number of
    /// the line it begins on.
    ///
    /// What is said before the first or behind the last one is an item too.
    static func items(of text: String) -> [(text: String, line: Int)] {
        let bytes = Array(text.utf8)
        let tags = tags(in: bytes)
        guard let first = tags.first(where: { !$0.isClosing && !layout.contains($0.name) }),
            ["table", "ul", "ol", "thead", "tbody", "li"].contains(first.name)
        else { return [] }
        // Browsers show items without a list around them as well.
        let own = first.name == "li" ? 0 : 1
        let name = ["ul", "ol", "li"].contains(first.name) ? "li" : "tr"
        var result: [(text: String, line: Int)] = []
        var ranges: [Range<Int>] = []
        var depth = 0
        var open: Int?
        var (counted, line) = (0, 0)
        for tag in tags {
            if ["table", "ul", "ol"].contains(tag.name) { depth += tag.isClosing ? -1 : 1 }
            guard tag.name == name, depth == own else { continue }
            if let start = open {
                let end = tag.isClosing ? tag.range.upperBound : tag.range.lowerBound
                line += bytes[counted..<start].count { $0 == 0x0A }
                counted = start
                result.append((item(bytes, start..<end), line))
                ranges.append(start..<end)
            }
            open = tag.isClosing ? nil : tag.range.lowerBound
        }
        guard let first = ranges.first, let last = ranges.last else { return [] }
        func rest(_ range: Range<Int>) -> String {
            withoutTags(String(decoding: bytes[range], as: UTF8.self), of: listParts)
        }
        // Words between the rows would get lost; what stands behind an item of a list belongs to it.
        for (number, (row, next)) in zip(ranges, ranges.dropFirst()).enumerated()
        where !rest(row.upperBound..<next.lowerBound).allSatisfy(\.isWhitespace) {
            guard name == "li" else { return [] }
            result[number].text = item(bytes, row.lowerBound..<next.lowerBound)
        }
        let before = rest(0..<first.lowerBound)
        if !before.allSatisfy(\.isWhitespace) {
            let lines = before.prefix(while: \.isWhitespace).count { $0 == "\n" }
            result.insert((before.trimmedLines, lines), at: 0)
        }
        let behind = rest(last.upperBound..<bytes.count)
        if !behind.allSatisfy(\.isWhitespace) {
            let lines = bytes[..<last.upperBound].count { $0 == 0x0A }
            result.append((behind.trimmedLines, lines))
        }
        return result
    }

    private static let listParts: Set<String> = layout.union([
        "table", "tbody", "thead", "ul", "ol", "li", "tr",
    ])

    private static func item(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var text = String(decoding: bytes[range], as: UTF8.self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
