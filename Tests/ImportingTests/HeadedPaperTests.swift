import RecordModel
import Testing

@testable import Importing

/// Papers of several blocks: titles and citations that are headings, authors in a block of their
/// own; all of them are made up.
@Suite struct HeadedPaperTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private func papers(_ page: String, header: String = "title: Publications") -> [Value] {
        sites.imported(["_pages/publications.md": "---\n\(header)\n---\n\(page)\n"])
            .record.value["publications"]?.list ?? []
    }

    private func titles(_ papers: [Value]) -> [String?] { papers.map { $0["title"]?.string } }

    @Test(arguments: [
        // The whole citation.
        """
        <div class="pub-entry" markdown="1">
        <h3>Lind, J., & Lovelace, A. (2021). Quiet rivers of the north. River Annals, 94, 101946.</h3>

        * [DOI](https://doi.org/10.1000/a) [PDF](a.pdf)
        * Journal metrics (2021): IF: 3.6, Rank Q1 (75.3 in Rivers).

        </div>
        <div class="pub-entry" markdown="1">
        <h3>Lovelace, A., & Hoek, M. (2020). Deep rivers of the south. River Annals, 93, 101945.</h3>

        * [DOI](https://doi.org/10.1000/b)

        </div>
        """,
        // An emoji before the title.
        """
        ### 📘 Quiet rivers of the north
        _Jo Lind, **Ada Lovelace**, and Max Hoek_<br>
        <em>Conference on Rivers (RIVER), 2021</em>

        ### 📘 Deep rivers of the south
        _Jo Lind, **Ada Lovelace**, Max Hoek_<br>
        <em>Conference on Rivers (RIVER), 2020</em>
        """,
        // The year before the title, and the whole citation below.
        """
        # (2021) Quiet rivers of the north
        Ada Lovelace and Jo Lind, "Quiet rivers of the north", <i>River Annals</i>. 34, 2021.

        # (2020) Deep rivers of the south
        Ada Lovelace and Jo Lind, "Deep rivers of the south", <i>River Annals</i>. 33, 2020.
        """,
        // A heading is all there is of an item.
        """
        * ###### **_Ada Lovelace_**, Jo Lind. Quiet rivers of the north. River Annals, 2021. ######
        * ###### **_Ada Lovelace_**, Max Hoek. Deep rivers of the south. River Annals, 2020. ######
        """,
    ])
    func `a heading is a paper`(page: String) {
        let papers = papers(page)
        #expect(titles(papers) == ["Quiet rivers of the north", "Deep rivers of the south"])
        #expect(papers.map { $0["date"]?.string } == ["2021", "2020"])
        let own = papers.map { $0["authors"]?.list?.contains { $0["self"] == .bool(true) } }
        #expect(own == [true, true])
    }

    @Test func `a heading of a subject above one paper is none`() {
        let papers = papers(
            """
            ## 4. Rivers and Streams

            Jo Lind, **Ada Lovelace**, "Reading Rivers and Streams from Above," River Conference, 2023, pp. 7-9.

            ## 5. Banks

            Jo Lind, **Ada Lovelace**, "Mowing the Banks of Rivers," River Conference, 2022, pp. 7-9.
            """)
        #expect(
            titles(papers) == [
                "Reading Rivers and Streams from Above", "Mowing the Banks of Rivers",
            ])
    }

    @Test(arguments: [
        // In a quotation below a bullet.
        """
        - `RIV 2021` [Quiet rivers of the north](a.pdf)
        >J. Lind, M. Hoek, and **A. Lovelace**\\*. River Annals, 2021.

        - `RIV 2020` [Deep rivers of the south](b.pdf)
        >M. Hoek and **A. Lovelace**. River Annals, 2020.
        """,
        // In a paragraph below a bullet.
        """
        - Quiet rivers of the north

        Jo Lind, **Ada Lovelace**. River Annals, 12(6): 701-708, 2021.

        - Deep rivers of the south

        Max Hoek, **Ada Lovelace**. River Annals, 11(6): 701-708, 2020.
        """,
        // In a list below a paragraph.
        """
        [Quiet rivers of the north](/a)
        - Authors: *Ada Lovelace* and Jo Lind
        - Venue: River Annals, 2021.

        [Deep rivers of the south](/b)
        - Authors: *Ada Lovelace* and Max Hoek
        - Venue: River Annals, 2020.
        """,
    ])
    func `authors in a block of their own belong to the title above`(page: String) {
        let papers = papers(page)
        #expect(titles(papers) == ["Quiet rivers of the north", "Deep rivers of the south"])
        #expect(papers.map { $0["date"]?.string } == ["2021", "2020"])
        #expect(papers.allSatisfy { $0["authors"]?.list?.count ?? 0 > 1 })
    }

    @Test func `items without a list around them are items`() {
        let papers = papers(
            """
            <div class="papers">
            <h4>In progress</h4>
            <li>Jo Lind, Ada Lovelace<sup>*</sup>, "Quiet rivers of the north", <i>River Annals</i>, 2021.</li>
            <li>Max Hoek, Ada Lovelace, "Deep rivers of the south", <i>River Annals</i>, 2020.</li>
            </div>
            """)
        #expect(titles(papers) == ["Quiet rivers of the north", "Deep rivers of the south"])
    }

    @Test func `a word in code announces a list`() {
        let papers = papers(
            """
             `PUBLICATIONS`

             [Quiet rivers of the north,](a.pdf) Journal of Rivers (2021), 17(4) (with J. Lind & M. Hoek)

             [Deep rivers of the south,](b.pdf) Journal of Rivers (2020), 16(4) (with J. Lind)
            """, header: "title: Research")
        #expect(titles(papers) == ["Quiet rivers of the north", "Deep rivers of the south"])
    }

    @Test func `many patents leave the papers what they are`() {
        let patents = (1...40).map { "1. CN20\($0), 一种面向传输错误数据的协作式信号检测方法以及装置" }
        let papers = papers(
            """
            # Publications

            ## Journal Papers

            1. [Quiet rivers of the north](a.pdf) `RIV 2021`<br>**Ada Lovelace**, Jo Lind
            1. [Deep rivers of the south](b.pdf) `RIV 2020`<br>**Ada Lovelace**, Max Hoek
            1. [Rivers of ice](c.pdf) `RIV 2019`<br>**Ada Lovelace**, Max Hoek

            ## Patents

            \(patents.joined(separator: "\n"))
            """)
        #expect(
            titles(papers).prefix(3)
                == ["Quiet rivers of the north", "Deep rivers of the south", "Rivers of ice"])
        #expect(papers.count == 43)
    }

    @Test func `headings among papers are papers as well`() {
        let papers = papers(
            """
            <h2> Working Papers </h2>

            ## Quiet rivers of the north
            <span>With Jo Lind and Max Hoek</span> \\
            <span>Journal of Rivers, 2021</span>

            ## Deep rivers of the south: a study
            We propose a way to measure rivers that were not measured before.

            ## Rivers of ice
            <span>With Jo Lind</span> \\
            <span>Journal of Rivers, 2019</span>
            """, header: "title: Research")
        #expect(
            titles(papers).compactMap(\.self) == ["Quiet rivers of the north", "Rivers of ice"])
        #expect(papers.count == 3)
    }

    private static let works = ["Quiet rivers", "Deep rivers", "Rivers of ice"].map { title in
        """
        ## \(title) of the north

        *work with Jo Lind and Max Hoek*

        Journal of Rivers, 2021

        We measure what nobody measured before.

        """
    }

    @Test func `a page of research whose headings are papers is a list`() {
        let page = Self.works.joined(separator: "\n")
        let titles = titles(papers(page, header: "title: selected research"))
        #expect(
            titles == [
                "Quiet rivers of the north", "Deep rivers of the north",
                "Rivers of ice of the north",
            ])
        #expect(papers(page, header: "title: Teaching").isEmpty)
    }

    @Test func `a page of research whose headings are projects is none`() {
        let projects = ["Robot rivers", "River maps", "Banks and birds"].map {
            "## \($0)\n\nWe build what measures rivers, with Jo Lind and Max Hoek.\n"
        }
        #expect(papers(projects.joined(separator: "\n"), header: "title: Research").isEmpty)
    }

    @Test func `a summary below a bullet belongs to its paper`() {
        let summary =
            "**Summary**: We measure rivers that nobody measured before, and what lives on their banks."
        let papers = papers(
            """
            - **Ada Lovelace**, Jo Lind. [Quiet rivers of the north](a.pdf). In RIVER 2021.

            \(summary)

            - Jo Lind, **Ada Lovelace**. [Deep rivers of the south](b.pdf). In RIVER 2020.

            \(summary)
            """)
        #expect(titles(papers) == ["Quiet rivers of the north", "Deep rivers of the south"])
    }
}
