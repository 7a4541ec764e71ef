import Formats
import Foundation
import TestSupport
import Testing

@Suite struct KramdownTextTests {
    /// Folds spaces as a browser does.
    private func words(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace && $0 != "\u{A0}" }
            .map { String($0) }.joined(separator: " ")
    }

    /// A plain text without what no page can show.
    private func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.properties.generalCategory != .control || scalar.properties.isWhitespace {
            result.append(scalar)
        }
        return String(result)
    }

    @Test(.enabled(if: KramdownOracle.isThere, "ruby with liquid and kramdown is not installed"))
    func `escaped text is shown as it was, wherever it stands`() throws {
        let positions: [(name: String, before: String, after: String, shown: (String) -> String)] =
            [
                ("paragraph", "", "", { $0 }),
                ("item", "- ", "\n- other", { $0 + " other" }),
                ("numbered item", "1. ", "", { $0 }),
                ("label", "- [", "](https://x.y) end", { $0 + " end" }),
                ("label alone", "[", "](https://x.y)", { $0 }),
                ("second line", "Text\n", "", { "Text " + $0 }),
                ("first line", "", "\nText", { $0 + " Text" }),
                ("strong", "- **", "**, x", { $0 + ", x" }),
                ("middle", "x ", " y", { "x " + $0 + " y" }),
                ("quote", "> ", "", { $0 }),
                ("heading", "# ", "", { $0 }),
                ("after a link", "[a](https://x.y) ", "", { "a " + $0 }),
            ]
        var sources: [String] = []
        var expected: [(text: String, position: String, shown: String)] = []
        for seed in HostileText.seeds {
            let text = HostileText.make(seed: seed)
            guard !words(shown(text)).isEmpty else { continue }
            for position in positions {
                sources.append(
                    position.before + KramdownText.escape(text) + position.after + "\n")
                expected.append((text, position.name, words(position.shown(shown(text)))))
            }
        }
        let pages = try KramdownOracle.pages(sources)
        try #require(pages.count == sources.count)
        for ((source, page), expected) in zip(zip(sources, pages), expected) {
            #expect(page.liquid.isEmpty, "\(source)")
            #expect(
                words(HTMLText.plainText(page.html)) == expected.shown,
                "\(expected.position): \(expected.text.debugDescription) as \(source) is \(page.html)"
            )
        }
    }

    /// The elements of a page in order, but those that only group; links with their addresses.
    private func skeleton(_ html: String) -> [String] {
        let wanted =
            /<(a|em|strong|del|code|li|ul|ol|h[1-6]|blockquote|pre|hr|img|td|th|sup|br)\b([^>]*)>/
        return html.matches(of: wanted).map { match in
            let name = String(match.1)
            guard name == "a" || name == "img" else { return name }
            let address =
                String(match.2).firstMatch(of: /(?:href|src)="([^"]*)"/).map { String($0.1) } ?? ""
            let shown = HTMLText.plainText(address)
            return name + " " + (shown.removingPercentEncoding ?? shown)
        }
    }

    @Test(arguments: HostileText.seeds)
    func `escaped text is read back`(seed: UInt64) {
        let text = HostileText.make(seed: seed)
        let folded = KramdownText.plain(from: KramdownText.escape(text))
        #expect(words(folded) == words(shown(text)))
        #expect(KramdownText.plain(from: KramdownText.escape(folded)) == folded)
    }

    @Test(arguments: HostileText.seeds)
    func `a page is read back`(seed: UInt64) {
        let pieces = HostileText.blocks + (seed % 3 == 0 ? [] : HostileText.pieces)
        let text = HostileText.make(seed: seed, of: pieces)
        let page = KramdownText.block(text)
        let found = KramdownText.markdown(fromBlock: page)
        #expect(
            words(Markdown(found).plainText()) == words(Markdown(text).plainText()),
            "\(text.debugDescription)\n\(page)\n\(found)")
        #expect(
            skeleton(Markdown(found).html()) == skeleton(Markdown(text).html()),
            "\(text.debugDescription)\n\(page)\n\(found)")
        #expect(KramdownText.markdown(fromBlock: KramdownText.block(found)) == found, "\(page)")
    }

    @Test(arguments: HostileText.seeds)
    func `a page of safe Markdown gives its normal form back`(seed: UInt64) {
        let pieces = (HostileText.blocks + HostileText.pieces).filter {
            !$0.contains("<") && !$0.contains("javascript:") && !$0.contains("\u{7}")
        }
        let text = HostileText.make(seed: seed, of: pieces)
        let normal = Markdown(text).normalized()
        let page = KramdownText.block(text)
        #expect(
            KramdownText.markdown(fromBlock: page) == normal, "\(text.debugDescription)\n\(page)")
        #expect(KramdownText.markdown(fromBlock: KramdownText.block(normal)) == normal)
    }

    @Test(arguments: [
        "Working on *federated learning* at [X](https://x.y), **hiring**!\n\n- one\n- two `code`\n",
        "## News\n\n1. first\n2. second\n   - nested\n",
        "A [2024.01] note | with bars, R&D and {braces}\n",
        "| a | b |\n| --- | :-: |\n| c | d |\n", "```swift\nlet x = [{{ 1 }}]\n\nlet y = 2\n```\n",
        "2020. Best paper\n",
        "> quoted\n\n* * *\n\n![i](i.png \"t\")\n", "a $x_1$ and $5, it's \"quoted\" -- so...\n",
        "one\\\ntwo\n",
    ])
    func `Markdown as people write it is its own normal form`(text: String) {
        #expect(Markdown(text).normalized() == text)
        #expect(KramdownText.markdown(fromBlock: KramdownText.block(text)) == text)
    }

    @Test(arguments: [
        ("Hi *you* at [X](https://x.y).", "Hi *you* at [X](https://x.y)."),
        ("2020. a", "2020\\. a"), ("a\n\nb", "a<br>b"),
        ("- a\n- b", "a<br>b"), ("{{ x }}", "&#123;&#123; x &#125;&#125;"), ("a|b", "a\\|b"),
        ("`{%`", "<code>&#123;%</code>"),
        ("```\na\nb\n```", "`a`<br>`b`"), ("", ""), ("<details>x</details>", "x"),
        ("[x](javascript:y)", "x"),
    ])
    func `one line of Markdown`(text: String, line: String) {
        #expect(KramdownText.inline(text) == line)
    }

    @Test func `quotation marks may be smart`() {
        let text = "it's \"so\" -- or..."
        #expect(KramdownText.escape(text, typography: .smart) == text)
        #expect(KramdownText.block(text, typography: .smart) == text + "\n")
        #expect(KramdownText.escape(text) == "it\\'s \\\"so\\\" -\\- or.\\.\\.")
    }

    @Test func `a shortcode is no picture`() {
        #expect(KramdownText.escape("10:30:45 :tada:") == "10:30:45 :<span></span>tada:")
        #expect(KramdownText.plain(from: KramdownText.escape("a :+1: b")) == "a :+1: b")
    }

    @Test func `a link is its label where the address is not safe`() {
        #expect(KramdownText.link(label: "a", url: "https://x.y/(z)") == "[a](https://x.y/%28z%29)")
        #expect(KramdownText.link(label: "a", url: "javascript:x") == "a")
        #expect(
            KramdownText.link(label: "a", url: "x", title: "\"{|") == "[a](x \"&#34;&#123;&#124;\")"
        )
    }

    @Test func `ids of a page's headings are told apart`() {
        #expect(
            KramdownText.headingIDs(["🔥 News", "Work & Research", "🔥 News", "论文 Papers"]) == [
                "-news", "work--research", "-news-1", "论文-papers",
            ])
    }

    @Test(arguments: HostileText.seeds)
    func `a text means the same in its normal form`(seed: UInt64) {
        let pieces = HostileText.blocks + (seed % 3 == 0 ? [] : HostileText.pieces)
        let text = HostileText.make(seed: seed, of: pieces)
        let normal = Markdown(text).normalized()
        #expect(
            words(Markdown(normal).plainText()) == words(Markdown(text).plainText()),
            "\(text.debugDescription)\n\(normal)")
        #expect(
            skeleton(Markdown(normal).html()) == skeleton(Markdown(text).html()),
            "\(text.debugDescription)\n\(normal)")
        #expect(Markdown(normal).normalized() == normal, "\(text.debugDescription)")
    }

    @Test(.enabled(if: KramdownOracle.isThere, "ruby with liquid and kramdown is not installed"))
    func `the id of a heading is kramdown's`() throws {
        let texts = HostileText.seeds.map { HostileText.make(seed: $0) }
            .filter { !words(shown($0)).isEmpty }
        let pages = try KramdownOracle.pages(texts.map { "# " + KramdownText.escape($0) + "\n" })
        try #require(pages.count == texts.count)
        for (text, page) in zip(texts, pages) {
            let id = KramdownText.headingID(text)
            let attribute = id.isEmpty ? "<h1>" : "<h1 id=\"\(id)\">"
            #expect(page.html.hasPrefix(attribute), "\(text.debugDescription): \(page.html)")
        }
    }

    @Test(
        .enabled(if: KramdownOracle.isThere, "ruby with liquid and kramdown is not installed"),
        arguments: [0, 1])
    func `a page shows the words of its Markdown`(form: Int) throws {
        var texts: [String] = []
        for seed in HostileText.seeds {
            texts.append(
                HostileText.make(
                    seed: seed, of: HostileText.blocks + (seed % 3 == 0 ? [] : HostileText.pieces)))
        }
        let sources = texts.map {
            form == 0
                ? KramdownText.block($0)
                : "- " + KramdownText.inline($0) + "\n"
        }
        let pages = try KramdownOracle.pages(sources)
        try #require(pages.count == sources.count)
        for (text, (source, page)) in zip(texts, zip(sources, pages)) {
            #expect(page.liquid.isEmpty, "\(source)")
            // On one line the numbers of a list are words; elsewhere they are not in the text.
            if form == 1, Markdown(text).html().contains("<ol") { continue }
            #expect(
                words(HTMLText.plainText(page.html)) == words(Markdown(text).plainText()),
                "\(text.debugDescription) as \n\(source) is\n\(page.html)")
            if form == 0 {
                #expect(
                    skeleton(page.html) == skeleton(Markdown(text).html()),
                    "\(text.debugDescription) as \n\(source) is\n\(page.html)")
            }
            let html = page.html.lowercased()
            #expect(!html.contains("<script") && !html.contains("<style"))
            #expect(!html.contains("=\"javascript:") && !html.contains(" onerror=\""))
        }
    }
}
