import Foundation
import TestSupport

/// Texts made of whatever some reader of a page takes for markup.
enum HostileText {
    static let pieces = [
        "{{", "}}", "{%", "%}", "{% raw %}", "{% endraw %}", "{{ x | y }}", "{: .a}",
        "{::nomarkdown}",
        "{#id}", "|", "||", "[", "]", "[x](y)", "![x](y)", "[^1]", "[^1]: ", "*[X]: ", "[x]: y",
        "*", "**", "***", "_", "__", "a_b_c", "2020.", "2020. ", "1. ", "1) ", "#", "# ", "## ",
        " #",
        "+ ", "- ", "+", "-", "* ", ": ", ":", "= ", "===", "---", "--", "...", "..", ".", "<<",
        ">>",
        "<", ">", "> ", "<b>", "</b>", "<br>", "<script>", "<!-- ", " -->", "&", "&amp;", "&lt;",
        "&#35;", "&#x41;", "&copy", "&bogus;", "\"", "'", "'22", "it's", "\"q\"", "$", "$$", "$x$",
        "$$x$$", "\\", "\\\\", "\\n", "\\*", "\\(", "\\", "`", "``", "```", "`a`", "~", "~~", "~~~",
        "~~x~~", ":tada:", ":+1:", ":100:", "10:30:45", "https://x.y/a_b?c=d&e=f", "a@b.org",
        "www.x.org",
        "論文", "发表", "한국어", "🔥", "🎖️", "🧑‍⚖️", "é", "e\u{301}", "ß", "İ", "Σ", " ", "  ", "    ",
        "\n", "\n\n", "\t", "\u{A0}", "\u{2028}", "^", "^ ", "!", "!!", "(", ")", "(x)", "%", "@",
        "/",
        "word", "Word", "x", "12", "A", "the end", "[ ] ", "[x] ", "C#", "R&D", "a|b", "\u{0}",
        "\u{7}",
        "\r\n", "fn:", "{:toc}", "&nbsp;", "%7B", "«", "’", "“",
    ]

    /// Pieces that make blocks, for texts that are Markdown.
    static let blocks = [
        "\n\n", "\n\n", "\n", "\n- ", "\n  - ", "\n1. ", "\n2. ", "\n3) ", "\n> ", "\n# ", "\n## ",
        "\n    code",
        "\n```\n", "\n```ruby\n", "\n~~~\n", "\n---\n", "\n***\n", "\n===\n",
        "\n\n| a | b |\n|---|:-:|\n| c | d |\n",
        "\n<details>\n", "\n<summary>s</summary>\n", "\n</details>\n", "\n<div>\n", "\n</div>\n",
        "<span style=\"color: red\">", "</span>", "<kbd>", "</kbd>", "<sup>*</sup>", "**bold**",
        "*em*",
        "*a **b** c*", "***x***", "[link](https://x.y)", "[l](https://x.y \"t|{\")",
        "<https://x.y/{z}>",
        "[js](javascript:alert(1))", "![i](i.png)", "[![i](i.png)](https://x.y)", "`{{ c }}`",
        "`a|b`",
        "`` a`b ``", "  \n", "\\\n", "\n[ref]: https://x.y\n", "[ref]",
        "<img src=x onerror=alert(1)>",
        "\n<script>alert(1)</script>\n", "\n<style>x</style>\n", "<u>", "</u>",
        "\n<p align=\"center\">\n", "\n\n- a\n\n  b\n\n",
        "\n\n* a\n* b\n\n+ c\n", "\n\n10. a\n11. b\n", "**Yu\\***", "<br/>", "<center>",
        "</center>", "<b>b</b>",
        "\n<!-- c -->\n", "<a href=\"javascript:x\">", "</a>", "<?php x ?>", "<![CDATA[x]]>",
        "<!DOCTYPE x>",
    ]

    /// How many texts a test makes, times two hundred; `make soak` asks for more.
    static let rounds: UInt64 =
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 10 : 1

    /// Seeds whose texts start small in every round.
    static let seeds = 0..<(200 * rounds)

    /// Returns a text of some pieces; the longer, the higher the seed in its round.
    static func make(seed: UInt64, of pieces: [String] = pieces) -> String {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...(2 + Int(seed % 200 / 16)), using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
}
