import Prose
import RecordModel
import Testing

/// How single pages cite papers, as each was met in the wild; all are made up.
@Suite struct CitationShapeTests {
    @Test(arguments: [
        EntryExample.river(
            "[Reading Rivers: A View from Above](https://a.example/x) \\\\\n"
                + "🧑‍🎓  Jo Lind, **Ada Berg**, Max Hoek\n\nRiver Annals, 2024", ["date": "2024"]),
        .river(
            "Jo Lind,$^{\\star}$ <u>Ada Berg</u>,$^{\\star}$ and Max Hoek.  \n"
                + "Reading Rivers: A View from Above. *River Annals* **15** (2024)",
            ["date": "2024", "authors/0/equal": "true"]),
        .paper(
            "O. Lind, A. Berg, M. Hoek, K. Tarn, *Reading rivers from above*, Fluminica, 2024, 12:3",
            ["title": "Reading rivers from above", "venue/name": "Fluminica", "authors/4/name": ""]),
        .paper(
            "**A. Berg**, O. Lind, and K. -L. Tarn, \"Reading rivers from above,\" River Annals, 2024",
            ["title": "Reading rivers from above", "authors/2/name": "K. -L. Tarn"]),
        .paper(
            "O'Lind, Jo Max; Hoek, Max; Berg, A., & Tarn, Kay. (2025). [Reading rivers from above]"
                + "(https://a.example/x). *River Annals*, 6(5).",
            [
                "title": "Reading rivers from above", "authors/0/name": "O'Lind, Jo Max",
                "authors/2/name": "Berg, A.", "authors/3/name": "Tarn, Kay", "authors/4/name": "",
            ]),
        // Stars at names are no slanted type.
        .paper(
            "Lind, J., Hoek, M.*, Berg, A.*, & Tarn, K.-L.* (2024). Reading rivers from above. "
                + "*River Annals*, 15, 73.",
            [
                "title": "Reading rivers from above", "authors/1/name": "Hoek, M.",
                "authors/2/name": "Berg, A.", "authors/3/name": "Tarn, K.-L.", "date": "2024",
            ]),
        .paper(
            "*Reading rivers from above*, Lind et al., RivRev [ [ADS](https://a.example/x) ]",
            [
                "title": "Reading rivers from above", "authors/0/name": "Lind",
                "authors/1/name": "", "others": "true", "venue/name": "RivRev",
            ]),
    ]) func `names of authors are read in many forms`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "Lind, J., **Berg, A.,** in press. Reading rivers from above. Ambio.",
            ["title": "Reading rivers from above", "status": "accepted", "venue/name": "Ambio"]),
        .paper(
            "Lind, J. & **Berg, A.** (to appear in Fall 2026). Reading rivers from above. River Press.",
            ["title": "Reading rivers from above", "date": "2026"]),
        .paper(
            "Lind, J., **Berg, A.,** 2018. Reading rivers: A Reply to Hoek and Tarn (2016). "
                + "River Annals 71(1), 205–215.",
            ["title": "Reading rivers: A Reply to Hoek and Tarn (2016)", "date": "2018"]),
        .paper(
            "Lind, J., **Berg, A.** Reading rivers from above (2016). River Annals 71(1).",
            ["title": "Reading rivers from above", "date": "2016"]),
        .paper(
            "Lind, J., **Berg, A.,** 2020. Reading rivers from above, in: Hoek, M., Tarn, K. "
                + "(Eds.), Handbook of Rivers. River Press.",
            ["title": "Reading rivers from above", "date": "2020"]),
        .paper(
            "Lind, J., **Berg, A.,** 2015. Is there a river? RIV Discussion Paper 15.",
            ["title": "Is there a river?"]),
        .paper(
            "Lind Jo et Berg Ada, « Lire les rivières », in *De la crise à la parole : esthétique et "
                + "politique des rivières, des lacs, des mers et de toutes les eaux du monde* (dir. "
                + "Hoek Max), Presses des Eaux, 2020, 177-203.",
            ["title": "Lire les rivières", "date": "2020"]),
    ]) func `years, states and the ends of titles are told apart`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.river(
            "Jo Lind, Ada Berg, Max Hoek, **River Annals** 17, 16 (2026) [article](https://a.example)  \n"
                + "*Reading Rivers: A View from Above* [press](https://b.example)",
            ["date": "2026"]),
        .paper(
            "[Berg, Ada (2021). “Reading rivers from above,” River Annals, 34(1), 10-12.]"
                + "(https://a.example/x)",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, Ada",
                "authors/0/self": "true", "url": "https://a.example/x", "date": "2021",
                "venue/name": "River Annals", "venue/pages": "10-12",
            ]),
        .paper(
            "Published in `River Annals`: Lind, J., **Berg, A.**, & Hoek, M. (2025). "
                + "[Reading rivers from above](https://a.example/x)",
            [
                "title": "Reading rivers from above", "venue/name": "River Annals",
                "authors/0/name": "Lind, J.", "date": "2025", "status": "published",
            ]),
        .paper(
            "**Ada Berg**, Jo Lind. Reading rivers from above. *River Annals*, vol. 9, 2025."
                + "<a href=\"https://doi.org/10.1000/x\">[DOI: doi.org/10.1000/x]</a>",
            ["title": "Reading rivers from above", "date": "2025"]),
        .paper(
            "\"Reading rivers from above,\" with Jo\n  Lind, <em> RIV Journal of\n Rivers,</em> "
                + "5(1), 2026",
            [
                "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
                "authors/1/name": "Jo Lind", "venue/name": "RIV Journal of Rivers",
                "date": "2026",
            ]),
        .paper(
            "Ada Berg, Jo Lind. Reading rivers from above. *Fluminica*, vol. 18, 2026.\n"
                + "[IF2024 5.9, 200p XYZ]",
            ["title": "Reading rivers from above", "date": "2026"]),
    ]) func `titles and venues are found where they stand`(example: EntryExample) {
        example.check()
    }

    @Test func `the heading of a section is the year of its papers`() {
        let context = EntryContext(ownNames: ["Ada Berg"], heading: "2024")
        EntryExample(
            "*Reading rivers from above*, Berg et al., RivRev", as: .publications, in: context,
            ["title": "Reading rivers from above", "date": "2024"]
        ).check()
    }

    @Test func `names are no title`() {
        // One of them lost its comma, which is no end of the list.
        let text =
            "Lind, J.\\*, Berg, A. Tarn, K., Hoek, M., **Falk, O.**, Ruhr, P.R., Arn, Q., & Ems, J.R. "
            + "2023. Rivers of the north and of the south. *River Annals*, 104, e4022."
        let reading = EntryGrammar.read(
            text, as: .publications, context: EntryContext(ownNames: ["Ola Falk"]))
        #expect(reading == nil)
    }

    @Test func `slanted type below a citation is where it appeared`() {
        EntryExample.paper(
            "Jo Lind, Ada Berg, Max Hoek. Reading rivers from above: a new view.\n"
                + "*2020 IEEE Symposium on Rivers and Metropolitan Areas (RIVER)*",
            ["title": "Reading rivers from above: a new view"]
        ).check()
        EntryExample.paper(
            "Lind, J., **Berg, A.**, Hoek, M. (2020). Reading rivers from above and from below.\n"
                + "*River Forecasting and Change*",
            ["title": "Reading rivers from above and from below", "date": "2020"]
        ).check()
    }
}
