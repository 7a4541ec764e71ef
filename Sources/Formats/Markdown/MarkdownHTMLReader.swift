/// Reads the HTML that `MarkdownHTML` writes back as the blocks it stands for.
///
/// A page holds tables, numbered lists and code with braces as HTML. Only plain HTML is read, with
/// no attribute that Markdown could not say; all other stays what it is.
struct MarkdownHTMLReader {
    private var pieces: ArraySlice<HTMLPiece>
    private var depth = 0

    /// Returns the blocks that some HTML stands for, nil for HTML that Markdown cannot say.
    static func blocks(of html: String) -> [MarkdownBlock]? {
        var reader = MarkdownHTMLReader(pieces: HTMLPiece.pieces(of: html)[...])
        guard let blocks = reader.blocks(), reader.pieces.isEmpty, !blocks.isEmpty else {
            return nil
        }
        return blocks
    }

    /// Blocks up to a closing tag or the end, nil where anything else is found.
    private mutating func blocks() -> [MarkdownBlock]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < MarkdownParser.depthLimit else { return nil }
        var result: [MarkdownBlock] = []
        while true {
            skipBlank()
            guard let tag = openTag() else { return result }
            guard let block = block(tag) else { return nil }
            result.append(block)
        }
    }

    private mutating func block(_ tag: HTMLTag) -> MarkdownBlock? {
        let attributes = Dictionary(tag.attributes, uniquingKeysWith: { first, _ in first })
        if tag.name == "hr", attributes.isEmpty { return .rule }
        if tag.name == "ol", let start = attributes["start"] {
            guard attributes.count == 1, let number = Int(start) else { return nil }
            return list(start: number, closing: "ol")
        }
        guard attributes.isEmpty else { return nil }
        switch tag.name {
        case "p": return inlines(closing: "p").map { .paragraph($0) }
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = Int(tag.name.dropFirst()) ?? 1
            return inlines(closing: tag.name).map { .heading(level: level, $0) }
        case "blockquote":
            guard let blocks = blocks(), close("blockquote") else { return nil }
            return .quote(blocks)
        case "ul": return list(start: nil, closing: "ul")
        case "ol": return list(start: 1, closing: "ol")
        case "pre": return code()
        case "table": return table()
        default: return nil
        }
    }

    private mutating func list(start: Int?, closing name: String) -> MarkdownBlock? {
        var items: [[MarkdownBlock]] = []
        var isTight = true
        while true {
            skipBlank()
            if close(name) { break }
            guard let tag = openTag(), tag.name == "li", tag.attributes.isEmpty else { return nil }
            var item: [MarkdownBlock] = []
            guard let text = inlinesOfItem() else {
                return nil
            }
            if !text.isEmpty { item.append(.paragraph(text)) }
            guard let rest = blocks(), close("li") else { return nil }
            if item.isEmpty, case .paragraph = rest.first { isTight = false }
            // A paragraph after the text of a tight item is one that Markdown cannot say.
            if !item.isEmpty, rest.contains(where: \.isParagraph) { return nil }
            items.append(item + rest)
        }
        guard !items.isEmpty else { return nil }
        return .list(MarkdownList(start: start, isTight: isTight, items: items))
    }

    private mutating func code() -> MarkdownBlock? {
        guard let tag = openTag(), tag.name == "code", tag.attributes.count < 2 else { return nil }
        var info = ""
        if let attribute = tag.attributes.first {
            guard attribute.name == "class", attribute.value.hasPrefix("language-") else {
                return nil
            }
            info = String(attribute.value.dropFirst("language-".count))
        }
        var text = ""
        if case .text(let source) = pieces.first {
            text = HTMLEntities.decoded(source)
            pieces.removeFirst()
        }
        guard close("code"), close("pre") else { return nil }
        return .code(info: info, text)
    }

    private mutating func table() -> MarkdownBlock? {
        var rows: [[[MarkdownInline]]] = []
        var alignments: [MarkdownAlignment] = []
        for (section, cell) in [("thead", "th"), ("tbody", "td")] {
            skipBlank()
            guard open(section) else {
                guard section == "tbody" else { return nil }
                break
            }
            while true {
                skipBlank()
                if close(section) { break }
                guard open("tr"), section == "tbody" || rows.isEmpty else { return nil }
                var row: [[MarkdownInline]] = []
                while true {
                    skipBlank()
                    if close("tr") { break }
                    guard let tag = openTag(), tag.name == cell, tag.attributes.count < 2,
                        let alignment = Self.alignment(tag), let text = inlines(closing: cell)
                    else { return nil }
                    if rows.isEmpty { alignments.append(alignment) }
                    row.append(text)
                }
                guard row.count == alignments.count else { return nil }
                rows.append(row)
            }
        }
        skipBlank()
        guard close("table"), !rows.isEmpty, !alignments.isEmpty else { return nil }
        return .table(alignments: alignments, rows: rows)
    }

    private static func alignment(_ tag: HTMLTag) -> MarkdownAlignment? {
        guard let attribute = tag.attributes.first else { return MarkdownAlignment.none }
        guard attribute.name == "align" else { return nil }
        return MarkdownAlignment(rawValue: attribute.value)
    }

    // MARK: Running text

    private mutating func inlines(closing name: String) -> [MarkdownInline]? {
        guard let text = inlines(), close(name) else { return nil }
        return text
    }

    /// The text at the start of a tight item, empty where a block follows at once.
    private mutating func inlinesOfItem() -> [MarkdownInline]? {
        guard var text = inlines() else { return nil }
        while text.last == .softBreak { text.removeLast() }
        return text
    }

    /// Text up to a tag of a block or a closing tag, nil where Markdown could not say it.
    private mutating func inlines() -> [MarkdownInline]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < MarkdownParser.depthLimit else { return nil }
        var result: [MarkdownInline] = []
        while let piece = pieces.first {
            switch piece {
            case .comment: return nil
            case .text(let source):
                pieces.removeFirst()
                for (index, line) in source.split(
                    separator: "\n", omittingEmptySubsequences: false
                ).enumerated() {
                    if index > 0, result.last != .lineBreak, !result.isEmpty {
                        result.append(.softBreak)
                    }
                    let text = HTMLEntities.decoded(String(line))
                    if !text.isEmpty { result.append(.text(text)) }
                }
            case .tag(let tag):
                if tag.isClosing || HTMLSanitizer.isBlock(tag) { return result }
                pieces.removeFirst()
                guard let inline = inline(tag) else { return nil }
                result.append(inline)
            }
        }
        return result
    }

    private mutating func inline(_ tag: HTMLTag) -> MarkdownInline? {
        let attributes = Dictionary(tag.attributes, uniquingKeysWith: { first, _ in first })
        let value = { (name: String) in HTMLEntities.decoded(attributes[name] ?? "") }
        switch tag.name {
        case "br" where attributes.isEmpty: return .lineBreak
        case "em" where attributes.isEmpty: return inlines(closing: "em").map { .emphasis($0) }
        case "strong" where attributes.isEmpty:
            return inlines(closing: "strong").map { .strong($0) }
        case "del" where attributes.isEmpty:
            return inlines(closing: "del").map { .strikethrough($0) }
        case "code" where attributes.isEmpty:
            guard let text = inlines(closing: "code"), text.allSatisfy(\.isText), !text.isEmpty
            else { return nil }
            return .code(text.words)
        case "a"
        where attributes["href"] != nil && Set(attributes.keys).isSubset(of: ["href", "title"]):
            return inlines(closing: "a").map {
                .link(url: value("href"), title: value("title"), $0)
            }
        case "img"
        where attributes["src"] != nil
            && Set(attributes.keys).isSubset(of: ["src", "alt", "title"]):
            let alternative = value("alt")
            return .image(
                url: value("src"), title: value("title"),
                alternative.isEmpty ? [] : [.text(alternative)])
        default: return nil
        }
    }

    // MARK: Pieces

    private mutating func skipBlank() {
        while case .text(let text) = pieces.first, text.trimmed.isEmpty { pieces.removeFirst() }
    }

    /// Takes an opening tag, nil where there is none.
    private mutating func openTag() -> HTMLTag? {
        guard case .tag(let tag) = pieces.first, !tag.isClosing else { return nil }
        pieces.removeFirst()
        return tag
    }

    private mutating func open(_ name: String) -> Bool {
        guard case .tag(let tag) = pieces.first, !tag.isClosing, tag.name == name,
            tag.attributes.isEmpty
        else { return false }
        pieces.removeFirst()
        return true
    }

    private mutating func close(_ name: String) -> Bool {
        guard case .tag(let tag) = pieces.first, tag.isClosing, tag.name == name else {
            return false
        }
        pieces.removeFirst()
        return true
    }
}

extension MarkdownBlock {
    fileprivate var isParagraph: Bool {
        if case .paragraph = self { true } else { false }
    }
}
