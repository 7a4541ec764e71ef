extension [MarkdownBlock] {
    /// The lines that a reader sees, without markup and without blank ones; nil where raw HTML, a
    /// picture or a table is among them, of which only a browser knows what it shows.
    var shownLines: [String]? {
        var lines: [String] = []
        for block in self {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines):
                guard let shown = inlines.shownLines else { return nil }
                lines += shown
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
    /// The lines that a reader sees, parted where lines are broken; nil where raw HTML or a picture
    /// is in it.
    fileprivate var shownLines: [String]? {
        var (lines, line): ([String], String) = ([], "")
        guard append(to: &lines, &line) else { return nil }
        Self.end(&line, in: &lines)
        return lines
    }

    private func append(to lines: inout [String], _ line: inout String) -> Bool {
        for inline in self {
            switch inline {
            case .text(let text), .code(let text): line += text
            case .softBreak: line += " "
            case .lineBreak: Self.end(&line, in: &lines)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
                .link(_, _, let inner):
                guard inner.append(to: &lines, &line) else { return false }
            case .html, .image: return false
            }
        }
        return true
    }

    private static func end(_ line: inout String, in lines: inout [String]) {
        let shown = line.folded.trimmed
        if !shown.isEmpty { lines.append(shown) }
        line = ""
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
