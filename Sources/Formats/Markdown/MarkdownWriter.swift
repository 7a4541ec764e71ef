/// Writes a Markdown tree as text in one of two dialects.
///
/// A page is written in the words that kramdown and CommonMark both understand; what only HTML can
/// say there is HTML. A record is written in GitHub's dialect, in one form for one meaning.
struct MarkdownWriter {
    let dialect: Dialect
    let lines: Lines
    var sanitizer = HTMLSanitizer()

    /// Who reads the text.
    enum Dialect: Equatable {
        case kramdown(KramdownText.Typography)
        case gitHub
    }

    /// Whether the text may have lines of its own.
    enum Lines {
        case one
        case several
    }

    init(_ dialect: Dialect, lines: Lines) {
        self.dialect = dialect
        self.lines = lines
    }

    /// Returns a whole text.
    mutating func document(_ blocks: [MarkdownBlock]) -> String {
        guard dialect != .gitHub else {
            guard let text = sequence(blocks), !text.isEmpty else { return "" }
            return text + "\n"
        }
        var parts: [String] = []
        var before: MarkdownBlock?
        var html = MarkdownHTML()
        var island = ""
        for block in blocks {
            if !block.isHTML, html.sanitizer.open.isEmpty, let part = self.block(block) {
                parts += Self.separator(before, block) + [part]
            } else {
                island += html.html(block, above: 0)
                // A comment leaves nothing, and its neighbours are neighbours.
                if island.isEmpty { continue }
            }
            before = block
            if html.sanitizer.open.isEmpty, !island.isEmpty {
                parts.append(Self.island(island))
                island = ""
            }
        }
        island += html.sanitizer.close(above: 0)
        if !island.isEmpty { parts.append(Self.island(island)) }
        return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
    }

    /// Two lists, or two quotes, would be one without something between them.
    private static func separator(_ before: MarkdownBlock?, _ block: MarkdownBlock) -> [String] {
        switch (before, block) {
        case (.list, .list), (.quote, .quote): ["<!-- -->"]
        default: []
        }
    }

    /// HTML as a block that kramdown takes as it is: it begins and ends with an element that makes
    /// a block, and nothing stands beside it.
    private static func island(_ html: String) -> String {
        var depth = 0
        var isBlock = true
        for piece in HTMLPiece.pieces(of: html) {
            switch piece {
            case .comment: continue
            case .text(let text):
                if depth == 0, !text.allSatisfy(\.isWhitespace) { isBlock = false }
            case .tag(let tag):
                if depth == 0, !HTMLSanitizer.isBlock(tag) { isBlock = false }
                if HTMLSanitizer.voidElements.contains(tag.name) { continue }
                depth += tag.isClosing ? -1 : 1
            }
        }
        return isBlock ? html.trimmed : "<div>\n" + html.trimmed + "\n</div>"
    }

    /// Returns some blocks as Markdown, nil where only HTML can say one of them.
    private mutating func sequence(_ blocks: [MarkdownBlock]) -> String? {
        var parts: [String] = []
        var before: MarkdownBlock?
        for block in blocks {
            guard let text = self.block(block) else { return nil }
            // What shows nothing leaves nothing; the two beside it are neighbours then.
            if text.isEmpty { continue }
            parts += Self.separator(before, block) + [text]
            before = block
        }
        return parts.joined(separator: "\n\n")
    }

    /// Returns one block as Markdown, nil where only HTML can say it.
    private mutating func block(_ block: MarkdownBlock) -> String? {
        switch block {
        case .paragraph(let inlines): return paragraph(inlines)
        case .heading(let level, let inlines):
            var writer = MarkdownWriter(dialect, lines: .one)
            let text = writer.text(inlines)?.trimmed
            let mark = String(repeating: "#", count: level)
            guard dialect != .gitHub else { return (mark + " " + (text ?? "")).trimmed }
            guard let text, !text.isEmpty else { return nil }
            return mark + " " + text
        case .rule: return "* * *"
        case .code(let info, let text):
            return dialect == .gitHub ? Self.fenced(info, text) : Self.plainFenced(info, text)
        case .list(let list): return self.list(list)
        case .quote(let blocks): return quote(blocks)
        case .html(let source): return dialect == .gitHub ? source.trimmed : nil
        case .table(let alignments, let rows):
            return dialect == .gitHub ? table(alignments, rows) : nil
        }
    }

    private mutating func paragraph(_ inlines: [MarkdownInline]) -> String? {
        let mark = sanitizer
        guard let text = text(inlines) else {
            sanitizer = mark
            return nil
        }
        let trimmed = text.trimmed
        guard dialect != .gitHub else { return Self.withoutLoneTag(trimmed) }
        return trimmed.isEmpty ? nil : Self.withoutLoneTag(trimmed)
    }

    /// The text with a tag that is alone on the first line moved to the second: CommonMark would
    /// take the whole paragraph for HTML.
    private static func withoutLoneTag(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "<"),
            let end = text.utf8.firstIndex(of: UInt8(ascii: "\n"))
        else { return text }
        let pieces = HTMLPiece.pieces(of: String(text[..<end]).trimmed)
        guard pieces.count == 1, case .tag = pieces[0] else { return text }
        return withoutLoneTag(text[..<end] + " " + text[text.index(after: end)...])
    }

    private mutating func list(_ list: MarkdownList) -> String? {
        guard dialect == .gitHub || list.start == nil || list.start == 1 else { return nil }
        var items: [String] = []
        for (index, item) in list.items.enumerated() {
            let marker = list.start.map { "\($0 + index). " } ?? "- "
            if dialect != .gitHub, !Self.isSimple(item) { return nil }
            guard var text = sequence(item) else { return nil }
            if list.isTight, Self.isSimple(item) { text = text.replacing("\n\n", by: "\n") }
            let indent = String(repeating: " ", count: marker.utf8.count)
            items.append((marker + Self.indented(text, by: indent)).trimmed)
        }
        return items.joined(separator: list.isTight ? "\n" : "\n\n")
    }

    /// Tells whether an item is a paragraph with further paragraphs and single lists after it.
    private static func isSimple(_ item: [MarkdownBlock]) -> Bool {
        guard case .paragraph = item.first else { return false }
        var before: MarkdownBlock?
        for block in item {
            switch (before, block) {
            case (.list, .list): return false
            case (_, .paragraph), (_, .list): before = block
            default: return false
            }
        }
        return true
    }

    private mutating func quote(_ blocks: [MarkdownBlock]) -> String? {
        if dialect != .gitHub {
            guard !blocks.isEmpty else { return nil }
            let isSimple = blocks.allSatisfy {
                switch $0 {
                case .paragraph, .list, .quote, .heading: true
                default: false
                }
            }
            guard isSimple else { return nil }
        }
        guard let text = sequence(blocks) else { return nil }
        return text.lines
            .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    }

    private static func indented(_ text: String, by indent: String) -> String {
        text.lines.enumerated()
            .map { $0.offset == 0 || $0.element.isEmpty ? String($0.element) : indent + $0.element }
            .joined(separator: "\n")
    }
}

extension MarkdownBlock {
    /// Tells whether this is raw HTML.
    var isHTML: Bool {
        if case .html = self { true } else { false }
    }
}
