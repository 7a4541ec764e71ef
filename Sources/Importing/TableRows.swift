internal import Formats

/// The rows of a table in Markdown as items of a list: what one row says, without its bars.
///
/// GitHub's tables begin with the names of their columns, which many leave empty, or fill with the
/// first entry; kramdown's may do without that row.
/// Source: https://github.github.com/gfm/#tables-extension-, https://kramdown.gettalong.org/syntax.html#tables
enum TableRows {
    /// A row with the line it stands on, from 0.
    typealias Row = (text: String, line: Int)

    /// Returns the names of the columns, nil where there are none, and the rows below; nil for
    /// lines that are no table.
    static func rows(of lines: ArraySlice<Substring>) -> (head: Row?, rows: [Row])? {
        var rows: [(cells: [Substring], line: Int)] = []
        var hasRule = false
        for (line, text) in zip(lines.indices, lines) {
            guard text.utf8.contains(UInt8(ascii: "|")) else { return nil }
            if isRule(text) {
                hasRule = hasRule || rows.count == 1
                continue
            }
            rows.append((cells(of: text), line))
        }
        // Without a rule below the first row all rows have to be set off by bars.
        guard hasRule || lines.allSatisfy({ $0.drop(while: \.isWhitespace).hasPrefix("|") }) else {
            return nil
        }
        let isHead = hasRule && rows.count > 1 && rows[0].cells.allSatisfy(isName)
        let texts = rows.map { (text: $0.cells.joined(separator: " <br> "), line: $0.line) }
            .filter { !$0.text.isEmpty }
        guard isHead, let first = texts.first, first.line == rows[0].line else {
            return texts.isEmpty ? nil : (nil, texts)
        }
        return ((rows[0].cells.joined(separator: " · "), first.line), Array(texts.dropFirst()))
    }

    /// The cells of a row that hold something.
    private static func cells(of row: Substring) -> [Substring] {
        var cells: [Substring] = []
        var start = row.startIndex
        var isEscaped = false
        for index in row.indices {
            if row[index] == "|", !isEscaped {
                cells.append(row[start..<index])
                start = row.index(after: index)
            }
            isEscaped = row[index] == "\\" && !isEscaped
        }
        cells.append(row[start...])
        return cells.map { Substring(String($0).withoutOuterSpaces) }.filter { !$0.isEmpty }
    }

    /// Tells whether a line is the rule below the names of the columns: `|:---:|---|`.
    private static func isRule(_ line: Substring) -> Bool {
        line.utf8.contains(UInt8(ascii: "-")) && line.allSatisfy { "|:-+= \t".contains($0) }
    }

    /// Tells whether a cell may be the name of a column, and no part of an entry.
    private static func isName(_ cell: Substring) -> Bool {
        cell.split(separator: " ").count <= 4 && !cell.contains("](") && !String(cell).holdsYear
    }
}
