import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// How pages arrange what they hold: headings that are titles, parts in other files, lists in two
/// places; all of them are made up.
@Suite struct PageShapeTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-berg"))
    }

    private func imported(_ files: [String: String]) -> Imported {
        let site = SiteSource(paths: files.keys.sorted(), texts: files)
        var options = Importer.Options()
        options.name = "Ada Berg"
        let imported = Importer(schemas: schemas, options: options).read(site, as: id)
        let words = imported.report.words
        #expect(
            words.typed + words.verbatim + words.dropped == words.source,
            "\(imported.report.diagnostics.map(\.message))")
        return imported
    }

    private func home(_ text: String) -> [String: String] {
        ["_pages/about.md": "---\nauthor_profile: true\n---\nI write.\n\n" + text]
    }

    private func papers(_ imported: Imported, _ key: String = "title") -> [String?] {
        (imported.record.value["publications"]?.list ?? []).map { $0[key]?.string }
    }

    private static let two = """
        ## Reading Rivers: A View from Above
        *River Letters* **12**, 3-4 (2020)

        **Authors:** Jo Lind, Ada Berg, Max Hoek.

        Rivers are read from above, and what they say is written down for those who come later.

        ## The Dialogue of Streams and Their Banks
        *River Letters* **13**, 5-6 (2021)

        **Authors:** Ada Berg, Max Hoek.
        """

    @Test func `headings below that of the papers are titles`() {
        let result = imported(home("# Publications\n\n" + Self.two))
        #expect(
            papers(result) == [
                "Reading Rivers: A View from Above", "The Dialogue of Streams and Their Banks",
            ])
        #expect(papers(result, "date") == ["2020", "2021"])
        #expect(result.record.value["sections"] == nil)
    }

    @Test func `what is no paper below a heading of papers is no project either`() {
        let result = imported(
            home(
                """
                # Publications

                - **River Tool**: a tool that counts rivers and their banks.
                - **Bank Book**: a book-keeping system for all that lies beside them.

                # 2020

                - Nothing yet
                """))
        #expect(result.record.value["projects"] == nil)
        #expect(result.record.value["teaching"] == nil)
    }

    @Test func `years part a list of papers at whatever level, and its heading is no title`() {
        let result = imported(
            home(
                """
                # 12 Peer-Reviewed Journal Articles

                # 2021

                - Jo Lind, Ada Berg. Reading Rivers from Above. *River Letters*, 2021.

                # 2020

                - Ada Berg, Max Hoek. The Dialogue of Streams. *River Letters*, 2020.
                """))
        #expect(papers(result) == ["Reading Rivers from Above", "The Dialogue of Streams"])
    }

    @Test func `a title and the names below it are one paper`() {
        let result = imported(
            home(
                """
                # Publications

                [**Reading Rivers from Above**](https://a.example/1)

                Jo Lind, Ada Berg, Max Hoek

                [**The Dialogue of Streams**](https://a.example/2)

                Eva Vega, Max Hoek, Ada Berg
                """))
        #expect(papers(result) == ["Reading Rivers from Above", "The Dialogue of Streams"])
        let names = result.record.value["publications"]?.list?.map {
            $0["authors"]?.list?.first?["name"]?.string
        }
        #expect(names == ["Jo Lind", "Eva Vega"])
    }

    @Test func `a heading or a remark above a whole paper is no title`() {
        let result = imported(
            home(
                """
                # Publications

                ## Human Readers of Rivers

                - [Reading Rivers: A View from Above](https://a.example/1), Ada Berg, Jo Lind, 2024

                ## Public & Commentaries on Water

                - **Berg, A.** (2022). *The Dialogue of Streams and Their Banks*. **River Letters**.
                  <a href="https://a.example/2" class="btn">Read Piece</a>
                """))
        #expect(
            papers(result) == [
                "Reading Rivers: A View from Above", "The Dialogue of Streams and Their Banks",
            ])
        #expect(
            papers(result, "group") == [
                "Human Readers of Rivers", "Public & Commentaries on Water",
            ])
        let remark = imported(
            home(
                """
                # Publications

                [Ctrl and a click open all the links](https://a.example/0)

                Lind, J., <b>Berg, A.</b>, 2022. <br> <b>[Reading Rivers: A View from \
                Above.](https://a.example/1)</b> <br> <i>Water</i>, 87(4).

                Lind, J., <b>Berg, A.</b>, 2023. <br> <b>[The Dialogue of Streams and Their \
                Banks.](https://a.example/2)</b> <br> <i>Water</i>, 88(4).
                """))
        #expect(
            papers(remark).compactMap(\.self) == [
                "Reading Rivers: A View from Above", "The Dialogue of Streams and Their Banks",
            ])
    }

    @Test func `a page of papers may have titles for all its headings`() {
        var files = home("")
        files["_pages/publications.md"] =
            "---\ntitle: Publications\npermalink: /publications/\nauthor_profile: true\n---\n"
            + Self.two
        #expect(papers(imported(files)).count == 2)
    }

    @Test func `papers in paragraphs of another page are papers`() {
        var files = home("")
        files["_pages/papers.md"] =
            "---\ntitle: \" \"\npermalink: /papers/\nauthor_profile: true\n---\n"
            + "Preprints\n======\n\nQuiet Streams in the Far North.\\\\\nJo Lind, **Ada Berg**\\\\\n*RIVER 2022.*\n"
        #expect(papers(imported(files)) == ["Quiet Streams in the Far North"])
    }

    @Test func `what a group of papers is about is no other section`() {
        let result = imported(
            home(
                """
                # Publications
                ## Dialogue Systems and Reading Rivers
                - [Quiet Streams in the North](https://a.example/1) Jo Lind, **Ada Berg**, Max Hoek.
                ## Banks
                - [Loud Streams in the South](https://a.example/2) Jo Lind, **Ada Berg**, Max Hoek.
                """))
        #expect(papers(result).count == 2)
        #expect(result.record.value["projects"] == nil && result.record.value["sections"] == nil)
    }

    @Test func `links and prizes in paragraphs of their own belong to the paper above`() {
        let result = imported(
            home(
                """
                # Publications
                ### RIVER'23
                **Reading Rivers from Above**
                Jo Lind, **Ada Berg**

                [[Artifacts]](https://a.example/x)

                ### BANKS'24
                **Reading Banks from Below**
                Jo Lind, **Ada Berg**

                🏆 **RIVER Best Paper Award**
                """))
        #expect(papers(result, "date") == ["2023", "2024"])
        #expect(papers(result).count == 2)
    }

    @Test func `the longer of two lists of papers is the list`() {
        let result = imported(
            home(
                """
                # Patents
                - Jo Lind, Ada Berg. A Bridge. Patent, 2019.
                # News
                - *2024.01* A bridge.
                # Publications
                - [Quiet Streams in the North](https://a.example/1) Jo Lind, **Ada Berg**, Max Hoek.
                - [Loud Streams in the South](https://a.example/2) Jo Lind, **Ada Berg**, Max Hoek.
                - [Cold Streams in the West](https://a.example/3) Jo Lind, **Ada Berg**, Max Hoek.
                """))
        #expect(papers(result).count == 3)
        #expect(result.record.value["sections"]?.list?.count == 1)
    }

    @Test func `a line of markup that shows a year is a group`() {
        let result = imported(
            home(
                """
                # Publications
                <font color=blue size=4><b>&ensp;&nbsp;2024</b></font>

                - **Quiet Streams in the North** <br> RIVER. <br> Jo Lind, ***Ada Berg***

                <font color=blue size=4><b>&ensp;&nbsp;2023</b></font>

                - **Loud Streams in the South** <br> RIVER. <br> Jo Lind, ***Ada Berg***
                """))
        #expect(papers(result, "group") == ["2024", "2023"])
        #expect(papers(result, "date") == ["2024", "2023"])
    }

    @Test func `a part of a page is no page, wherever it is`() {
        var files = home("{% include_relative modules/papers.md %}\n")
        files["_pages/modules/papers.md"] =
            "# Publications\n- [Quiet Streams](https://a.example/1) Jo Lind, **Ada Berg**.\n"
        #expect(papers(imported(files)).count == 1)
    }

    @Test func `BibTeX in a fence is that of the paper above, or a list of papers`() {
        let entry = """
            ```bibtex
            @article{q, title={Quiet Streams in the North}, author={Lind, Jo and Berg, Ada}, year={2024}}
            ```
            """
        let below = imported(
            home(
                "# Publications\n- [Quiet Streams in the North](https://a.example/1) Jo Lind, "
                    + "**Ada Berg**, RIVER.\n\n\(entry)\n\n"
                    + "- [Loud Streams in the South](https://a.example/2) Jo Lind, **Ada Berg**.\n")
        )
        #expect(papers(below) == ["Quiet Streams in the North", "Loud Streams in the South"])
        #expect(papers(below, "date") == ["2024", nil])
        let alone = imported(home("# Publications\n\n\(entry)\n"))
        #expect(papers(alone) == ["Quiet Streams in the North"])
        #expect(alone.report.words.verbatim == 0)
    }

    @Test func `papers that nobody understands are no awards`() {
        let result = imported(
            home("# Publications\n- The northern one, with many\n- The southern one, 2024\n"))
        #expect(result.record.value["awards"] == nil)
    }
}
