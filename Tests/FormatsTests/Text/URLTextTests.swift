import Formats
import TestSupport
import Testing

@Suite struct URLTextTests {
    @Test(
        arguments: [
            ("https://x.y/a?b=c&d#e", "https://x.y/a?b=c&d#e"), ("HTTP://X.y", "http://X.y"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("mailto:a[1]%@b.c%20%2", "mailto:a%5B1%5D%25@b.c%20%252"),
            ("//x.y/z", "https://x.y/z"), ("a/b.pdf", "a/b.pdf"),
            ("/a:b", "/a:b"), ("#news", "#news"), ("?q=a:b", "?q=a:b"), ("../x", "../x"),
            (" https://x.y \n", "https://x.y"), ("my file.pdf", "my%20file.pdf"),
            ("https://x.y/{z}|\"<>", "https://x.y/%7Bz%7D%7C%22%3C%3E"),
            ("https://x.y/論文", "https://x.y/論文"),
            ("a&b.html", "a%26b.html"), ("https://x.y/\u{202E}a", "https://x.y/%E2%80%AEa"),
            ("", nil), ("  ", nil), ("javascript:alert(1)", nil), ("JaVaScript:alert(1)", nil),
            ("java\tscript:alert(1)", nil), ("\u{1}javascript:alert(1)", nil),
            ("data:text/html,x", nil),
            ("vbscript:x", nil), ("file:///etc/passwd", nil),
            ("javascript&colon;alert(1)", nil),
            ("&#106;avascript:alert(1)", nil), ("http:x.y", nil), ("https://", nil),
            ("https:///x", nil),
            ("//", nil), ("mailto:", nil), ("x:y", nil), ("ftp://x.y", nil),
        ] as [(String, String?)])
    func `an address is safe or nothing`(url: String, safe: String?) {
        #expect(URLText.safe(url) == safe)
        if let safe { #expect(URLText.safe(safe) == safe) }
    }

    @Test(arguments: HostileText.seeds)
    func `a safe address stays what it is, and in one piece`(seed: UInt64) {
        let pieces =
            HostileText.pieces + [
                "https://", "http:", "//", "/", "?", "#", ":", "mailto:", "java", "script:",
            ]
        guard let safe = URLText.safe(HostileText.make(seed: seed, of: pieces)) else { return }
        #expect(URLText.safe(safe) == safe)
        #expect(!safe.contains { $0.isWhitespace || "<>\"{}|\\`^".contains($0) })
        let destination = URLText.markdownDestination(safe)
        #expect(Markdown("[x](\(destination))").plainText() == "x")
        #expect(!destination.contains { "()[]'".contains($0) })
        let field = URLText.latexSafe(safe)
        #expect(!field.contains("--") && !field.contains { "~'{}$\\".contains($0) })
    }

    @Test func `a segment of a path cannot leave it`() {
        #expect(URLText.percentEncoded("a b/ü?#%") == "a%20b%2F%C3%BC%3F%23%25")
        #expect(URLText.percentEncoded("..") == "")
        #expect(URLText.percentEncoded("a.b-c_d~e") == "a.b-c_d~e")
    }

    @Test func `a destination closes with its own bracket`() {
        let url = "https://en.wikipedia.org/wiki/A_(b)"
        #expect(URLText.markdownDestination(url) == "https://en.wikipedia.org/wiki/A_%28b%29")
        #expect(URLText.markdownDestination("x?a&copy;b") == "x?a&amp;copy;b")
        #expect(URLText.markdownDestination("x?a&b") == "x?a&b")
    }

    @Test(arguments: [
        ("https://x/~jane", "https://x/%7Ejane"), ("https://x/a--b", "https://x/a-%2Db"),
        ("https://x/a---b", "https://x/a-%2D%2Db"), ("https://x/o'b", "https://x/o%27b"),
        ("https://x/a_b?c=d&e=%20#f", "https://x/a_b?c=d&e=%20#f"),
        ("https://x/{y}", "https://x/%7By%7D"),
    ])
    func `an address survives the filter for LaTeX`(url: String, field: String) {
        #expect(URLText.latexSafe(url) == field)
    }
}
