extension [MarkdownBlock] {
    /// The tree with one form for one meaning: tags that say what Markdown can say are Markdown.
    var normal: [MarkdownBlock] {
        var result: [MarkdownBlock] = []
        for block in self where !block.isNothing {
            if case .html(let source) = block, let blocks = MarkdownHTMLReader.blocks(of: source) {
                result += blocks.map(\.normal)
            } else {
                result.append(block.normal)
            }
        }
        return result
    }
}

extension MarkdownBlock {
    fileprivate var normal: MarkdownBlock {
        switch self {
        case .paragraph(let inlines): .paragraph(inlines.normal)
        case .heading(let level, let inlines): .heading(level: level, inlines.normal)
        case .quote(let blocks): .quote(blocks.normal)
        case .list(let list):
            .list(
                MarkdownList(
                    start: list.start, isTight: list.isTight, items: list.items.map(\.normal)))
        case .table(let alignments, let rows):
            .table(alignments: alignments, rows: rows.map { $0.map(\.normal) })
        case .code, .html, .rule: self
        }
    }

    /// Tells whether the block shows nothing and stands only between two others.
    fileprivate var isNothing: Bool {
        if case .html(let source) = self { source.trimmed == "<!-- -->" } else { false }
    }
}

extension [MarkdownInline] {
    /// The text with pairs of plain tags as the markup they stand for.
    var normal: [MarkdownInline] {
        // What is open: the tag, and all that came before it.
        var open: [(name: String, source: MarkdownInline, before: [MarkdownInline])] = []
        var current: [MarkdownInline] = []
        // The names of all elements that are open here.
        var names: [String] = []
        for inline in self {
            switch inline {
            case .html(let source):
                if let text = Self.shown(source, in: &names) {
                    current.append(text)
                    continue
                }
                guard let tag = Self.plainTag(source) else {
                    current.append(inline)
                    continue
                }
                if tag.name == "br" {
                    current.append(.lineBreak)
                } else if !tag.isClosing {
                    open.append((tag.name, inline, current))
                    current = []
                } else if let last = open.last, last.name == tag.name {
                    open.removeLast()
                    current = last.before + Self.element(tag.name, current)
                } else {
                    // Tags that cross each other stay what they are.
                    for last in open.reversed() { current = last.before + [last.source] + current }
                    open = []
                    current.append(inline)
                }
            case .softBreak: if current.last != .lineBreak { current.append(inline) }
            case .emphasis(let inner): current.append(.emphasis(inner.normal))
            case .strong(let inner): current.append(.strong(inner.normal))
            case .strikethrough(let inner): current.append(.strikethrough(inner.normal))
            case .link(let url, let title, let inner):
                let address = URLText.safe(url).map(URLText.unbracketed) ?? url
                current.append(.link(url: address, title: title, inner.normal))
            case .image(let url, let title, let inner):
                let address = URLText.safe(url).map(URLText.unbracketed) ?? url
                current.append(.image(url: address, title: title, inner))
            case .text(let text) where current.last == .lineBreak:
                let rest = text.unicodeScalars.drop(while: \.isFoldable)
                if !rest.isEmpty { current.append(.text(String(rest))) }
            case .text, .code, .lineBreak: current.append(inline)
            }
        }
        for last in open.reversed() { current = last.before + [last.source] + current }
        return current
    }

    /// The text that a tag or declaration is shown as, nil for those that stay markup.
    private static func shown(_ source: String, in open: inout [String]) -> MarkdownInline? {
        switch HTMLPiece.pieces(of: source).first {
        case .tag(let tag) where HTMLSanitizer.allows(tag):
            if HTMLSanitizer.voidElements.contains(tag.name) { return nil }
            if !tag.isClosing {
                open.append(tag.name)
            } else if let index = open.lastIndex(of: tag.name) {
                open.removeSubrange(index...)
            } else {
                return .text(HTMLEntities.decoded(source))
            }
            return nil
        case .tag, .text: return .text(HTMLEntities.decoded(source))
        case .comment, nil: return nil
        }
    }

    /// A tag without attributes that has a form in Markdown, nil for all others.
    private static func plainTag(_ source: String) -> HTMLTag? {
        guard case .tag(let tag) = HTMLPiece.pieces(of: source).first, tag.attributes.isEmpty,
            ["br", "em", "strong", "del", "code", "span"].contains(tag.name)
        else { return nil }
        return tag
    }

    private static func element(_ name: String, _ inner: [MarkdownInline]) -> [MarkdownInline] {
        switch name {
        case "em": [.emphasis(inner)]
        case "strong": [.strong(inner)]
        case "del": [.strikethrough(inner)]
        case "code" where inner.allSatisfy(\.isText): [.code(inner.words)]
        // An element that says nothing only cut a word in two.
        case "span" where inner.isEmpty: []
        default: [.html("<\(name)>")] + inner + [.html("</\(name)>")]
        }
    }
}
