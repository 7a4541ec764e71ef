extension MarkdownWriter {
    /// Elements that kramdown reads within a line, with Markdown in them.
    private static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdo", "big", "br", "cite", "del", "dfn", "em", "i", "img", "ins", "q",
        "rp", "rt", "ruby", "small", "span", "strong", "sub", "sup", "tt",
    ]
    /// Elements that kramdown reads within a line, and whose content it takes as it is.
    private static let rawElements: Set<String> = ["code", "kbd", "mark", "samp", "u", "var"]

    /// Tells whether an element is open in which Markdown means nothing.
    var isRaw: Bool { sanitizer.open.contains { Self.rawElements.contains($0) } }

    /// Where a piece of text stands.
    struct Place {
        /// Tells whether it may be the first on its line.
        var startsLine: Bool
        /// Tells whether it is the first line of its block.
        var isFirstLine: Bool
        /// Tells whether it stands in the label of a link or between other markup.
        var isInner: Bool
        var next: MarkdownInline?
    }

    private func place(_ before: String, isInner: Bool, before next: MarkdownInline?) -> Place {
        Place(
            startsLine: !isInner && (before.isEmpty || before.hasSuffix("\n")),
            isFirstLine: before.isEmpty, isInner: isInner, next: next)
    }

    /// Returns running text, nil where only HTML can say it.
    ///
    /// - Parameters:
    ///   - inlines: the text
    ///   - outer: the emphasis around it
    ///   - isInner: whether more may stand before and after it on its line
    /// - Returns: Markdown, every element closed
    mutating func text(
        _ inlines: [MarkdownInline], in outer: Set<Emphasis> = [], isInner: Bool = false
    ) -> String? {
        let mark = sanitizer.open.count
        let inlines = Self.merged(inlines)
        var result = ""
        for (index, inline) in inlines.enumerated() {
            let next = index + 1 < inlines.count ? inlines[index + 1] : nil
            switch inline {
            case .text(let text):
                result += escaped(
                    text, at: place(result, isInner: isInner, before: next))
            case .code(let text): result += code(text)
            case .html(let source):
                let place = place(result, isInner: isInner, before: next)
                guard let markup = html(source, above: mark, at: place) else { return nil }
                result += markup
            case .softBreak:
                if lines == .one {
                    result += result.hasSuffix(" ") ? "" : " "
                } else if !result.isEmpty, !result.hasSuffix("\n") {
                    result += "\n"
                }
            case .lineBreak:
                // A backslash at the end of a text would be a backslash, and a tag after the line
                // end might begin a block.
                let isBeforeText = next.map { !$0.isHTML } == true
                if lines == .one || (dialect == .gitHub && !isBeforeText) {
                    result += "<br>"
                } else {
                    result += dialect == .gitHub ? "\\\n" : "<br>\n"
                }
            case .emphasis(let inner):
                guard let part = emphasis(inner, .emphasis, outer, result, next, isInner) else {
                    return nil
                }
                result += part
            case .strong(let inner):
                guard let part = emphasis(inner, .strong, outer, result, next, isInner) else {
                    return nil
                }
                result += part
            case .strikethrough(let inner):
                guard let part = emphasis(inner, .strikethrough, outer, result, next, isInner)
                else { return nil }
                result += part
            case .link(let url, let title, let inner):
                guard let part = link(url, title, inner, outer) else { return nil }
                result += part
            case .image(let url, let title, let inner): result += image(url, title, inner)
            }
        }
        guard dialect != .gitHub else { return result }
        return result + inlineMarkup(sanitizer.close(above: mark))
    }

    private func escaped(_ text: String, at place: Place) -> String {
        guard case .kramdown(let typography) = dialect else {
            return MarkdownText.escape(text, at: place)
        }
        if isRaw { return KramdownText.entities(text.folded) }
        let edges = KramdownText.Edges(
            startsLine: place.startsLine, endsLine: place.next == nil,
            isOpen: place.next.map { $0 != .softBreak } ?? place.isInner, typography: typography)
        return KramdownText.escape(text, at: edges, emoji: .kept)
    }

    /// Neighbouring pieces of text as one, without the empty ones.
    private static func merged(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in inlines {
            if case .text(let more) = inline {
                if case .text(let text) = result.last {
                    result[result.count - 1] = .text(text + more)
                } else if !more.isEmpty {
                    result.append(inline)
                }
            } else {
                result.append(inline)
            }
        }
        return result
    }

    private mutating func html(_ source: String, above mark: Int, at start: Place) -> String? {
        guard dialect != .gitHub else { return source.replacing("\n", by: " ") }
        var place = start
        place.next = nil
        var result = ""
        for piece in HTMLPiece.pieces(of: source) {
            switch piece {
            case .comment: continue
            case .text(let text): result += escaped(HTMLEntities.decoded(text), at: place)
            case .tag(let tag):
                guard HTMLSanitizer.allows(tag) else {
                    result += escaped(tag.source, at: place)
                    break
                }
                let isKnown =
                    Self.inlineElements.contains(tag.name) || Self.rawElements.contains(tag.name)
                if !isKnown, lines == .several { return nil }
                guard let markup = sanitizer.markup(tag, above: mark) else {
                    result += escaped(tag.source, at: place)
                    break
                }
                // A block's tag that starts the line leaves no space: the text after it starts the
                // line then.
                let kept = inlineMarkup(markup)
                result += place.startsLine && kept == " " ? "" : kept
            }
            if !result.isEmpty { place.startsLine = false }
        }
        return result
    }

    /// Tags that are safe, as they go into a line; those of blocks leave only a space there.
    func inlineMarkup(_ markup: String) -> String {
        var result = ""
        for case .tag(let tag) in HTMLPiece.pieces(of: markup) {
            if Self.inlineElements.contains(tag.name) || Self.rawElements.contains(tag.name) {
                result += tag.source.replacing("|", by: "&#124;")
            } else if !result.hasSuffix(" ") {
                result += " "
            }
        }
        return result
    }

    /// Returns the raw HTML of a block on one line, every element of running text closed.
    mutating func oneLine(html source: String, above mark: Int) -> String {
        let place = Place(startsLine: true, isFirstLine: true, isInner: false, next: nil)
        let markup = html(source.folded.trimmed, above: mark, at: place) ?? ""
        return markup + inlineMarkup(sanitizer.closeInline(above: mark))
    }
}
