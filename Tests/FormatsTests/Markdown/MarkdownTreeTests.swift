import Foundation
import TestSupport
import Testing

@testable import Formats

/// Trees whose nodes know where they stand.
@Suite struct MarkdownTreeTests {
    /// A line for each node: its kind, and its source.
    private func outline(_ tree: MarkdownTree) -> [String] {
        func lines(_ node: MarkdownTree.Node, _ depth: Int) -> [String] {
            let name = "\(node.kind)".prefix { $0.isLetter }
            let text = tree.text(in: node.range).replacing("\n", with: "⏎")
            return ["\(String(repeating: " ", count: depth))\(name) \(text)"]
                + node.children.flatMap { lines($0, depth + 1) }
        }
        return tree.blocks.flatMap { lines($0, 0) }
    }

    @Test func `blocks and inlines say where they stand`() {
        let tree = MarkdownTree(
            """
            # A *b*

            - one [x](y) `z`
              more **w**
              - deep

            > said é
            > again <b>bold</b>
            """)
        #expect(
            outline(tree) == [
                "heading # A *b*", " text A ", " emphasis *b*", "  text b",
                "list - one [x](y) `z`⏎  more **w**⏎  - deep",
                " item - one [x](y) `z`⏎  more **w**⏎  - deep",
                "  paragraph one [x](y) `z`⏎  more **w**",
                "   text one ", "   link [x](y)", "    text x", "   text  ", "   codeSpan `z`",
                "   softBreak ⏎  ", "   text more ", "   strong **w**", "    text w",
                "  list - deep", "   item - deep", "    paragraph deep", "     text deep",
                "quote > said é⏎> again <b>bold</b>",
                " paragraph said é⏎> again <b>bold</b>",
                "  text said é", "  softBreak ⏎> ", "  text again ", "  htmlInline <b>",
                "  text bold", "  htmlInline </b>",
            ])
    }

    @Test func `raw HTML, code, rules and tables are blocks`() {
        let tree = MarkdownTree(
            "<div>\n<p>x</p>\n</div>\n\n```swift\nlet a = 1\n```\n\n---\n\n| a | b |\n| - | - |\n| 1 | *2* |\n"
        )
        #expect(
            outline(tree).filter { !$0.hasPrefix(" ") } == [
                "htmlBlock <div>⏎<p>x</p>⏎</div>", "code ```swift⏎let a = 1⏎```", "rule ---",
                "table | a | b |⏎| - | - |⏎| 1 | *2* |",
            ])
        let cells = outline(tree).filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        #expect(cells.count == 4)
    }

    /// cmark gives the address no place, and the text before it none that is its own.
    @Test func `a bare address in emphasis on an indented line stands within the emphasis`() {
        #expect(
            outline(MarkdownTree("# A\n *http://a.example*")) == [
                "heading # A", " text A", "paragraph *http://a.example*",
                " emphasis *http://a.example*", "  text ", "  link http://a.example",
                "   text http://a.example",
            ])
    }

    /// Texts of all kinds, and damaged ones.
    @Test(arguments: UInt64(0)..<60)
    func `each node lies within its parent, after the node before it`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "# ", "- ", "1. ", "> ", "*", "**", "_", "`", "[a](b)", "![i](u)", "<b>", "</b>",
            "<div>",
            "\n", "\n\n", "  ", "    ", "\t", "é", "漢字", "word ", "\\*", "&amp;",
            "| a | b |\n|-|-|\n",
            "~~", "http://a.example ", "http://b.example", "\r\n",
            "===\n", "```\n", "\u{FEFF}", "<!-- c -->", "\0",
        ]
        let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
        func check(_ nodes: [MarkdownTree.Node], in parent: Range<Int>) {
            var end = parent.lowerBound
            for node in nodes {
                #expect(
                    node.range.lowerBound >= end && node.range.upperBound <= parent.upperBound,
                    "\(node) in \(text.debugDescription)")
                end = max(end, node.range.lowerBound)
                check(node.children, in: node.range)
            }
        }
        check(MarkdownTree(text).blocks, in: 0..<text.utf8.count)
    }

    /// The pages of the corpus, one a test; one page of nothing where the corpus is absent.
    static let pages: [URL] = {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/corpus/pages")
        let all = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
        return (all?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    }()

    @Test(.enabled(if: !pages.isEmpty, "there is no ../shared/corpus here"), arguments: pages)
    func `the text of a real page stands where its tree says`(page: URL) throws {
        let source = try String(contentsOf: page, encoding: .utf8)
        let tree = MarkdownTree(source)
        var (texts, wrong) = (0, [String]())
        func count(_ nodes: [MarkdownTree.Node]) {
            for node in nodes {
                if case .text(let text) = node.kind {
                    texts += 1
                    let written = tree.text(in: node.range)
                    // What has escapes or entities reads otherwise than it is written.
                    if written != text, !written.contains("\\"), !written.contains("&"),
                        // An address that is written in entities has no place of its own.
                        !text.contains("@")
                    {
                        wrong.append(text)
                    }
                }
                count(node.children)
            }
        }
        count(tree.blocks)
        #expect(texts > 0 && wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test func `a tree of HTML says where its elements stand`() {
        let html = "<p class=\"a&amp;b\">x <b>é</b><!-- c --></p>tail<br>"
        let tree = HTMLTree(html)
        func text(_ node: HTMLTree.Node) -> String {
            String(decoding: Array(html.utf8)[node.range], as: UTF8.self)
        }
        #expect(
            tree.nodes.map(text) == [
                "<p class=\"a&amp;b\">x <b>é</b><!-- c --></p>", "tail", "<br>",
            ])
        #expect(tree.nodes.first?.children.map(text) == ["x ", "<b>é</b>", "<!-- c -->"])
        #expect(tree.nodes.first?.kind == .element(name: "p", attributes: ["class": "a&b"]))
    }

    @Test func `HTML that is nested too deep keeps its text`() {
        let html =
            String(repeating: "<div>", count: 5_000) + "x"
            + String(repeating: "</div>", count: 5_000)
        func leaves(_ nodes: [HTMLTree.Node]) -> [HTMLTree.Kind] {
            nodes.flatMap { $0.children.isEmpty ? [$0.kind] : leaves($0.children) }
        }
        #expect(leaves(HTMLTree(html).nodes) == [.text("x")])
    }
}
