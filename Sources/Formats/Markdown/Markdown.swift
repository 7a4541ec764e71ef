/// A text in GitHub's dialect of Markdown: CommonMark with tables, `~~strikethrough~~` and bare
/// addresses as links.
///
/// Formulas between dollars are text like any other here; a page's script finds them.
public struct Markdown: Hashable, Sendable {
    /// The text as it was written.
    public let source: String
    /// What the text means.
    let blocks: [MarkdownBlock]

    /// Reads a text; every text is Markdown, so this cannot fail.
    public init(_ text: String) {
        source = text
        blocks = MarkdownParser.blocks(of: text)
    }

    /// Returns the text as HTML that cannot do harm, wherever it is pasted.
    ///
    /// Raw HTML stays where it only shapes words, and is shown as text where it could do more.
    /// Links and images have `http`, `https`, `mailto` or relative addresses, or are their words
    /// alone. Braces are entities, so that Liquid sees no tag.
    public func html() -> String {
        var writer = MarkdownHTML()
        return writer.html(blocks)
    }

    /// Returns the text as HTML without a paragraph around it, where it is one paragraph.
    public func inlineHTML() -> String {
        guard blocks.count == 1, case .paragraph(let inlines) = blocks.first else { return html() }
        var writer = MarkdownHTML()
        return writer.html(inlines)
    }

    /// Returns the words that a reader sees, without markup; blocks are lines of their own.
    public func plainText() -> String {
        blocks.shownLines?.joined(separator: "\n") ?? HTMLText.plainText(html())
    }

    /// Returns the text in the one form that its meaning has: `*emphasis*`, `-` for items, no
    /// escape without need.
    ///
    /// A text in this form is its own normal form.
    public func normalized() -> String {
        var writer = MarkdownWriter(.gitHub, lines: .several)
        return writer.document(blocks.normal)
    }

    /// Tells whether a reader sees nothing.
    public var isBlank: Bool {
        guard !blocks.isEmpty else { return true }
        let html = html()
        return !html.contains("<img") && HTMLText.plainText(html).isEmpty
    }
}
