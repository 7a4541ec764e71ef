import Prose
import RecordModel
import Testing

/// What stands before and behind the names of a citation, as each was met in the wild; all are made
/// up.
@Suite struct CitationLeadTests {
    @Test(arguments: [
        EntryExample.paper(
            "`RIV 2026` (<span style=\"color:red\">CCF-A</span>) Jo Lind, **Ada Berg\\***, and Max Hoek, "
                + "[Reading rivers from above](https://a.example/x), River Conference, 2026.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Jo Lind",
                "badges/0": "CCF-A", "date": "2026",
            ]),
        .paper(
            "**2025** – Jo Lind, **Ada Berg**, and Max Hoek. *Reading rivers from above*. "
                + "**River Annals**, 40: 75–86.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Jo Lind", "date": "2025",
            ]),
        .paper(
            "23\\. J.M. Lind and **A. Berg** (2022) [*Reading rivers from above*](https://a.example/x). "
                + "*Waters*, 32 **(In Nordic)**",
            ["title": "Reading rivers from above", "authors/0/name": "J.M. Lind", "date": "2022"]),
        .paper(
            "12、Jo Lind, **Ada Berg**. \"Reading rivers from above\", River Annals, 2024.",
            ["title": "Reading rivers from above", "authors/1/self": "true", "date": "2024"]),
        // Rows of tables: a year on a line of its own.
        .paper(
            "2021 <br> Jo Lind, **Ada Berg**. Reading rivers from above. *River Annals*, 12(3), 4-9.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Jo Lind", "date": "2021",
                "venue/name": "River Annals",
            ]),
        .paper(
            "• Reading rivers from above. _Jo Lind, Ada Berg._ [River Rev. 7, 43 (2025)](https://a.example/x)",
            ["title": "Reading rivers from above", "authors/1/self": "true", "date": "2025"]),
        .paper(
            "\\[J\\] **A. Berg**, J. Lind, Editorial: Reading rivers from above, in River Transactions on "
                + "Water, vol. 7, no. 3, July 2022.",
            [
                "title": "Editorial: Reading rivers from above", "authors/0/self": "true",
                "venue/name": "River Transactions on Water", "date": "2022-07",
            ]),
        .paper(
            "\\[arXiv 2026\\] Reading rivers from above<br>Jo Lind, **Ada Berg**",
            ["title": "Reading rivers from above", "date": "2026"]),
        .paper(
            "<div class=\"pubtitle\">RIVER 2023</div> <a href=\"https://a.example/x\">Reading rivers from "
                + "above.</a> <b>Ada Berg</b>, Jo Lind and Max Hoek.",
            ["title": "Reading rivers from above", "authors/0/self": "true", "date": "2023"]),
        .paper(
            "**\\[ACM RivSys 25\\]** Reading rivers from above<br>**Ada Berg**, Jo Lind, Max Hoek",
            ["title": "Reading rivers from above", "venue/short": "ACM RivSys", "date": "2025"]),
        .paper(
            "[3]. Jo Lind, <strong>Ada Berg </strong>, Max Hoek, “Reading rivers from above”, River Annals, 2024.",
            [
                "title": "Reading rivers from above", "authors/1/self": "true",
                "authors/2/name": "Max Hoek",
            ]),
        .paper(
            "Jo Lind, **Ada Berg**, Max Hoek. [\\[1\\] Reading rivers from above](https://a.example/x). River Annals, 2024.",
            ["title": "Reading rivers from above", "authors/2/name": "Max Hoek", "date": "2024"]),
        // The first author in code is no badge.
        .paper(
            "`Jo Lind*`, `Ada Berg*`, Max Hoek. Reading rivers from above. *River Annals*, 2024.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Jo Lind",
                "authors/1/self": "true", "authors/3/name": "",
            ]),
    ]) func `what stands before the names is none of them`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "**Reading rivers from above.**\n*River Annals*, 85, 587–614, 2023.\nWith Jo Lind.\n"
                + "[DOI](https://doi.org/10.1000/x)",
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "authors/1/name": "Jo Lind", "date": "2023", "venue/name": "River Annals",
            ]),
        .paper(
            "Tarn CB, **Berg A**, Moore AJ, Klein J. et al. [Reading rivers from above.](https://a.example/x) "
                + "_Nature Rivers_. 2020 Jul 10.",
            ["title": "Reading rivers from above", "authors/3/name": "Klein J", "others": "true"]),
        .paper(
            "**Reading rivers from high above**\nJo Lind, <u>Ada Berg</u>, "
                + "[Riv. Rev. Research **8**, 013039 (2026)](https://a.example/x)",
            [
                "title": "Reading rivers from high above", "authors/1/name": "Ada Berg",
                "authors/2/name": "", "date": "2026",
            ]),
        .paper(
            "[Reading rivers from above](https://a.example/x) [J], Jo Lind, **Ada Berg**, Max Hoek, "
                + "etc. **River research, 2020**.",
            [
                "title": "Reading rivers from above", "authors/2/name": "Max Hoek",
                "authors/3/name": "", "others": "true", "date": "2020",
            ]),
        .paper(
            "[Reading rivers from above](https://a.example/x), Jo Lind, **Ada Berg**, Max Hoek, "
                + "etc. **Fluminica 2025**.",
            ["authors/2/name": "Max Hoek", "authors/3/name": "", "date": "2025"]),
        .paper(
            "Lind, L., Hoek, A., <strong>Berg, Ada P.</strong>, & Tarn, J. (2023). Reading rivers from "
                + "above. <em>Waters, 11(9)</em>, 792.",
            [
                "title": "Reading rivers from above", "authors/2/name": "Berg, Ada P.",
                "authors/2/self": "true", "authors/3/name": "Tarn, J.", "authors/4/name": "",
            ]),
        .paper(
            "Jo Lind, Yu-Lun (Alex) Tarn, Ada Berg. \"Reading rivers from above.\" River Annals, 2020.",
            [
                "title": "Reading rivers from above", "authors/1/name": "Yu-Lun (Alex) Tarn",
                "authors/2/name": "Ada Berg",
            ]),
        // Where a paper appeared is no title.
        .paper(
            "**RIVER'2013**, 7th Symposium on Rivers - March 25, Bergen, Reading rivers, A. Berg, J. Lind.",
            nil),
    ]) func `names end where they should`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "**Under Review** — **Berg, A**., Lind, J., & Hoek, M. (2026). \"Quiet rivers from above\", *RivXiv*.",
            ["title": "Quiet rivers from above", "status": "submitted", "date": "2026"]),
        .paper(
            "*(in press)* Lind, J., **Berg, A.** *Quiet rivers from above*.",
            ["title": "Quiet rivers from above", "authors/1/self": "true", "status": "accepted"]),
        .paper(
            "(Oral) [Quiet rivers from above](https://a.example/x), Jo Lind, Ada Berg, RIVER 2024",
            ["title": "Quiet rivers from above", "badges/0": "Oral", "date": "2024"]),
        .paper(
            "**[IEEE OJ-RIV]** Jo Lind, **Ada Berg**, Max Hoek, \"[Quiet rivers from above](https://a.example/x)\".",
            ["title": "Quiet rivers from above", "venue/short": "IEEE OJ-RIV"]),
        .paper(
            "Lind, J., **Berg, A.**, and Hoek, M. (Expected September submission). Quiet rivers from above.",
            [
                "title": "Quiet rivers from above", "authors/2/name": "Hoek, M.",
                "venue/name": "", "note": "Expected September submission",
            ]),
    ]) func `how far a paper is, before its names and behind them`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "[Quiet rivers seen from above. In RIVER, 2023](https://a.example/x). Jo Lind, Ada Berg.",
            ["title": "Quiet rivers seen from above", "date": "2023", "venue/name": "RIVER"]),
        EntryExample.paper(
            "[Quiet rivers seen from above (RIV 2024)](https://a.example/x). Jo Lind, Ada Berg.",
            ["title": "Quiet rivers seen from above", "date": "2024"]),
        .paper(
            "Ada Berg, Jo Lind. Quiet rivers seen from above. (In Chinese). River Annals, 2024.",
            ["title": "Quiet rivers seen from above"]),
        .paper(
            "Ada Berg y Jo Lind. Ríos vistos desde arriba (ISBN 978-84-0000-514-0). River Press, 2013.",
            ["title": "Ríos vistos desde arriba", "note": "ISBN 978-84-0000-514-0", "date": "2013"]),
        // A label and a sentence are no author and his paper.
        .paper("**Resumo**: O trabalho tem como objetivo analisar os rios de cima.", nil),
        .paper("**Find** [more publications on quiet rivers](https://a.example/x) (2020)", nil),
        .paper("研究方向：计算机视觉，生成式人工智能，数字药物，人在回路计算", nil),
        .paper(
            "[智能体对手建模研究进展]，林安，洪小明，图学学报，2021: 1-10.",
            ["authors/1/name": "洪小明", "authors/2/name": "", "date": "2021"], owner: "林安"),
    ]) func `what stands in the title's type, and what is no paper`(example: EntryExample) {
        example.check()
    }
}
