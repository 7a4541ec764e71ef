extension KramdownText {
    /// Writes a Markdown text as a part of a page's body, with the meaning that CommonMark gives it.
    ///
    /// What both dialects read alike is written as Markdown; what they do not (raw HTML blocks,
    /// tables, code with braces, lists that do not start at 1 …) as HTML, which kramdown leaves
    /// as it is. The text starts at a block boundary and ends with a line end, unless it is empty.
    public static func block(_ markdown: String, typography: Typography = .exact) -> String {
        var writer = KramdownWriter(typography: typography, lines: .several)
        return writer.document(Markdown(markdown).blocks)
    }

    /// Writes a Markdown text on one line, for a list item, a heading or a table cell.
    ///
    /// Paragraphs, items and lines of code are joined by line breaks; every word stays.
    public static func inline(_ markdown: String, typography: Typography = .exact) -> String {
        var writer = KramdownWriter(typography: typography, lines: .one)
        return writer.oneLine(Markdown(markdown).blocks)
    }
}
