import Prose
import RecordModel
import Testing

/// What stands at the edges of titles, names and venues, as each was met in the wild; all are made
/// up.
@Suite struct CitationEdgeTests {
    @Test(arguments: [
        EntryExample.paper(
            "J. Lind and A. Berg ”Reading rivers from above”, in “Annual Waters”, vol. 49, 2003",
            ["title": "Reading rivers from above", "authors/1/self": "true", "date": "2003"]),
        .paper(
            "J. Lind, A. Berg, „Reading rivers from above” Riv. Ann. 121, 10648-10656 (2004).",
            ["title": "Reading rivers from above", "date": "2004"]),
        .paper(
            "**\"It must be rivers\": Reading them from high above.**\n**Ada Berg**, Jo Lind, and Max "
                + "Hoek.",
            [
                "title": "\"It must be rivers\": Reading them from high above",
                "authors/0/name": "Ada Berg",
            ]),
        .paper(
            "<strong>Berg, A.</strong>, & Lind, J. (2020). “Quick and deep”: Reading rivers from "
                + "above. *River Annals*, 15(6).",
            ["title": "“Quick and deep”: Reading rivers from above", "date": "2020"]),
        // What is in quotation marks before names is a whole title.
        .paper(
            "\"Reading rivers from above\": Jo Lind, Ada Berg. *River Annals*, 2020.",
            ["title": "Reading rivers from above", "authors/1/self": "true"]),
        .paper(
            "Lind, J., <strong>Berg A.</strong>: Reading rivers from above, Preprint available at: "
                + "[https://a.example/x](https://a.example/x)",
            [
                "title": "Reading rivers from above", "authors/1/self": "true",
                "url": "https://a.example/x",
            ]),
        .paper(
            "[Berg, Ada (2013). \"Reading rivers from above,” River Annals, 36(4): 337-351.]"
                + "(https://a.example/x)",
            ["title": "Reading rivers from above", "date": "2013"]),
        .paper(
            "J. Lind, **A. Berg**, \"Reading “rivers” from above,\" River Annals, 2013.",
            ["title": "Reading “rivers” from above", "date": "2013"]),
        .paper(
            "2026: Lind, J., **Berg, A.** Flüsse vor dem 7. Oktober 2023. [*River Annals*](https://a.example)",
            ["title": "Flüsse vor dem 7. Oktober 2023", "date": "2026"]),
        .paper(
            "Lind, J., **Berg, A.** (2020). Quo vadis „Fluss und See“ im Norden? Neue Gedanken. "
                + "*River Annals*, 71, 10-12.",
            ["title": "Quo vadis „Fluss und See“ im Norden? Neue Gedanken", "date": "2020"]),
        .paper(
            "J. Lind, **A. Berg**, ``Reading rivers from above'', River Annals, 2026.",
            ["title": "Reading rivers from above", "venue/name": "River Annals"]),
        .paper(
            "J. Lind, A. Berg, Reading rivers from above, ICME, 2023.（共一，CCF B类会议）",
            ["title": "Reading rivers from above", "venue/name": "ICME", "date": "2023"]),
        .paper(
            "<p class=\"paper-title\">Reading rivers from above <span>★ Best Research Paper</span></p>\n"
                + "<p class=\"authors\">J. Lind, A. Berg</p>",
            ["title": "Reading rivers from above", "award": "Best Research Paper"]),
        .paper(
            "A Berg, J Lind.\n**Reading rivers from above**\n"
                + "_River Annals 181 (5), 14-15 ([Riv.Ann](https://a.example/x), "
                + "[arXiv](https://arxiv.org/abs/1911.09377))_",
            ["title": "Reading rivers from above", "authors/0/name": "A Berg"]),
    ]) func `titles end where they should`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "**Reading rivers from above**, Riv. Ann., vol. 378, no. 6, pp. 43-67 (2025), with Jo M. "
                + "Lind and Max Hoek. DOI [10.1090/x](https://doi.org/10.1090/x).",
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "authors/1/name": "Jo M. Lind", "authors/2/name": "Max Hoek", "date": "2025",
                "venue/name": "Riv. Ann", "venue/volume": "378", "doi": "10.1090/x",
            ]),
        .paper(
            "**Reading rivers from above** (preprint, 2026), with Jo Lind. "
                + "[arXiv:2605.13227](https://arxiv.org/abs/2605.13227).",
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "authors/1/name": "Jo Lind", "date": "2026",
            ]),
        // A family and initials without a blank between them.
        .paper(
            "D.E.Lind, and A. Berg, Reading Rivers from High Above, Acta Fluminum A86, (3), "
                + "407-425(1994).",
            [
                "title": "Reading Rivers from High Above", "authors/0/name": "D.E. Lind",
                "authors/1/self": "true", "date": "1994",
            ]),
        .paper(
            "**[Reading rivers from above](https://a.example/x)**, Berg, Ada, Riv. Ann. 175 (2009), "
                + "no. 3, 453–503.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, Ada",
                "authors/0/self": "true", "authors/1/name": "", "date": "2009",
            ]),
        .paper(
            "<u>Berg, Ada</u>, et al. \"Reading rivers from above.\" River Annals 3.3 (2020): 55.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, Ada",
                "authors/1/name": "", "others": "true", "date": "2020",
            ]),
        .paper(
            "[Reading rivers from above](https://a.example/x)\n\n<u>Berg, Ada</u>, and Max Hoek. "
                + "*River Annals* 3 (2020).",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, Ada",
                "authors/1/name": "Max Hoek", "date": "2020",
            ]),
        // No owner alone: others follow.
        .paper(
            "[Reading rivers from above](https://a.example/x). **Berg, A.**, Lind, J., & Hoek, M.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, A.",
                "authors/2/name": "Hoek, M.",
            ]),
        // Three families and a journal are no two people.
        .paper("*Reading rivers from high above*, Berg, Hoek & Lind, RiJ", nil),
        // A name that lost its comma hides in no title, and no degree is a name.
        .paper(
            "Lind, G., **Berg, A.**, Hoek, J. Tarn, Z.F. [Reading rivers from above](https://a.example/x)"
                + " River Annals, 2020.", nil),
        .paper("J. Lind, **A. Berg**. Q.Y. Wu, L.C. Li, D. O, Tarn. Reading rivers, 2020.", nil),
        .paper("M.Sc. **\"Reading rivers from above\"**. River School, 2018.", nil),
    ]) func `coauthors, glued names and families are told apart`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "**Reading rivers from above** <br> Ada Berg, Jo Lind, and Max Hoek <br> "
                + "[arXiv:2604.26346 (2027)](https://arxiv.org/abs/2604.26346)",
            ["title": "Reading rivers from above", "date": "2027"]),
        // The number of a preprint is no date.
        .paper(
            "**Ada Berg**, Jo Lind, Max Hoek. Reading rivers from above. "
                + "[arXiv:2504.15158](https://arxiv.org/abs/2504.15158)",
            ["title": "Reading rivers from above", "date": ""]),
        .paper(
            "Ada Berg, Jo Lind, and Max Hoek, Reading rivers from above,\nProceedings of the 2024 "
                + "Joint 13th International Conference on Rivers and Lakes and 25th International "
                + "Symposium on the Advanced Waters of the North and the South (RIVER&LAKE), Bergen, "
                + "Norway, November 9-12 (2024).",
            ["title": "Reading rivers from above", "date": "2024", "summary": ""]),
        .paper(
            "張三, 李四, Ada Berg,\n河川を上から読む―流れの科学，\n河川学会論文誌, Vol. 30, No. 5 (2017).",
            ["title": "河川を上から読む―流れの科学", "date": "2017", "venue/name": "河川学会論文誌"]),
    ]) func `the year is where the page says it`(example: EntryExample) { example.check() }

    @Test func `a link without a blank behind it is read`() {
        EntryExample.paper(
            "Lind J, **Berg A**, Hoek M.[Reading rivers from above](https://a.example/x)River Ann. 2023.",
            ["title": "Reading rivers from above", "date": "2023", "venue/name": "River Ann"]
        ).check()
    }

    @Test func `the label of a box is no paper`() {
        EntryExample.paper(
            "<div class=\"panel-title\">River Scholar</div>\n<div class=\"label\">Total Flow</div>",
            nil
        ).check()
    }
}
