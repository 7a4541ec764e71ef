import Prose
import RecordModel
import Testing

/// What the styles of journals and standards ask for, one form each; all papers are made up.
@Suite struct CitationStandardTests {
    @Test(arguments: [
        // ACS, MDPI: semicolons part the names, and the title follows the last initials.
        EntryExample.paper(
            "Lind, J.; Berg, A.; Hoek, M.P. Quiet rivers seen from above. *River Lett.* **2024**, *16*, 1447.",
            [
                "title": "Quiet rivers seen from above", "authors/1/self": "true",
                "authors/2/name": "Hoek, M.P.", "authors/3/name": "", "date": "2024",
            ]),
        .paper(
            "Lind, J.; Berg, A. How Rivers Remember: A Study. *River Letters* **2019**, *7*, 33–48.",
            ["title": "How Rivers Remember: A Study", "authors/1/name": "Berg, A."]),
        // ABNT: families in capitals.
        .paper(
            "TARN, E.; LIND, J. A.; BERG, A. [Quiet rivers from above](https://a.example/x). **River Annals**, "
                + "v. 183, p. 49–55, 2013.",
            [
                "title": "Quiet rivers from above", "authors/1/name": "LIND, J. A.",
                "authors/2/self": "true", "venue/name": "River Annals, v. 183", "date": "2013",
            ]),
        .paper(
            "BERG, A. et al. **Quiet rivers from above**. River Annals, 2013.",
            ["title": "Quiet rivers from above", "authors/0/self": "true", "others": "true"]),
        // GB/T 7714: initials without full stops, a type behind the title.
        .paper(
            "LIND J, BERG A M, HOEK M. Quiet rivers from above\\[J/OL\\]. River Annals, 2021, 12(3): 201-219.",
            [
                "title": "Quiet rivers from above", "authors/1/name": "BERG A M",
                "authors/1/self": "true", "date": "2021",
            ], owner: "Ada Maria Berg"),
        // BibTeX's `and`, with the family first throughout.
        .paper(
            "Lind, Jo and [Berg, Ada](https://b.example/) and Hoek, Max (2024). Quiet rivers from above. *River Annals*.",
            ["authors/0/name": "Lind, Jo", "authors/1/self": "true", "authors/2/name": "Hoek, Max"]),
        // MLA, Chicago.
        .paper(
            "Berg, Ada, et al. “Quiet Rivers from Above.” *River Annals*, vol. 12, 2021, pp. 1205–14.",
            ["authors/0/name": "Berg, Ada", "authors/1/name": "", "others": "true"]),
        .paper(
            "van der Veen, Piet, Jo Lind, and Ada Berg. 2010. “Quiet Rivers from Above.” *River Annals*.",
            [
                "authors/0/name": "van der Veen, Piet", "authors/2/self": "true",
                "authors/3/name": "",
            ]),
        // AMS: the family first, commas throughout.
        .paper(
            "Lind, Jo, Berg, Ada, and Hoek, Max P., [Quiet rivers from above](https://a.example/x), River Annals **12** (2021), 201–219.",
            [
                "authors/0/name": "Lind, Jo", "authors/1/self": "true",
                "authors/2/name": "Hoek, Max P.",
            ]),
        .paper(
            "Tarn, Y.*, **Berg, A.**, Lind, M. and Hoek, R.E. Q-Rivers seen from above. 2023. <u>River Annals.</u>",
            ["title": "Q-Rivers seen from above", "authors/3/name": "Hoek, R.E."]),
        .paper(
            "Lind J. A., Berg A. M. 2023. [Quiet rivers from above](https://a.example/x). River Annals 264: 827–848.",
            ["authors/0/name": "Lind J. A.", "authors/1/self": "true"], owner: "Ada Maria Berg"),
        .paper(
            "Lind Jo, Berg Ada Maria. [Quiet rivers from above](https://a.example/x). River Annals 2023;264:827.",
            ["authors/0/name": "Lind Jo", "authors/1/self": "true"], owner: "Ada Maria Berg"),
        .paper(
            "Lind, Jo and [Berg-Tarn, Ada](https://b.example/) (2019). Quiet rivers, c. 1725-c. 1865. *River Annals*.",
            ["title": "Quiet rivers, c. 1725-c. 1865", "authors/1/self": "true"],
            owner: "Ada Berg-Tarn"),
        .paper(
            "2.J. Lind, A. Berg and M. Hoek, Quiet rivers from above, *River Annals* **264** (2023) 827–848.",
            ["title": "Quiet rivers from above", "authors/0/name": "J. Lind"]),
        .paper(
            "**Berg, A.** (2014). Quiet rivers seen from above, University of Rivers.",
            ["title": "Quiet rivers seen from above", "venue/name": "University of Rivers"]),
        // Pandoc wraps its lines.
        .paper(
            "<div class=\"csl-entry\">A.\nBerg and J. Lind, <span>“Quiet rivers\nfrom above.”</span> RIVER 2023, doi: <a\n"
                + "href=\"https://doi.org/10.1000/x\">10.1000/x</a>.</div>",
            [
                "authors/0/name": "A. Berg", "authors/0/self": "true", "venue/name": "RIVER",
                "doi": "10.1000/x", "date": "2023",
            ]),
    ]) func `names in front of a title`(example: EntryExample) { example.check() }

    @Test(arguments: [
        // Elsevier, Copernicus, RSC: a journal with its numbers, in no type of its own.
        EntryExample.paper(
            "J. Lind, A. Berg, M.P. Hoek, Quiet rivers seen from above, J. Potamol. 12 (2021) 201–219.",
            [
                "title": "Quiet rivers seen from above", "venue/name": "J. Potamol",
                "venue/volume": "12", "venue/pages": "201–219", "date": "2021",
            ]),
        .paper(
            "Lind, J., Berg, A., and Hoek, M.: Quiet rivers seen from above, River System Science, 7, 33–48, "
                + "https://doi.org/10.1000/x, 2019.",
            [
                "title": "Quiet rivers seen from above", "venue/volume": "7", "date": "2019",
                "doi": "10.1000/x",
            ]),
        .paper(
            "E. Tarn, A. Berg, Groundwater, drought and the price of bread, J. Potamol. 12 (2021) 201–219.",
            ["title": "Groundwater, drought and the price of bread", "authors/2/name": ""]),
        // A place belongs to the title, which the full stop ends.
        .paper(
            "Lind, J., Berg, A., 2014. Hot springs beneath the Atlas, Morocco. River Res. Lett., 41, 80-84.",
            ["title": "Hot springs beneath the Atlas, Morocco", "date": "2014"]),
        .paper(
            "Lind, J., & Berg, A. 2026. Trees along rivers in Bahia, Brazil. *River Systems*, 100, 172.",
            ["title": "Trees along rivers in Bahia, Brazil"]),
        // IEEE.
        .paper(
            "J. Lind and A. Berg, “Quiet rivers from above,” *J. Potamol.*, vol. 12, no. 3, pp. 201–219, May 2021, "
                + "doi: [10.1000/x](https://doi.org/10.1000/x).",
            [
                "venue/name": "J. Potamol", "venue/volume": "12", "venue/number": "3",
                "venue/pages": "201–219", "date": "2021-05", "doi": "10.1000/x",
            ]),
        // PNAS, Leeds.
        .paper(
            "J. Lind, A. Berg, M. Hoek, Learning floods with sensors in *Proceedings of the 8th River Conference*, "
                + "(River Press, 2021), pp. 5–14.",
            ["title": "Learning floods with sensors", "date": "2021"]),
        .paper(
            "Lind, J., Berg, A. 2021. Learning floods with sensors *In*: *Proceedings of the 8th River Conference*. p.5.",
            ["title": "Learning floods with sensors"]),
        .paper(
            "Lind J, Berg A (2018) Water in the Alps In: Handbook of Rivers (Tarn E ed), pp 77–98. River Press.",
            ["title": "Water in the Alps", "date": "2018"]),
        .paper(
            "Lind, J., A. Berg, and M. Hoek. 2021. Learning floods with sensors, p. 12–14. *In* Proceedings of RIVER.",
            ["title": "Learning floods with sensors", "date": "2021"]),
        .paper(
            "Berg, Ada u. a. 2021. Quiet rivers seen from above. In: *River Annals*, 12–14.",
            ["title": "Quiet rivers seen from above", "others": "true", "authors/1/name": ""]),
        // A question ends a title only where no other half of it follows.
        .paper(
            "Lind, J., & Berg, A. (2024). What will the river be like? How do children see it? *Journal of Rivers*, 80.",
            ["title": "What will the river be like? How do children see it?"]),
        .paper(
            "Jo Lind, Ada Berg. Fast or deep? An updatable river system.[C]//Proceedings of the 2026 River Conference.",
            ["title": "Fast or deep? An updatable river system", "date": "2026"]),
        .paper(
            "Lind, J., & Berg, A. (2023, January). Do rivers need clouds?, preprint, arXiv. Retrieved from "
                + "<https://arxiv.org/abs/2301.01234>",
            ["title": "Do rivers need clouds?", "venue/name": "arXiv", "date": "2023-01"]),
        .paper(
            "Lind J, Berg A. Do rivers need clouds? \\[Internet\\]. arXiv; 2023. Available from: "
                + "<https://arxiv.org/abs/2301.01234>.",
            ["title": "Do rivers need clouds?", "date": "2023", "venue/name": ""]),
        .paper(
            "Lind, J., Berg, A.: Do rivers need clouds?, <https://arxiv.org/abs/2301.01234>, (2023).",
            ["title": "Do rivers need clouds?", "date": "2023"]),
    ]) func `where a title ends`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "[Quiet rivers from above](https://a.example/x), Jo Lind, **Ada Berg**, Max Hoek, ***RIVER 2025***, 2025.",
            ["authors/2/name": "Max Hoek", "authors/3/name": "", "venue/name": "RIVER"]),
        .paper(
            "[Quiet rivers from above](https://a.example/x), Jo Lind, **Ada Berg**, Max Hoek, **River Life & Death 2020**",
            ["authors/3/name": "", "venue/name": "River Life & Death", "date": "2020"]),
        .paper(
            "Quiet rivers from above <br>\n*Jo Lind, Ada Berg and Max Hoek @ RIVER 2014*",
            ["title": "Quiet rivers from above", "authors/2/name": "Max Hoek", "date": "2014"]),
        .paper(
            "Quiet rivers from above. <br>\nJo Lind, **Ada Berg**, Max Hoek, Water RIV 2026.",
            ["authors/3/name": "", "venue/name": "Water RIV", "date": "2026"]),
        .paper(
            "[RIVER](https://a.example/x) (CCF-A). Quiet rivers from above.<br>\nJo Lind, Ada Berg, Max Hoek, RIVER 2026.",
            ["title": "Quiet rivers from above", "badges/0": "CCF-A", "date": "2026"]),
        .paper(
            "（筆頭著者）**Berg A**, et al. (2025). **Quiet rivers from above.** *River Regions*, 100.",
            ["title": "Quiet rivers from above", "note": "筆頭著者", "authors/0/self": "true"]),
        .paper(
            "21 - Lind J., **Berg A.** (2026) \"Quiet rivers from above\". River Annals, Volume 65.",
            ["title": "Quiet rivers from above", "authors/0/name": "Lind J."]),
        .paper(
            "<sup>1</sup> J. Lind, and A. Berg, “Quiet rivers from above,” River Annals **7**, 33–48 (2019).",
            ["title": "Quiet rivers from above", "authors/1/self": "true"]),
        // What a list below a citation says is said of it.
        .paper(
            "Berg, Ada (2020). Quiet rivers from above. *River Annals*, 78.\n"
                + "   - *Media:* [River News](https://a.example/n), [Ice](https://a.example/i)\n"
                + "   - *Award:* River Prize, [RIV 2022](https://a.example/r)",
            ["title": "Quiet rivers from above", "authors/0/self": "true", "date": "2020"]),
    ]) func `what stands before, behind and below`(example: EntryExample) { example.check() }
}
