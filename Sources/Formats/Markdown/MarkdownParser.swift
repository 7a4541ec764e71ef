internal import CMarkGFM
internal import Synchronization

/// Reads Markdown with cmark-gfm and copies its tree out.
enum MarkdownParser {
    /// Deeper nesting than this is an attack or an accident; what is nested deeper loses its
    /// markup, not its words.
    static let depthLimit = 60

    /// Which parts of GitHub's dialect are read.
    enum Dialect {
        /// All: bare addresses become links.
        case gitHub
        /// All but bare addresses, which stay text.
        case withoutAutolinks
    }

    /// Registers cmark-gfm's extensions, once for the process: it is not said to be thread-safe.
    static let isReady: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// One text is parsed at a time.
    ///
    /// While cmark-gfm reads inlines it enters the characters of the extensions into a table of
    /// the whole process, and takes them out at the end: of two texts read at once, one may find
    /// no `~~` any more.
    static let parsing = Mutex(())

    /// Returns the blocks of a text.
    static func blocks(of text: String, as dialect: Dialect = .gitHub) -> [MarkdownBlock] {
        MarkdownProse.blocks(of: text) ?? parsedBlocks(of: text, as: dialect)
    }

    /// Returns the blocks of a text by cmark, whatever the text is.
    static func parsedBlocks(of text: String, as dialect: Dialect = .gitHub) -> [MarkdownBlock] {
        withRoot(of: text, as: dialect) { copy($0) } ?? []
    }

    /// Parses a text and hands out the root of cmark's tree, which is freed afterwards.
    static func withRoot<Result: Sendable>(
        of text: String, as dialect: Dialect = .gitHub, _ body: @Sendable (OpaquePointer) -> Result
    ) -> Result? {
        guard isReady else { return nil }
        return parsing.withLock { _ in
            parse(text, as: dialect).map { root in
                defer { cmark_node_free(root) }
                return body(root)
            }
        }
    }

    private static func parse(_ text: String, as dialect: Dialect) -> OpaquePointer? {
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
        defer { cmark_parser_free(parser) }
        var names = ["strikethrough"]
        if mayHaveTables(text) { names.append("table") }
        if dialect == .gitHub { names.append("autolink") }
        for name in names {
            if let syntax = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, syntax)
            }
        }
        var source = text
        source.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cmark_parser_feed(parser, $0, bytes.count)
            }
        }
        return cmark_parser_finish(parser)
    }

    /// The largest number of columns that a table has.
    private static let columnLimit = 1_000

    /// Tells whether a text can be read with tables: cmark appends a cell by going through all
    /// cells before it, so that a line of nothing but `|` would take hours.
    static func mayHaveTables(_ text: String) -> Bool {
        var columns = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "|") { columns += 1 }
            if byte == UInt8(ascii: "\n") { columns = 0 }
            if columns > columnLimit { return false }
        }
        return true
    }

    /// What is collected for one node while its children are read.
    private struct Frame {
        var blocks: [MarkdownBlock] = []
        var inlines: [MarkdownInline] = []
        var items: [[MarkdownBlock]] = []
        var rows: [[[MarkdownInline]]] = []
        var cells: [[MarkdownInline]] = []
    }

    /// Walks the tree with cmark's iterator, which needs no stack of calls however deep it is.
    private static func copy(_ root: OpaquePointer) -> [MarkdownBlock] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var frames = [Frame()]
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            if node == root { continue }
            if event == CMARK_EVENT_ENTER {
                if let leaf = leaf(node) {
                    frames[frames.count - 1].inlines.append(leaf)
                } else if let leaf = leafBlock(node) {
                    frames[frames.count - 1].blocks.append(leaf)
                } else {
                    frames.append(Frame())
                }
            } else if leaf(node) == nil, leafBlock(node) == nil {
                guard let inner = frames.popLast(), !frames.isEmpty else { break }
                close(node, inner, into: &frames[frames.count - 1], depth: frames.count)
            }
        }
        return frames.first?.blocks ?? []
    }

    /// Adds a node, whose children are read, to the node around it.
    private static func close(
        _ node: OpaquePointer, _ inner: Frame, into outer: inout Frame, depth: Int
    ) {
        let type = cmark_node_get_type(node)
        if depth > depthLimit, type != CMARK_NODE_PARAGRAPH {
            // The markup of this node is dropped, its words move up.
            outer.blocks += inner.blocks + inner.items.joined()
            outer.blocks += (inner.rows + [inner.cells]).joined().map { .paragraph($0) }
            if type == CMARK_NODE_HEADING {
                outer.blocks.append(.paragraph(inner.inlines))
            } else {
                outer.inlines += inner.inlines
            }
            return
        }
        switch type {
        case CMARK_NODE_PARAGRAPH: outer.blocks.append(.paragraph(inner.inlines))
        case CMARK_NODE_HEADING:
            let level = Int(cmark_node_get_heading_level(node))
            outer.blocks.append(.heading(level: level, inner.inlines))
        case CMARK_NODE_BLOCK_QUOTE: outer.blocks.append(.quote(inner.blocks))
        case CMARK_NODE_ITEM: outer.items.append(inner.blocks)
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = inner.items + (inner.blocks.isEmpty ? [] : [inner.blocks])
            outer.blocks.append(
                .list(
                    MarkdownList(
                        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
                        isTight: cmark_node_get_list_tight(node) != 0, items: items)))
        case CMARK_NODE_EMPH: outer.inlines.append(.emphasis(inner.inlines))
        case CMARK_NODE_STRONG: outer.inlines.append(.strong(inner.inlines))
        case CMARK_NODE_LINK:
            outer.inlines.append(
                .link(
                    url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
                    inner.inlines))
        case CMARK_NODE_IMAGE:
            outer.inlines.append(
                .image(
                    url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
                    inner.inlines))
        default: closeExtension(node, inner, into: &outer)
        }
    }

    /// Adds a node of one of GitHub's extensions, which only their names tell apart.
    private static func closeExtension(
        _ node: OpaquePointer, _ inner: Frame, into outer: inout Frame
    ) {
        switch text(cmark_node_get_type_string(node)) {
        case "strikethrough": outer.inlines.append(.strikethrough(inner.inlines))
        case "table_cell": outer.cells.append(inner.inlines)
        case "table_row", "table_header": outer.rows.append(inner.cells)
        case "table":
            outer.blocks.append(.table(alignments: alignments(node), rows: inner.rows))
        default:
            outer.blocks += inner.blocks
            outer.inlines += inner.inlines
        }
    }

    private static func alignments(_ node: OpaquePointer) -> [MarkdownAlignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map {
            switch letters[$0] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    /// The inline that a node without children is, nil for all other nodes.
    private static func leaf(_ node: OpaquePointer) -> MarkdownInline? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: .text(text(cmark_node_get_literal(node)))
        case CMARK_NODE_CODE: .code(text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: .html(text(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        default: nil
        }
    }

    /// The block that a node without children is, nil for all other nodes.
    private static func leafBlock(_ node: OpaquePointer) -> MarkdownBlock? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_CODE_BLOCK:
            .code(
                info: text(cmark_node_get_fence_info(node)), text(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: .html(text(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        default: nil
        }
    }

    /// The text that a node holds; cmark frees it with the node.
    static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
