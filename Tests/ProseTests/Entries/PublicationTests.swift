import Prose
import RecordModel
import Testing

/// Publications in every order of their parts; all of them are made up.
@Suite struct PublicationTests {
    private static let context = EntryContext(
        ownNames: ["Ada Berg"], authorMarks: ["*": .equal, "†": .corresponding],
        baseURL: "https://berg.example/")

    private static func paper(_ markdown: String, _ fields: [String: String]?) -> EntryExample {
        EntryExample(markdown, as: .publications, in: context, fields)
    }

    @Test(arguments: [
        paper(
            "**Ada Berg**\\*, Jo Lind\\*, Max van der Hoek†. Reading Rivers from Above. In *Proceedings of Foo*, 2021.",
            [
                "title": "Reading Rivers from Above", "authors/0/name": "Ada Berg",
                "authors/0/self": "true",
                "authors/0/equal": "true", "authors/1/equal": "true",
                "authors/2/name": "Max van der Hoek",
                "authors/2/corresponding": "true", "venue/name": "Proceedings of Foo",
                "date": "2021",
            ]),
        paper(
            "A. Berg, J. Lind, and M. Hoek, \"Reading rivers from above,\" in *Proc. RIVER*, 2020.",
            [
                "title": "Reading rivers from above", "authors/0/name": "A. Berg",
                "authors/0/self": "true", "authors/2/name": "M. Hoek",
                "authors/3/name": "", "date": "2020", "venue/name": "Proc. RIVER",
            ]),
        paper(
            "J. Lind, **A. Berg**, et al. *Accuracy and Drift of Rivers*, River Letters, 10, 2018.",
            [
                "title": "Accuracy and Drift of Rivers", "authors/0/name": "J. Lind",
                "authors/1/name": "A. Berg", "authors/1/self": "true", "authors/2/name": "",
                "date": "2018",
            ]),
        paper(
            "Berg, A., Lind, J., & Hoek, M. (2019). Reading rivers from above. *Journal of Rivers*, 12(3), 45–67.",
            [
                "title": "Reading rivers from above", "authors/0/name": "Berg, A.",
                "authors/1/name": "Lind, J.", "authors/2/name": "Hoek, M.",
                "date": "2019", "venue/name": "Journal of Rivers", "venue/volume": "12",
                "venue/number": "3", "venue/pages": "45–67",
            ]),
        paper(
            "[Reading Rivers from Above](https://a.example/x), Jo Lind, **Ada Berg**, **RIVER 2022**",
            [
                "title": "Reading Rivers from Above", "url": "https://a.example/x",
                "authors/0/name": "Jo Lind", "authors/1/self": "true",
                "venue/name": "RIVER", "date": "2022",
            ]),
        paper(
            "`RIVER'23` **Rivers that Run Uphill: A Survey**.\n  Jo Lind, Ada Berg.\n  In *Annual Symposium on Rivers (RIVER)*, May, 2023. (Oral)\n  [[Paper](https://a.example/p.pdf)]\n  [[Code](https://github.com/a/b)]",
            [
                "title": "Rivers that Run Uphill: A Survey", "authors/1/name": "Ada Berg",
                "venue/short": "RIVER", "date": "2023-05",
                "badges/0": "Oral", "links/0/label": "Paper", "links/1/kind": "code",
            ]),
        paper(
            "Jo Lind, **Ada Berg**, et al. [\"Quiet Streams\"](https://arxiv.org/abs/2101.00001) (Accepted by RIVER 2021)",
            [
                "title": "Quiet Streams", "others": "true", "status": "accepted",
                "venue/name": "RIVER", "date": "2021", "arxiv": "2101.00001",
            ]),
        paper(
            "**Quiet Streams in the Far North** [[paper]](https://a.example) \\\\\nJo Lind\\*, **Ada Berg\\*** (*co-first author) \\\\\n**RIVER Letters** (SCIE, IF=3.1)",
            [
                "title": "Quiet Streams in the Far North", "authors/0/equal": "true",
                "authors/1/name": "Ada Berg", "venue/name": "RIVER Letters",
                "badges/0": "SCIE, IF=3.1",
            ]),
        paper(
            "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">RIVER 2020</div><img src='images/a.png' alt=\"sym\"></div></div>\n<div class='paper-box-text' markdown=\"1\">\n\n[Quiet Streams in the Far North](https://a.example/q)\n\nJo Lind, **Ada Berg**<sup>†</sup>\n\n[**Project**](https://p.example) \\| [Code]()\n- It shows that streams are quiet.\n</div>\n</div>",
            [
                "title": "Quiet Streams in the Far North", "authors/1/corresponding": "true",
                "venue/short": "RIVER", "date": "2020",
                "links/0/label": "Project", "links/1/label": "",
                "summary": "- It shows that streams are quiet.",
            ]),
        paper(
            "**[J3]** Jo Lind and **Ada Berg**. **Quiet Streams in the Far North.** *River Letters (RL)*, 2018. **Best Paper Award.**",
            [
                "title": "Quiet Streams in the Far North", "venue/name": "River Letters",
                "venue/short": "RL", "date": "2018", "award": "Best Paper Award",
            ]),
        paper(
            "李明, 王小红, 张三. 河流的声音研究[J]. 河流学报, 2020.",
            [
                "title": "河流的声音研究", "authors/0/name": "李明", "authors/2/name": "张三",
                "venue/name": "河流学报", "date": "2020",
            ]),
        paper(
            "**How Rivers Sleep at Night** (2024)\n- Jo Lind, Ada Berg\n- Published on arXiv",
            [
                "title": "How Rivers Sleep at Night", "authors/1/self": "true", "date": "2024",
                "status": "preprint",
            ]),
        paper(
            "How Rivers Sleep at Night, Jo Lind, **Ada Berg**, Max Hoek. *Transactions on Rivers, Vol. 10, No. 5, pp. 28-37*.",
            [
                "title": "How Rivers Sleep at Night", "authors/2/name": "Max Hoek",
                "venue/name": "Transactions on Rivers",
                "venue/volume": "10", "venue/number": "5", "venue/pages": "28-37",
            ]),
        paper(
            "<h3 class=\"title\">How Rivers Sleep</h3><div class=\"authors\">Jo Lind und <strong>Ada Berg</strong></div><div class=\"venue\">In The Annual River Meeting 2025</div>",
            [
                "title": "How Rivers Sleep", "authors/0/name": "Jo Lind",
                "authors/1/name": "Ada Berg", "date": "2025",
            ]),
        paper(
            "Luisi, Matteo; Berg, Ada; van der Hoek, Max, \"Of clouds\", Astronomy and Astrophysics, 2013",
            [
                "title": "Of clouds", "authors/0/name": "Luisi, Matteo", "authors/1/self": "true",
                "date": "2013",
            ]),
        paper(
            "[**How Rivers Sleep at Night**]\n**Ada Berg<sup>*</sup>**, Jo Lind<sup>*</sup>\nAccepted by **RIVER 2024 Workshop**.",
            [
                "title": "How Rivers Sleep at Night", "authors/0/name": "Ada Berg",
                "authors/0/equal": "true", "status": "accepted", "date": "2024",
            ]),
        paper(
            "Lind J, Berg A, Hoek K. Deep water. Nature 2020;12:34-56.",
            [
                "title": "Deep water", "authors/0/name": "Lind J", "authors/1/name": "Berg A",
                "authors/2/name": "Hoek K", "date": "2020",
            ]),
        paper(
            "J. Lind and A. Berg, “Deep Water in the Alps,” IEEE Trans. Rivers, vol. 3, no. 2, pp. 10–20, Mar. 2021.",
            [
                "title": "Deep Water in the Alps", "authors/1/self": "true", "date": "2021-03",
                "venue/volume": "3", "venue/pages": "10–20",
            ]),
        paper(
            "Deep Water in the Alps\\\\ **Jo Lind**, Ada Berg\\\\ *ICML 2024* **(Spotlight)**",
            [
                "title": "Deep Water in the Alps", "authors/0/name": "Jo Lind",
                "authors/1/name": "Ada Berg", "badges/0": "Spotlight", "date": "2024",
            ]),
        paper(
            "山田 太郎, 鈴木 花子. 「アルプスの深い水」. 日本河川学会誌, 2020年.",
            ["title": "アルプスの深い水", "authors/0/name": "山田 太郎", "date": "2020"]),
        paper(
            "Berg, A. (2018). *Deep water*. PhD thesis, University of Graz.",
            [
                "title": "Deep water", "authors/0/name": "Berg, A.", "date": "2018",
                "venue/type": "thesis",
            ]),
        paper(
            "Jo Lind<sup>1</sup>, Ada Berg<sup>1,2</sup>, Max Hoek<sup>2</sup>: Deep Water in the Alps. WACV 2020.",
            [
                "title": "Deep Water in the Alps", "authors/1/name": "Ada Berg",
                "authors/2/name": "Max Hoek", "date": "2020",
            ]),
        paper(
            "Müller, K., Berg, A. und Schmidt, P. (2019): Tiefes Wasser in den Alpen. In: Zeitschrift für Flüsse 12, S. 34–56.",
            [
                "title": "Tiefes Wasser in den Alpen", "authors/0/name": "Müller, K.",
                "authors/2/name": "Schmidt, P.", "date": "2019", "venue/pages": "34–56",
            ]),
        paper(
            "García-López, M., y Berg, A. (2017). Aguas profundas en los Alpes. *Revista de Ríos*, 5(1), 1-20.",
            [
                "title": "Aguas profundas en los Alpes", "authors/1/self": "true", "date": "2017",
                "venue/name": "Revista de Ríos",
            ]),
        paper(
            "Jo Lind, Ada Berg. Deep Water in the Alps? A Second Look. Submitted to ICML 2025.",
            [
                "title": "Deep Water in the Alps? A Second Look", "status": "submitted",
                "venue/name": "ICML",
            ]),
        paper(
            "A. Berg, J. Lind. Deep water (2020). arXiv preprint arXiv:2001.00001.",
            ["title": "Deep water", "date": "2020", "arxiv": "2001.00001", "status": "preprint"]),
        paper(
            "\"Deep Water in the Alps\" with Jo Lind and Max Hoek, *American River Review*, 2022",
            ["authors/0/name": "Ada Berg", "authors/2/name": "Max Hoek", "date": "2022"]),
        paper(
            "[**Deep Water in the Alps**](https://a.example), with Jo Lind and Max Hoek, *American River Review*, 2022",
            ["authors/0/name": "Ada Berg", "authors/2/name": "Max Hoek", "date": "2022"]),
        paper("More will follow soon.", nil),
        paper("For a full list see my [Google Scholar](https://scholar.google.com/x).", nil),
        paper(
            "<span class=\"paper-title\">How Rivers Sleep at Night</span>\n\nCo-first Author", nil),
    ])
    func `a citation is its title, authors and year`(_ example: EntryExample) { example.check() }

    @Test(arguments: [
        paper(
            "Lind JA, **Berg A**, van Hoek K. 2020. **[Deep water in the Alps.](https://a.example)** *Journal of Rivers* 12(4): 34-56.",
            [
                "title": "Deep water in the Alps", "authors/0/name": "Lind JA",
                "authors/2/name": "van Hoek K", "date": "2020", "venue/name": "Journal of Rivers",
                "venue/volume": "12", "venue/number": "4", "venue/pages": "34-56",
            ]),
        paper(
            "Lind JA, Berg A, Hoek K. Deep water in the Alps. *Journal of Rivers* 2020;12(4): 34-56. DOI: [10.1000/RIVERS-03-24-0079-FI](https://doi.org/10.1000/RIVERS-03-24-0079-FI)",
            [
                "title": "Deep water in the Alps", "authors/1/name": "Berg A", "date": "2020",
                "venue/name": "Journal of Rivers",
            ]),
        paper(
            "Lind, J., Hoek, N. U., **Berg, A.**, & Zu, B. (2025).  \nDeep water in the Alps.  \n*Journal of Rivers*, 39, 127.  \nhttps://doi.org/10.1000/2020GC009177",
            [
                "title": "Deep water in the Alps", "authors/0/name": "Lind, J.",
                "authors/3/name": "Zu, B.", "date": "2025", "doi": "10.1000/2020GC009177",
            ]),
        paper(
            "**Berg, A.**, Lind, J., & Zu, B. (2025). Deep water in the Alps. Transactions on Rivers.",
            [
                "title": "Deep water in the Alps", "authors/0/name": "Berg, A.",
                "authors/2/name": "Zu, B.", "venue/name": "Transactions on Rivers",
            ]),
        paper(
            "Lind, J., Hoek, M. and <b>Berg, A.</b>, 2017. <br> <b>[Deep water in the Alps.](https://a.example) </b> <br> <i>First Break</i>, 35(8), 41-47.",
            [
                "title": "Deep water in the Alps", "authors/0/name": "Lind, J.",
                "authors/2/self": "true", "date": "2017", "venue/name": "First Break",
            ]),
        paper(
            "[Eaux profondes des Alpes](https://a.example) by Jo Lind, Max Hoek, Ada Berg. *Atelier sur les rivières*, 2026",
            [
                "title": "Eaux profondes des Alpes", "authors/0/name": "Jo Lind",
                "authors/2/self": "true", "venue/name": "Atelier sur les rivières",
            ]),
        paper(
            "**Lind, Jo and Ruiz Vega, Eva Maria and Berg, Ada**\n*Deep water in the Alps*\nRIVER (2020)",
            [
                "title": "Deep water in the Alps", "authors/0/name": "Lind, Jo",
                "authors/1/name": "Ruiz Vega, Eva Maria", "authors/2/name": "Berg, Ada",
            ]),
        paper(
            "左祥太,罗恺,王一博.深水与河流[J].河流学报,2022,35(06):31-39.",
            [
                "title": "深水与河流", "authors/0/name": "左祥太", "authors/2/name": "王一博",
                "date": "2022",
            ]),
        paper("Jo Lind, Max Hoek, **Ada Berg**, Eva Vega", nil),
        paper("Lind, J., Berg, A., & Hoek, M. (2025).", nil),
    ])
    func `a citation of another field is read as well`(_ example: EntryExample) { example.check() }

    @Test(arguments: [
        (
            "Braine, J.; Berg, A.; van der Tak, F., Astronomy and Astrophysics, Volume 518",
            "Braine, J.|Berg, A.|van der Tak, F."
        ),
        (
            "Berg, A., & Lind, J. (2009). \"Paper title.\" <i>Journal 1</i>. 1(1).",
            "Berg, A.|Lind, J."
        ),
        ("Jo Lind*, Ada Berg, et al. Rivers. 2020", "Jo Lind|Ada Berg|others"),
        ("Journal of Rivers, Volume 3", ""), ("", ""),
    ])
    func `a citation begins with its authors`(citation: String, names: String) {
        let authors = CitationAuthors(of: citation)
        let shown = (authors?.names ?? []) + (authors?.hasOthers == true ? ["others"] : [])
        #expect(shown.joined(separator: "|") == names)
    }

    /// What is left of a text each time that a link is taken out was twice as large in memory.
    @Test(arguments: [SectionKind.publications, .positions, .talks, .projects, .news])
    func `an item with many links is read in little memory`(kind: SectionKind) {
        let links = (0..<60).map {
            "[paper](https://a.example/\($0)) **and** [[code]](https://b.example/\($0))"
        }
        let item = "**Jo Lind**, Ada Berg. **Deep Water in the Alps.** *River Letters*, 2020. "
        let readings = EntryGrammar.readAll(item + links.joined(separator: " "), as: kind)
        #expect(readings?.isEmpty != true)
    }

    @Test func `a page's key tells what its signs mean`() {
        let key = AuthorMark.key(
            in: "\\* indicates equal contribution, † corresponding author; ‡ denotes project lead")
        #expect(key == ["*": .equal, "†": .corresponding, "‡": .lead])
        #expect(AuthorMark.key(in: "(#: Co-first authors)") == ["#": .equal])
        #expect(AuthorMark.key(in: "*emphasis* and 3 * 4").isEmpty)
    }
}
