import Prose
import RecordModel
import Testing

/// Where and when a paper appeared, as each form was met in the wild; all are made up.
@Suite struct CitationVenueTests {
    @Test(arguments: [
        // No oral presentation.
        EntryExample.paper(
            "Jo Lind, Ada Berg, Max Hoek. \"Quiet rivers.\" Frontiers in Behavioral Rivers, 14, 128, 2020.",
            ["venue/name": "Frontiers in Behavioral Rivers", "venue/volume": "14", "award": ""]),
        .paper(
            "Jo Lind, Ada Berg, Max Hoek. \"Quiet rivers.\" RIV International Conference on Water (RIVWAT) 2024 Oral",
            [
                "venue/name": "RIV International Conference on Water", "venue/short": "RIVWAT",
                "badges/0": "Oral", "award": "", "date": "2024",
            ]),
        .paper(
            "Jo Lind, Ada Berg. \"Quiet rivers.\" *River Annals* 97.2 (2022): 123-45.",
            [
                "venue/name": "River Annals", "venue/volume": "97", "venue/number": "2",
                "venue/pages": "123-45", "date": "2022",
            ]),
        .paper(
            "**Quiet rivers**<br>Jo Lind, Ada Berg<br>*[International Conference on Rivers (ICR)](https://a.example/)*, "
                + "Spotlight Presentation, Mar. 2022",
            [
                "title": "Quiet rivers", "venue/short": "ICR", "badges/0": "Spotlight Presentation",
                "date": "2022-03",
            ]),
        .paper(
            "Lind, J.; **Berg, A.** Quiet rivers seen from above. Riv. Chem. 2021, 93 (34), 117–126."
                + "[https://doi.org/10.1000/a.b](https://doi.org/10.1000/a.b)",
            ["venue/name": "Riv. Chem", "date": "2021", "doi": "10.1000/a.b", "note": ""]),
        .paper(
            "**Berg, A.**, Lind, J., Quiet rivers seen from above, 14th Advances in Rivers 2024, Rolla, "
                + "MO, 19 - 21 June 2024.",
            ["title": "Quiet rivers seen from above", "date": "2024-06-21"]),
        .paper(
            "**Berg, A., et al. (2025)**<br>*Quiet rivers seen from above*<br>**River Informatics, 65, 103207**",
            [
                "title": "Quiet rivers seen from above", "venue/name": "River Informatics",
                "date": "2025",
            ]),
        .paper(
            "**Quiet rivers seen from above** *Jo Lind, Ada Berg*, [RIVER](https://a.example/r) [workshop on "
                + "quiet waters](https://a.example/w), Aberdeen, UK, Nov. 2023.",
            ["title": "Quiet rivers seen from above", "date": "2023-11"]),
        .paper(
            "[Berg, A., Lind, J. \"Quiet rivers seen from above\". River Annals, 2023](https://a.example/x)",
            ["title": "Quiet rivers seen from above", "url": "https://a.example/x", "date": "2023"]),
        .paper(
            "**Ada Berg**, “Male, U.S. professor, and river scholar: The recipe,” River Board, 2022.",
            ["title": "Male, U.S. professor, and river scholar: The recipe", "date": "2022"]),
        .paper(
            "Quiet rivers seen from above<br>Jo Lind, **Ada Berg**, Max Hoek. [Pre-print](https://a.example/x)",
            ["title": "Quiet rivers seen from above", "links/0/kind": "paper"]),
        // A number that holds a year tells of no date.
        .paper(
            "Jo Lind, Ada Berg. [Quiet rivers seen from above](https://a.example/x). *River Annals*, **151**: 11. "
                + "10.1000/j.riv.2019.11. Data in the river archive.",
            ["title": "Quiet rivers seen from above", "date": ""]),
        .paper(
            "Jo Lind, Ada Berg (2018) Quiet rivers seen from above. River Annals 146: 389-408",
            ["venue/name": "River Annals", "venue/volume": "146", "venue/pages": "389-408"]),
        .paper(
            "<a href=\"https://a.example/x\">Quiet Rivers</a>, <em>Journal of Rivers</em>, Vol. 161, March 2023. "
                + "(With Jo de Lind and Max Hoek.)",
            [
                "title": "Quiet Rivers", "authors/0/self": "true", "authors/1/name": "Jo de Lind",
                "venue/volume": "161", "date": "2023-03",
            ]),
    ]) func `volumes, issues and how a paper was presented`(example: EntryExample) {
        example.check()
    }

    @Test(arguments: [
        EntryExample.paper(
            "**Berg, A.**, Lind, J.: *Quiet rivers seen from above*, RIP Summer School on the Management and the "
                + "Privacy of Very Many Rivers, 2023: 198–213.",
            ["title": "Quiet rivers seen from above", "date": "2023"]),
        .paper(
            "Lind Jo et Berg Ada, « Les rivières calmes vues d’en haut », colloque *Eaux et sociétés : dialogues "
                + "entre les sciences*, Musée des rivières, Paris, 13 novembre 2025.",
            ["title": "Les rivières calmes vues d’en haut", "date": "2025-11-13"]),
        .paper(
            "J. Lind, A. Berg, F. Tarn, 2016 \"Quiet rivers seen from above\", Proceedings of the XXIII River "
                + "Congress, Prague, 12th July - 19th July.",
            ["title": "Quiet rivers seen from above", "authors/2/name": "F. Tarn", "date": "2016"]),
        .paper(
            "Lind H, Berg A, d‘Angelo P, Tarn X (2018) Quiet rivers seen from above. River Annals 146: 389-408",
            ["authors/2/name": "d‘Angelo P", "authors/3/name": "Tarn X", "date": "2018"]),
        .paper(
            "J. Lind, **A. Berg**, and M. Hoek. Quiet rivers seen from above, River-Based Systems, 2024.（中科院一区，IF=7.2）",
            [
                "title": "Quiet rivers seen from above", "venue/name": "River-Based Systems",
                "date": "2024",
            ]),
        .paper(
            "Jo Lind, Ada Berg. Quiet rivers seen from above, Proceedings of the River Conference on Water, 2024.",
            ["title": "Quiet rivers seen from above", "date": "2024"]),
        .paper(
            "[Jo Lind](https://a.example/l), and [Ada Berg](https://a.example/b), Quiet rivers seen from above, "
                + "doi: 10.1000/j.riv.2019.104",
            ["title": "Quiet rivers seen from above", "doi": "10.1000/j.riv.2019.104"]),
        // A place and a year within a title.
        .paper(
            "Jo Lind, Ada Berg. Protests and their songs in Santiago, Chile, 2019. River Annals, 2020.",
            ["title": "Protests and their songs in Santiago, Chile, 2019", "date": "2020"]),
    ]) func `years far behind the title, and before it`(example: EntryExample) { example.check() }

    @Test(arguments: [
        EntryExample.paper(
            "Jo Lind, Ada Berg. Quiet rivers seen from above. <em>River Transactions on Water</em>, 2019, 28(4): 2075-2088.",
            ["venue/pages": "2075-2088", "date": "2019"]),
        .paper(
            "[Quiet rivers seen from above](https://a.example/x)<br>Jo Lind, **Ada Berg**<br>*River Annals*, 2023 `SCI Q2`",
            ["venue/name": "River Annals", "date": "2023", "badges/0": "SCI Q2"]),
        .paper(
            "Jo Lind, **Ada Berg**. [Quiet rivers seen from above[J]](https://a.example/x). *River Annals*, 2023.",
            ["title": "Quiet rivers seen from above", "date": "2023"]),
        .paper(
            "[Ada Berg](/) and [Jo Lind](https://a.example/l), _Quiet Rivers_, River Press, October 2019",
            ["title": "Quiet Rivers", "venue/name": "River Press", "date": "2019-10"]),
        .paper(
            "**A. Berg** and J. Lind, **\"Quiet rivers seen from above,\"** *2024 International Conference on Rivers and "
                + "Lakes (CRL) and International Conference on Water, Ice and Steam and what else there is (WIS)*, Hangzhou, "
                + "China, 2024, pp. 463-468, doi: 10.1000/CRL61939.2024.10673172.",
            ["title": "Quiet rivers seen from above", "date": "2024", "summary": ""]),
        // As lawyers, historians and economists cite.
        .paper(
            "Jo Lind & Ada Berg, Quiet Rivers in Law, 34 RIVER L.J. 123 (2021)",
            ["title": "Quiet Rivers in Law", "venue/name": "34 RIVER L.J. 123", "date": "2021"]),
        .paper(
            "Jo Lind, Ada Berg. [‘River induced’emission of light](https://a.example/x). River Annals, 2023.",
            ["title": "‘River induced’emission of light", "date": "2023"]),
        .paper(
            "Ada Berg, ‘The Rivers’ Banks, and Others’, *River & Ice* 241 (2018), 79–118.",
            ["title": "The Rivers’ Banks, and Others", "date": "2018"]),
        .paper(
            "Quiet rivers seen from above [[paper](https://a.example/x)], with Jo Lind, *Rivers*, Vol. 88 (July, 2020), 33–68",
            [
                "title": "Quiet rivers seen from above", "authors/0/self": "true",
                "authors/1/name": "Jo Lind",
            ]),
    ]) func `ranks, types, pages and the forms of other fields`(example: EntryExample) {
        example.check()
    }
}
