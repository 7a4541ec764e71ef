import Testing

@testable import Layouts

@Suite struct LineTests {
    @Test(
        arguments: [
            (Line.text("A | B"), "A \\| B", "A | B", "A | B"),
            (
                Line.markdown("*a*").linked(to: "https://x.example"), "[*a*](https://x.example)",
                "<a href=\"https://x.example\"><em>a</em></a>", "a"
            ),
            (Line.text("x").linked(to: "javascript:alert(1)"), "x", "x", "x"),
            (
                Line.joined([.text("Why?"), .text("Because")]), "Why? Because", "Why? Because",
                "Why? Because"
            ),
            (Line.joined([.text("a"), Line(), .text("b")]), "a, b", "a, b", "a, b"),
            (Line.text("a").strong + .text("*"), "**a**\\*", "<strong>a</strong>*", "a*"),
            (
                Line.text("PDF").linked(to: "https://x.example").bracketed,
                "\\[[PDF](https://x.example)\\]", "[<a href=\"https://x.example\">PDF</a>]", "[PDF]"
            ),
            (Line.text(" edge "), "edge", " edge ", " edge "),
        ] as [(Line, String, String, String)])
    func `a line is written in three ways`(
        line: Line, kramdown: String, html: String, plain: String
    ) {
        #expect(line.kramdown == kramdown)
        #expect(line.html == html)
        #expect(line.plain == plain)
    }

    @Test func `a link has no link within it`() {
        let line = Line.markdown("see [x](https://a.example)").linked(to: "https://b.example")
        #expect(line.html.components("<a ") <= 3)
        let nested = Line.text("a").linked(to: "https://a.example").linked(to: "https://b.example")
        #expect(nested.html == "<a href=\"https://b.example\">a</a>")
        #expect(nested.kramdown == "[a](https://b.example)")
    }

    @Test(arguments: [
        ("a_b $5 `c` ~ {d} \\e", "a&#95;b &#36;5 &#96;c&#96; &#126; &#123;d&#125; &#92;e"),
        ("2020. Best", "2020&#46; Best"), ("- x", "&#45; x"), ("a -- b", "a -&#45; b"),
        ("&#123;x&#125;", "&#123;x&#125;"),
        ("<a href=\"https://x/~y--z\">q_r</a>", "<a href=\"https://x/%7Ey-%2Dz\">q&#95;r</a>"),
    ])
    func `inert HTML has nothing for TeX or Markdown`(html: String, inert: String) {
        #expect(InertHTML.write(html) == inert)
    }
}
