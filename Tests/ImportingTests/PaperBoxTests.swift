import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// Elements of HTML around several papers; all of them are made up.
@Suite struct PaperBoxTests {
    private func papers(_ text: String) throws -> [String?] {
        let imported = try SiteImport().imported(["_pages/about.md": text])
        return (imported.record.value["publications"]?.list ?? []).map { $0["title"]?.string }
    }

    private static func box(_ title: String) -> String {
        """
        <span class='anchor' id='x'></span>

        <div class="paper-box">
        <div class="paper-box-image"><div class="badge">RIVER 2022</div></div>
        <div class="paper-box-text" markdown="1">

        [**\(title)**](https://a.example/x), Jo Lind, **`Ada Lovelace`**, Max Hoek

        - Reads rivers from very high above.
        </div>
        </div>
        """
    }

    @Test func `each box within an element of layout is a paper`() throws {
        let found = try papers(
            "I write.\n\n# Publications\n\n## On Rivers\n\n<div id=\"rivers\">\n\n"
                + Self.box("Reading rivers from above") + "\n\n"
                + Self.box("Streams and their banks")
                + "\n\n</div>")
        #expect(found == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `paragraphs of HTML with years are papers`() throws {
        let paragraphs = [
            "Reading rivers from above", "Streams and their banks", "Tides of the north",
        ]
        .map { "<p><b>Lovelace, A.</b>, & Lind, J. (2020). \($0). <em>River Annals</em>, 12.</p>" }
        .joined(separator: "\n\n  ")
        let found = try papers(
            "I write.\n\n<div style=\"margin: auto\">\n\n  <h2>Publications</h2>\n\n\(paragraphs)\n\n</div>"
        )
        #expect(
            found == ["Reading rivers from above", "Streams and their banks", "Tides of the north"])
    }

    @Test func `what stands behind an item of a list belongs to it`() throws {
        let found = try papers(
            """
            # Publications

            <ol>
            <li>"Reading rivers from above" (with Jo Lind), <i>River Annals</i>, 2025.</li>
            A remark on it.
            <li>"Streams and their banks" (with Max Hoek), <i>River Annals</i>, 2024.</li>
              <ul><li>River Society, best of the year</li></ul>
            <li>"Tides of the north" (with Jo Lind), <i>River Annals</i>, 2023.</li>
            </ol>
            """)
        #expect(
            found == ["Reading rivers from above", "Streams and their banks", "Tides of the north"])
    }

    @Test func `working papers among projects are papers`() throws {
        let found = try papers(
            """
            # Projects and working papers

            - Lind, J., **Lovelace, A.** "Reading rivers from above." 2025.
            - Hoek, M., **Lovelace, A.** "Streams and their banks." 2024.
            """)
        #expect(found == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `rows of the front matter stand where the page includes them`() throws {
        let page = """
            ---
            author_profile: true
            feature_row:
              - title: "Placeholder 1"
                excerpt: "This is some sample content that goes here with **Markdown** formatting."
            papers:
              - image_path: assets/river.png
                image_caption: "Drawn by Tarn (2002)"
                excerpt: "[Reading rivers from above](https://a.example/x) <br />
                **Ada Lovelace**, Jo Lind, and Max Hoek (2024).
                *River Annals*."
              - excerpt: "[Streams and their banks](https://a.example/y) <br />
                Max Hoek, and **Ada Lovelace** (2023). *River Annals*."
            ---
            I write.

            {% include feature_row %}

            # Publications
            &nbsp;
            {% include feature_row id="papers" type="right" %}
            {% include feature_row id="none" %}
            """
        let imported = try SiteImport().imported(["_pages/about.md": page])
        let papers = imported.record.value["publications"]?.list ?? []
        #expect(
            papers.map { $0["title"]?.string } == [
                "Reading rivers from above", "Streams and their banks",
            ])
        #expect(papers.map { $0["date"]?.string } == ["2024", "2023"])
        #expect(imported.record.value["profile"]?["bio"]?.string == "I write.")
    }

    @Test func `papers of others below a course are none of the person's`() throws {
        func found(_ header: String) throws -> Int {
            let list = [
                "Reading rivers from above", "Streams and their banks", "Tides of the north",
            ]
            .map { "- Lind, Jo, and Max Hoek. \"\($0)\". *River Annals* 12, 2020." }
            .joined(separator: "\n")
            let imported = try SiteImport().imported([
                "_pages/about.md": "---\nauthor_profile: true\n---\nI write.",
                "_pages/other.md": "---\n\(header)\n---\n## Week 1\n\n\(list)",
            ])
            return imported.record.value["publications"]?.list?.count ?? 0
        }
        #expect(try found("title: Rivers of the World") == 0)
        #expect(try found("permalink: /pub/") == 3)
    }

    @Test func `boxes of whatever class are papers where each has one title`() throws {
        let boxes = ["Reading rivers from above", "Streams and their banks"].map { title in
            """
              <article class="pub-item">
                <div class="pub-title">\(title)</div>
                <div class="pub-authors">Jo Lind, Ada Lovelace</div>
                <div class="pub-meta"><span>River Annals</span> <span>2024</span></div>
              </article>
            """
        }
        let found = try papers(
            "# Publications\n\n<div class=\"pub-list\">\n\(boxes.joined(separator: "\n"))\n</div>")
        #expect(found == ["Reading rivers from above", "Streams and their banks"])
    }

    @Test func `lines with a number and a Chinese comma are a list`() throws {
        let found = try papers(
            """
            # Publications

            <div class='paper-box-text' markdown="1">

            1、**Ada Lovelace**, Jo Lind. "Reading rivers from above", River Annals, 2024. <br>
            2、Jo Lind, **Ada Lovelace**. "Streams and their banks", River Annals, 2023.<br>

            </div>
            """)
        #expect(found == ["Reading rivers from above", "Streams and their banks"])
    }
}
