import Profiles
import RecordModel
import Testing

@testable import Layouts

@Suite struct PlainStyleTests {
    private func style(_ layout: Value = [:], language: String = "en") throws -> PlainStyle {
        let value: Value = [
            "profile": [
                "name": ["display": "Mei Lin Zhang", "variants": ["M. L. Zhang"]],
                "layout": layout, "language": .string(language),
            ]
        ]
        return PlainStyle(try RichRecord.input(value))
    }

    @Test(arguments: [
        ("2022-09", "present", false, "Sep 2022 – present"), ("2022", nil, false, "2022 – present"),
        ("2022", nil, true, "2022"), (nil, "2023-01-05", false, "until Jan 5, 2023"),
        ("2023", "2023", false, "2023"), (nil, nil, false, nil), (nil, "present", false, "present"),
        ("soon", "2024", false, "soon – 2024"),
    ])
    func `a period says what is known of it`(
        start: String?, end: String?, hasEnded: Bool, expected: String?
    ) throws {
        let period = try style().period(
            from: start.map(DateText.init), to: end.map(DateText.init), hasEnded: hasEnded)
        #expect(period == expected)
    }

    @Test(arguments: [
        ("iso", "en", "2024-01-05"), ("dotted", "en", "2024.01.05"), ("year", "en", "2024"),
        ("slashed", "en", "01/05/2024"), ("month-name", "en", "Jan 5, 2024"),
        ("month-name", "zh-CN", "2024年1月5日"), ("year", "zh-CN", "2024"),
    ])
    func `dates are written as the record asks`(
        form: String, language: String, expected: String
    ) throws {
        let style = try style(["dates": .string(form)], language: language)
        #expect(style.date(DateText("2024-01-05")) == expected)
    }

    @Test(arguments: [
        ("# A\n\n## B", 2, ["<h3>A</h3>", "<h4>B</h4>"]), ("### A", 2, ["<h3>A</h3>"]),
        ("# A\n\n#### B", 1, ["<h2>A</h2>", "<h3>B</h3>"]),
        ("###### A\n\n# B", 4, ["<h6>A</h6>", "<h5>B</h5>"]),
    ])
    func `headings in texts come below the section's`(
        markdown: String, level: Int, expected: [String]
    ) {
        let html = PlainMarkup.html(of: markdown, below: level)
        for heading in expected { #expect(html.contains(heading), "\(html)") }
    }

    @Test func `files of the profile are linked alike however they are written`() {
        for address in ["assets/x.pdf", "/assets/x.pdf", "./assets/x.pdf"] {
            let html = PlainMarkup.html(of: "[x](\(address))", below: 2)
            #expect(html.contains("href=\"assets/x.pdf\""), "\(html)")
        }
    }

    @Test func `the person is emphasised, marks and members are shown`() throws {
        let site = PlainPublications(style: PlainStyle(try RichRecord.input()))
        let papers = site.values
        let first = try #require(papers.first { $0["anchor"] == "publications--fedimpro" })
        let authors = try #require(first["authors"]?.list)
        #expect(authors.map { $0["self"] } == [true, nil, nil])
        #expect(authors.map { $0["marks"] } == ["=‡", "=", "✉"])
        #expect(
            authors.map { $0["url"] } == [nil, "https://byrne.example/", "https://oneil.example/"])
        let survey = try #require(papers.first { $0["anchor"] == "publications--survey" })
        #expect(survey["authors"]?.list?.map { $0["self"] } == [nil, true])
    }

    @Test func `names of authors are written as the record asks`() throws {
        for (form, expected) in [
            ("initials", "M. L. Zhang"), ("full", "Mei Lin Zhang"),
            ("as-written", "Zhang, Mei Lin"),
        ] {
            let style = try style(["author_names": .string(form)])
            let paper = Publication(
                Fields(["title": "T", "authors": [["name": "Zhang, Mei Lin"]]]))
            let names = PlainAuthors(style: style).values(of: paper).map { $0["name"] }
            #expect(names == [.string(expected)])
        }
    }

    @Test func `a BibTeX entry has every field, and a key of its own`() throws {
        let papers = PlainPublications(style: PlainStyle(try RichRecord.input())).values
        let entry = try #require(papers.first { $0["anchor"] == "publications--fedimpro" })
        let text = try #require(entry["bibtex"]?.string)
        for line in [
            "@inproceedings{zhang2024fedimpro,", "author = {Zhang, Mei Lin and Byrne, Aoife and",
            "and others}", "booktitle = {International Conference on Learning Representations}",
            "year = {2024}", "pages = {1--19}", "doi = {10.1000/xyz<1>}", "eprint = {2402.07011}",
            "editor = {Someone Else}", "note = {Spotlight talk}",
        ] { #expect(text.contains(line), "\(text)") }
        var entries = PlainBibTeX()
        let paper = Publication(Fields(["id": "same", "title": "T"]))
        #expect(entries.text(of: paper) != entries.text(of: paper))
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
    ])
    func `numbers have their digits in threes`(number: Int, expected: String) {
        #expect(PlainNumber.text(number) == expected)
    }

    @Test func `every word is there in every language`() {
        for word in PlainWord.allCases {
            #expect(!word.text(in: "en").isEmpty && !word.text(in: "zh").isEmpty)
        }
        #expect(PlainWord.news.text(in: "zh-Hant-TW") == "动态")
        #expect(PlainWord.news.text(in: "zhx") == "News")
    }
}
