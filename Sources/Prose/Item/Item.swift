import Formats

/// One item of a page, as lines of styled text.
struct Item: Sendable {
    /// A line of an item: a paragraph's part up to a hard line break, a cell, a nested item.
    struct Line: Sendable {
        var text: StyledText
        /// How many lists the line is in, within the item.
        var level = 0
        /// Tells whether the line begins an item of a nested list.
        var isItem = false
        /// The number that a nested item has in an ordered list.
        var number: Int?
        /// Tells whether a blank line or a tag stands before the line, and not only a line break.
        var beginsBlock = false
        /// The name of the innermost HTML block or of the Markdown block: `h3`, `td`, `p`, `div`.
        var element = ""
        /// The class of the innermost HTML block that has one: `paper-box-text`.
        var blockClass = ""
        /// The row of a table, from 0; nil outside of tables.
        var row: Int?

        var string: String { text.string }
    }

    /// The lines that show something, in order.
    var lines: [Line] = []
    /// The images in order.
    var images: [ItemImage] = []
    /// The addresses of links that show nothing but an image.
    var imageLinks: [String] = []
    /// Words that stand side by side in two links without a blank: `PDFDOI`.
    var joinedWords: [String] = []
    /// The values of `data` attributes of `show_paper_citations` spans.
    var citationIDs: [String] = []

    /// Reads an item.
    init(_ markdown: String) {
        var reader = ItemReader()
        reader.read(markdown)
        self = reader.item
    }

    init() {}

    /// All that a reader sees, a line each.
    var string: String { lines.map(\.string).joined(separator: "\n") }

    /// The words that a reader sees.
    var words: [String] { lines.flatMap { VisibleWords.words($0.string) } }
}
