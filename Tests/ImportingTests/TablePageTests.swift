import RecordModel
import Testing

@testable import Importing

/// Lists that stand in tables of Markdown; all of them are made up.
@Suite struct TablePageTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private func papers(_ page: String) -> [Value] {
        sites.imported(["_pages/publications.md": "---\ntitle: Publications\n---\n" + page])
            .record.value["publications"]?.list ?? []
    }

    private func authors(_ paper: Value) -> [String] {
        (paper["authors"]?.list ?? []).compactMap { $0["name"]?.string }
    }

    @Test(arguments: [
        // Nobody named the columns.
        """
        | | |
        |:---:|---|
        | ![](a.png) | **Quiet rivers of the north** <br> Jo Lind, **Ada Lovelace** <br> *River Annals 2021* |
        | ![](b.png) | **Deep rivers of the south** <br> Max Hoek, **Ada Lovelace** <br> *River Annals 2020* |
        """,
        // The first paper stands where columns are named.
        """
        | ![](a.png) | [**Quiet rivers of the north**](a.pdf) <br> Jo Lind, **Ada Lovelace** <br> *River Annals 2021* |
        |:---:|---|
        | ![](b.png) | [**Deep rivers of the south**](b.pdf) <br> Max Hoek, **Ada Lovelace** <br> *River Annals 2020* |
        """,
        // A table of kramdown has no rule.
        """
        | ![](a.png) | Jo Lind, **Ada Lovelace**. Quiet rivers of the north. *River Annals*, 2021. |
        | ![](b.png) | Max Hoek, **Ada Lovelace**. Deep rivers of the south. *River Annals*, 2020. |
        """,
        // Bars may be missing outside, and be part of the text.
        """
        Year | Paper
        ---- | -----
        2021 | Jo Lind, **Ada Lovelace**. Quiet rivers of the north. *River Annals*. [pdf](a.pdf) \\| [code](a.zip)
        2020 | Max Hoek, **Ada Lovelace**. Deep rivers of the south. *River Annals*.
        """,
        """
        | Title | Authors | Venue | Year |
        |-------|---------|-------|------|
        | [Quiet rivers of the north](a.pdf) | Jo Lind, **Ada Lovelace** | River Annals | 2021 |
        | Deep rivers of the south | Max Hoek, **Ada Lovelace** | River Annals | 2020 |
        """,
    ])
    func `each row is a paper`(table: String) {
        let papers = papers(table)
        #expect(
            papers.map { $0["title"]?.string }
                == ["Quiet rivers of the north", "Deep rivers of the south"])
        #expect(
            papers.map(authors) == [["Jo Lind", "Ada Lovelace"], ["Max Hoek", "Ada Lovelace"]])
        #expect(papers.map { $0["date"]?.string } == ["2021", "2020"])
    }

    @Test func `the names of columns stand above the list`() {
        let result = sites.imported([
            "_pages/about.md": """
            I am Ada.

            # Publications

            | Paper | Where |
            |-------|-------|
            | Jo Lind, **Ada Lovelace**. Quiet rivers of the north. | *River Annals*, 2021 |
            """
        ])
        #expect(result.choice("publications")?["text"] == "Paper · Where")
    }

    @Test func `a table below another heading stays one`() {
        let table = "| Year | Course |\n|------|--------|\n| 2021 | Engines |\n| 2020 | Looms |"
        let result = sites.imported([
            "_pages/about.md": "I am Ada.\n\n## Odds and ends\n\n\(table)\n"
        ])
        let sections = result.record.value["sections"]?.list ?? []
        #expect(sections.compactMap { $0["text"]?.string } == [table])
    }
}
