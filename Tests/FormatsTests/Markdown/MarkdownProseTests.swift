import TestSupport
import Testing

@testable import Formats

/// The way round the parser that paragraphs of words take.
@Suite struct MarkdownProseTests {
    static let pieces = [
        "a", "Zoë", "learning", "of", " ", " ", " ", ".", ",", ";", "?", "%", "/", ":", "-", "(",
        ")", "1", "2020", "www.x.y", "a@b.org", "振恒", "🎉", "-", "=", "#", "\n", "*", "\u{3000}",
        "\u{A0}", "http://x.y", "e.g.", "…", "a) b", "1. c", "&", "<", "\u{7}", "  ", "{",
        "&amp;", "& ", "**ICML**", "**", " **a** ", "C++", "\"", "'s", "\n\n", "W", "ww", "\\",
        "_b_",
        "| a |", "---", "\u{FEFF}", "\n", "x",
    ]

    @Test(arguments: UInt64(0)..<400)
    func `a text of words means what the parser says`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let text = (0..<Int.random(in: 1...8, using: &random))
                .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            #expect(
                MarkdownParser.blocks(of: text) == MarkdownParser.parsedBlocks(of: text), "\(text)")
            let markdown = Markdown(text)
            #expect(markdown.plainText() == HTMLText.plainText(markdown.html()), "\(text)")
        }
    }

    @Test(arguments: [
        "One line.", "Two\nlines", "Two\n\nparagraphs: of \"words\" & C++ #1, 50%\n",
        "At **ICML**.",
    ])
    func `what most texts are is not left to the parser`(text: String) {
        #expect(MarkdownProse.blocks(of: text) == MarkdownParser.parsedBlocks(of: text))
    }
}
