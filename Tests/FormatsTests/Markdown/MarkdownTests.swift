import Formats
import TestSupport
import Testing

@Suite struct MarkdownTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let source: String
        let html: String
        var testDescription: String { source.debugDescription }

        init(_ source: String, _ html: String) {
            self.source = source
            self.html = html
        }
    }

    @Test(arguments: [
        Case(
            "a *b* **c** ~~d~~ `e`", "a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code>"),
        Case("[x](https://x.y \"t\")", "<a href=\"https://x.y\" title=\"t\">x</a>"),
        Case("https://x.y", "<a href=\"https://x.y\">https://x.y</a>"),
        Case("[x](a/b.pdf)", "<a href=\"a/b.pdf\">x</a>"),
        Case("[x](javascript:alert(1))", "x"),
        Case("[x](JaVa&#115;cript:alert(1))", "x"),
        Case("[x](data:text/html,y)", "x"),
        Case("![x](data:image/png,y)", "x"),
        Case("![x](i.png)", "<img src=\"i.png\" alt=\"x\" />"),
        Case("{{ x }} and {% y %}", "&#123;&#123; x &#125;&#125; and &#123;% y %&#125;"),
        Case("`{{ x }}`", "<code>&#123;&#123; x &#125;&#125;</code>"),
        Case("$a_1$ and $b_1$", "$a_1$ and $b_1$"),
        Case("<b>x</b>", "<b>x</b>"),
        Case("x<br>y", "x<br />y"),
        Case("<b>x", "<b>x</b>"),
        Case("x</b>", "x&lt;/b&gt;"),
        Case("**<b>x**</b>", "<strong><b>x</b></strong>&lt;/b&gt;"),
        Case("<SPAN Class=a onclick=b>x</SPAN>", "<span class=\"a\">x</span>"),
        Case(
            "<span style=\"color: red; position: fixed; background: url(x)\">x</span>",
            "<span style=\"color: red\">x</span>"),
        Case("<span style=\"color: expression(1)\">x</span>", "<span>x</span>"),
        Case("<a href=\" java\tscript:x\">y</a>", "<a>y</a>"),
        Case(
            "<a href=\"https://x.y?a=1&amp;b={{\">y</a>",
            "<a href=\"https://x.y?a=1&amp;b=%7B%7B\">y</a>"),
        Case("z <img src=\"x.png\" onerror=\"y\">", "z <img src=\"x.png\" />"),
        Case("x <script>y</script>", "x &lt;script&gt;y&lt;/script&gt;"),
        Case("x <iframe src=\"y\"></iframe>", "x &lt;iframe src=&quot;y&quot;&gt;&lt;/iframe&gt;"),
        Case("x <!-- y --> z", "x  z"),
        Case("x &copy; &bogus; &", "x © &amp;bogus; &amp;"),
    ])
    func `one paragraph becomes safe HTML`(_ example: Case) {
        #expect(Markdown(example.source).inlineHTML() == example.html)
        #expect(Markdown(example.source).html() == "<p>\(example.html)</p>\n")
    }

    @Test(arguments: [
        Case("# a\n\nb", "<h1>a</h1>\n<p>b</p>\n"),
        Case("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
        Case("2020. a", "<ol start=\"2020\">\n<li>a</li>\n</ol>\n"),
        Case("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        Case(
            "```c++\n{\n\n}\n```",
            "<pre><code class=\"language-c++\">&#123;\n&#10;&#125;\n</code></pre>\n"),
        Case("---", "<hr />\n"),
        Case(
            "| a | b |\n|---|:-:|\n| c | d |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"center\">b</th>\n</tr>\n</thead>\n<tbody>\n"
                + "<tr>\n<td>c</td>\n<td align=\"center\">d</td>\n</tr>\n</tbody>\n</table>\n"),
        Case(
            "<details>\n<summary>s</summary>\n\n*a*\n\n</details>\n\nb",
            "<details>\n<summary>s</summary>\n<p><em>a</em></p>\n</details>\n<p>b</p>\n"),
        Case("<div>\n\n*a*", "<div>\n<p><em>a</em></p>\n</div>"),
        Case("<script>\nx\n</script>", "&lt;script&gt;\nx\n&lt;/script&gt;\n"),
        Case("<!-- a -->", ""),
    ])
    func `blocks become safe HTML`(_ example: Case) {
        #expect(Markdown(example.source).html() == example.html)
    }

    @Test func `what a reader sees is the plain text`() {
        let text =
            "# A *b*\n\nc `d`\ne  \nf [g](https://x.y) <b>h</b> <!-- i -->\n\n- j\n- k &amp; l\n"
        #expect(Markdown(text).plainText() == "A b\nc d e\nf g h\nj\nk & l")
    }

    @Test func `blank is what shows nothing`() {
        for text in ["", " \n\n", "<!-- x -->", "[x]: https://x.y", "&#32;"] {
            #expect(Markdown(text).isBlank, "\(text)")
        }
        for text in ["x", "![x](i.png)", "<script>", "`a`"] {
            #expect(!Markdown(text).isBlank, "\(text)")
        }
    }

    @Test(arguments: [
        ("> ", ""), ("- ", ""), ("*a ", "*"), ("[", "](x)"), ("<b>", "</b>"), ("<", ">"),
        ("![", "](x)"), ("<div>\n\n", ""),
    ])
    func `deep nesting loses no word and no time`(open: String, close: String) {
        let text =
            String(repeating: open, count: 10_000) + "word"
            + String(repeating: close, count: 10_000)
        #expect(Markdown(text).plainText().contains("word") != open.hasPrefix("!"))
        #expect(KramdownText.block(text).contains("word"))
    }

    @Test(arguments: HostileText.seeds)
    func `no script, handler or frame survives`(seed: UInt64) {
        let dangerous = [
            "<script", ">", "<img ", "src=", "x", "onerror=", "alert(1)", "\"", "'", "javascript:",
            "java\nscript:",
            "JAVASCRIPT:", "&#106;avascript:", "javascript&colon;", "<a href=", "</a>", "<iframe",
            "<svg", "/",
            "<style>", "style=", "onclick", "=", " ", "\n", "\n\n", "<!--", "-->", "<![CDATA[",
            "]]>", "<?", "?>",
            "[x](", ")", "![", "](", "<", "vbscript:", "data:text/html,", "`", "*", "{{", "<div ",
            "<p\t", "\u{0}",
            "<details ontoggle=x open>", "<math>", "<b/onmouseover=x>", "<base href=x>", "<form>",
            "<input autofocus>",
        ]
        let text = HostileText.make(seed: seed, of: dangerous)
        for html in [Markdown(text).html(), KramdownText.block(text), KramdownText.inline(text)] {
            var tags: [Substring] = []
            for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                tags.append(part.prefix { $0 != ">" })
            }
            for tag in tags {
                let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
                let isAllowed = [
                    "script", "iframe", "svg", "style", "math", "base", "form", "input", "object",
                ]
                .allSatisfy { $0 != name }
                #expect(isAllowed, "\(text.debugDescription): \(html)")
                // A value ends at its quote; what is left are names.
                let names = tag.replacing(/"[^"]*"/, with: "").lowercased()
                #expect(
                    names.firstMatch(of: /\son[a-z]+/) == nil, "\(text.debugDescription): \(html)")
                let values = tag.lowercased().filter { !$0.isWhitespace }
                #expect(
                    !values.contains("=\"javascript:") && !values.contains("=\"data:"), "\(html)")
                #expect(!values.contains("=\"vbscript:"), "\(html)")
            }
            #expect(!html.contains("{{") && !html.contains("{%"), "\(html)")
        }
    }
}
