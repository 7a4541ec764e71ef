extension [MarkdownBlock] {
    /// The lines that a reader sees, without markup and without blank ones; nil where raw HTML, a
    /// picture or a table is among them, of which only a browser knows what it shows.
    var shownLines: [String]? {
        var lines: [String] = []
        for block in self {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines):
                guard let text = inlines.shownText else { return nil }
                lines += text.lines.map { String($0).folded.trimmed }.filter { !$0.isEmpty }
            case .quote(let inner):
                guard let inner = inner.shownLines else { return nil }
                lines += inner
            case .list(let list):
                for item in list.items {
                    guard let inner = item.shownLines else { return nil }
                    lines += inner
                }
            case .rule: continue
            case .code, .html, .table: return nil
            }
        }
        return lines
    }
}

extension [MarkdownInline] {
    /// The text that a reader sees, with line ends where lines are broken; nil where raw HTML or a
    /// picture is in it.
    private var shownText: String? {
        var result = ""
        return append(to: &result) ? result : nil
    }

    private func append(to result: inout String) -> Bool {
        for inline in self {
            switch inline {
            case .text(let text), .code(let text): result += text.replacing("\n", by: " ")
            case .softBreak: result += " "
            case .lineBreak: result += "\n"
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
                .link(_, _, let inner):
                guard inner.append(to: &result) else { return false }
            case .html, .image: return false
            }
        }
        return true
    }

    /// The words of running text without any markup; raw tags are left out.
    var words: String {
        var result = ""
        for inline in self {
            switch inline {
            case .text(let text), .code(let text): result += text
            case .html: continue
            case .softBreak, .lineBreak: result += " "
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
                .link(_, _, let inner), .image(_, _, let inner):
                result += inner.words
            }
        }
        return result
    }
}
