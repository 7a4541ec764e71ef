/// Writes a Markdown tree in the words that kramdown and CommonMark both understand.
struct KramdownWriter {
    let typography: KramdownText.Typography
    let lines: Lines
    private var sanitizer = HTMLSanitizer()

    /// Whether the text may have lines of its own.
    enum Lines {
        case one
        case several
    }

    init(typography: KramdownText.Typography, lines: Lines) {
        self.typography = typography
        self.lines = lines
    }

    /// Elements that kramdown reads within a line, with Markdown in them.
    private static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdo", "big", "br", "cite", "del", "dfn", "em", "i", "img", "ins", "q",
        "rp", "rt", "ruby", "small", "span", "strong", "sub", "sup", "tt",
    ]
    /// Elements that kramdown reads within a line, and whose content it takes as it is.
    private static let rawElements: Set<String> = ["code", "kbd", "mark", "samp", "u", "var"]

    /// Tells whether an element is open in which Markdown means nothing.
    private var isRaw: Bool { sanitizer.open.contains { Self.rawElements.contains($0) } }

    // MARK: Running text

    /// Returns running text, nil where only HTML can say it.
    ///
    /// - Parameters:
    ///   - inlines: the text
    ///   - outer: the emphasis around it
    ///   - isInner: whether more may stand before and after it on its line
    /// - Returns: Markdown, every element closed
    private mutating func text(
        _ inlines: [MarkdownInline], in outer: Set<Emphasis> = [], isInner: Bool = false
    ) -> String? {
        let mark = sanitizer.open.count
        let inlines = Self.merged(inlines)
        var result = ""
        for (index, inline) in inlines.enumerated() {
            let next = index + 1 < inlines.count ? inlines[index + 1] : nil
            switch inline {
            case .text(let text):
                result += escaped(text, after: result, before: next, isInner: isInner)
            case .code(let text): result += code(text)
            case .html(let source):
                guard let markup = html(source, above: mark, after: result) else { return nil }
                result += markup
            case .softBreak:
                if lines == .one {
                    result += result.hasSuffix(" ") ? "" : " "
                } else if !result.isEmpty, !result.hasSuffix("\n") {
                    result += "\n"
                }
            case .lineBreak: result += lines == .one ? "<br>" : "<br>\n"
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
        return result + inlineMarkup(sanitizer.close(above: mark))
    }

    private func escaped(
        _ text: String, after result: String, before next: MarkdownInline?, isInner: Bool
    ) -> String {
        if isRaw { return KramdownText.entities(text.folded) }
        let edges = KramdownText.Edges(
            startsLine: isInner ? false : result.isEmpty || result.hasSuffix("\n"),
            endsLine: next != .softBreak, typography: typography)
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

    private func code(_ text: String) -> String {
        let text = text.folded
        let isPlain = text.unicodeScalars.allSatisfy { !"`{}|\\<&".unicodeScalars.contains($0) }
        if isPlain, !isRaw, !text.isEmpty, text.trimmed == text { return "`\(text)`" }
        return "<code>\(KramdownText.entities(text))</code>"
    }

    private mutating func html(_ source: String, above mark: Int, after: String) -> String? {
        var result = ""
        for piece in HTMLPiece.pieces(of: source) {
            switch piece {
            case .comment: continue
            case .text(let text):
                let text = HTMLEntities.decoded(text)
                result += escaped(text, after: after + result, before: nil, isInner: true)
            case .tag(let tag):
                guard HTMLSanitizer.allows(tag) else {
                    result += escaped(tag.source, after: after + result, before: nil, isInner: true)
                    continue
                }
                let isKnown =
                    Self.inlineElements.contains(tag.name) || Self.rawElements.contains(tag.name)
                if !isKnown, lines == .several { return nil }
                if let markup = sanitizer.markup(tag, above: mark) {
                    // A block's tag that starts the line leaves no space: the text after it starts
                    // the line then.
                    let markup = inlineMarkup(markup)
                    result += (after + result).isEmpty && markup == " " ? "" : markup
                } else {
                    result += escaped(tag.source, after: after + result, before: nil, isInner: true)
                }
            }
        }
        return result
    }

    /// Tags that are safe, as they go into a line; those of blocks leave only a space there.
    private func inlineMarkup(_ markup: String) -> String {
        var result = ""
        for case .tag(let tag) in HTMLPiece.pieces(of: markup) {
            if Self.inlineElements.contains(tag.name) || Self.rawElements.contains(tag.name) {
                result += tag.source.replacing("|", with: "&#124;")
            } else if !result.hasSuffix(" ") {
                result += " "
            }
        }
        return result
    }

    private mutating func link(
        _ url: String, _ title: String, _ inner: [MarkdownInline], _ outer: Set<Emphasis>
    ) -> String? {
        if let address = Self.autolink(url, inner), !isRaw { return address }
        guard let label = text(inner, in: outer, isInner: true) else { return nil }
        guard let safe = URLText.safe(url) else { return label }
        guard isRaw else { return KramdownText.link(label: label, url: safe, title: title) }
        return "<a href=\"\(Self.attribute(safe))\"\(Self.titleAttribute(title))>\(label)</a>"
    }

    /// A value of an attribute: no character of it means anything to a reader of Markdown.
    private static func attribute(_ value: String) -> String {
        HTMLText.escape(value).replacing("|", with: "&#124;")
    }

    private static func titleAttribute(_ title: String) -> String {
        title.isEmpty ? "" : " title=\"\(KramdownText.entities(title.folded))\""
    }

    /// The short form of a link whose label is its address.
    private static func autolink(_ url: String, _ inner: [MarkdownInline]) -> String? {
        guard inner.words == url, inner.count == 1, URLText.safe(url) == url,
            url.hasPrefix("http://") || url.hasPrefix("https://"),
            url.unicodeScalars.allSatisfy({
                $0.isASCIIAlphanumeric || ":/.-_~?=%#&+,@".unicodeScalars.contains($0)
            })
        else { return nil }
        return "<\(url)>"
    }

    private func image(_ url: String, _ title: String, _ inner: [MarkdownInline]) -> String {
        guard let safe = URLText.safe(url) else {
            return isRaw
                ? KramdownText.entities(inner.words) : KramdownText.escape(inner.words)
        }
        let alternative = KramdownText.entities(inner.words.folded)
        if isRaw {
            let attributes = " alt=\"\(alternative)\"\(Self.titleAttribute(title))"
            return "<img src=\"\(Self.attribute(safe))\"\(attributes) />"
        }
        let attribute = title.isEmpty ? "" : " \"\(KramdownText.entities(title.folded))\""
        return "![\(alternative)](\(URLText.markdownDestination(safe))\(attribute))"
    }

    // MARK: Emphasis

    private enum Emphasis {
        case emphasis
        case strong
        case strikethrough

        var delimiter: String {
            switch self {
            case .emphasis: "*"
            case .strong: "**"
            case .strikethrough: "~~"
            }
        }

        var element: String {
            switch self {
            case .emphasis: "em"
            case .strong: "strong"
            case .strikethrough: "del"
            }
        }
    }

    /// Returns emphasized text, with stars where both dialects see where it begins and ends, and
    /// with tags elsewhere.
    private mutating func emphasis(
        _ inner: [MarkdownInline], _ kind: Emphasis, _ outer: Set<Emphasis>, _ before: String,
        _ next: MarkdownInline?, _ isInner: Bool
    ) -> String? {
        guard let text = text(inner, in: outer.union([kind]), isInner: true) else { return nil }
        let isPlain = inner.allSatisfy {
            switch $0 {
            case .text, .code, .link, .image, .softBreak: true
            default: false
            }
        }
        let start = before.unicodeScalars.last
        let end = Self.first(next)
        if isPlain, !isRaw, outer.isEmpty, !text.isEmpty, let first = text.unicodeScalars.first,
            let last = text.unicodeScalars.last, !first.properties.isWhitespace,
            !last.properties.isWhitespace, !text.hasPrefix("&#32;"), !text.hasSuffix("&#32;"),
            !"*_~`\\".unicodeScalars.contains(start ?? " "),
            !"*_~`".unicodeScalars.contains(end ?? " "),
            Self.isLetter(first) || Self.isApart(start), Self.isLetter(last) || Self.isApart(end),
            kind != .strikethrough || !text.contains("~")
        {
            return kind.delimiter + text + kind.delimiter
        }
        return "<\(kind.element)>\(text)</\(kind.element)>"
    }

    /// The character with which an inline will begin, as far as emphasis before it cares.
    private static func first(_ inline: MarkdownInline?) -> Unicode.Scalar? {
        switch inline {
        case nil: nil
        case .text(let text): text.unicodeScalars.first
        case .softBreak: " "
        case .code: "`"
        case .link, .image: "["
        case .html, .lineBreak: "<"
        case .emphasis, .strong, .strikethrough: "*"
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Tells whether a neighbour of a delimiter is no part of a word.
    private static func isApart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return scalar.properties.isWhitespace || (scalar.isASCII && !scalar.isASCIIAlphanumeric)
    }

    // MARK: Blocks

    /// Returns a whole text.
    mutating func document(_ blocks: [MarkdownBlock]) -> String {
        var parts: [String] = []
        var before: MarkdownBlock?
        var html = MarkdownHTML()
        var island = ""
        for block in blocks {
            if case .html = block {
                island += html.html(block, above: 0)
            } else if !html.sanitizer.open.isEmpty {
                island += html.html(block, above: 0)
            } else if let part = self.block(block, after: before) {
                parts.append(part)
                before = block
                continue
            } else {
                island += html.html(block, above: 0)
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
        let lines = html.trimmed
        return isBlock ? lines : "<div>\n" + lines + "\n</div>"
    }

    /// Returns one block as Markdown, nil where only HTML can say it.
    private mutating func block(_ block: MarkdownBlock, after before: MarkdownBlock?) -> String? {
        switch block {
        case .paragraph(let inlines): return paragraph(inlines)
        case .heading(let level, let inlines):
            var writer = KramdownWriter(typography: typography, lines: .one)
            guard let text = writer.text(inlines), !text.isEmpty else { return nil }
            return String(repeating: "#", count: level) + " " + text
        case .rule: return "* * *"
        case .code(let info, let text): return Self.fenced(info, text)
        case .list(let list):
            guard let text = self.list(list) else { return nil }
            if case .list = before { return "<!-- -->\n\n" + text }
            return text
        case .quote(let blocks):
            guard let text = quote(blocks) else { return nil }
            if case .quote = before { return "<!-- -->\n\n" + text }
            return text
        case .html, .table: return nil
        }
    }

    private mutating func paragraph(_ inlines: [MarkdownInline]) -> String? {
        let mark = sanitizer
        guard let text = text(inlines) else {
            sanitizer = mark
            return nil
        }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : Self.withoutLoneTag(trimmed)
    }

    /// The text with a tag that is alone on the first line moved to the second: CommonMark would
    /// take the whole paragraph for HTML.
    private static func withoutLoneTag(_ text: String) -> String {
        guard text.hasPrefix("<"), let end = text.firstIndex(of: "\n") else { return text }
        let pieces = HTMLPiece.pieces(of: String(text[..<end]).trimmed)
        guard pieces.count == 1, case .tag = pieces[0] else { return text }
        return withoutLoneTag(text[..<end] + " " + text[text.index(after: end)...])
    }

    /// A fenced block; code that Liquid would read, or that has a fence in it, is HTML instead.
    private static func fenced(_ info: String, _ code: String) -> String? {
        let text = String.text(code.unicodeScalars.filter { !$0.isForbiddenControl })
        let isPlain = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace || " \n\t".unicodeScalars.contains($0)
        }
        guard isPlain, !text.contains("{"), !text.contains("```"), text.hasSuffix("\n"),
            !text.trimmed.isEmpty
        else { return nil }
        return "```\(MarkdownHTML.language(info))\n\(text)```"
    }

    private mutating func list(_ list: MarkdownList) -> String? {
        guard list.start == nil || list.start == 1 else { return nil }
        var items: [String] = []
        for (index, item) in list.items.enumerated() {
            guard case .paragraph = item.first else { return nil }
            let marker = list.start == nil ? "- " : "\(index + 1). "
            var parts: [String] = []
            var before: MarkdownBlock?
            for block in item {
                switch block {
                case .paragraph, .list: break
                default: return nil
                }
                if case .list = block, case .list = before { return nil }
                guard let text = self.block(block, after: nil) else { return nil }
                parts.append(text)
                before = block
            }
            let text = parts.joined(separator: list.isTight ? "\n" : "\n\n")
            let indent = String(repeating: " ", count: marker.utf8.count)
            items.append(marker + Self.indented(text, by: indent))
        }
        return items.joined(separator: list.isTight ? "\n" : "\n\n")
    }

    private mutating func quote(_ blocks: [MarkdownBlock]) -> String? {
        var parts: [String] = []
        var before: MarkdownBlock?
        for block in blocks {
            switch (block, before) {
            case (.list, .list), (.quote, .quote): return nil
            case (.paragraph, _), (.list, _), (.quote, _), (.heading, _):
                guard let text = self.block(block, after: nil) else { return nil }
                parts.append(text)
            default: return nil
            }
            before = block
        }
        guard !parts.isEmpty else { return nil }
        return parts.joined(separator: "\n\n").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    }

    private static func indented(_ text: String, by indent: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 || $0.element.isEmpty ? String($0.element) : indent + $0.element }
            .joined(separator: "\n")
    }

    // MARK: One line

    /// Returns a whole text on one line.
    mutating func oneLine(_ blocks: [MarkdownBlock]) -> String {
        var parts: [String] = []
        collect(blocks, into: &parts)
        return parts.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "<br>")
    }

    private mutating func collect(_ blocks: [MarkdownBlock], into parts: inout [String]) {
        let mark = sanitizer.open.count
        for block in blocks { collect(block, above: mark, into: &parts) }
        parts.append((parts.popLast() ?? "") + inlineMarkup(sanitizer.close(above: mark)))
    }

    private mutating func collect(
        _ block: MarkdownBlock, above mark: Int, into parts: inout [String]
    ) {
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines):
            parts.append(text(inlines) ?? KramdownText.escape(inlines.words))
        case .quote(let blocks): collect(blocks, into: &parts)
        case .list(let list):
            for (index, item) in list.items.enumerated() {
                let count = parts.count
                collect(item, into: &parts)
                // A number may well be a year; a reader misses it more than a bullet.
                guard let start = list.start, count < parts.count else { continue }
                parts[count] = "\(start + index)\\. " + parts[count]
            }
        case .code(_, let text):
            parts += text.split(whereSeparator: \.isNewline).map { code(String($0).trimmed) }
        case .html(let source):
            let markup = html(source.folded, above: mark, after: "") ?? ""
            parts.append(markup + inlineMarkup(sanitizer.closeInline(above: mark)))
        case .table(_, let rows):
            for row in rows {
                parts.append(row.map { text($0, isInner: true) ?? "" }.joined(separator: " "))
            }
        case .rule: break
        }
    }
}
