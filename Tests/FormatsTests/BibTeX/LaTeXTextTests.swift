import Formats
import TestSupport
import Testing

/// What LaTeX shows for the values of a bibliography.
struct LaTeXTextTests {
    @Test(arguments: [
        ("{\\\"o}\\\"{o}\\\"o", "ööö"), ("\\c{c} \\v s \\H{o} \\k{a}", "ç š ő ą"),
        ("Stra\\ss{}e Stra\\ss e \\o re", "Straße Straße øre"),
        ("\\L{}ukasz Wo\\l{}czyk", "Łukasz Wołczyk"),
        ("\\\"{\\i}", "ï"), ("\\'{\\i}\\u{g}", "íğ"), ("\\d{q}", "q\u{323}"),
        ("{\\AA}ngstr{\\\"o}m", "Ångström"),
        ("a -- b --- c-d", "a – b — c-d"), ("-{}-", "--"), ("``q'' `x'", "“q” ‘x'"),
        ("{GAN}s and {{T}itle}", "GANs and Title"), ("a~b\\ c", "a b c"),
        ("\\emph{it} {\\bf bold} \\textbf{B\\\"ar}", "it bold Bär"),
        ("\\& \\% \\$ \\# \\_ \\{ \\}", "& % $ # _ { }"),
        ("\\textasciitilde{} \\textbackslash{}", "~ \\"),
        ("$\\alpha$-divergence", "α-divergence"), ("\\ensuremath{\\pi}", "π"),
        ("On $O(n^2)$ for $5", "On $O(n^2)$ for $5"), ("Ada$^{*}$\\textsuperscript{†}", "Ada*†"),
        ("\\foo{bar} \\baz", "\\foo{bar} \\baz"),
        ("\\href{http://x.org}{lab}", "lab (http://x.org)"), ("\\url{http://a_b}", "http://a_b"),
        ("{ unbalanced", "unbalanced"), ("un}balanced", "unbalanced"), ("\\", "\\"), ("", ""),
    ])
    func `commands become the characters that a reader sees`(text: String, expected: String) {
        let decoded = LaTeXText.decode(text)
        #expect(decoded.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(decoded)")
    }

    @Test(arguments: [
        ("http://a.org/\\~{}b\\_c\\%20", "http://a.org/~b_c%20"),
        ("\\url{https://a.org/--x}", "https://a.org/--x"), ("10.1000/a{\\_}b", "10.1000/a_b"),
    ])
    func `an address loses its escapes only`(text: String, expected: String) {
        #expect(LaTeXText.decodeAddress(text) == expected)
    }

    @Test func `what is escaped for LaTeX is read again`() {
        let pieces = [
            "a", "Zürich", "&", "%", "$", "#", "_", "{", "}", "~", "^", "\\", "--", "''", "``", "<",
            "漢字", "🎉", " ", "é", "x", "-", "|", "/",
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let count = Int.random(in: 1...8, using: &generator)
            let text = (0..<count).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let escaped = BibTeXText.escape(text, for: .document)
            let expected = text.split(separator: " ").joined(separator: " ")
            // A grave accent alone is an opening quotation mark for LaTeX.
            #expect(
                LaTeXText.decode(escaped).replacing("‘", with: "`") == expected,
                "\(text) as \(escaped)")
        }
    }
}
