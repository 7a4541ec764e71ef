import Formats
import RecordModel
import Testing

/// What bibliographies hold, also where BibTeX would give up.
struct BibTeXParserTests {
    private func fields(_ text: String) -> [[String: String]] {
        BibTeXParser(file: "a.bib").parse(text).entries.map { entry in
            Dictionary(
                entry.content.fields.map { ($0.name, $0.value) },
                uniquingKeysWith: { one, _ in one }
            )
        }
    }

    private func codes(_ text: String) -> [String] {
        BibTeXParser(file: "a.bib").parse(text).diagnostics.map(\.code.rawValue)
    }

    @Test(arguments: [
        ("@misc{k, title = {A {B} c}, year = 1936}", ["title": "A {B} c", "year": "1936"]),
        ("@MISC(k, Title = \"A {\"}b{\"} c\")", ["title": "A {\"}b{\"} c"]),
        ("@string{x = \"Ann. \"} @misc{k, journal = x # {Phys.} # 1}", ["journal": "Ann. Phys.1"]),
        (
            "@misc{k, month = feb, title = {two\n    lines}}",
            ["month": "February", "title": "two lines"]
        ),
        ("@misc { k , title={x}, }", ["title": "x"]),
        ("@misc{k,,title={x},,}", ["title": "x"]),
        ("@misc{a:b/c.d-1, title={x}}", ["title": "x"]),
    ])
    func `what the grammar allows is read without a finding`(
        text: String, expected: [String: String]
    ) {
        #expect(fields(text) == [expected])
        #expect(codes(text).isEmpty)
    }

    @Test(arguments: [
        (
            "@misc{a,\n title = {One,\n year = 2020,\n}\n@misc{b,\n title = {Two}\n}",
            [["title": "One", "year": "2020"], ["title": "Two"]], "bibtex.missing-brace"
        ),
        (
            "@misc{a,\n title = \"One,\n year = 2020,\n}\n@misc{b, title = {Two}}",
            [["title": "One", "year": "2020"], ["title": "Two"]], "bibtex.missing-brace"
        ),
        (
            "@misc{a, title = {One, year = {2020}}\n@misc{b, title = {Two}}",
            [["title": "One", "year": "2020"], ["title": "Two"]], "bibtex.missing-brace"
        ),
        (
            "@misc{a,\n title = One and two,\n year = 2020\n}",
            [["title": "One and two", "year": "2020"]], "bibtex.missing-brace"
        ),
        (
            "@misc{a,\n title = {One}},\n year = 2020,\n}\n@misc{b, title = {Two}}",
            [["title": "One", "year": "2020"], ["title": "Two"]], "bibtex.stray-brace"
        ),
        (
            "@misc{a,\n title = {One},\n@misc{b, title = {Two}}",
            [["title": "One"], ["title": "Two"]], "bibtex.unclosed"
        ),
        (
            "@misc{lin@misc{lind, title = {One}}\n@misc{b@c.example, title = {Two}}",
            [["title": "One"], ["title": "Two"]], "bibtex.unclosed"
        ),
        (
            "@misc{a\n title = {One}}\n@misc{b, title = {Two}}",
            [["title": "One"], ["title": "Two"]], "bibtex.no-comma"
        ),
        (
            "@misc{a, title = {One}, stray, year = 2020}",
            [["title": "One", "": "stray", "year": "2020"]], "bibtex.stray-text"
        ),
        ("@misc{title = {One}}", [["title": "One"]], "bibtex.no-key"),
        ("@misc{a, title = {One}, title = {Two}}", [["title": "One"]], "bibtex.duplicate-field"),
        ("@misc{a, journal = nature}", [["journal": "nature"]], "bibtex.unknown-macro"),
        (
            "@misc{a, title = {One}} @misc{a, title = {Two}}",
            [["title": "One"], ["title": "Two"]], "bibtex.duplicate-key"
        ),
    ])
    func `a fault costs neither the entry nor the ones behind it`(
        text: String, expected: [[String: String]], code: String
    ) {
        #expect(fields(text) == expected)
        #expect(codes(text).contains(code))
    }

    @Test func `what is no entry is kept as a remark`() {
        let document = BibTeXParser(file: "a.bib").parse(
            """
            ---
            ---
            Mail me at ada@example.org {now}.
            @comment{jabref: {x};}
            @preamble{"\\newcommand{\\x}{y}"}
            @misc{a, title = {One}}
            the end
            """)
        #expect(document.remarks.map(\.kind) == [.text, .comment, .preamble, .text])
        #expect(document.remarks.map(\.line) == [1, 4, 5, 7])
        #expect(
            document.remarks.map(\.text) == [
                "---\n---\nMail me at ada@example.org {now}.", "jabref: {x};",
                "\"\\newcommand{\\x}{y}\"", "the end",
            ])
        #expect(document.entries.map(\.lines) == [6...6])
    }

    @Test(arguments: [
        "@comment{not closed\n@misc(a, title = {One} (yes)}, note = {})",
        "@comment{not closed @misc{a, title = {One}}",
        "@comment{not clo@misc(a, title = {One})",
        "@comment{closed {within}\n@misc(a, title = {One)}}",
        "@misc@@(a, title = {One})", "@misc(a = {})",
    ])
    func `an entry begins behind a comment that is not closed, and with signs too many`(
        text: String
    ) {
        #expect(BibTeXParser(file: "a.bib").parse(text).entries.map(\.content.key) == ["a"])
    }

    @Test func `entries in a comment are commented out`() {
        let document = BibTeXParser(file: "a.bib").parse(
            "@comment{\n@misc{a, title = {One}}\n@misc(b, title = {Two})\n}\n@misc{c}")
        #expect(document.entries.map(\.content.key) == ["c"])
    }

    @Test func `a finding points at the brace that has no partner`() throws {
        let text = "@misc{a,\n  note = {Größe},\n  title = {One,\n  year = 2020,\n}\n"
        let found = try #require(BibTeXParser(file: "a.bib").parse(text).diagnostics.first)
        #expect(found.location == SourceLocation(file: "a.bib", line: 3, column: 11))
        #expect(found.hint == "Close it before the comma")
    }

    @Test func `a part takes over from the whole that its crossref names`() throws {
        let document = BibTeXParser(file: "a.bib").parse(
            """
            @inproceedings{a, title = {Part}, crossref = {p}}
            @proceedings{P, title = {Whole}, year = 2020, crossref = {a}}
            """)
        let filled = document.filled(try #require(document.entries.first))
        #expect(filled["title"] == "Part")
        #expect(filled["booktitle"] == "Whole")
        #expect(filled["year"] == "2020")
    }

    @Test func `what is written is read again`() {
        let entry = BibTeXEntry(
            type: "article", key: "a-1",
            fields: [
                .init(name: "title", value: "A {B} -- c"), .init(name: "author", value: "X, Y"),
            ])
        let document = BibTeXParser(file: "a.bib").parse(entry.render())
        #expect(document.entries.map(\.content) == [entry])
        #expect(document.diagnostics.isEmpty)
    }
}
