internal import Formats

extension PageSections {
    /// The pieces of a list whose bullets are years with a list of what belongs to them below:
    /// the years as headings, with a list below each; nil for any other list.
    ///
    /// Between the years there may be short labels, such as `Under review`.
    func yearPieces(of block: MarkdownOutline.Block) -> [PagePiece]? {
        var result: [PagePiece] = []
        var years = 0
        for item in block.items {
            let inner = MarkdownOutline(of: outline.text(of: item))
            guard inner.blocks.count == 2, inner.blocks[0].kind == .paragraph,
                inner.blocks[0].lines.count == 1,
                case .list(let isOrdered) = inner.blocks[1].kind
            else { return nil }
            let label = inner.text(of: inner.blocks[0].lines)
            if HeadingText.yearLine(label) != nil {
                years += 1
            } else if label.split(separator: " ").count > 4 || label.contains("[") {
                return nil
            }
            let (start, list) = (item.lines.lowerBound, inner.blocks[1])
            var heading = PagePiece(kind: .paragraph, lines: start..<start + 1, text: label)
            heading.heading = HeadingText.heading(label, level: 6, line: start)
            var entries = PagePiece(
                kind: .list(isOrdered: isOrdered),
                lines: start + list.lines.lowerBound..<start + list.lines.upperBound,
                text: inner.text(of: list.lines))
            entries.items = list.items.map { (inner.text(of: $0), start + $0.lines.lowerBound) }
            result += [heading, entries]
        }
        return years * 2 >= block.items.count && years > 0 ? result : nil
    }
}
