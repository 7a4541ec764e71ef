/// A page that costs a reader more than its length, if the reader is careless.
struct HostilePage: Sendable, CustomStringConvertible {
    let name: String
    /// What stands once at the front.
    var head = ""
    /// What is repeated.
    let unit: String
    /// What stands once at the end.
    var tail = ""

    /// Whether a tag that nothing closes may show as its name, in one place but not in another.
    var isTagSoup = false

    var description: String { name }

    /// Returns the page, as long as asked for.
    func bytes(_ size: Int) -> [UInt8] {
        let part = Array(unit.utf8)
        var bytes = Array(head.utf8)
        bytes.reserveCapacity(size + part.count + tail.utf8.count)
        while bytes.count < size { bytes += part }
        return bytes + Array(tail.utf8)
    }

    static let all: [HostilePage] = [
        HostilePage(name: "one line", unit: "word "),
        HostilePage(name: "one word", unit: "w"),
        HostilePage(name: "blank lines", unit: "\n"),
        HostilePage(name: "zero bytes", head: "a", unit: "\0"),
        HostilePage(name: "nested quotes", unit: ">"),
        HostilePage(name: "nested lists", unit: "- "),
        HostilePage(name: "a long list", unit: "- a\n"),
        HostilePage(
            name: "a long list of papers", head: "# Publications\n", unit: "- A, B. C. 2024\n"),
        HostilePage(name: "a long numbered list", unit: "1. a\n"),
        HostilePage(name: "a long loose list", unit: "- a\n\n"),
        HostilePage(
            name: "a long table of papers", head: "# Publications\n| |\n|-|\n",
            unit: "| A, B. C. 2024 |\n"),
        HostilePage(
            name: "headings that are papers", head: "# Publications\n",
            unit: "# Quiet rivers of the north\nwith A. B. Lind. River Annals, 2021.\n"),
        HostilePage(name: "a row of many cells", head: "# Publications\n", unit: "| a "),
        HostilePage(name: "headings", unit: "# a\n"),
        HostilePage(name: "publication headings", unit: "# Publications\n- x\n"),
        HostilePage(name: "deeper headings", head: "# News\n", unit: "## 2024\n- x\n"),
        HostilePage(name: "unclosed divs", unit: "<div>"),
        HostilePage(name: "unclosed divs on lines", unit: "<div>\n"),
        HostilePage(name: "unclosed divs, each a block", unit: "<div>\n\n", isTagSoup: true),
        HostilePage(name: "unclosed inline tags", unit: "<b>a"),
        HostilePage(name: "unclosed tables", unit: "<table><tr><td>a"),
        HostilePage(name: "unclosed table rows", head: "<table>", unit: "<tr><td>a\n"),
        HostilePage(name: "unclosed divs with headings", unit: "<div>\n\n# a\n\n", isTagSoup: true),
        HostilePage(name: "unopened divs", unit: "</div>\n"),
        HostilePage(name: "boxes with a class within each other", unit: "<div class=\"a\">2020 "),
        HostilePage(name: "boxes with a class and a year", unit: "<div class=\"a\">2020</div>\n"),
        HostilePage(name: "lists of HTML with one item", unit: "<ul><li>a</ul>b\n"),
        HostilePage(name: "headings within links", unit: "<a><h2>a</h2></a>\n"),
        HostilePage(
            name: "a page of HTML", head: "<!DOCTYPE html>\n", unit: "\n   <pre>\n   <p>a\n"),
        HostilePage(
            name: "commas before numbers", head: "# Publications\n- A. Berg, J. Lind, Rivers",
            unit: ", A 1"),
        HostilePage(
            name: "blanks in a title", head: "# Publications\n- A. Berg, J. Lind. Rivers",
            unit: "&nbsp;"),
        HostilePage(
            name: "words before coauthors", head: "# A\n- 2020\n- 2021\n- 2022\n- ", unit: "with "),
        HostilePage(name: "classes of no span", unit: "]{.a}"),
        HostilePage(name: "classes of one span", head: "[", unit: "a]{.a}"),
        HostilePage(name: "boxes of Pandoc", unit: "::: {.a}\n"),
        HostilePage(
            name: "abstracts that fold away",
            head: "# Publications\n\n**A b c d** (with J. Lind)\n",
            unit: "\n<details><summary>Abstract</summary>a</details>\n"),
        HostilePage(name: "unopened and opened", unit: "</p><div>"),
        HostilePage(name: "tags that do not end", unit: "<div "),
        HostilePage(name: "tags with open quotes", unit: "<a href=\""),
        HostilePage(name: "hidden elements that do not end", unit: "<script>"),
        HostilePage(name: "heads", unit: "<head><title>"),
        HostilePage(name: "comments that do not end", unit: "<!--"),
        HostilePage(name: "comments on lines that do not end", unit: "<!-- a\n\n"),
        HostilePage(name: "short comments", unit: "<!---->"),
        HostilePage(name: "less-than signs", unit: "<"),
        HostilePage(name: "attributes", head: "<div ", unit: "a=b ", tail: ">"),
        HostilePage(name: "addresses of scripts that do not end", unit: "[a](javascript:"),
        HostilePage(name: "attributes that are scripts", unit: "<a x=javascript:b>"),
        HostilePage(
            name: "attributes of one tag that are scripts", head: "<a ", unit: "x=javascript:b ",
            tail: ">"),
        HostilePage(
            name: "papers that breaks part", head: "# Publications\n",
            unit: "A. Berg, J. Lind (2020). Rivers of the north. Annals.<br><br>\n"),
        HostilePage(name: "breaks", head: "# Publications\n", unit: "<br> "),
        HostilePage(
            name: "coauthors in brackets", head: "# Publications\n- [Rivers of the north](x). ",
            unit: "(with A. Berg) "),
        HostilePage(
            name: "headings above papers", head: "# Publications\n",
            unit: "## Rivers of the far north\n\nA. Berg, J. Lind. Annals, 2020.\n\n"),
        HostilePage(
            name: "rows", head: "<table>\n", unit: "<tr><td>a</td></tr>\n", tail: "</table>"),
        HostilePage(name: "nested items", head: "<ul>", unit: "<li><ul>"),
        HostilePage(name: "Liquid that does not end", unit: "{{"),
        HostilePage(name: "Liquid tags that do not end", unit: "{%"),
        HostilePage(name: "Liquid comments", unit: "{% comment %}"),
        HostilePage(name: "Liquid tags", unit: "{% if %}\n"),
        HostilePage(name: "includes of nothing", unit: "{% include_relative a.md %}\n"),
        HostilePage(
            name: "rows of the front matter, again and again",
            head: "---\nfeature_row:\n  - {title: Rivers, excerpt: Reading rivers}\n---\n",
            unit: "{% include feature_row %}\n"),
        HostilePage(
            name: "boxes of papers", unit: "<div class=\"paper-box\"><div class=\"paper-box-text\">"
        ),
        HostilePage(
            name: "boxes of papers that end",
            unit: "<div class=\"paper-box\"><div class=\"paper-box-text\">a</div></div>b\n"),
        HostilePage(name: "boxes in boxes", unit: "<div class=\"title author\">"),
        HostilePage(name: "paragraphs with years", unit: "<p>J. Lind, A. Berg. 2020.</p>\n"),
        HostilePage(name: "attribute lists", unit: "{:"),
        HostilePage(name: "heading ids", unit: "{#"),
        HostilePage(name: "kramdown comments", unit: "{::comment}"),
        HostilePage(name: "brackets", unit: "["),
        HostilePage(name: "brackets with a definition", head: "[a]: http://b\n", unit: "["),
        HostilePage(name: "links", unit: "[a](b)"),
        HostilePage(name: "links that do not end", unit: "[a]("),
        HostilePage(name: "references", head: "[a]: http://b\n\n", unit: "[a] "),
        HostilePage(name: "definitions", unit: "[a]: http://b\n"),
        HostilePage(name: "images", unit: "!["),
        HostilePage(name: "code marks", unit: "`a``"),
        HostilePage(name: "growing code marks", unit: "` `` ``` ```` "),
        HostilePage(name: "fences", unit: "```\n"),
        HostilePage(name: "emphasis", unit: "*a **b "),
        HostilePage(name: "stars", unit: "*"),
        HostilePage(name: "underscores", unit: "_a"),
        HostilePage(name: "pipes", head: "|a|\n|-|\n", unit: "|a"),
        HostilePage(name: "table rows", head: "|a|b|\n|-|-|\n", unit: "|a|b|\n"),
        HostilePage(name: "backslashes", unit: "\\"),
        HostilePage(name: "entities", unit: "&amp;"),
        HostilePage(name: "front matter that does not end", head: "---\n", unit: "a: b\n"),
        HostilePage(name: "front matter in brackets", head: "---\na: ", unit: "[", tail: "\n---\n"),
        HostilePage(
            name: "front matter with aliases", head: "---\na: &a [b]\n", unit: "? *a\n",
            tail: "---\n"),
        HostilePage(name: "damaged text", unit: "Ã©"),
        HostilePage(name: "text damaged twice", unit: "ÃƒÂ© a "),
        HostilePage(name: "text damaged in lines", unit: "a â€œbâ€\u{9D} Ã©\n"),
        HostilePage(name: "Chinese", unit: "中文网页"),
        HostilePage(name: "Vietnamese", unit: "Tiếng Việt rất đẹp. "),
        HostilePage(name: "marks upon marks", head: "a", unit: "\u{301}"),
        HostilePage(name: "joined emoji", unit: "👩\u{200D}"),
        HostilePage(name: "greetings", unit: "I am "),
        HostilePage(name: "greetings with names", unit: "I am Aa "),
        HostilePage(name: "dates", unit: "2024.01 "),
        HostilePage(name: "news", head: "# News\n", unit: "- [2024.01] a\n"),
        HostilePage(name: "authors", head: "# Publications\n- ", unit: "A. Bb, "),
        HostilePage(name: "venues", head: "# Service\n- Reviewer: ", unit: "KDD'23, "),
        HostilePage(name: "commas", head: "# Education\n- ", unit: ", "),
        HostilePage(name: "quotation marks", head: "# Publications\n- ", unit: "\""),
        HostilePage(name: "parentheses", head: "# Publications\n- ", unit: "("),
        HostilePage(name: "e-mail signs", head: "# Contact\n", unit: "a@"),
        HostilePage(name: "addresses", unit: "https://a.b/c "),
        HostilePage(name: "setext underlines", unit: "a\n=\n"),
        HostilePage(name: "strong lines", unit: "**News**\n"),
        HostilePage(name: "BibTeX", head: "```bibtex\n", unit: "@article{a,"),
        HostilePage(name: "braces", head: "```bibtex\n@article{a, title = ", unit: "{"),
    ]
}
