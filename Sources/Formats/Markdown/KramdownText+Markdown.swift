extension KramdownText {
    /// Writes a Markdown text as a part of a page's body, with the meaning that CommonMark gives it.
    ///
    /// What both dialects read alike is written as Markdown; what they do not (raw HTML blocks,
    /// tables, code with braces, lists that do not start at 1 …) as HTML, which kramdown leaves
    /// as it is. The text starts at a block boundary and ends with a line end, unless it is empty.
    public static func block(_ markdown: String, typography: Typography = .exact) -> String {
        var writer = MarkdownWriter(.kramdown(typography), lines: .several)
        return writer.document(Markdown(markdown).blocks)
    }

    /// Writes a Markdown text on one line, for a list item, a heading or a table cell.
    ///
    /// Paragraphs, items and lines of code are joined by line breaks; every word stays.
    public static func inline(_ markdown: String, typography: Typography = .exact) -> String {
        var writer = MarkdownWriter(.kramdown(typography), lines: .one)
        return writer.oneLine(Markdown(markdown).blocks)
    }

    /// Returns the Markdown that `block` wrote as this text, in its normal form.
    ///
    /// Raw HTML comes back as the safe HTML that was written.
    public static func markdown(fromBlock page: String) -> String {
        var writer = MarkdownWriter(.gitHub, lines: .several)
        return writer.document(MarkdownParser.blocks(of: page, as: .withoutAutolinks).normal)
    }

    /// Returns the Markdown that `inline` wrote as this text, in its normal form.
    public static func markdown(fromInline text: String) -> String {
        let page = markdown(fromBlock: text)
        return page.hasSuffix("\n") ? String(page.dropLast()) : page
    }

    /// Returns the plain text that `escape` wrote as this text.
    public static func plain(from text: String) -> String {
        // A paragraph loses the spaces at its edges, and entities there stay.
        let blocks = MarkdownParser.blocks(of: text, as: .withoutAutolinks)
        guard blocks.count == 1, case .paragraph(let inlines) = blocks[0] else {
            return Markdown(text).plainText()
        }
        return inlines.words
    }
}
