import Prose
import RecordModel
import Testing

/// Publications that name those with whom the owner of the page wrote them; all are made up.
@Suite struct CoauthorWordTests {
    private static func paper(_ markdown: String, _ fields: [String: String]?) -> EntryExample {
        EntryExample(
            markdown, as: .publications,
            in: EntryContext(ownNames: ["Ada Berg"], heading: "Publications"), fields)
    }

    private static let both = [
        "title": "Reading rivers from above", "authors/0/name": "Ada Berg",
        "authors/1/name": "Max Hoek", "authors/2/name": "Jo Lind", "authors/3/name": "",
    ]

    @Test(arguments: [
        "with Max Hoek and Jo Lind", "(With Max Hoek, and Jo Lind.)", "avec Max Hoek et Jo Lind",
        "(gemeinsam mit Max Hoek und Jo Lind)", "con Max Hoek y Jo Lind", "com Max Hoek e Jo Lind",
        "(joint work with Max Hoek and Jo Lind)", "en collaboration avec Max Hoek et Jo Lind",
        // The accent is a sign of its own.
        "en colaboracio\u{301}n con Max Hoek y Jo Lind",
    ])
    func `coauthors stand below a title in the words of many languages`(names: String) {
        let text = "**Reading rivers from above**  \n*\(names)*  \n2022, River Annals, vol. 73"
        Self.paper(text, Self.both.merging(["date": "2022", "venue/name": "River Annals"]) { $1 })
            .check()
    }

    @Test func `coauthors stand in brackets behind everything`() {
        Self.paper(
            "[Reading rivers from above](a.pdf), *Journal of Rivers*, Vol. 170, May 2024. "
                + "(With Max Hoek and Jo Lind.)",
            Self.both.merging(["venue/name": "Journal of Rivers", "date": "2024-05"]) { $1 }
        ).check()
    }

    @Test func `a line of coauthors is no paper by itself`() {
        Self.paper("<span>With R. Lind, P. Hoek and A. Voss,</span> River Blog, 2022", nil).check()
    }

    @Test(arguments: [
        "MIT Press, 2020", "In MIT Sloan Rivers, 2020", "(MIT Sloan, Rivers), 2020",
        "Con Edison, 2020", "met in 2020",
    ])
    func `other words that begin alike announce nobody`(rest: String) {
        let reading = EntryGrammar.read(
            "**Reading rivers from above**  \n\(rest)", as: .publications,
            context: EntryContext(ownNames: ["Ada Berg"], heading: "Publications"))
        #expect(reading?.fields["authors"] == nil)
    }
}
