import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// Where on a page papers stand: in boxes, in what folds away, below years, in the notations of
/// other builders; all of them are made up.
@Suite struct PaperPlaceTests {
    private func imported(_ text: String) throws -> Imported {
        try SiteImport().imported(["_pages/about.md": text])
    }

    private func papers(_ imported: Imported) -> [String?] {
        (imported.record.value["publications"]?.list ?? []).map { $0["title"]?.string }
    }

    private static func box(_ title: String) -> String {
        """
        <div class='paper-box'>
          <div class='paper-box-image'><div><div class="badge">RIVER 2022</div></div></div>
          <div class='paper-box-text' markdown="1">

        [\(title)](https://a.example/x)  
        **Ada Lovelace**, Jo Lind, Max Hoek

        </div>
        </div>
        """
    }

    @Test func `a box of a paper is one below whatever heading`() throws {
        let result = try imported(
            "I write.\n\n## Human Rivers\n\n" + Self.box("Reading rivers from above")
                + "\n\n## Interfaces of Streams\n\n" + Self.box("Streams and their banks"))
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `years as headings go on with one list`() throws {
        let result = try imported(
            """
            ### 2026

            * _Reading rivers from above_, Lind et al., RivRev
            * _Streams and their banks_, Hoek et al., RivRev
            * _Tides of the north_, Tarn et al., RivRev

            ### 2025

            * _Quiet rivers of the south_, Lind et al., RivRev
            * A remark that nobody understands as a paper of any kind at all, be it old or new.
            """)
        #expect(
            papers(result) == [
                "Reading rivers from above", "Streams and their banks", "Tides of the north",
                "Quiet rivers of the south", nil,
            ])
        let dates = result.record.value["publications"]?.list?.map { $0["date"]?.string }
        #expect(dates?.prefix(4) == ["2026", "2026", "2026", "2025"])
    }

    @Test func `an abstract that folds away is said of the paper above it`() throws {
        let hard = "  "
        let result = try imported(
            """
            I write.

            ## Articles

            **Reading rivers from above** (with Jo Lind)\(hard)
            *River Annals*, 2022: 105.

            <details>
                <summary>Abstract</summary>
                Rivers are read from above, and what they say is written down, word by word.
            </details>

            **Streams and their banks** (with Max Hoek)\(hard)
            *River Annals*, 2021: 102.
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        let first = result.record.value["publications"]?.list?.first
        #expect(first?["written"]?.string?.contains("word by word") == true)
    }

    @Test func `a list that folds away within a box is a list`() throws {
        let result = try imported(
            """
            I write.

            # Publications

            <details class="more" open>
            <summary>Others</summary>

            <div class="list" markdown="1">

            12. Lind, J., & **Lovelace, A.** (2024). Reading rivers from above. River Letters, 3.
            13. Hoek, M., & **Lovelace, A.** (2023). Streams and their banks. River Letters, 2.

            </div>
            </details>
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        let groups = result.record.value["publications"]?.list?.map { $0["group"]?.string }
        #expect(groups == ["Others", "Others"])
    }

    @Test func `a list below a heading of HTML may have blank lines in it`() throws {
        let result = try imported(
            """
            I write.

            <h3 class="year">2026</h3>
            <ol class="bibliography">
            <li>

            <div id="LL2026">

                <span class="title">Reading rivers from above</span>
                <span class="author">

                    Lind, Jo,

                    and <em>Lovelace, Ada</em>

                </span>

                <span class="periodical"><a href="https://a.example/x">River Annals</a>, 2026.</span>

            </div>
            </li>
            <li><span class="title">Streams and their banks</span>
            <span class="author">Hoek, Max, and <em>Lovelace, Ada</em></span>
            <span class="periodical">River Annals, 2026.</span></li>
            <li><span class="title">Tides of the north</span>
            <span class="author">Tarn, Kay, and <em>Lovelace, Ada</em></span>
            <span class="periodical">River Annals, 2026.</span></li>
            </ol>
            """)
        #expect(
            papers(result) == [
                "Reading rivers from above", "Streams and their banks", "Tides of the north",
            ])
    }

    @Test func `an element around the sections of a page is none of them`() throws {
        let result = try imported(
            """
            I write.

            <div class="page" markdown="1">

            ## Publications

            1. Lind, J., & **Lovelace, A.** (2024). Reading rivers from above. River Letters, 3.
            2. Hoek, M., & **Lovelace, A.** (2023). Streams and their banks. River Letters, 2.

            ## Rowing

            I row.

            </div>
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        let others = result.record.value["sections"]?.list ?? []
        #expect(others.map { $0["text"]?.string } == ["I row."])
    }

    @Test func `boxes and spans of Pandoc are elements`() throws {
        let result = try imported(
            """
            I write.

            ## Publications

            ::: {.papers}
            - [Reading rivers from above]{.pub-title} (with Jo Lind and Max Hoek)
              [*River Annals*, 29 (2025), 1–18]{.pub-venue}
              [[Published version](https://a.example/x)]{.pub-links}

            - [Streams and their banks]{.pub-title} (with Jo Lind)
              [*River Annals*, 28 (2024), 3–4]{.pub-venue}
            :::
            """)
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        #expect(result.dropped(.markup).contains("::: {.papers}"))
        #expect(result.dropped(.markup).contains("{.pub-title}"))
    }

    @Test(arguments: [
        "[a]{.}", "[a]{.b c=\"d\"}", "a]{.b}", "[a] {.b}", "::: a : b", ":: {.a}", "::: ê",
    ])
    func `what only looks like Pandoc stays as it is`(text: String) throws {
        let result = try imported("I write.\n\n" + text + "\n")
        #expect(result.record.value["profile"]?["bio"]?.string == "I write.\n\n" + text)
    }

    @Test func `the head of a page for Hugo is none of its text`() throws {
        let page = """
            +++
            title = "Publications"
            tags = ["rivers"]
            draft = false
            [menu]
            name = "main"
            +++

            1. Lind, J., & **Lovelace, A.** (2024). Reading rivers from above. River Letters, 3.
            2. Hoek, M., & **Lovelace, A.** (2023). Streams and their banks. River Letters, 2.
            """
        let result = try SiteImport().imported(["publications.md": page])
        #expect(papers(result) == ["Reading rivers from above", "Streams and their banks"])
        #expect(result.record.value["profile"]?["bio"] == nil)
        // A line of signs that nothing closes is text.
        let open = try SiteImport().imported(["about.md": "+++\ntitle = \"A\"\n\nI write."])
        #expect(open.record.value["profile"]?["bio"]?.string?.contains("+++") == true)
    }

    @Test(arguments: [
        ("/working papers/", "/working%20papers/"), ("/a/b", "/a/b"), ("/.hidden/", nil),
        ("/a?b", nil), ("a/b", nil),
    ])
    func `the address of a page is one that a record can hold`(
        written: String, expected: String?
    ) throws {
        let result = try SiteImport().imported([
            "_pages/about.md": "---\nauthor_profile: true\n---\nI write.",
            "_pages/rows.md": "---\ntitle: Rowing\npermalink: \"\(written)\"\n---\nI row.",
        ])
        let section = result.record.value["sections"]?.list?.first { $0["title"] == "Rowing" }
        #expect(section?["permalink"]?.string == expected)
    }

    @Test func `a list of stations is no list of papers`() throws {
        let text = """
            # Career

            - 2019: **Visiting researcher**, Center of Rivers, Ada Town
            - 2018: **Assistant**, Institute of Streams, Banks Hall
            - 2015: **Bachelor of Rivers**, Faculty of Streams, Banks Hall
            """
        let result = try imported("I write.\n\n" + text)
        #expect(result.record.value["publications"] == nil)
        // Nor is the first thing that a page says.
        let concerts = try imported(
            """
            - 11. März 2020, 20.00 Uhr: Berlin Hall, Great Room, Opus 12
            - 12. März 2020, 20.00 Uhr: Berlin Hall, Great Room, Opus 13
            - 13. März 2020, 20.00 Uhr: Berlin Hall, Great Room, Opus 14
            """)
        #expect(concerts.record.value["publications"] == nil)
    }

    @Test func `papers below what is said of their subjects are papers`() throws {
        let result = try imported(
            """
            # Research Interests

            ## Why do we read rivers?

            That is a long question, which I have thought about for years and in many places.

            [Lovelace, Ada (2021). "Reading rivers from above," River Annals, 34(1), 10-12.](https://a.example/x)

            [Lovelace, Ada (2017). "Streams and their banks," River Annals, 36(3), 45-60.](https://a.example/y)

            [Lind, Jo and Ada Lovelace (2015). "Tides of the north," River Annals, 28(2), 26-27.](https://a.example/z)

            ## What do I teach?

            Nothing of the kind.
            """)
        #expect(
            papers(result) == [
                "Reading rivers from above", "Streams and their banks", "Tides of the north",
            ])
        #expect(
            result.record.value["sections"]?.list?.map { $0["title"]?.string }
                == ["Research Interests", "What do I teach?"])
    }
}
