internal import CMarkGFM
internal import Synchronization

/// The blocks of a Markdown text as places in it: which lines each one takes.
///
/// An importer cuts a page along these lines, so that what it does not understand stays as it was
/// written, byte for byte.
public struct MarkdownOutline: Sendable {
    /// What a block is.
    public enum Kind: Hashable, Sendable {
        /// Running text.
        case paragraph
        /// A heading of a level, from 1.
        case heading(Int)
        /// A block quote.
        case quote
        /// A list; its items are the block's.
        case list(isOrdered: Bool)
        /// A code block.
        case code
        /// Raw HTML, and what stands between its tags.
        case html
        /// A line across the page.
        case rule
        /// A table in GitHub's notation.
        case table
    }

    /// One item of a list.
    public struct Item: Hashable, Sendable {
        /// The lines of the item, from 0.
        public let lines: Range<Int>
        /// How many columns its content is indented.
        public let indentation: Int
    }

    /// One block of the text.
    public struct Block: Hashable, Sendable {
        /// What it is.
        public let kind: Kind
        /// The lines of the block, from 0, without blank ones at its end.
        public let lines: Range<Int>
        /// The items of a list.
        public let items: [Item]

        /// Makes a block.
        public init(kind: Kind, lines: Range<Int>, items: [Item] = []) {
            self.kind = kind
            self.lines = lines
            self.items = items
        }
    }

    /// The lines of the text, without their ends.
    public let lines: [Substring]
    /// The blocks at the top of the text, in order.
    public let blocks: [Block]

    /// Reads the outline of a text.
    public init(of text: String) {
        let lines = text.lines
        self.lines = lines
        blocks = Self.starts(in: text, lines: lines)
    }

    /// The lines of a range as they stand in the text.
    public func text(of range: Range<Int>) -> String {
        lines[range].joined(separator: "\n")
    }

    /// The text of a list item without its marker and its indentation.
    public func text(of item: Item) -> String {
        var result: [Substring] = []
        for (position, line) in lines[item.lines].enumerated() {
            guard position > 0 else {
                result.append(Self.dropping(columns: item.indentation, of: line, force: true))
                continue
            }
            result.append(Self.dropping(columns: item.indentation, of: line, force: false))
        }
        while let last = result.last, last.allSatisfy(\.isWhitespace) { result.removeLast() }
        return result.joined(separator: "\n")
    }

    /// Leaves out so many columns at the start of a line: of anything, or of white space only.
    private static func dropping(columns: Int, of line: Substring, force: Bool) -> Substring {
        var rest = line.unicodeScalars
        var column = 0
        while column < columns, let first = rest.first {
            guard force || first == " " || first == "\t" else { break }
            column += first == "\t" ? 4 - column % 4 : 1
            rest.removeFirst()
        }
        if force { while rest.first == " " || rest.first == "\t" { rest.removeFirst() } }
        return Substring(rest)
    }

    /// A block with the line it begins on.
    private struct Start {
        var kind: Kind
        var line: Int
        var items: [(line: Int, column: Int)] = []
    }

    private static func starts(in text: String, lines: [Substring]) -> [Block] {
        guard MarkdownParser.isReady else { return [] }
        let starts = MarkdownParser.parsing.withLock { _ in parse(text) }
        func isBlank(_ line: Int) -> Bool {
            lines[line].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        }
        func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
            var end = max(start, min(end, lines.count))
            while end > start, isBlank(end - 1) { end -= 1 }
            return start..<end
        }
        var blocks: [Block] = []
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1].line : lines.count
            let range = trimmed(min(start.line, lines.count), end)
            let items = start.items.enumerated().map { index, item in
                let next =
                    index + 1 < start.items.count ? start.items[index + 1].line : range.upperBound
                return Item(lines: trimmed(item.line, next), indentation: item.column)
            }
            blocks.append(Block(kind: start.kind, lines: range, items: items))
        }
        return blocks
    }

    private static func parse(_ text: String) -> [Start] {
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return [] }
        defer { cmark_parser_free(parser) }
        if MarkdownParser.mayHaveTables(text), let tables = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, tables)
        }
        var source = text
        source.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cmark_parser_feed(parser, $0, bytes.count)
            }
        }
        guard let root = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(root) }
        var result: [Start] = []
        var child = cmark_node_first_child(root)
        while let node = child {
            result.append(start(of: node))
            child = cmark_node_next(node)
        }
        return result
    }

    private static func start(of node: OpaquePointer) -> Start {
        var start = Start(kind: .paragraph, line: max(0, Int(cmark_node_get_start_line(node)) - 1))
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: start.kind = .heading(Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: start.kind = .quote
        case CMARK_NODE_CODE_BLOCK: start.kind = .code
        case CMARK_NODE_HTML_BLOCK: start.kind = .html
        case CMARK_NODE_THEMATIC_BREAK: start.kind = .rule
        case CMARK_NODE_LIST:
            start.kind = .list(
                isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
            var child = cmark_node_first_child(node)
            while let item = child {
                start.items.append(place(ofItem: item))
                child = cmark_node_next(item)
            }
        case CMARK_NODE_PARAGRAPH: break
        default:
            if cmark_node_get_type_string(node).map({ String(cString: $0) }) == "table" {
                start.kind = .table
            }
        }
        return start
    }

    /// Where an item begins, and the column of its content.
    private static func place(ofItem item: OpaquePointer) -> (line: Int, column: Int) {
        let line = max(0, Int(cmark_node_get_start_line(item)) - 1)
        let marker = max(0, Int(cmark_node_get_start_column(item)) - 1)
        guard let content = cmark_node_first_child(item),
            Int(cmark_node_get_start_line(content)) - 1 == line
        else { return (line, marker + 2) }
        return (line, max(marker + 1, Int(cmark_node_get_start_column(content)) - 1))
    }
}
