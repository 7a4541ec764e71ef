import Layouts
import Testing

@testable import Importing

/// What is no text of a page, and where it stood.
@Suite struct PageTextTests {
    private func text(_ source: String) -> PageText {
        PageText(SourceLines(source, file: "about.md", firstLine: 4))
    }

    @Test(arguments: [
        ("a <!-- b --> c", "a  c", "comment", 4),
        ("a\n<!-- b\nc -->\nd", "a\n\n\nd", "comment", 5),
        ("{% if x %}a{% endif %}", "a", "liquid", 4),
        ("{% comment %}a{% endcomment %}b", "b", "comment", 4),
        ("{::comment}a{:/comment}b", "b", "comment", 4),
        ("[//]: # (hidden)\nb", "\nb", "comment", 4),
        ("<script>alert(1)</script>b", "b", "script", 4),
        ("<STYLE>a { }</STYLE>b", "b", "style", 4),
        ("<iframe src=\"https://x.y\"></iframe>b", "b", "widget", 4),
        ("[a](b){:target=\"_blank\"}", "[a](b)", "markup", 4),
        ("# News {#news}", "# News ", "markup", 4),
        ("<button class=\"x\">go</button>", "go", "markup", 4),
        ("{{ site.title }}a", "a", "liquid", 4),
        ("<a href=\"javascript:show('a')\" id=\"x\">go</a>", "<a id=\"x\">go</a>", "script", 4),
        ("<a\nhref = ' JavaScript:show()'>go</a>", "<a\n>go</a>", "script", 4),
        ("<img src=data:image/svg+xml,x alt=y>", "<img alt=y>", "script", 4),
        ("[go](javascript:show(1)) b", "[go]() b", "script", 4),
    ])
    func `what nobody sees is taken out and listed`(
        source: String, expected: String, reason: String, line: Int
    ) throws {
        let page = text(source)
        #expect(page.text == expected)
        let first = try #require(page.drops.first)
        #expect(first.reason.rawValue == reason)
        #expect(first.line == line)
        #expect(first.file == "about.md")
    }

    @Test(arguments: [
        "`<!-- a -->`", "```\n<!-- a -->\n```", "a < b and {x}", "<!-- never closed",
        "{% never closed", "$\\{:x$ is math", "[a](https://x.y/#b)",
        "I teach javascript: [a](https://x.y/javascript:b)", "`[a](javascript:b)`",
        "<a href=\"https://x.y/?q=javascript:\">a</a>",
    ])
    func `text stays`(source: String) {
        let page = text(source)
        #expect(page.text == source)
        #expect(page.drops.isEmpty)
    }

    @Test func `an address of the site becomes a path`() {
        #expect(text("[cv]({{ site.baseurl }}/files/cv.pdf)").text == "[cv](/files/cv.pdf)")
        #expect(text("[cv]({{ '/files/cv.pdf' | relative_url }})").text == "[cv](/files/cv.pdf)")
    }

    @Test(arguments: [
        ("see https://x.y/a}![b](https://x.y/c.png)", "see https://x.y/a} ![b](https://x.y/c.png)"),
        ("[a](www.x.y}![b](c.png).", "[a](www.x.y} ![b](c.png)."),
        ("[a](https://x.y)![b](c.png)", "[a](https://x.y)![b](c.png)"),
        ("[![b](https://x.y/c.png)](d)![e](f)", "[![b](https://x.y/c.png)](d)![e](f)"),
        ("a https://x.y b![c](d)", "a https://x.y b![c](d)"),
    ])
    func `a picture is no part of the address before it`(source: String, expected: String) {
        #expect(text(source).text == expected)
    }

    @Test(arguments: [
        ("A<sup>*</sup>, B<sup>*</sup>", "A<sup>&#42;</sup>, B<sup>&#42;</sup>"),
        ("A<sup class=\"x\">1,*</sup>", "A<sup class=\"x\">1,&#42;</sup>"),
        (
            "A<sup>\\*</sup> <sup>*th*</sup> *",
            "A<sup>\\*</sup> <sup>*th*</sup> *"
        ),
    ])
    func `a raised star begins no emphasis`(source: String, expected: String) {
        #expect(text(source).text == expected)
    }

    @Test func `links carry their addresses`() {
        let page = text(
            "See [the page][1], [Ada] and [none].\n\n[1]: https://x.y\n[ada]: <https://a.b>")
        #expect(page.text.contains("[the page](https://x.y), [Ada](https://a.b) and [none]."))
        #expect(!page.text.contains("[1]:"))
    }

    @Test func `a raw element is one block, and Markdown within elements is Markdown`() {
        let raw = text("<div>\n\n    <p>a</p>\n\n</div>\nb").text
        #expect(raw == "<div>\n    <p>a</p>\n</div>\nb")
        let inner = text("<div markdown=\"1\">\n**a**\n</div>").text
        #expect(inner == "<div markdown=\"1\">\n\n**a**\n\n</div>")
    }

    @Test func `an element that nothing closes does not swallow the page`() {
        #expect(text("<div>\n\n# News\n\n- a").text == "<div>\n\n# News\n\n- a")
    }

    @Test func `a tag alone on a line stays in its paragraph`() {
        #expect(text("- [a](b)\n<img src=\"c\">\n- d").text == "- [a](b) <img src=\"c\">\n- d")
    }
}
