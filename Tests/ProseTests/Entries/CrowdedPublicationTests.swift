import Prose
import RecordModel
import Testing

/// Publications with more around them than title and names: boxes that say a venue again, topics,
/// rules, wrapped names; all of them are made up.
@Suite struct CrowdedPublicationTests {
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
        EntryExample.river(
            box(
                "RIVER 2024",
                "[**RIVER 2024**] [Reading Rivers: A View from Above](https://a.example/x) \\\\\nJo Lind, **Ada Berg**, Max Hoek"
            ), ["venue/short": "RIVER", "date": "2024", "badges/0": ""]),
        // They say different things.
        EntryExample.river(
            box(
                "RIVER 2024",
                "[**BANKS 2023**] [Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek"
            ), ["venue/short": "RIVER", "date": "2024", "badges/0": "BANKS 2023"]),
        // The picture says nothing.
        EntryExample.river(
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
        EntryExample.river(
            "<a href=\"https://a.example\"><img src=\"https://img.shields.io/badge/RIVER-2024-red?style=flat\"></a> Jo Lind, **Ada Berg**, and Max Hoek, \"**Reading Rivers: A View from Above**\". In *Proceedings of Rivers*.",
            ["date": "2024", "venue/name": "Proceedings of Rivers"]),
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x) ![b](https://img.shields.io/static/v1?label=RIVER&message=2025&color=grey)\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["date": "2025"]),
        EntryExample.river(
            "% ------2024------\nJo Lind, **Ada Berg**, and Max Hoek, \"**Reading Rivers: A View from Above**\". In *Proceedings of Rivers*.",
            ["date": "2024", "venue/name": "Proceedings of Rivers"]),
        // A star count says no year.
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x) ![b](https://img.shields.io/github/stars/berg/rivers-2024)\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["date": ""]),
    ])
    func `a year may stand in a drawn badge or in a rule above`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        // The text is wrapped within a name.
        EntryExample.paper(
            "Berg A, Lind J, Hoek\nM, Tak F. **Reading Rivers: A View from Above.** *River Letters*, accepted.",
            [
                "title": "Reading Rivers: A View from Above", "authors/2/name": "Hoek M",
                "authors/3/name": "Tak F", "authors/4/name": "", "status": "accepted",
            ]),
        EntryExample.paper(
            "**Ada Berg**, Jo Lind, Max\nHoek. Reading Rivers: A View from Above. *River Letters*, 2024.",
            ["authors/2/name": "Max Hoek", "authors/3/name": "", "date": "2024"]),
        // A stop within the names: nobody knows where they end.
        EntryExample.paper(
            "Lind J, **Berg A**, Hoek M. Tak F. 2024. **Reading Rivers: A View from Above.** In revision, *River Letters*.",
            nil),
        // A name in small letters at the end of a line of names.
        EntryExample.paper(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek, Fia tak",
            ["authors/3/name": "Fia tak", "authors/4/name": ""]),
        // One name and others.
        EntryExample.paper(
            "[Reading Rivers: A View from Above](https://a.example/x) Jo Lind, et al. 2016",
            ["authors/0/name": "Jo Lind", "authors/1/name": "", "others": "true", "date": "2016"]),
    ])
    func `names are whole or the item stays text`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Names, title and venue on a line each.
        EntryExample.river(
            "Jo Lind, Ada Berg, Max Hoek,\nReading Rivers: A View from Above,\nWater, Volume 49, Issue 6, June 2026, zsag012, https://doi.org/10.1000/water/zsag012",
            [
                "date": "2026-06", "venue/name": "Water", "venue/volume": "49",
                "venue/number": "6", "venue/pages": "zsag012", "doi": "10.1000/water/zsag012",
            ]),
        EntryExample.river(
            "Jo Lind, **Ada Berg**, Max Hoek, 2022. <br> <b>[Reading Rivers: A View from Above.](https://a.example/x)</b> <br> <i>Water</i>, 87(4), DOI: 10.1000/w.12.",
            [
                "date": "2022", "venue/name": "Water", "venue/volume": "87", "doi": "10.1000/w.12",
            ]),
        EntryExample.river(
            "Jo Lind, **Ada Berg**, Max Hoek. 2024. **Reading Rivers: A View from Above.** In revision, *River Letters*.",
            ["status": "submitted", "venue/name": "River Letters"]),
        // The link is the publisher's.
        EntryExample.river(
            "**Reading Rivers: A View from Above**<br>\n[Jo Lind](https://l.example), ***Ada Berg***, [Max Hoek](https://h.example)<br>\n[Banks, a Series of Books on Rivers (BBR)](https://b.example)<br>\n[Book](https://b.example/1)",
            ["venue/name": "Banks, a Series of Books on Rivers", "venue/short": "BBR"]),
    ])
    func `what follows the names is taken apart`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Families first, parted by nothing but commas.
        EntryExample.paper(
            "Lind, Jo, Berg, Ada, Tak, Fia Zanini da, and Hoek, Max \"Reading Rivers: A View from Above\". *River Letters*, 27: e242419.",
            [
                "authors/0/name": "Lind, Jo", "authors/1/name": "Berg, Ada",
                "authors/1/self": "true", "authors/2/name": "Tak, Fia Zanini da",
                "authors/3/name": "Hoek, Max", "authors/4/name": "",
            ]),
        EntryExample.paper(
            "Berg, Ada (2021). \"Reading Rivers: A View from Above\". *River Letters*, 8(2): 169–185.",
            ["authors/0/name": "Berg, Ada", "authors/1/name": "", "date": "2021"]),
        // The first one only.
        EntryExample.paper(
            "Lind, Jo M., Ada Berg, and Max N. Hoek. \"[Reading Rivers: A View from Above](https://a.example/x).\" _River Letters_ 19, no. 4 (2023): e13.",
            [
                "authors/0/name": "Lind, Jo M.", "authors/1/name": "Ada Berg",
                "authors/2/name": "Max N. Hoek", "authors/3/name": "", "date": "2023",
            ]),
        EntryExample.paper(
            "**Berg, A.** and Hoek-Lind, M., 2024, October. Reading Rivers: A View from Above. In 2024 Conference on Rivers (pp. 1-10). [https://doi.org/10.1000/x](https://doi.org/10.1000/x)",
            [
                "title": "Reading Rivers: A View from Above", "authors/1/name": "Hoek-Lind, M.",
                "authors/2/name": "", "date": "2024-10",
            ]),
        EntryExample.paper(
            "_\"Reading Rivers: A View from Above.\"_ (2021) Berg, A; Lind, JB; Hoek, M. **In:** Banks of Rivers.",
            ["authors/1/name": "Lind, JB", "authors/2/name": "Hoek, M", "date": "2021"]),
    ])
    func `families come first`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek, *Water*, 976, 37",
            ["venue/name": "Water", "date": ""]),
        EntryExample.paper(
            "(64) <b>Reading Rivers: A View from Above.</b> J. Lind, <u>A. Berg</u><sup>*</sup> and M. Hoek <i>Chem. Sci.</i>, <b>2026</b>, <i>17</i>, 9446",
            [
                "title": "Reading Rivers: A View from Above", "authors/2/name": "M. Hoek",
                "date": "2026",
            ]),
        EntryExample.paper(
            "[Reading Rivers: A View from Above](https://a.example/x), J. Lind, A. Berg, M. Hoek, F. Tak, GAMM Mitteilungen (2024)",
            ["authors/3/name": "F. Tak", "authors/4/name": "", "date": "2024"]),
        EntryExample.river(
            "Jo Lind, Ada Berg, Max Hoek.Reading Rivers: A View from Above. *River Letters*, 2024.",
            ["date": "2024"]),
    ])
    func `a journal behind the names is no author`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "Max Hoek, `Ada Berg(艾达)` \\*, Jo Lind. Reading Rivers: A View from Above. *River Letters*, vol. 23, p. 200, 2025.",
            [
                "authors/1/name": "Ada Berg (艾达)", "authors/2/name": "Jo Lind", "date": "2025",
                "venue/pages": "200",
            ]),
        EntryExample.paper(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\n**黄武(Wu Huang)**, 丁明*(Ming Ding), and 李振(Zhen Li)",
            ["authors/0/name": "黄武 (Wu Huang)", "authors/2/name": "李振 (Zhen Li)"]),
        EntryExample.paper(
            "[Reading Rivers: A View from Above](https://a.example/x), Liu ZH(指导研究生), **Berg A**, Hoek M",
            ["authors/0/name": "Liu ZH", "authors/0/affiliation": "指导研究生"]),
    ])
    func `a name may be there in two scripts`(example: EntryExample) { example.check() }

    @Test func `signs behind brackets are the author's`() {
        EntryExample(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind (Nordic) \\*, Ada Berg",
            as: .publications,
            in: EntryContext(ownNames: ["Ada Berg"], authorMarks: ["*": .corresponding]),
            [
                "authors/0/name": "Jo Lind", "authors/0/affiliation": "Nordic",
                "authors/0/corresponding": "true", "authors/1/corresponding": "",
            ]
        ).check()
    }

    @Test(arguments: [
        "[Reading Rivers: A View from Above](https://a.example/x)\n\nwith Jo Lind (Nordic) and Max Hoek",
        "**Reading Rivers: A View from Above**\\\n(joint with Jo Lind and Max Hoek)",
        "[Reading Rivers: A View from Above](https://a.example/x) — with [Jo Lind](https://l.example), Max Hoek",
    ])
    func `with coauthors goes the one whose page it is`(markdown: String) {
        EntryExample.paper(
            markdown,
            [
                "authors/0/name": "Ada Berg", "authors/0/self": "true",
                "authors/1/name": "Jo Lind", "authors/2/name": "Max Hoek", "authors/3/name": "",
            ]
        ).check()
        #expect(EntryGrammar.read(markdown, as: .publications, context: EntryContext()) == nil)
    }

    @Test(arguments: [
        "ASPLOS'24b", "RIVER 2024",
    ])
    func `a heading tells the year`(heading: String) {
        let context = EntryContext(ownNames: ["Ada Berg"], subheading: heading)
        EntryExample(
            "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**",
            as: .publications, in: context, ["date": "2024"]
        ).check()
    }

    @Test(arguments: [
        // A number that is no year, and a date behind a prize.
        EntryExample.river(
            box(
                "RIVER 30",
                "[Reading Rivers: A View from Above](https://a.example/x)\n\nJo Lind, Ada Berg, Max Hoek"
            ),
            ["date": ""]),
        EntryExample.river(
            "**Reading Rivers: A View from Above**\n\nJo Lind, Ada Berg, Max Hoek, *Water spotlight, 2025*",
            ["date": "2025"]),
    ])
    func `years are years`(example: EntryExample) { example.check() }
}
