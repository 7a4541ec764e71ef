import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// Lists that a page does not announce by a heading and bullets: in layout, or all of the page; all
/// of them are made up.
@Suite struct UnannouncedListTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-berg"))
    }

    private func imported(_ path: String, _ text: String) -> Imported {
        let site = SiteSource(paths: [path], texts: [path: text])
        var options = Importer.Options()
        options.name = "Ada Berg"
        let imported = Importer(schemas: schemas, options: options).read(site, as: id)
        let words = imported.report.words
        #expect(words.typed + words.verbatim + words.dropped == words.source)
        for (name, schema) in schemas.sections {
            guard let value = imported.record.value[name] else { continue }
            let errors = schema.validate(value).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        return imported
    }

    private static let start = """
        ---
        author_profile: true
        ---
        I write.

        # Publications


        """

    private func papers(_ imported: Imported) -> [String?] {
        (imported.record.value["publications"]?.list ?? []).map { $0["title"]?.string }
    }

    @Test(arguments: ["<br/>", ""])
    func `a list in layout is a list`(end: String) {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                <div class="papers">

                - Lind, J., & **Berg, A.** (2024). Reading rivers from above. River Letters, 3.
                \(end)

                - Hoek, M., & **Berg, A.** (2023). Streams and their banks. River Letters, 2.
                \(end)

                </div>
                """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `a list in the box of a paper is the paper`() {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                <div class='paper-box-text' markdown="1">

                - [Reading rivers from above](https://a.example/x)
                - Jo Lind, **Ada Berg**
                - River Letters, 2024

                </div>
                """)
        #expect(papers(result) == ["Reading rivers from above"])
    }

    @Test func `a page that is called by what it lists is that list`() {
        let result = imported(
            "_pages/publications.md",
            """
            ---
            title: "Publications"
            ---

            They are on other pages as well.

            [1] Lind, J., & **Berg, A.** (2024). Reading rivers from above. River Letters, 3.

            [2] Hoek, M., & **Berg, A.** (2023). Streams and their banks. River Letters, 2.
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        #expect(result.record.value["profile"]?["bio"] == nil)
    }

    @Test func `a list below each year is a list`() {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                * Under review
                  * Lind, J., **Berg, A.**, and Hoek, M., 2024. *Reading rivers from above.* River Letters, 3.
                * 2023
                  * **Berg, A.**, & Lind, J. *Streams and their banks.* River Letters, 2(1), 4-6.

                * 2022
                  * Hoek, M., & **Berg, A.** *Tides and their banks.* River Letters, 1(2), 9-12.
                """)
        #expect(
            papers(result)
                == [
                    "Reading rivers from above", "Streams and their banks", "Tides and their banks",
                ]
        )
        let entries = result.record.value["publications"]?.list ?? []
        #expect(entries.map { $0["group"]?.string } == ["Under review", "2023", "2022"])
        #expect(entries.map { $0["date"]?.string } == ["2024", "2023", "2022"])
    }

    @Test func `papers under review are no service`() {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                * Rivers and all of the words that are said of them, by the students of the course in the year of the flood, in review
                * Banks and all of the words that are said of them, by the students of the course in the year of the flood, in review
                """)
        #expect(result.record.value["service"] == nil)
    }

    @Test func `a page without a title is what its address says`() {
        let result = imported(
            "_pages/list.md",
            """
            ---
            title: ""
            permalink: /publications/
            ---
            # Rivers
            1. Lind, J., & **Berg, A.** (2024). Reading rivers from above. River Letters, 3.

            # Banks
            1. Hoek, M., & **Berg, A.** (2023). Streams and their banks. River Letters, 2.
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `a heading of the same level is the title of a paper`() {
        let result = imported(
            "_pages/about.md",
            """
            ---
            author_profile: true
            ---
            I write.

            ## Published papers

            ## Reading rivers from above
            With Jo Lind \\
            Journal of Rivers, 2024

            ## Streams and their banks
            With Max Hoek and Jo Lind \\
            Journal of Rivers, 2023

            ## What I do beside the papers
            I row.
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        let authors = (result.record.value["publications"]?.list ?? []).map { paper in
            paper["authors"]?.list?.compactMap { $0["name"]?.string }
        }
        #expect(authors == [["Ada Berg", "Jo Lind"], ["Ada Berg", "Max Hoek", "Jo Lind"]])
        let others = result.record.value["sections"]?.list ?? []
        #expect(others.map { $0["title"]?.string } == ["What I do beside the papers"])
    }

    @Test func `a quotation below a bullet is said of the paper`() {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                *   [Reading rivers from above](https://a.example/x), 2019, with Max Hoek (Bank of Rivers).

                > We read the rivers of a country from above, and see that they are the same as they are from below, which is new.

                --------------------

                *   [Streams and their banks](https://a.example/y), 2018, with Jo Lind.

                > We read the banks of a country from above, and see that they are the same as they are from below, which is new.
                """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        let first = result.record.value["publications"]?.list?.first
        #expect(first?["summary"]?.string?.contains("We read the rivers") == true)
        #expect(first?["authors"]?.list?.last?["affiliation"]?.string == "Bank of Rivers")
    }

    @Test func `papers that name nobody keep their text`() {
        let result = imported(
            "_pages/about.md",
            Self.start + """
                1. Reading rivers from above. [arxiv: 2404.01025](https://arxiv.org/abs/2404.01025)
                1. Streams and all their banks. [arxiv: 2404.01026](https://arxiv.org/abs/2404.01026)
                """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and all their banks"])
    }

    @Test func `papers that line breaks part are a list`() {
        let page = """
            ---
            title: Publications
            ---
            Jo Lind, **Ada Berg** (2023) [Reading rivers
            from above.](https://a.example/x) River
            Annals 14, 100 <br><br> **Ada Berg**, Max Hoek (2021) [Quiet rivers
            of the north.](https://a.example/y) River Annals 12, 33
            <br />
            <br /> Max Hoek, **Ada Berg** (2020) [Tides and banks of rivers.](https://a.example/z)
            River Annals 11, 3
            """
        let titles = papers(imported("publications.md", page))
        #expect(
            titles == [
                "Reading rivers from above", "Quiet rivers of the north",
                "Tides and banks of rivers",
            ])
    }

    @Test func `what shows nothing is no paper, and a heading above papers none either`() {
        let hard = "  "
        let page =
            Self.start + """
                ## Articles in journals with a committee

                **Reading rivers from above**\(hard)
                *with Jo Lind and Max Hoek*\(hard)
                2022, [River Annals, vol. 73, p. 841-873](https://a.example/x)

                <div style="margin-top: 20px;"></div>

                **Quiet rivers of the north**\(hard)
                *with Jo Lind*\(hard)
                2021, [River Annals, vol. 72, p. 1-3](https://a.example/y)
                """
        let imported = imported("about.md", page)
        #expect(papers(imported) == ["Reading rivers from above", "Quiet rivers of the north"])
        let dropped = imported.report.dropped.filter { $0.reason == .markup }.map(\.text)
        #expect(dropped.contains { $0.contains("margin-top") })
    }

    @Test(arguments: [
        "<b>[Reading rivers from above](https://a.example/x)</b><br>\n"
            + "<b>Ada Berg</b>, Max Hoek and Jo Lind.\n<i>River Annals</i>, <b>2022</b>.",
        "**Ada Berg**. Reading rivers from above.\n\n**Ada Berg**. Quiet rivers of the north.",
    ])
    func `what papers are about is no title`(papers: String) {
        let page = Self.start + "## Boundary conditions for wave equations\n\n" + papers
        let titles = self.papers(imported("about.md", page))
        #expect(titles.first == "Reading rivers from above")
        #expect(!titles.contains { $0?.hasPrefix("Boundary") == true })
    }

    @Test func `an item of a list that is closed twice parts no list`() {
        let page =
            Self.start + """
                <ol style='text-align: justify'>
                \t<li>
                \t\tM. Hoek and A. Berg, <strong>"Reading rivers from above,"</strong>
                \t\tin <i>River Annals</i>, vol. 116, Oct. 2017.
                \t\t<a href="x.gif">GIF</a> </li> </li>
                \t<li>
                \t\tA. Berg, J. Lind and M. Hoek, <strong>"Quiet rivers of the north,"</strong>
                \t\tin <i>River Annals</i>, vol. 8, March 2016.</li>
                </ol>
                """
        let titles = papers(imported("about.md", page))
        #expect(titles == ["Reading rivers from above", "Quiet rivers of the north"])
    }

    @Test func `reviewed papers are the person's where they name the person`() {
        let others = """
            • Lind, J. (2020). Reading rivers from above. River Letters, 3, 4–9.

            • Hoek, M. (2021). Streams and their banks. River Letters, 4, 4–9.

            • Tarn, E. (2022). Rivers of ice. River Letters, 5, 4–9.

            """
        let start = "---\ntitle: Reviewed papers\n---\n\n"
        #expect(papers(imported("_pages/reviewed.md", start + others)).isEmpty)
        let own = others.replacing(" (20", with: ", & Berg, A. (20")
        #expect(papers(imported("_pages/reviewed.md", start + own)).count == 3)
    }
}
