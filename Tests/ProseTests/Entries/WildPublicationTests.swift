import Prose
import RecordModel
import Testing

/// Publications in the notations that homepages of their own make invent; all of them are made up.
@Suite struct WildPublicationTests {
    private static let context = EntryContext(
        ownNames: ["Ada Berg"], baseURL: "https://berg.example/")

    private static let threeAuthors = [
        "authors/0/name": "Jo Lind", "authors/1/name": "Ada Berg", "authors/1/self": "true",
        "authors/2/name": "Max Hoek", "authors/3/name": "",
    ]

    @Test(arguments: [
        // A line break within the link of the title.
        EntryExample.river(
            "[<br> Reading Rivers: A View from Above](https://a.example/x) \\\\\nJo Lind, **Ada Berg**, Max Hoek"
        ),
        EntryExample.river(
            "[![stars](https://s.example/a.svg) <br> Reading Rivers: A View from Above](https://a.example/x)<br>\nJo Lind, **Ada Berg**, Max Hoek"
        ),
        // Emoji before links.
        EntryExample.river(
            "[**Reading Rivers: A View from Above**](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek\n\n📄 [**Paper**](https://a.example/1) 💻 [**Project**](https://a.example/2)",
            ["links/0/label": "Paper", "links/1/label": "Project"]),
        // A link that shows its address is no title.
        EntryExample.river(
            "Jo Lind, **Ada Berg**, and Max Hoek (2024). Reading Rivers: A View from Above. *Journal of Rivers*, 12. [https://doi.org/10.1/x](https://doi.org/10.1/x)",
            ["date": "2024", "venue/name": "Journal of Rivers, 12"]),
        // Bold type behind the last name.
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x) Jo Lind, **Ada Berg**, Max Hoek **RIVER 2021**",
            ["date": "2021"]),
        // A rank before the names, and commas between all parts.
        EntryExample.river(
            "[CCF-A] Jo Lind, **Ada Berg**, Max Hoek, Rivers: A View from Above, Conference on Rivers (RIVER), 2021.",
            [
                "title": "Rivers: A View from Above", "date": "2021", "venue/short": "RIVER",
                "badges/0": "CCF-A",
            ]),
        // A box with a class before the title, on the same line.
        EntryExample.river(
            "<span class=\"conf-badge\">RIVER 2022</span>\n[Reading Rivers: A View from Above](https://a.example/x),\nJo Lind, **Ada Berg**, Max Hoek.",
            ["date": "2022", "venue/short": "RIVER"]),
        // A venue with its year in bold on the line of the title, links, then names.
        EntryExample.river(
            "<li>\nReading Rivers: A View from Above. <strong>Banks and Rivers 2023</strong>.\n<div><a href=\"https://a.example/x\"> [paper]</a></div>\n<div><i>Jo Lind, <strong>Ada Berg</strong>, Max Hoek</i></div></li>",
            ["date": "2023", "venue/name": "Banks and Rivers"]),
        // A quotation mark that nothing opened.
        EntryExample.river(
            "Jo Lind, Ada Berg, Max Hoek. Reading Rivers: A View from Above.\" In RIVER 2024 (<strong>spotlight</strong>).",
            ["date": "2024", "venue/name": "RIVER", "badges/0": "spotlight"]),
        // A heading, a venue, names with a label.
        EntryExample.river(
            "## Reading Rivers: A View from Above\n*River Letters* **12**, 3-4 (2020)\n\n**Authors:** Jo Lind, Ada Berg, Max Hoek.",
            ["date": "2020"]),
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x)<br>\nJo Lind, Ada Berg, Max Hoek, **BANKS RIVER 2024 Best Paper Award**",
            ["date": "2024"]),
    ])
    func `parts stand where the page puts them`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "`RIVER 2024` [\"Look and see\" - Reading Rivers from Above](https://a.example/x), Jo Lind, Ada Berg",
            ["title": "\"Look and see\" - Reading Rivers from Above", "date": "2024"]),
        EntryExample.paper(
            "Jo Lind, **Ada Berg**, Max Hoek, River Graph Encoder and Sequential Decoder for Quiet Banks, IEEE Conference on Rivers, 2023.",
            [
                "title": "River Graph Encoder and Sequential Decoder for Quiet Banks",
                "authors/2/name": "Max Hoek", "authors/3/name": "", "date": "2023",
            ]),
        EntryExample.paper(
            "**Berg AT**, Lind J, Hoek M. Reading rivers[J]. River Letters, 2022, 26(12): 57-58.",
            ["title": "Reading rivers", "authors/0/name": "Berg AT", "date": "2022"]),
    ])
    func `what looks like something else is told apart`(example: EntryExample) { example.check() }

    @Test func `names are no title where nobody knows whose page it is`() {
        let reading = EntryGrammar.read(
            "**J. Lind**, A. Berg, M. Hoek. Reading Rivers from Above.\" In RIVER 2024.",
            as: .publications)
        #expect(reading?.fields["title"]?.string == "Reading Rivers from Above")
        #expect(reading?.fields["authors"]?.list?.count == 3)
    }

    @Test func `several papers of one box are several entries`() throws {
        let text = """
            <div class='paper-box'><div class='paper-box-text' markdown="1">
            <strong>**Quiet streams**</strong>
            <br>
            [1] **Berg A**, Lind J, et al. Reading rivers from above[J]. River Letters, 2022, 26(12): 5-9.
            [[Online]](https://a.example/1)
            <p></p>
            [2] Lind J, **Berg A**, et al. Banks of rivers in the north[J]. River Letters, 2023.
            [[Online]](https://a.example/2)
            </div></div>
            """
        let readings = try #require(
            EntryGrammar.readAll(text, as: .publications, context: Self.context))
        #expect(
            readings.map { $0.fields["title"]?.string } == [
                "Reading rivers from above", "Banks of rivers in the north",
            ])
        #expect(readings.map { $0.fields["date"]?.string } == ["2022", "2023"])
    }

    private static let entry = """
        @inproceedings{berg2024reading,
          title={Reading {R}ivers: A View from Above},
          author={Lind, Jo and Berg, Ada and Hoek, Max},
          booktitle={RIVER}, pages={1--9},
          year={2024}
        }
        """

    @Test(arguments: [
        "[Reading Rivers: A View from Above](https://a.example/x)<br>\nJo Lind, **Ada Berg**, Max Hoek\n\n```bibtex\n\(entry)\n```",
        "[Reading Rivers: A View from Above](https://a.example/x)<br>\n<div><details><summary>[BibTeX]</summary><div><pre><code>\(entry)</code></pre></div></details></div>\nJo Lind, **Ada Berg**, Max Hoek",
        "[Reading Rivers: A View from Above](https://a.example/x)\n<details><summary>BibTeX</summary><pre>\n\(entry)\n</pre></details>",
    ])
    func `BibTeX below a paper is the paper's`(markdown: String) {
        let fields = Self.threeAuthors.merging([
            "title": "Reading Rivers: A View from Above", "date": "2024",
            "bibtex/key": "berg2024reading", "bibtex/type": "inproceedings",
            "bibtex/show": "true", "bibtex/fields/pages": "1--9", "venue/name": "",
        ]) { $1 }
        EntryExample.paper(markdown, fields).check()
    }

    @Test func `a block of BibTeX alone is a list of papers`() throws {
        let second = Self.entry.replacing("berg2024reading", with: "b")
            .replacing("Reading {R}ivers", with: "Reading Banks")
        let text = "```bibtex\n" + Self.entry + "\n\n" + second + "\n```"
        let readings = try #require(
            EntryGrammar.readAll(text, as: .publications, context: Self.context))
        #expect(
            readings.map { $0.fields["title"]?.string } == [
                "Reading Rivers: A View from Above", "Reading Banks: A View from Above",
            ])
        #expect(readings[1].fields["authors"]?.list?.count == 3)
    }

    @Test(arguments: ["@inproceedings{a, title = {never closed", "mail@river{a, b"])
    func `what is no whole entry stays text`(rest: String) {
        let text = "[Reading Rivers from Above](https://a.example/x)<br>\nJo Lind, **Ada Berg**\n\n"
        let reading = EntryGrammar.read(
            text + rest, as: .publications, context: Self.context)
        #expect(reading?.fields["bibtex"] == nil)
    }

    @Test(arguments: ["RIVER'24", "RIVER 2024", "Banks@RIVER'24"])
    func `a heading of an acronym and a year dates what stands below it`(heading: String) {
        let context = EntryContext(ownNames: ["Ada Berg"], subheading: heading)
        let reading = EntryGrammar.read(
            "**Reading Rivers from Above** (To appear)\\\nJo Lind, **Ada Berg**",
            as: .publications, context: context)
        #expect(reading?.fields["date"]?.string == "2024")
    }
}
