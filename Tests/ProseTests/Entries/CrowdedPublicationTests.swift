import Prose
import RecordModel
import Testing

/// Publications with more around them than title and names: boxes that say a venue again, topics,
/// rules, wrapped names; all of them are made up.
@Suite struct CrowdedPublicationTests {
    private static let context = EntryContext(
        ownNames: ["Ada Berg"], baseURL: "https://berg.example/")

    private static func paper(_ markdown: String, _ fields: [String: String]?) -> EntryExample {
        EntryExample(markdown, as: .publications, in: context, fields)
    }

    private static func river(_ markdown: String, _ more: [String: String] = [:]) -> EntryExample {
        let usual = [
            "title": "Reading Rivers: A View from Above",
            "authors/0/name": "Jo Lind", "authors/1/name": "Ada Berg", "authors/1/self": "true",
            "authors/2/name": "Max Hoek", "authors/3/name": "",
        ]
        return paper(markdown, usual.merging(more) { $1 })
    }

    private static func box(_ badge: String, _ text: String) -> String {
        """
        <div class='paper-box'><div class='paper-box-image'><div><div class="badge">\(badge)</div>\
        <img src='images/a.png' alt="sym" width="100%"></div></div>
        <div class='paper-box-text' markdown="1">

        \(text)

        </div>
        </div>
        """
    }

    @Test(arguments: [
        // The picture and the text say the same venue.
        river(
            box(
                "RIVER 2024",
                "[**RIVER 2024**] [Reading Rivers: A View from Above](https://a.example/x) \\\\\nJo Lind, **Ada Berg**, Max Hoek"
            ), ["venue/short": "RIVER", "date": "2024", "badges/0": ""]),
        // They say different things.
        river(
            box(
                "RIVER 2024",
                "[**BANKS 2023**] [Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek"
            ), ["venue/short": "RIVER", "date": "2024", "badges/0": "BANKS 2023"]),
        // The picture says nothing.
        river(
            box(
                "",
                "``RIVER 2025`` ``Banks and Tides`` ``Tides`` [Reading Rivers: A View from Above](https://a.example/x), Jo Lind, **Ada Berg**, Max Hoek."
            ),
            [
                "venue/short": "RIVER", "date": "2025", "tags/0": "Banks and Tides",
                "tags/1": "Tides", "venue/name": "",
            ]),
    ])
    func `boxes before a title are a venue once, and topics`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        river(
            "<a href=\"https://a.example\"><img src=\"https://img.shields.io/badge/RIVER-2024-red?style=flat\"></a> Jo Lind, **Ada Berg**, and Max Hoek, \"**Reading Rivers: A View from Above**\". In *Proceedings of Rivers*.",
            ["date": "2024", "venue/name": "Proceedings of Rivers"]),
        river(
            "[Reading Rivers: A View from Above](https://a.example/x) ![b](https://img.shields.io/static/v1?label=RIVER&message=2025&color=grey)\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["date": "2025"]),
        river(
            "% ------2024------\nJo Lind, **Ada Berg**, and Max Hoek, \"**Reading Rivers: A View from Above**\". In *Proceedings of Rivers*.",
            ["date": "2024", "venue/name": "Proceedings of Rivers"]),
        // A star count says no year.
        river(
            "[Reading Rivers: A View from Above](https://a.example/x) ![b](https://img.shields.io/github/stars/berg/rivers-2024)\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["date": ""]),
    ])
    func `a year may stand in a drawn badge or in a rule above`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        // The text is wrapped within a name.
        paper(
            "Berg A, Lind J, Hoek\nM, Tak F. **Reading Rivers: A View from Above.** *River Letters*, accepted.",
            [
                "title": "Reading Rivers: A View from Above", "authors/2/name": "Hoek M",
                "authors/3/name": "Tak F", "authors/4/name": "", "status": "accepted",
            ]),
        paper(
            "**Ada Berg**, Jo Lind, Max\nHoek. Reading Rivers: A View from Above. *River Letters*, 2024.",
            ["authors/2/name": "Max Hoek", "authors/3/name": "", "date": "2024"]),
        // A stop within the names: nobody knows where they end.
        paper(
            "Lind J, **Berg A**, Hoek M. Tak F. 2024. **Reading Rivers: A View from Above.** In revision, *River Letters*.",
            nil),
        // A name in small letters at the end of a line of names.
        paper(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek, Fia tak",
            ["authors/3/name": "Fia tak", "authors/4/name": ""]),
        // One name and others.
        paper(
            "[Reading Rivers: A View from Above](https://a.example/x) Jo Lind, et al. 2016",
            ["authors/0/name": "Jo Lind", "authors/1/name": "", "others": "true", "date": "2016"]),
    ])
    func `names are whole or the item stays text`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Names, title and venue on a line each.
        river(
            "Jo Lind, Ada Berg, Max Hoek,\nReading Rivers: A View from Above,\nWater, Volume 49, Issue 6, June 2026, zsag012, https://doi.org/10.1000/water/zsag012",
            [
                "date": "2026-06", "venue/name": "Water", "venue/volume": "49",
                "venue/number": "6", "venue/pages": "zsag012", "doi": "10.1000/water/zsag012",
            ]),
        river(
            "Jo Lind, **Ada Berg**, Max Hoek, 2022. <br> <b>[Reading Rivers: A View from Above.](https://a.example/x)</b> <br> <i>Water</i>, 87(4), DOI: 10.1000/w.12.",
            [
                "date": "2022", "venue/name": "Water", "venue/volume": "87", "doi": "10.1000/w.12",
            ]),
        river(
            "Jo Lind, **Ada Berg**, Max Hoek. 2024. **Reading Rivers: A View from Above.** In revision, *River Letters*.",
            ["status": "submitted", "venue/name": "River Letters"]),
        // The link is the publisher's.
        river(
            "**Reading Rivers: A View from Above**<br>\n[Jo Lind](https://l.example), ***Ada Berg***, [Max Hoek](https://h.example)<br>\n[Banks, a Series of Books on Rivers (BBR)](https://b.example)<br>\n[Book](https://b.example/1)",
            ["venue/name": "Banks, a Series of Books on Rivers", "venue/short": "BBR"]),
    ])
    func `what follows the names is taken apart`(example: EntryExample) { example.check() }
}
