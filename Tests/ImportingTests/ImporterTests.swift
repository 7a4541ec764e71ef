import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// What an import makes of small pages and sites.
@Suite struct ImporterTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
    }

    private func imported(_ files: [String: String], name: String? = nil) -> Imported {
        let site = SiteSource(paths: files.keys.sorted(), texts: files)
        var options = Importer.Options()
        options.name = name
        return Importer(schemas: schemas, options: options).read(site, as: id)
    }

    private func text(_ imported: Imported, _ path: String) -> String? {
        FieldPath(parsing: path).flatMap {
            imported.record.value.value(at: $0, shape: schemas.recordShape)?.string
        }
    }

    @Test func `a page becomes a person, prose and places`() {
        let page = """
            ---
            permalink: /
            author_profile: true
            ---

            I'm Ada Lovelace and work on **engines**.

            ## 🔬 Research Interests

            Engines that do not exist.

            ## 🎈 Hobbies

            * Flying
            """
        let result = imported(["about.md": page])
        #expect(text(result, "/profile/name/display") == "Ada Lovelace")
        #expect(text(result, "/profile/bio") == "I'm Ada Lovelace and work on **engines**.")
        #expect(text(result, "/profile/interests") == "Engines that do not exist.")
        #expect(text(result, "/sections/hobbies/text") == "* Flying")
        #expect(text(result, "/sections/hobbies/emoji") == "🎈")
        let places = result.record.value["profile"]?["layout"]?["sections"]?.list ?? []
        #expect(
            places.compactMap { $0["section"]?.string } == ["bio", "interests", "hobbies"])
        #expect(result.report.words.source == result.report.words.typed + 1)
        #expect(result.report.words.verbatim == 1)
    }

    @Test(arguments: [
        ("al-folio", ["about.md": "---\nlayout: about\nprofile:\n  align: right\n---\nHi"]),
        ("academicpages", ["about.md": "---\nauthor_profile: true\n---\nHi"]),
        (
            "acad-homepage",
            ["about.md": "---\nauthor_profile: true\n---\n<span class='anchor'></span>\n# 🔥 News"]
        ),
        ("other", ["index.md": "# Ada\n\nHi"]),
    ])
    func `families are told apart`(family: String, files: [String: String]) {
        #expect(imported(files).report.family == family)
    }

    @Test func `a second list of one kind goes on with the first one, as a group of it`() {
        let page = """
            ---
            author_profile: true
            ---
            I'm Ada Lovelace.

            # 📝 Publications

            - A. Lovelace and C. Babbage. "Fast Looms for Everybody." ICML 2024.

            # 📄 Preprints

            - A. Lovelace and C. Babbage. "Slow Looms for Nobody." arXiv 2023.

            # 🎓 Education

            - 2015 - 2019, PhD in Mathematics, University of London
            """
        let result = imported(["about.md": page])
        let papers = result.record.value["publications"]?.list ?? []
        #expect(papers.map { $0["group"]?.string } == [nil, "📄 Preprints"])
        #expect(papers.map { $0["date"]?.string } == ["2024", "2023"])
        #expect(result.record.value["sections"] == nil)
    }

    @Test func `parts in other files stand where they are included`() {
        let result = imported(
            [
                "_pages/about.md":
                    "---\nauthor_profile: true\n---\n{% include_relative includes/intro.md %}",
                "_pages/includes/intro.md": "I write.\n<!-- draft -->",
            ], name: "Ada Lovelace")
        #expect(text(result, "/profile/bio") == "I write.")
        let comment = result.report.dropped.first { $0.reason == .comment }
        #expect(comment?.file == "_pages/includes/intro.md")
        #expect(comment?.line == 2)
    }

    @Test func `an include cannot lead out of the site, and a missing one is said`() {
        let result = imported([
            "_pages/about.md":
                "---\nauthor_profile: true\n---\nHi\n{% include_relative ../../../etc/x.md %}"
        ])
        #expect(text(result, "/profile/bio") == "Hi")
        let missing = imported([
            "_pages/about.md": "---\nauthor_profile: true\n---\nHi\n{% include_relative x.md %}"
        ])
        #expect(
            missing.report.diagnostics.contains { $0.code.rawValue == "import.missing-include" })
    }

    @Test func `what a theme ships with is left out and listed`() {
        let page = """
            ---
            author_profile: true
            ---
            I'm Ada Lovelace.

            # 🎖 Honors and Awards
            - *2021.10* Lorem ipsum dolor sit amet, consectetur.
            """
        let result = imported(["about.md": page])
        #expect(result.record.value["awards"] == nil)
        #expect(result.record.value["sections"] == nil)
        let samples = result.report.dropped.filter { $0.reason == .templateSample }
        #expect(samples.map(\.line) == [7, 6])
        #expect(
            result.report.words.source == result.report.words.typed + result.report.words.dropped)
    }

    @Test func `the configuration of a theme says who it is`() {
        let config = """
            title: Ada
            author:
              name: "Ada Lovelace"
              bio: "Mathematician"
              location: Earth
              employer: "Analytical Society"
              email: ada@example.org
              github: adalovelace
              googlescholar: "https://scholar.google.com/citations?user=abc"
            """
        let result = imported([
            "_config.yml": config, "_pages/about.md": "---\nauthor_profile: true\n---\nHi",
        ])
        #expect(text(result, "/profile/name/family") == "Lovelace")
        #expect(text(result, "/profile/role") == "Mathematician")
        // `Earth` is the theme's own sample.
        #expect(text(result, "/profile/location") == nil)
        #expect(text(result, "/profile/affiliations/analytical-society/organization") != nil)
        #expect(text(result, "/profile/links/github/handle") == "adalovelace")
        #expect(text(result, "/profile/links/scholar/handle") == "abc")
        #expect(text(result, "/profile/emails/ada@example.org/show") == "plain")
    }

    @Test func `files of collections become entries`() {
        let result = imported([
            "_config.yml": "first_name: Ada\nlast_name: Lovelace\nscholar:\n  last_name: Lovelace",
            "_pages/about.md": "---\nlayout: about\n---\nHi",
            "_news/a.md": "---\ndate: 2024-01-05 12:00\ninline: true\n---\nA paper :tada:",
            "_bibliography/papers.bib":
                "@article{a, title={Fast {SGD}}, author={Lovelace, Ada and Babbage, C.}, "
                + "journal={J. Eng.}, year=1843, month=sep}",
        ])
        let news = result.record.value["news"]?.list?.first
        #expect(news?["date"]?.string == "2024-01-05")
        #expect(news?["text"]?.string == "A paper :tada:")
        let paper = result.record.value["publications"]?.list?.first
        #expect(paper?["title"]?.string == "Fast SGD")
        #expect(paper?["date"]?.string == "1843-09")
        #expect(paper?["authors"]?.list?.first?["name"]?.string == "Ada Lovelace")
        #expect(paper?["authors"]?.list?.first?["self"] == true)
        #expect(paper?["id"]?.string == "fast-sgd-1843")
    }

    @Test func `numbered lines of one paragraph are entries, and a year alone is a group`() {
        let page = """
            I'm Ada Lovelace.

            # Publications
            **2023**

            [2] Ada Lovelace, Charles Babbage. Notes on the Analytical Engine. Scientific Memoirs.
            [1] Ada Lovelace, C. Babbage. On Looms and Cards. Proceedings of the Society.

            * **Others**
              [4] Ada Lovelace, M. Somerville. Numbers of Bernoulli by Machine. Scientific Memoirs, 2022.
              [3] Ada Lovelace, M. Somerville. Punched Cards and Patterns. Scientific Memoirs, 2021.
            """
        let result = imported(["about.md": page], name: "Ada Lovelace")
        let papers = result.record.value["publications"]?.list ?? []
        #expect(
            papers.compactMap { $0["title"]?.string } == [
                "Notes on the Analytical Engine", "On Looms and Cards",
                "Numbers of Bernoulli by Machine", "Punched Cards and Patterns",
            ])
        #expect(papers.compactMap { $0["date"]?.string } == ["2023", "2023", "2022", "2021"])
        #expect(papers.map { $0["group"]?.string } == ["2023", "2023", "Others", "Others"])
        let words = result.report.words
        #expect(words.source == words.typed + words.verbatim + words.dropped)
    }

    @Test func `papers below a heading that says nothing are papers`() {
        let page = """
            I'm Ada Lovelace.

            # Engines and looms
            - Ada Lovelace, Charles Babbage. Notes on the Analytical Engine. Scientific Memoirs, 1843.
            - Ada Lovelace, M. Somerville. Numbers of Bernoulli by Machine. Scientific Memoirs, 1842.
            - Ada Lovelace, M. Somerville. Punched Cards and Patterns. Scientific Memoirs, 1841.

            # Hobbies
            - Flying
            - Riding, dancing and the harp
            - Mathematics
            """
        let result = imported(["about.md": page], name: "Ada Lovelace")
        #expect(result.record.value["publications"]?.list?.count == 3)
        #expect(text(result, "/sections/hobbies/text") != nil)
    }

    @Test func `pages that a theme ships with are left out, a page with one sample is not`() {
        let result = imported([
            "_pages/about.md": "---\nauthor_profile: true\n---\nI'm Ada Lovelace.",
            "_pages/markdown.md":
                "---\ntitle: Markdown\npermalink: /markdown/\n---\n"
                + "## Locations of key files/directories\n\nx",
            "_pages/cv.md":
                "---\ntitle: CV\npermalink: /cv/\n---\n## Hobbies\n\n"
                + String(repeating: "I fly. ", count: 300)
                + "\n\n## Samples\n\n* Lorem ipsum dolor sit amet",
        ])
        let titles = result.record.value["sections"]?.list?.compactMap { $0["title"]?.string }
        #expect(titles == ["Hobbies"])
        #expect(result.report.dropped.contains { $0.file == "_pages/markdown.md" })
    }

    @Test func `a value that no field can hold is said, not lost`() {
        let result = imported([
            "_config.yml": "author:\n  name: Ada Lovelace\n  email: \"ada@ @example\"",
            "_pages/about.md": "---\nauthor_profile: true\n---\nHi",
        ])
        #expect(result.record.value["profile"]?["emails"]?.list?.isEmpty ?? true)
        let left = result.report.diagnostics.filter { $0.code.rawValue == "import.field-left" }
        #expect(left.contains { $0.message.contains("ada@ @example") })
    }

    @Test(arguments: UInt64(0)..<200) func `damaged pages do no harm`(seed: UInt64) {
        let page = """
            ---
            author_profile: true
            title: x
            ---
            # 🔥 News
            * [2024.01] **a** <div class='paper-box'>[x](y)</div> {{ z }}

            <table><tr><td>2024</td><td>b</td></tr></table>
            <!-- c -->
            """
        var damage = Damage(seed: seed)
        let bytes = damage.damaged(Array(page.utf8))
        let result = imported(["about.md": String(decoding: bytes, as: UTF8.self)])
        #expect(result.record.value["profile"]?["name"] != nil)
        for (name, schema) in schemas.sections {
            guard let section = result.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(errors.map(\.message))")
        }
    }
}
