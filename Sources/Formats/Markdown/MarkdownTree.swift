/// A piece of running text with its markup.
indirect enum MarkdownInline: Hashable, Sendable {
    case text(String)
    case code(String)
    /// A raw HTML tag, comment or declaration, as it was written.
    case html(String)
    case softBreak
    case lineBreak
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case strikethrough([MarkdownInline])
    case link(url: String, title: String, [MarkdownInline])
    case image(url: String, title: String, [MarkdownInline])
}

/// A block of a Markdown text.
indirect enum MarkdownBlock: Hashable, Sendable {
    case paragraph([MarkdownInline])
    case heading(level: Int, [MarkdownInline])
    case quote([MarkdownBlock])
    case list(MarkdownList)
    case code(info: String, String)
    /// Lines of raw HTML, as they were written.
    case html(String)
    case rule
    /// Rows of cells; the first row is the head.
    case table(alignments: [MarkdownAlignment], rows: [[[MarkdownInline]]])
}

/// A list and its items.
struct MarkdownList: Hashable, Sendable {
    /// The number of the first item, nil for a list with bullets.
    var start: Int?
    /// Tells whether no blank line stands between the items.
    var isTight: Bool
    var items: [[MarkdownBlock]]
}

/// How a column of a table is set.
enum MarkdownAlignment: String, Hashable, Sendable {
    case none
    case left
    case center
    case right
}
