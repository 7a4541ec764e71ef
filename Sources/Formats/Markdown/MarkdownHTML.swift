/// Writes a Markdown tree as safe HTML.
struct MarkdownHTML {
    /// What lets raw HTML through; it knows which elements are open.
    var sanitizer = HTMLSanitizer()

    /// Returns blocks as HTML, every element closed at the end.
    ///
    /// No line is blank, so that no Markdown reader finds the end of an HTML block in it.
    mutating func html(_ blocks: [MarkdownBlock]) -> String {
        let mark = sanitizer.open.count
        var result = ""
        for block in blocks { result += html(block, above: mark) }
        return result + sanitizer.close(above: mark)
    }

    /// Returns one block as HTML; elements that a raw block opened may stay open.
    mutating func html(_ block: MarkdownBlock, above mark: Int) -> String {
        switch block {
        case .paragraph(let inlines): return "<p>\(html(inlines))</p>\n"
        case .heading(let level, let inlines):
            return "<h\(level)>\(html(inlines))</h\(level)>\n"
        case .quote(let blocks): return "<blockquote>\n\(html(blocks))</blockquote>\n"
        case .list(let list): return html(list)
        case .code(let info, let text):
            let language = Self.language(info)
            let attribute = language.isEmpty ? "" : " class=\"language-\(language)\""
            let code = Self.code(text)
            return "<pre><code\(attribute)>\(code)</code></pre>\n"
        case .html(let source):
            let text = sanitizer.sanitized(source, above: mark) + sanitizer.closeInline(above: mark)
            let lines = text.lines.filter { !String($0).trimmed.isEmpty }
            return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
        case .rule: return "<hr />\n"
        case .table(let alignments, let rows): return html(rows, alignments)
        }
    }

    /// The name of a code block's language, empty where it is none.
    static func language(_ info: String) -> String {
        let word = info.unicodeScalars.prefix { !$0.isFoldable }
        let isName = word.allSatisfy {
            $0.isASCIIAlphanumeric || "+#-_.".unicodeScalars.contains($0)
        }
        return isName ? String(word) : ""
    }

    /// Lines of code, in which the line end after a blank line is an entity: so no line of the HTML
    /// is blank.
    private static func code(_ text: String) -> String {
        var result = ""
        var isBlank = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                result += isBlank ? "&#10;" : "\n"
                isBlank = true
            } else {
                if !scalar.isFoldable { isBlank = false }
                result += HTMLText.escape(String(scalar))
            }
        }
        return result
    }

    private mutating func html(_ list: MarkdownList) -> String {
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let name = list.start == nil ? "ul" : "ol"
        var result = "<\(name)\(start)>\n"
        for item in list.items {
            let mark = sanitizer.open.count
            result += "<li>"
            for (index, block) in item.enumerated() {
                if list.isTight, case .paragraph(let inlines) = block {
                    result += (index > 0 ? "\n" : "") + html(inlines)
                } else {
                    result += (result.hasSuffix("\n") ? "" : "\n") + html(block, above: mark)
                }
            }
            result += sanitizer.close(above: mark) + "</li>\n"
        }
        return result + "</\(name)>\n"
    }

    private mutating func html(
        _ rows: [[[MarkdownInline]]], _ alignments: [MarkdownAlignment]
    ) -> String {
        var result = "<table>\n"
        for (number, row) in rows.enumerated() {
            if number == 0 { result += "<thead>\n" }
            if number == 1 { result += "<tbody>\n" }
            result += "<tr>\n"
            for (column, cell) in row.enumerated() {
                let name = number == 0 ? "th" : "td"
                let alignment = column < alignments.count ? alignments[column] : .none
                let attribute = alignment == .none ? "" : " align=\"\(alignment.rawValue)\""
                result += "<\(name)\(attribute)>\(html(cell))</\(name)>\n"
            }
            result += "</tr>\n"
            if number == 0 { result += "</thead>\n" }
        }
        return result + (rows.count > 1 ? "</tbody>\n" : "") + "</table>\n"
    }

    /// Returns running text as HTML, every element closed at the end.
    mutating func html(_ inlines: [MarkdownInline]) -> String {
        let mark = sanitizer.open.count
        var result = ""
        for inline in inlines {
            switch inline {
            case .text(let text):
                result += HTMLText.escape(text).replacing("\n", by: " ")
            case .code(let text): result += "<code>\(HTMLText.escape(text))</code>"
            case .html(let source): result += sanitizer.sanitized(source, above: mark)
            case .softBreak: if !result.isEmpty, !result.hasSuffix("\n") { result += "\n" }
            case .lineBreak: result += "<br />\n"
            case .emphasis(let inner): result += "<em>\(html(inner))</em>"
            case .strong(let inner): result += "<strong>\(html(inner))</strong>"
            case .strikethrough(let inner): result += "<del>\(html(inner))</del>"
            case .link(let url, let title, let inner):
                let label = html(inner)
                guard let url = URLText.safe(url) else {
                    result += label
                    continue
                }
                result += "<a href=\"\(HTMLText.escape(url))\"\(Self.title(title))>\(label)</a>"
            case .image(let url, let title, let inner):
                guard let url = URLText.safe(url) else {
                    result += HTMLText.escape(inner.words)
                    continue
                }
                let alternative = HTMLText.escape(inner.words)
                result +=
                    "<img src=\"\(HTMLText.escape(url))\" alt=\"\(alternative)\"\(Self.title(title)) />"
            }
        }
        return result + sanitizer.close(above: mark)
    }

    private static func title(_ text: String) -> String {
        text.isEmpty ? "" : " title=\"\(HTMLText.escape(text.folded))\""
    }
}
