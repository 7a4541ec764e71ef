import Prose
import RecordModel
import Testing

/// Publications that name nobody, or nobody but coauthors; all of them are made up.
@Suite struct NamelessPaperTests {
    private static func paper(
        _ markdown: String, below heading: String? = "Publications", _ fields: [String: String]?
    ) -> EntryExample {
        EntryExample(
            markdown, as: .publications,
            in: EntryContext(ownNames: ["Ada Berg"], heading: heading), fields)
    }

    @Test(arguments: [
        paper(
            "[Reading rivers from above](https://a.example/x). Journal of Rivers (2024).",
            [
                "title": "Reading rivers from above", "authors/0/name": "",
                "url": "https://a.example/x", "venue/name": "Journal of Rivers", "date": "2024",
            ]),
        paper(
            "[Reading rivers from above](https://a.example/x), **J. Riv. Res. 2024**",
            ["authors/0/name": "", "venue/name": "J. Riv. Res", "date": "2024", "note": ""]),
        paper(
            "[Reading rivers from above](https://a.example/x). Advances in Rivers, 2022. River Press",
            ["venue/name": "Advances in Rivers", "date": "2022"]),
        paper(
            "**Reading rivers from above**, Riv. Math., vol. 15, pp. 41–43, (2023). [[Link]](https://a.example/x)",
            [
                "title": "Reading rivers from above", "venue/name": "Riv. Math", "date": "2023",
                "venue/volume": "15", "venue/pages": "41–43",
            ]),
        paper(
            "Reading rivers from above. *River Annals* **18**, 1–26. (2025)",
            ["title": "Reading rivers from above", "authors/0/name": "", "date": "2025"]),
        paper(
            "\"Reading rivers from above\"<br>November 2023 | [Paper](files/a.pdf)",
            ["title": "Reading rivers from above", "authors/0/name": "", "date": "2023-11"]),
        paper(
            "Reading rivers from above, (2022) RINST 17 P11016, [doi:10.1000/x](https://a.example/x), "
                + "[arXiv:2209.00397](https://arxiv.org/abs/2209.00397)",
            [
                "title": "Reading rivers from above", "authors/0/name": "", "date": "2022",
                "venue/name": "RINST", "venue/pages": "P11016",
            ]),
        paper(
            "Reading rivers from above. [arxiv: 2404.01025](https://arxiv.org/abs/2404.01025)",
            ["title": "Reading rivers from above", "arxiv": "2404.01025"]),
    ])
    func `a title and where it appeared are a publication`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        paper(
            "Reading rivers from above (with Hoek, M. & Lind, J.)", below: nil,
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "authors/1/name": "Hoek, M.", "authors/2/name": "Lind, J.",
            ]),
        paper(
            "Reading rivers from above. (Joint with Max Hoek and Jo Lind.) [arxiv: 2404.01025](https://arxiv.org/abs/2404.01025)",
            ["authors/1/name": "Max Hoek", "authors/2/name": "Jo Lind", "authors/3/name": ""]),
        paper(
            "[Reading rivers from above](https://a.example/x), 2019, with Max Hoek (Bank of Rivers).",
            [
                "authors/1/name": "Max Hoek", "authors/1/affiliation": "Bank of Rivers",
                "date": "2019", "venue/name": "",
            ]),
    ])
    func `who wrote it with her is told behind the title`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Nothing announces papers.
        paper(
            "[Reading rivers from above](https://a.example/x). Journal of Rivers (2024).",
            below: "Software", nil),
        // Nothing says where or when it appeared.
        paper("[The list of all of my papers](https://a.example/x)", nil),
        paper("[The list of all of my papers](https://a.example/x), updated 2024", nil),
        paper("[Reading rivers from above](https://a.example/x), a tool that I wrote", nil),
        // Somebody is named, whom nobody can tell from a venue.
        paper("`arXiv 2025` [Reading rivers from above](https://a.example/x), River Team", nil),
    ])
    func `other lines stay as they are`(example: EntryExample) { example.check() }
}
