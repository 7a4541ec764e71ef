import Formats
import TestSupport
import Testing

@Suite struct HTMLTextTests {
    @Test func `every character that means something is an entity`() {
        #expect(
            HTMLText.escape("<a b=\"c\" d='e'>&amp;{{x}}")
                == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&#123;&#123;x&#125;&#125;")
        #expect(HTMLText.escape("a\u{0}\u{7}b") == "ab")
    }

    @Test(arguments: HostileText.seeds)
    func `escaped text is shown as it was`(seed: UInt64) {
        let text = HostileText.make(seed: seed)
        let words = { (text: String) in
            text.split { $0.isWhitespace && $0 != "\u{A0}" }.map {
                $0.filter { $0 != "\u{0}" && $0 != "\u{7}" }
            }
            .filter { !$0.isEmpty }
        }
        #expect(words(HTMLText.plainText(HTMLText.escape(text))) == words(text))
    }

    @Test func `plain text has a line for every block`() {
        let html =
            "<p>a<br>b</p><table><tr><td>c</td><td>d</td></tr></table><script>e</script><b>f</b>g &eacute;"
        #expect(HTMLText.plainText(html) == "a\nb\nc d\nfg é")
        // A row that stands in no table.
        #expect(HTMLText.plainText("<tr><td>Fall 2024</td><TD>CS</td></tr>") == "Fall 2024 CS")
        #expect(HTMLText.plainText("ve<track>ry</td>good<tr>") == "very good")
        #expect(HTMLText.plainText(String(repeating: "<div>", count: 200_000) + "x").contains("x"))
    }
}
