import Prose
import RecordModel
import Testing

/// How names are written in front of a title, as each form was met in the wild; all are made up.
@Suite struct CitationNameTests {
    @Test(arguments: [
        EntryExample.paper(
            "Lind, Jo and Tarn, Eva and Roy, Max Emil and Berg, Ada, 2026. Quiet and deep rivers seen "
                + "from above, River Transactions on Water.",
            [
                "authors/0/name": "Lind, Jo", "authors/2/name": "Roy, Max Emil",
                "authors/3/self": "true", "authors/4/name": "", "date": "2026",
            ]),
        .paper(
            "Lind, Jo and Ada Berg, \"Quiet rivers from above,\" in Eva Tarn, ed., _Handbook of Rivers_, "
                + "River Press, 2012.",
            [
                "title": "Quiet rivers from above", "authors/0/name": "Lind, Jo",
                "authors/1/self": "true", "authors/2/name": "",
            ]),
        .paper(
            "LIND, Jo Emil, BERG, Ada, DE TARN, Eva. [*Quiet rivers from above*](https://a.example/x). "
                + "River Annals, 2019.",
            [
                "authors/0/name": "LIND, Jo Emil", "authors/1/self": "true",
                "authors/2/name": "DE TARN, Eva", "authors/3/name": "",
            ]),
        .paper(
            "BERG, Ada. [*Quiet rivers from above*](https://a.example/x). River Annals, 2019.",
            ["authors/0/name": "BERG, Ada", "authors/1/name": ""]),
        .paper(
            "LIND, Jo, BERG, Ada and TARN, Eva (dir). [*Quiet rivers from above*](https://a.example/x). "
                + "River Press, 2020.",
            [
                "title": "Quiet rivers from above", "authors/2/name": "TARN, Eva",
                "venue/name": "River Press",
            ]),
        .paper(
            "Jo Lind, Eva Tarn; Max Hoek, Ole Moe, Ada Berg, 2021. Quiet rivers from above. River "
                + "Transactions.",
            [
                "title": "Quiet rivers from above", "authors/0/name": "Jo Lind",
                "authors/4/self": "true", "authors/5/name": "",
            ]),
        .paper(
            "Jo Lind ⓡ Ada Berg ⓡ Max Hoek. \"Quiet rivers from above.\" River Annals, 2021.",
            ["authors/0/name": "Jo Lind", "authors/1/self": "true", "authors/2/name": "Max Hoek"]),
        .paper(
            "Lind, Jo M., Ada Berg, Eva-Marie Tarn, Max Hoek et al. \"Quiet rivers from above.\" River Annals "
                + "31 (2015): 19-28.",
            [
                "authors/0/name": "Lind, Jo M.", "authors/1/self": "true",
                "authors/3/name": "Max Hoek", "authors/4/name": "", "others": "true",
            ]),
        .paper(
            "Lind, Jo, Eva Tarn, Max Hoek, and `Berg, Ada`. 2023. Quiet rivers from above. *River Annals*.",
            [
                "authors/0/name": "Lind, Jo", "authors/2/name": "Max Hoek",
                "authors/3/name": "Berg, Ada", "authors/4/name": "",
            ]),
        .paper(
            "Lind, Jo, Tarn, Eva, Hoek, Max Emil, Berg, Ada. (2025). \"Quiet rivers from above\" *River Annals*.",
            [
                "authors/0/name": "Lind, Jo", "authors/2/name": "Hoek, Max Emil",
                "authors/3/self": "true", "authors/4/name": "",
            ]),
    ]) func `a family before the given name, and what parts names`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "**Ada Berg**, Jaeyong lind. Quiet rivers from above. *River Annals*, 12(3), 4-9.",
            ["title": "Quiet rivers from above", "authors/1/name": "Jaeyong lind"]),
        .paper(
            "Ada Berg, Jo Tarn and pinghan Lind. “*Quiet rivers from above*”. working paper.",
            ["authors/2/name": "pinghan Lind", "status": "in-preparation"]),
        .paper(
            "Lind Y, Tarn F, Hoek C. A., Berg A (2018). Quiet rivers from above. River Annals, 75(3), 10–25.",
            [
                "title": "Quiet rivers from above", "authors/2/name": "Hoek C. A.",
                "authors/3/self": "true", "date": "2018",
            ]),
        .paper(
            "Jo Lind, Eva Tarn, **Ada Berg**, En Hoek. \"Quiet rivers from above\". In RIVER, 2025.",
            ["authors/3/name": "En Hoek"]),
        .paper(
            "**Berg, A.**, Lind, M.* Quiet rivers from above. *River Annals*, 61(2), e70 (2026).",
            ["title": "Quiet rivers from above", "authors/1/name": "Lind, M."]),
        .paper(
            "\\[14\\] Berg, A. A unifying construction of rivers. Preprint.",
            [
                "title": "A unifying construction of rivers", "authors/0/name": "Berg, A.",
                "authors/1/name": "",
            ]),
        .paper(
            "Lind, S. H., D. F. d. S. Berg, A.\nTarn, et al. (2024). \"Quiet rivers\nfrom above\". In: "
                + "_River One_ 19.8.",
            [
                "title": "Quiet rivers from above", "authors/1/name": "D. F. d. S. Berg",
                "authors/2/name": "A. Tarn", "others": "true",
            ]),
        .paper(
            "Jo Lind, Ada Berg y otros autores. Ríos tranquilos vistos desde arriba. RaMa, 2021.",
            [
                "title": "Ríos tranquilos vistos desde arriba", "authors/1/self": "true",
                "authors/2/name": "", "others": "true",
            ]),
        .paper(
            "**Berg, Á.** *Boost or Backlash? The Many Effects of Rivers* [[Preprint](https://a.example/x)]",
            [
                "title": "Boost or Backlash? The Many Effects of Rivers",
                "authors/0/name": "Berg, Á.",
            ]),
    ]) func `initials, families in small letters and others`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "Quiet rivers on a doubly stochastic graph, Jo Lind, Ada Berg and Max Hoek, **River Processing**. 2024.",
            ["authors/2/name": "Max Hoek", "authors/3/name": ""]),
        .paper(
            "**Berg, Ada**. (In Press) “Devaluation for whom? Rivers from above.” *River Forces*",
            [
                "title": "Devaluation for whom? Rivers from above", "authors/0/name": "Berg, Ada",
                "authors/1/name": "", "status": "accepted",
            ]),
        .paper(
            "Lind, J., Berg, A., & Tarn, E. (2021b). [*Quiet rivers from above.*](https://a.example/x) "
                + "Proceedings of the River Conference, 252–256.",
            ["title": "Quiet rivers from above", "date": "2021", "authors/2/name": "Tarn, E."]),
        .paper(
            "Lind, J., & Berg, A. (2021, May). [Quiet rivers from above](https://a.example/x). In 2021 River "
                + "Symposium (pp. 156-166). RIV.",
            ["title": "Quiet rivers from above", "authors/1/self": "true", "date": "2021-05"]),
        .paper(
            "*Quiet rivers from above* (Jo Emil de Lind, **Ada Berg** e Max Hoek, 2020)",
            [
                "title": "Quiet rivers from above", "authors/0/name": "Jo Emil de Lind",
                "authors/2/name": "Max Hoek", "date": "2020",
            ]),
        .paper(
            "Lind, J., and Berg, A.: Rivers: quiet ones seen from above, River General Assembly 2020, Online, 4–8 "
                + "May 2020, RGA2020-10970, 2020",
            ["authors/1/self": "true", "date": "2020"]),
    ]) func `what stands between the names and the title, and behind them`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        ("Dr. Ada Berg", "Lind J, Berg A, Hoek M."),
        ("Ada Maria Berg, PhD", "Lind J, Berg AM, Hoek M."),
        ("Jeff Berg", "Jo Lind, Jeffrey Berg, Max Hoek."),
        ("Alexander Berg", "Jo Lind, Alex Berg, Max Hoek."),
        ("Ada Berg (Ph.D.)", "J. Lind, A. Berg, M. Hoek."),
    ]) func `whose page it is goes by a short name, and has a title`(owner: String, names: String) {
        EntryExample.paper(
            "\(names) Quiet rivers from above. *River Annals*, 2021.",
            ["authors/0/self": "", "authors/1/self": "true"], owner: owner
        ).check()
    }

    @Test(arguments: [
        // A year without stops around it.
        EntryExample.paper(
            "**Berg A.** 2025 \"Reading rivers from above\". [DOI](https://a.example/x)",
            ["title": "Reading rivers from above", "authors/0/self": "true", "date": "2025"]),
        .paper(
            "Lind J. & Berg A. 2025 Reading rivers from above. *River Annals* 5.",
            [
                "title": "Reading rivers from above", "authors/1/name": "Berg A.", "date": "2025",
                "authors/2/name": "",
            ]),
        .paper(
            "J. Lind et al., 2021. Reading rivers from above. **River Optics** 60, 13.",
            [
                "title": "Reading rivers from above", "authors/0/name": "J. Lind", "others": "true",
                "date": "2021",
            ]),
        // A stop behind the sign of the last of them.
        .paper(
            "J. Lind<sup>‡</sup>, **A. Berg**, and M. Hoek<sup>*</sup>., \"Reading rivers from above\", _Riv. Rev. A_, 11, 2023",
            [
                "title": "Reading rivers from above", "authors/1/self": "true",
                "authors/2/name": "M. Hoek", "date": "2023",
            ]),
        .paper("Lind J., Hoek M., Tarn. M, Roy B., Berg A. (2024). Ríos. Congreso de Ríos.", nil),
        // Only a part of the name is a link.
        .paper(
            "[Lind](https://a.example/l) Jo, Ada Berg, Max-Emil [Hoek](https://a.example/h). 2025. “Reading "
                + "rivers from above.” River Annals.",
            [
                "authors/0/name": "Lind Jo", "authors/1/self": "true",
                "authors/2/name": "Max-Emil Hoek", "authors/3/name": "",
            ]),
        // Links that lost their addresses.
        .paper(
            "**Reading rivers from above**<br>[Jo Lind], **Ada Berg**, [Max Hoek], [Eva Tarn]",
            ["authors/0/name": "Jo Lind", "authors/1/self": "true", "authors/3/name": "Eva Tarn"]),
        .paper(
            "Ada Berg; Max Hoek; Eva Tarn; Reading rivers from above, the 43rd International Conference "
                + "on Water (RIVER 2021), Madrid, Spain.",
            ["title": "Reading rivers from above", "authors/2/name": "Eva Tarn", "date": "2021"]),
        .paper(
            "Reading rivers from above.<br>Jo Lind, **Ada Berg**, Max Hoek, ACM RivCon 2025.",
            [
                "title": "Reading rivers from above", "authors/2/name": "Max Hoek",
                "authors/3/name": "",
            ]),
        // A line of names above a conference: none of them is a title.
        .paper(
            "<strong>Ada Berg</strong>^, Jo Lind*, Max Hoek<br>International Conference on Rivers, October 2021",
            nil),
        // Names in slanted type, of which one is bold as well, are no title; neither is what a title
        // begins with somebody.
        .paper(
            "*Jo Lind, Max Hoek, **Ada Berg**, Eva Tarn*<br><em>River Conference 2020</em>", nil),
        .paper(
            "Intergenerational Mobility and Rivers: A View from Above (with J. Lind)",
            [
                "title": "Intergenerational Mobility and Rivers: A View from Above",
                "authors/0/self": "true", "authors/1/name": "J. Lind", "authors/2/name": "",
            ]),
    ]) func `names are told from what is between and around them`(example: EntryExample) {
        example.check()
    }
}
