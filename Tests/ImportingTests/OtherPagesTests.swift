import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// What an import makes of the pages of a site besides the homepage.
@Suite struct OtherPagesTests {
    private let sites: SiteImport

    init() throws { sites = try SiteImport() }

    private static let home = """
        ---
        author_profile: true
        ---
        I am Ada Lovelace.

        # Education

        - 2015 - 2019, PhD in Mathematics, University of London

        """

    @Test(arguments: [("s026", nil), ("ada-lovelace", "Ada Lovelace")])
    func `an id of one word is nobody's coauthor`(id: String, author: String?) throws {
        let page = "Hi.\n\n# Publications\n\n- Reading rivers from above (with Max Hoek), 2020.\n"
        let site = SiteSource(paths: ["about.md"], texts: ["about.md": page])
        let result = Importer(schemas: try SchemaSet())
            .read(site, as: try #require(ProfileID(id)))
        let paper = result.record.value["publications"]?.list?.first
        #expect(paper?["authors"]?.list?.first?["name"]?.string == author)
    }

    @Test func `what the homepage does not show stands apart`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/cv.md": """
            ---
            title: CV
            permalink: /cv/
            ---
            # Education

            - 2011 - 2014, BSc in Mathematics, University of Turin

            # Awards

            - 2020, Prize of the Royal Society

            # Hobbies

            Flying.
            """,
        ])
        #expect(result.choice("awards")?["apart"] == true)
        #expect(result.choice("hobbies")?["apart"] == true)
        #expect(result.choice("bio")?["apart"] == nil)
        // A list that goes on elsewhere is shown as far as the homepage had it.
        #expect(result.choice("education")?["apart"] == nil)
        #expect(result.choice("education")?["limit"] == 1)
        #expect(result.record.value["education"]?.list?.count == 2)
        let layout = Layout.academicPages
        let about = layout.output(Layout.Input(record: result.record)).files.first {
            $0.path.description == "_pages/about.md"
        }
        guard case .bytes(let bytes)? = about?.content else {
            Issue.record("there is no homepage")
            return
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("PhD in Mathematics"))
        for word in ["BSc", "Prize", "Flying"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test func `a page holds what its title says, whatever headings part it`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/teaching.md": """
            ---
            title: teaching
            permalink: /teaching/
            ---
            ### Academic year 20/21

            - Tutor for Statistics (2nd year) at Magdalen College, Oxford
            - Teaching Assistant for Probability at Corpus Christi College, Oxford
            """,
        ])
        let courses = result.record.value["teaching"]?.list ?? []
        #expect(courses.count == 2)
        #expect(courses.allSatisfy { $0["group"] == "Academic year 20/21" })
        #expect(result.record.value["sections"] == nil)
    }

    @Test func `a page that is not understood as its title says stays prose`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/projects.md": """
            ---
            title: projects
            ---
            I once thought for a long while, and with many people, about what an engine might be able
            to compose, and wrote it down in letters that went to and fro for the better part of a
            year, until the notes were longer than the paper that they were meant for, which was, as
            everybody agreed who had read the two of them, for the best of it.
            """,
        ])
        #expect(result.record.value["projects"] == nil)
        #expect(result.record.value["sections"]?.list?.first?["title"] == "projects")
    }

    @Test func `headings of a page are the names of entries where they stand above prose`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/software.md": """
            ---
            title: Software
            ---
            # [Loom](https://looms.example/loom)

            A program that weaves what nobody has drawn.

            # Shuttle

            It goes to and fro.

            And it stops.
            """,
        ])
        let projects = result.record.value["projects"]?.list ?? []
        #expect(projects.map { $0["name"] } == ["Loom", "Shuttle"])
        #expect(projects.first?["url"] == "https://looms.example/loom")
        #expect(projects.last?["text"] == "It goes to and fro.\n\nAnd it stops.")
        #expect(result.report.words.verbatim == 0)
    }

    @Test func `headings above lists that the theme makes are left out by name`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/cv.md": """
            ---
            title: CV
            ---
            # Talks

            <ul>{% for post in site.talks %}
              {% include archive-single-talk-cv.html %}
            {% endfor %}</ul>

            # Hobbies

            Flying.
            """,
        ])
        let machinery = result.dropped(.machinery)
        #expect(machinery.count == 1)
        #expect(machinery.first?.hasPrefix("# Talks") ?? false)
        #expect(result.record.value["sections"]?.list?.count == 1)
    }

    @Test func `a page that lists the posts of a blog is machinery`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/blog.md": """
            ---
            title: blog
            ---
            {% for post in paginator.posts %}
            {{ post.title }} min read
            {% endfor %}
            """,
        ])
        #expect(result.dropped(.machinery).count == 1)
        #expect(result.record.value["sections"] == nil)
    }

    @Test func `years above papers that the record has already are listed with them`() {
        let papers = """

            ## 2024

            - A. Lovelace and C. Babbage. "Fast Looms for Everybody." ICML 2024.

            """
        let result = sites.imported([
            "_pages/about.md": Self.home + "# Publications\n" + papers,
            "_pages/all.md": "---\ntitle: Papers\n---\n# Publications\n" + papers,
        ])
        #expect(result.record.value["publications"]?.list?.count == 1)
        #expect(result.dropped(.duplicate).contains { $0.contains("2024") && $0.count < 10 })
    }

    @Test func `a sentence of a theme goes, the page that it stands on stays`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/papers.md": """
            ---
            title: Papers
            ---
            You can also find my articles on my Google Scholar profile.

            My reports are in the library of the society, and only there.
            """,
        ])
        #expect(result.dropped(.templateSample).count == 1)
        #expect(result.record.value["sections"]?.list?.count == 1)
    }

    @Test func `a list that is folded away goes on below the name of its fold`() {
        let result = sites.imported([
            "_pages/about.md": Self.home + """
                # News

                - **2026.08:** Our paper was accepted.

                <details markdown="1">
                <summary><strong>Earlier news</strong></summary>

                - **2025.09:** We went to London.
                - **2025.08:** We came back.

                </details>
                """
        ])
        let news = result.record.value["news"]?.list ?? []
        #expect(news.map { $0["group"]?.string } == [nil, "Earlier news", "Earlier news"])
        #expect(news.map { $0["date"]?.string } == ["2026-08", "2025-09", "2025-08"])
    }

    @Test func `news that are not understood are no service`() {
        let result = sites.imported([
            "_pages/about.md": Self.home + """
                # News

                - We are looking for reviewers of a new journal
                - Area chair of a conference that is still to come
                """
        ])
        #expect(result.record.value["service"] == nil)
        #expect(result.record.value["sections"]?.list?.first?["title"] == "News")
    }

    @Test func `a list below a heading in HTML is a list`() {
        let result = sites.imported([
            "_pages/about.md": Self.home,
            "_pages/talks.md": """
            ---
            title: talks
            ---
            <h2 class="year">{{2023}}</h2>
            - 2023/07/18: Talk "Looms for the few and for the many" @ [A Workshop](https://looms.example/a)
            - 2023/03/16: Talk "Notes on engines" @ [Another Workshop](https://looms.example/b)
            """,
        ])
        let talks = result.record.value["talks"]?.list ?? []
        #expect(talks.count == 2)
        #expect(talks.first?["date"] == "2023-07-18")
    }
}
