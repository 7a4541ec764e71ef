internal import RecordModel

/// The text of a list cut into its items, each with the comments that stand before it.
///
/// Only for lists in block style at the root of a text, as section files are.
public struct YAMLItemTexts: Sendable {
    /// What stands before the items: comments about the file.
    public let head: [ArraySlice<UInt8>]
    /// The lines of each item.
    public let items: [[ArraySlice<UInt8>]]
    /// The lines behind the last item.
    public let tail: [ArraySlice<UInt8>]
    /// The column of the `-` of every item.
    public let column: Int

    /// Cuts a text; nil where it is no such list.
    ///
    /// - Parameters:
    ///   - bytes: The text, its lines ended by line feeds.
    ///   - knownHead: The lines that are about the file as far as the text begins with them; the
    ///     comments behind them belong to the first item. Nil: all of them are about the file.
    public init?(_ bytes: [UInt8], knownHead: [ArraySlice<UInt8>]?) {
        let text = TextLines(bytes)
        // A text that cannot be read was refused before.
        guard var builder = try? YAMLTreeBuilder(text, file: ""), let root = try? builder.root(),
            root.kind == .list(isFlow: false), !root.parts.isEmpty, root.anchor == nil,
            builder.repeatedAnchors.isEmpty
        else { return nil }
        let columns = Set(root.parts.map { text.column(of: $0.start) })
        guard columns.count == 1, let column = columns.first,
            root.parts.allSatisfy({ text.isFirstOnLine($0.start) })
        else { return nil }
        self.column = column
        // Where each item ends, with the comments that are indented further than its `-`.
        let ends = root.parts.map { part in
            var end = text.nextLine(after: part.end)
            while text.isComment(at: end, deeperThan: column) { end = text.nextLine(after: end) }
            return end
        }
        func lines(_ range: Range<Int>) -> [ArraySlice<UInt8>] {
            var lines: [ArraySlice<UInt8>] = []
            var start = range.lowerBound
            while start < range.upperBound {
                let next = text.nextLine(after: start)
                lines.append(bytes[start..<text.endOfLine(at: start)])
                start = next
            }
            return lines
        }
        var first = lines(0..<text.startOfLine(at: root.parts[0].start))
        var head = first
        if let knownHead {
            let count = zip(first, knownHead).prefix { $0 == $1 }.count
            head = Array(first.prefix(count))
            first = Array(first.dropFirst(count))
        } else {
            first = []
        }
        self.head = head
        items = root.parts.indices.map { index in
            index == 0
                ? first + lines(text.startOfLine(at: root.parts[0].start)..<ends[0])
                : lines(ends[index - 1]..<ends[index])
        }
        tail = lines(ends[ends.count - 1]..<bytes.count)
    }
}
