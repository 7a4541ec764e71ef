internal import CMarkGFM

extension MarkdownParser {
    /// Returns the blocks of a text with their places.
    ///
    /// Bare addresses become links, as on GitHub.
    static func tree(of text: String) -> [MarkdownTree.Node] {
        withRoot(of: text) { root in
            var walk = MarkdownTreeWalk(text)
            return MarkdownTreePlaces(text).placed(walk.copy(root), in: 0..<text.utf8.count)
        } ?? []
    }
}

/// Copies cmark's tree out, and its places as offsets.
private struct MarkdownTreeWalk {
    /// Where each line begins, and after the last one the end of the text.
    private let lineStarts: [Int]
    private let bytes: [UInt8]
    /// Where the block of the inlines that are being read begins.
    private var blockLine = 0
    private var blockColumn = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isReturn = byte == UInt8(ascii: "\r")
            if byte == UInt8(ascii: "\n")
                || isReturn && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
            {
                starts.append(index + 1)
            }
        }
        starts.append(bytes.count)
        lineStarts = starts
    }

    mutating func copy(_ root: OpaquePointer) -> [MarkdownTree.Node] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var open: [(pointer: OpaquePointer, children: [MarkdownTree.Node])] = [(root, [])]
        // Deeper nesting than the limit loses its markup: such nodes hand their children up.
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            if node == root { continue }
            if event == CMARK_EVENT_ENTER, isLeaf(node) {
                open[open.count - 1].children += made(node, [])
            } else if event == CMARK_EVENT_ENTER {
                enter(node)
                open.append((node, []))
            } else if let closed = open.popLast(), !open.isEmpty {
                let isDeep = open.count > MarkdownParser.depthLimit
                open[open.count - 1].children +=
                    isDeep ? closed.children : made(node, closed.children)
            }
        }
        return open.first?.children ?? []
    }

    /// Notes where the text of a paragraph, a heading or a cell begins.
    private mutating func enter(_ node: OpaquePointer) {
        guard !isInline(node) else { return }
        blockLine = Int(cmark_node_get_start_line(node))
        blockColumn = Int(cmark_node_get_start_column(node))
    }

    private func isLeaf(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_SOFTBREAK,
            CMARK_NODE_LINEBREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK,
            CMARK_NODE_THEMATIC_BREAK:
            true
        default: false
        }
    }

    private func isInline(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: true
        default: MarkdownParser.text(cmark_node_get_type_string(node)) == "strikethrough"
        }
    }

    /// The node with its children; the children alone where a tree of ours has no such node.
    private func made(_ node: OpaquePointer, _ children: [MarkdownTree.Node])
        -> [MarkdownTree.Node]
    {
        guard let kind = kind(of: node) else { return children }
        var range = range(of: node, kind)
        // Bare addresses have no place.
        let placed = children.lazy.filter { !$0.range.isEmpty }
        if let first = placed.first, let last = placed.last {
            let inner = min(first.range.lowerBound, last.range.upperBound)..<last.range.upperBound
            if !isInline(node) {
                range = range.lowerBound..<max(range.upperBound, inner.upperBound)
            } else if cmark_node_get_start_line(node) != cmark_node_get_end_line(node)
                || !range.contains(inner)
            {
                // cmark loses the first line of a link that goes over several.
                range = inner
            }
        }
        return [MarkdownTree.Node(kind: kind, range: range, children: children)]
    }

    private func range(of node: OpaquePointer, _ kind: MarkdownTree.Kind) -> Range<Int> {
        let (firstLine, lastLine) = (
            Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node))
        )
        let (first, last) = (
            Int(cmark_node_get_start_column(node)), Int(cmark_node_get_end_column(node))
        )
        let isText = isInline(node) || kind.isInlineLeaf
        let start = offset(line: firstLine, column: first, isText: isText)
        let end = offset(line: lastLine, column: last + 1, isText: isText)
        return start..<max(start, end)
    }

    /// The offset of a place; cmark counts the columns of a paragraph's later lines from where
    /// their text begins, as if it stood below the first line's.
    private func offset(line: Int, column: Int, isText: Bool) -> Int {
        guard line >= 1, line < lineStarts.count else { return line < 1 ? 0 : bytes.count }
        var offset = lineStarts[line - 1] + column - 1
        if isText, line > blockLine {
            var start = lineStarts[line - 1]
            while start < lineStarts[line], " \t>".utf8.contains(bytes[start]) { start += 1 }
            offset = start + column - blockColumn
        }
        return max(lineStarts[line - 1], min(offset, endOfLine(line)))
    }

    private func endOfLine(_ line: Int) -> Int {
        var end = lineStarts[line]
        while end > lineStarts[line - 1], "\r\n".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    private func kind(of node: OpaquePointer) -> MarkdownTree.Kind? {
        let text = MarkdownParser.text
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: return .quote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_CODE_BLOCK:
            return .code(
                info: text(cmark_node_get_fence_info(node)),
                text: text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock(text(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        case CMARK_NODE_TEXT: return .text(text(cmark_node_get_literal(node)))
        case CMARK_NODE_CODE: return .codeSpan(text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: return .htmlInline(text(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK:
            return .link(
                url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            return .image(
                url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        default: break
        }
        switch text(cmark_node_get_type_string(node)) {
        case "strikethrough": return .strikethrough
        case "table": return .table
        case "table_row", "table_header": return .row
        case "table_cell": return .cell
        default: return nil
        }
    }
}

extension MarkdownTree.Kind {
    var isBlock: Bool {
        switch self {
        case .paragraph, .heading, .quote, .list, .item, .code, .htmlBlock, .rule, .table: true
        default: false
        }
    }

    fileprivate var isInlineLeaf: Bool {
        switch self {
        case .text, .codeSpan, .htmlInline, .softBreak, .lineBreak: true
        default: false
        }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
