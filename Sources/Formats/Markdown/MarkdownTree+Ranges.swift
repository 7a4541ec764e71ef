/// A Markdown text as a tree in which every node knows where it stands.
///
/// What `Markdown` is for showing a text, this is for taking one apart: what a caller does not
/// understand is a range of the source, and is kept byte for byte.
public struct MarkdownTree: Hashable, Sendable {
    /// What a node is.
    public enum Kind: Hashable, Sendable {
        case paragraph
        case heading(level: Int)
        case quote
        /// The number of the first item, nil for a list with bullets.
        case list(start: Int?)
        case item
        case code(info: String, text: String)
        /// Lines of raw HTML, as they were written.
        case htmlBlock(String)
        case rule
        case table
        case row
        case cell
        case text(String)
        case codeSpan(String)
        /// A raw HTML tag, comment or declaration, as it was written.
        case htmlInline(String)
        case softBreak
        case lineBreak
        case emphasis
        case strong
        case strikethrough
        case link(url: String, title: String)
        case image(url: String, title: String)
    }

    /// A block or an inline, with what is in it.
    public struct Node: Hashable, Sendable {
        /// What the node is.
        public let kind: Kind
        /// Where it stands: offsets into the UTF-8 form of the text, from 0.
        ///
        /// Blocks reach from their first sign to the end of their last line, without its line end.
        /// Escapes and entities make a text longer in the source than it reads.
        public let range: Range<Int>
        /// What is in it, in order.
        public let children: [Node]
    }

    /// The text that was parsed.
    public let source: String
    /// The blocks in order.
    public let blocks: [Node]

    /// Reads a text; every text is Markdown, so this cannot fail.
    public init(_ text: String) {
        source = text
        blocks = MarkdownParser.tree(of: text)
    }

    /// Returns the part of the source that a range covers.
    public func text(in range: Range<Int>) -> String {
        let bytes = source.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(
            decoding: bytes[start..<bytes.index(start, offsetBy: range.count)], as: UTF8.self)
    }
}
