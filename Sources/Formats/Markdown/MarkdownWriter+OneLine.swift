extension MarkdownWriter {
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
            parts.append(oneLine(html: source, above: mark))
        case .table(_, let rows):
            for row in rows {
                parts.append(row.map { text($0, isInner: true) ?? "" }.joined(separator: " "))
            }
        case .rule: break
        }
    }
}
