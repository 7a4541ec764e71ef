import Prose
import RecordModel
import Testing

/// Publications whose parts are easily taken for others: places of publication in the title's type,
/// initials that are words of a language, names in capital letters; all of them are made up.
@Suite struct CitationFormTests {
    @Test(arguments: [
        EntryExample.river(
            "**Reading Rivers: A View from Above, RIVER 2024 (Oral)**\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["date": "2024", "badges/0": "Oral"]),
        EntryExample.river(
            "**Reading Rivers: A View from Above (under-review)**\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["status": "submitted"]),
        EntryExample.paper(
            "**Banks and Tides (in the North), a Study of 2024**\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["title": "Banks and Tides (in the North), a Study of 2024"]),
        EntryExample.paper(
            "Lind, J., & **Berg, A.** (2023). Angel or river? a study of tides and their journals. *River Letters*, 3.",
            [
                "title": "Angel or river? a study of tides and their journals",
                "venue/name": "River Letters, 3",
            ]),
        EntryExample.paper(
            "Lind, J., & **Berg, A.** Reading rivers from above [Manuscript in preparation].",
            ["title": "Reading rivers from above", "status": "in-preparation"]),
        EntryExample.paper(
            "Jo Lind, Max Hoek, **Ada Berg**.\nReading rivers from above\nJournal of Rivers 2025, 6 (1)",
            [
                "title": "Reading rivers from above", "venue/name": "Journal of Rivers",
                "venue/volume": "6", "date": "2025",
            ]),
        EntryExample.paper(
            "Lind, J., & **Berg, A.** (2024). “Rivers Run”—Reading Them from Above. River Letters, 1-14.",
            ["title": "“Rivers Run”—Reading Them from Above", "authors/1/name": "Berg, A."]),
        // The short name of the journal is in a class that has the word in it.
        EntryExample.paper(
            "<div class=\"pubtitle\">TR</div> <a href=\"https://a.example/x\">Reading rivers from above.</a> <b>Ada Berg</b>, Max Hoek, and Jo Lind.",
            ["title": "Reading rivers from above", "venue/name": "TR", "authors/2/name": "Jo Lind"]),
    ])
    func `a title ends where it ends`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Initials that are words elsewhere.
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x)\n\nL Lind, R Hoek, Y Dai, **A Berg**, E Holm",
            [
                "authors/2/name": "Y Dai", "authors/3/name": "A Berg", "authors/4/name": "E Holm",
                "authors/5/name": "",
            ]),
        EntryExample.paper(
            "[Leer los ríos desde arriba](https://a.example/x)\n\nJo Lind, **Ada Berg** y Max Hoek",
            ["authors/1/name": "Ada Berg", "authors/2/name": "Max Hoek", "authors/3/name": ""]),
        // Capital letters.
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, MAXIMA HOEK, Eva Holm",
            ["authors/2/name": "MAXIMA HOEK", "authors/3/name": "Eva Holm"]),
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x)\n\nJo Lind, **Ada Berg**, NATURE WATER, 2024",
            ["authors/1/name": "Ada Berg", "authors/2/name": ""]),
        // A sign between family and initials.
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x)\n\n**Berg, A.**, Hoek\\*, M., Lind\\*, J. (2024)",
            [
                "authors/1/name": "Hoek, M.", "authors/2/name": "Lind, J.", "authors/3/name": "",
                "date": "2024",
            ]),
        // One given name written out.
        EntryExample.paper(
            "**Berg, A.**, Hoek, M., Lind, J.-T., Holm, Eva (2019). Reading rivers from above. *River Letters*, 9.",
            ["authors/2/name": "Lind, J.-T.", "authors/3/name": "Holm, Eva", "authors/4/name": ""]),
        EntryExample.paper(
            "* **Reading rivers from above**, (with Hoek, M.), Conference on Rivers, pp. 1-2, (2017).",
            ["authors/0/name": "Ada Berg", "authors/1/name": "Hoek, M.", "authors/2/name": ""]),
        // The last initials in front of the title.
        EntryExample.paper(
            "Lind, J., <b>Berg, A.</b>, and Hoek, M. Y-V. A reading of rivers. [under review]",
            [
                "title": "A reading of rivers", "authors/1/name": "Berg, A.",
                "authors/2/name": "Hoek, M. Y-V.", "authors/3/name": "", "status": "submitted",
            ]),
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x), A. Berg et al., River Letters (2017)",
            ["authors/0/name": "A. Berg", "authors/1/name": "", "others": "true", "date": "2017"]),
        // A journal of two words.
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x), J. Lind, M. Hoek, A. Berg, *Acta Fluminum*, volume 5, number 1 (2019)",
            ["authors/2/name": "A. Berg", "authors/3/name": "", "venue/name": "Acta Fluminum"]),
    ])
    func `names are whole`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "<b>Reading Rivers from Above</b><br>\n(<i>with</i> Jo Lind, Max Hoek)<br>\n<a href=\"https://a.example\"><b>International Journal of River Reading 62, 253 (2023)</b></a>",
            [
                "title": "Reading Rivers from Above", "authors/0/name": "Ada Berg",
                "authors/2/name": "Max Hoek", "date": "2023",
            ]),
        EntryExample.paper(
            "**Reading Rivers from Above**\n\nAda Berg, Max Hoek\n\n[International Journal of River Reading](https://a.example)",
            ["title": "Reading Rivers from Above", "authors/1/name": "Max Hoek"]),
    ])
    func `a strong line above the names is the title, whatever the publisher's link says`(
        example: EntryExample
    ) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "Reading rivers from above in the north\n\nJo Lind, Max Hoek and **Ada Berg**. River Letters, vol. 6, pp. 2-4, 2023.",
            [
                "title": "Reading rivers from above in the north", "authors/2/name": "Ada Berg",
                "venue/volume": "6", "date": "2023",
            ]),
        // A remark above a whole paper is no title.
        EntryExample.paper(
            "Selected for the annual report\n\nJo Lind, Max Hoek and **Ada Berg**. Reading rivers from above. River Letters, vol. 6, pp. 2-4, 2023.",
            nil),
    ])
    func `a plain line above names and their journal is the title`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "**Ada Berg**, Max Hoek. [Reading Rivers from Above](https://a.example/x). Conference on Rivers, 2017, pp. 1924–1928.",
            ["date": "2017", "venue/pages": "1924–1928", "venue/name": "Conference on Rivers"]),
        EntryExample.paper(
            "[Reading Rivers from Above](https://a.example/x)\n\n**Ada Berg**, Max Hoek\n\n**Findings of RIVLP 2022**",
            ["date": "2022", "venue/pages": "", "venue/name": "Findings of RIVLP"]),
    ])
    func `pages are no year, and a year is no page`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "Jo Lind, Ada Berg, Max Hoek，2025.  Reading rivers from above. River Annals 12, 33-47.",
            ["title": "Reading rivers from above", "authors/2/name": "Max Hoek", "date": "2025"]),
        EntryExample.paper(
            "J. Lind and A. Berg 2019. Reading rivers from above. *River Annals* 12, 33-47.",
            ["title": "Reading rivers from above", "authors/1/name": "A. Berg", "date": "2019"]),
        EntryExample.paper(
            "**Ada Berg**. (Forthcoming) Reading rivers from above. In Jo Lind (ed.), *Rivers*, Press.",
            ["title": "Reading rivers from above", "status": "accepted"]),
        EntryExample.paper(
            "山田太郎，**Ada Berg**，鈴木花子．河川の流れに関する観察研究．河川学会誌，30(3), 308-317, 2015.",
            ["title": "河川の流れに関する観察研究", "authors/2/name": "鈴木花子", "date": "2015"]),
        EntryExample.paper(
            "3- Jo Lind, Ada Berg. “Reading rivers from above”, Accepted at RIVER 2024.",
            ["title": "Reading rivers from above", "authors/0/name": "Jo Lind", "date": "2024"]),
        // The same DOI twice, and a journal of words that might be a list.
        EntryExample.paper(
            "Lind, J., & **Berg, A.** (2023). Reading rivers from above. Rivers, tides, and banks, 10.1007/x1-23-z. Advance online publication. https://doi.org/10.1007/x1-23-z",
            ["venue/name": "Rivers, tides, and banks", "doi": "10.1007/x1-23-z"]),
        EntryExample.paper(
            "[Reading rivers from above](https://a.example/x) (**Best Dissertation Award**).\n**Ada Berg**.\n*PhD thesis, University of Rivers*, 2022.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "award": "Best Dissertation Award", "date": "2022", "venue/type": "thesis",
            ]),
        EntryExample.paper(
            "🎉New!!!🎉[Reading rivers from above](https://a.example/x)\n\nJo Lind, **Ada Berg**, Max Hoek",
            ["title": "Reading rivers from above", "authors/2/name": "Max Hoek"]),
        // Somebody is called as a word that no name has.
        EntryExample.paper(
            "<u>A. Berg</u>, A.F. Van Ham, and M.W. Self (2015). Reading rivers from above. **River Annals**, 35(37), 12-14.",
            [
                "title": "Reading rivers from above", "authors/1/name": "A.F. Van Ham",
                "authors/2/name": "M.W. Self", "date": "2015",
            ]),
        EntryExample.paper(
            "**Ada Berg** (First Author), et al. Reading rivers from above. **RiverXiv**, 2026. [[RiverXiv:202605.00048v1](https://a.example/x)]",
            ["title": "Reading rivers from above", "others": "true", "venue/name": "RiverXiv"]),
        // Three words in capitals are no three people.
        EntryExample.paper(
            "__Erosion Exponent, Sediment Transport and Deposition__\n(with Jo Lind and Max Hoek)\nRiver Annals, 18, 2018",
            [
                "title": "Erosion Exponent, Sediment Transport and Deposition",
                "authors/0/name": "Ada Berg", "authors/2/name": "Max Hoek", "authors/3/name": "",
            ]),
    ])
    func `a citation is read in the form that its field uses`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        "[In: Max Hoek, Jo Lind (eds.), Rivers](https://a.example/x). Lind, J., Berg, A. 2020.",
        "[The Journal of Rivers 129, 6315](https://a.example/x). Lind, J., Berg, A. 2020.",
        "[doi: 10.1016/j.bandc.2018.05.007](https://a.example/x). Lind, J., Berg, A. 2020.",
    ])
    func `where a paper appeared is not taken for its title`(markdown: String) {
        let reading = EntryGrammar.read(
            markdown, as: .publications, context: EntryContext(ownNames: ["Ada Berg"]))
        let title = reading?.fields["title"]?.string ?? ""
        #expect(!["In:", "The Journal", "doi"].contains(where: title.hasPrefix), "\(title)")
    }

    @Test(arguments: [
        "<p>Lind, J., **Berg, A.** (2026). Reading rivers from above. River Annals.</p>"
            + "<p><a href=\"https://a.example/x\">2 Minute video about this research</a></p>",
        "### Reading rivers from above\n\nLind, J., **Berg, A.** (2026)\n\n*River Annals*\n\n"
            + "[📄 논문 보기](https://a.example/x)",
        "**Reading rivers from above**\n*Lind, J., Berg, A.*\n2026, "
            + "[River Annals, vol. 73, p. 841-873](https://a.example/x)",
        "**Reading rivers from above**\n*Lind, J., Berg, A.* 2026. *River Annals*, "
            + "[105(2), 434-452](https://a.example/x)",
    ])
    func `a link below a title is not taken for it`(markdown: String) {
        EntryExample.paper(
            markdown,
            [
                "title": "Reading rivers from above", "authors/0/name": "Lind, J.",
                "authors/1/name": "Berg, A.", "date": "2026",
            ]
        ).check()
    }
}
