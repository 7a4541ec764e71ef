/// Mends the places of a tree where cmark gives none or wrong ones.
///
/// Line ends and bare addresses have no place in cmark's tree, and the text before a bare address
/// keeps the place of all that it was cut from.
struct MarkdownTreePlaces {
    private let bytes: [UInt8]
    /// How far a text without a place is looked for.
    private static let reach = 2_000

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Returns siblings so that each stands within its parent and after the one before it.
    func placed(_ nodes: [MarkdownTree.Node], in parent: Range<Int>) -> [MarkdownTree.Node] {
        var result: [MarkdownTree.Node] = []
        var cursor = parent.lowerBound
        for (index, node) in nodes.enumerated() {
            let start = min(max(cursor, node.range.lowerBound), parent.upperBound)
            var range = start..<parent.upperBound
            var end = max(range.lowerBound, min(node.range.upperBound, parent.upperBound))
            // To cmark an underlined heading goes on to the end of what follows it.
            if node.kind.isBlock, index + 1 < nodes.count {
                let next = nodes[index + 1].range.lowerBound
                if next > range.lowerBound { end = min(end, next) }
            }
            var children: [MarkdownTree.Node] = []
            switch node.kind {
            case .text(let literal):
                range = place(of: literal, from: range.lowerBound, upTo: end, in: parent)
            case .softBreak, .lineBreak:
                // Up to what follows, which has a place nearly always.
                let next = index + 1 < nodes.count ? nodes[index + 1].range.lowerBound : 0
                range = cursor..<max(cursor, min(next, parent.upperBound))
            case .link where node.range.isEmpty:
                children = placed(node.children, in: range)
                range = range.lowerBound..<(children.last?.range.upperBound ?? range.lowerBound)
                if let first = children.first { range = first.range.lowerBound..<range.upperBound }
            case .codeSpan:
                range = withTicks(range.lowerBound..<end, in: cursor..<parent.upperBound)
            default:
                range =
                    range
                    .lowerBound..<(node.kind.isBlock ? withoutLineEnd(range.lowerBound..<end) : end)
                children = placed(node.children, in: range)
            }
            result.append(MarkdownTree.Node(kind: node.kind, range: range, children: children))
            cursor = range.upperBound
        }
        return result
    }

    /// Where a text stands: where cmark has it, unless it stands a little further on as it reads.
    private func place(of literal: String, from start: Int, upTo end: Int, in parent: Range<Int>)
        -> Range<Int>
    {
        let wanted = Array(literal.utf8)
        if isText(wanted, at: start, in: parent) { return start..<start + wanted.count }
        // A text that is longer in the source than it reads has escapes or entities.
        let isEscaped = bytes[start..<end].contains { "\\&".utf8.contains($0) }
        guard !isEscaped, let first = wanted.first else { return start..<end }
        let limit = min(parent.upperBound, start + Self.reach)
        for position in start..<max(start, limit) where bytes[position] == first {
            if isText(wanted, at: position, in: parent) {
                return position..<position + wanted.count
            }
        }
        return start..<end
    }

    /// The place of a code span with the marks around it.
    private func withTicks(_ range: Range<Int>, in outer: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > outer.lowerBound, " `".utf8.contains(bytes[start - 1]) { start -= 1 }
        while start < range.lowerBound, bytes[start] != UInt8(ascii: "`") { start += 1 }
        while end < outer.upperBound, bytes[end] == UInt8(ascii: " ") { end += 1 }
        guard end < outer.upperBound, bytes[end] == UInt8(ascii: "`") else { return range }
        while end < outer.upperBound, bytes[end] == UInt8(ascii: "`") { end += 1 }
        return start..<end
    }

    /// Where a block ends without line ends and blank lines.
    private func withoutLineEnd(_ range: Range<Int>) -> Int {
        var (end, position) = (range.upperBound, range.upperBound)
        while position > range.lowerBound, " \t\r\n".utf8.contains(bytes[position - 1]) {
            position -= 1
            if "\r\n".utf8.contains(bytes[position]) { end = position }
        }
        return end
    }

    private func isText(_ wanted: [UInt8], at start: Int, in parent: Range<Int>) -> Bool {
        start + wanted.count <= parent.upperBound
            && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
}
