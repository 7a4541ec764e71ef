import Formats

/// The shape of a text of Markdown.
enum ProseShape {
    /// Tells whether a text is one paragraph, which can stand within a line; how its source is
    /// broken into lines does not count.
    static func isParagraph(_ markdown: String) -> Bool {
        guard markdown.utf8.contains(UInt8(ascii: "\n")) else { return true }
        let text = Markdown(markdown)
        return text.inlineHTML() != text.html()
    }
}
