import Layouts
import RecordModel
import Testing

@testable import Importing

/// Places in which words of a site got lost: `SiteImport` expects each to be in a field, kept as
/// text or listed.
@Suite struct WordRecallTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private static let resume = """
        {
          "basics": {
            "name": "Ada Lovelace", "url": "https://lovelace.dev",
            "location": {"city": "London", "postalCode": "08826"},
            "profiles": [{"network": "GitHub", "username": "lovelace"}]
          },
          "education": [{
            "institution": "University of London, London, England", "location": "London, England",
            "area": "Mathematics", "studyType": "PhD", "startDate": "'19", "endDate": "'24"
          }],
          "awards": [{"title": "Prize of the Looms", "date": "2015, 2016, 2017", "awarder": "Guild"}]
        }
        """

    @Test func `what a curriculum says twice, or as no field can, is listed`() {
        let result = sites.imported([
            "_config.yml": "first_name: Ada\nlast_name: Lovelace\ngithub_username: lovelace\n",
            "_pages/about.md": "---\nlayout: about\n---\nI am Ada. 08826 is where I live.\n",
            "assets/json/resume.json": Self.resume,
        ])
        #expect(result.dropped(.duplicate).contains { $0.contains("London, England") })
        #expect(result.dropped(.unplaced).contains("2015, 2016, 2017"))
        #expect(result.record.value["education"]?.list?.count == 1)
    }

    @Test(arguments: [
        "<h1 id=\"about-me\"></h1>\n\n<h2 style=\"margin: 60px\">About Me</h2>\n\nI write programs.\n",
        "# Ada Lovelace\n\n# Welcome\n\nI write programs.\n",
        "# Ada Lovelace\n\n## Biography\n\nI write programs.\n",
    ])
    func `a heading above that of the biography stays`(body: String) {
        let result = sites.imported(["about.md": "---\nauthor_profile: true\n---\n" + body])
        #expect(result.record.value["profile"]?["bio"] == "I write programs.")
        #expect(result.choice("bio")?["heading"] != nil)
    }

    @Test func `what is said around a list in HTML is said beside its items`() {
        let result = sites.imported([
            "about.md": """
            ---
            author_profile: true
            ---
            # Publications
            <div>
            (*Corresponging Author)
            </div>
            <ul>
            <li><div class="pubtitle">TR</div> <a href="https://a.example/x">Reading rivers from above.</a>
            <b>Ada Lovelace</b>*, Max Hoek, and Jo Lind.</li>
            <li><div class="pubtitle">TR</div> <a href="https://a.example/y">Quiet rivers of the north.</a>
            <b>Ada Lovelace</b>*, Max Hoek.</li>
            </ul>
            That is all for now.
            """
        ])
        let papers = result.record.value["publications"]?.list ?? []
        #expect(
            papers.compactMap { $0["title"]?.string } == [
                "Reading rivers from above", "Quiet rivers of the north",
            ])
        let kept = papers.compactMap { $0["title"] == nil ? $0["written"]?.string : nil }
        #expect(result.choice("publications")?["text"] == "(*Corresponging Author)")
        #expect(kept == ["That is all for now."])
    }

    @Test func `a line below a heading in HTML is Markdown`() {
        let result = sites.imported([
            "about.md": """
            ---
            author_profile: true
            ---
            <h2 style="font-weight: bolder">About me</h2>
            I write programs at the [Engine Works](https://works.example/ada).
            """
        ])
        #expect(
            result.record.value["profile"]?["bio"]
                == "I write programs at the [Engine Works](https://works.example/ada).")
    }

    @Test func `a group that two pages go on with has one heading`() {
        let page = { (title: String, paper: String) in
            """
            ---
            title: \(title)
            permalink: /\(paper.lowercased())/
            ---
            ## Journals

            - Max Hoek, **Ada Lovelace**. Reading rivers from above. River Annals, 2020.

            ## Technical reports

            - Max Hoek, **Ada Lovelace**. \(paper) rivers of the north. River Annals, 2020.
            """
        }
        let result = sites.imported([
            "_pages/about.md": "---\nauthor_profile: true\n---\nI am Ada.\n",
            "_pages/publication.md": page("Publications", "Quiet"),
            "_pages/publication-old.md": page("Older publications", "Loud"),
        ])
        #expect(result.record.value["publications"]?.list?.count == 3)
        #expect(result.dropped(.duplicate).contains { $0.contains("Technical reports") })
    }
}
