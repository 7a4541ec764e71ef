import Formats

/// One item of a list on a page: a line, and prose below it.
struct EntryItem: Sendable {
    /// What the item says in one line.
    var line: Line
    /// Prose that belongs to it, as kramdown blocks.
    var blocks: [String] = []
    /// The whole item as it was written, in Markdown; an empty one shows nothing.
    private(set) var written: String?

    /// Makes an item of a text as it was written.
    init(written: String) {
        line = Line()
        self.written = written
    }

    /// Makes an item; prose of one paragraph joins the line, other prose stands below it.
    init(_ line: Line, prose: [String?] = []) {
        self.line = line
        for text in prose.compactMap(\.self) {
            if ProseShape.isParagraph(text) {
                self.line = Line.joined([self.line, .markdown(text)], ". ")
            } else {
                blocks.append(KramdownText.block(text))
            }
        }
    }

    /// The item behind a list marker.
    var kramdown: String {
        if let written { return Self.kramdown(ofWritten: written) }
        var text = "- " + line.kramdown + "\n"
        for block in blocks { text += "\n" + Self.indented(block) + "\n" }
        return text
    }

    /// A list of items.
    static func list(_ items: [EntryItem]) -> String {
        var result = ""
        var rows: [String] = []
        for item in items {
            if let written = item.written, isRow(written) {
                rows.append(written)
                continue
            }
            result += table(rows)
            rows = []
            result += item.kramdown
        }
        return result + table(rows)
    }

    /// Tells whether a text is a row of a table.
    private static func isRow(_ text: String) -> Bool { text.lowercased().hasPrefix("<tr") }

    /// Rows as a table, which is a block of its own.
    private static func table(_ rows: [String]) -> String {
        guard !rows.isEmpty else { return "" }
        let html = "<table>\n" + rows.joined(separator: "\n") + "\n</table>"
        return "\n" + KramdownText.block(html) + "\n"
    }

    /// A text behind a list marker; one that is a block by itself stands alone.
    private static func kramdown(ofWritten text: String) -> String {
        guard !text.isEmpty else { return "" }
        if text.hasPrefix("<div") || text.hasPrefix("<li") || text.hasPrefix("<details") {
            return "\n" + KramdownText.block(text) + "\n"
        }
        let block = indented(KramdownText.block(text))
        return "-" + block.dropFirst(1) + (block.hasSuffix("\n") ? "" : "\n")
    }

    private static func indented(_ block: String) -> String {
        block.lines
            .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }
}

/// Items under a heading of their own, or under none.
struct ItemGroup: Sendable {
    let heading: String?
    var items: [EntryItem]

    /// Puts entries of one heading together, in the order in which the headings first appear;
    /// those without one come first.
    static func groups<Entry>(
        _ entries: [Entry], by heading: (Entry) -> String?, item: (Entry) -> EntryItem
    ) -> [ItemGroup] {
        var groups: [ItemGroup] = []
        for entry in entries {
            let name = heading(entry)
            if let position = groups.firstIndex(where: { $0.heading == name }) {
                groups[position].items.append(item(entry))
            } else if name == nil {
                groups.insert(ItemGroup(heading: nil, items: [item(entry)]), at: 0)
            } else {
                groups.append(ItemGroup(heading: name, items: [item(entry)]))
            }
        }
        return groups
    }
}
