import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import Testing

@testable import Importing

/// What an import makes of the data files of a site: curricula, coauthors, venues, courses.
@Suite struct CurriculumImportTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
    }

    private func imported(_ files: [String: String]) throws -> Imported {
        let site = SiteSource(paths: files.keys.sorted(), texts: files)
        let imported = Importer(schemas: schemas).read(site, as: id)
        for (name, schema) in schemas.sections {
            guard let section = imported.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        let words = imported.report.words
        #expect(
            words.typed + words.verbatim + words.dropped == words.source,
            "\(imported.report.diagnostics.map(\.message))")
        return imported
    }

    private func fields(_ imported: Imported, _ section: String, _ index: Int = 0) -> Mapping {
        guard let list = imported.record.value[section]?.list, list.indices.contains(index) else {
            return Mapping()
        }
        return list[index].mapping ?? Mapping()
    }

    private static let home =
        "---\nlayout: about\nprofile:\n  align: right\n---\nI am Ada Lovelace."

    @Test func `the theme's dialect of RenderCV becomes entries`() throws {
        let result = try imported([
            "_pages/about.md": Self.home,
            "_data/cv.yml": """
            cv:
              name: Ada Lovelace
              label: Mathematician
              email: ada@example.org
              sections:
                Education:
                  - institution: University of London
                    area: Mathematics
                    studyType: PhD
                    start_date: 2018-09
                    end_date: 2023
                    courses: [Calculus, Looms]
                Experience:
                  - company: Analytical &amp; Co
                    position: Programmer
                    start_date: May 2024
                    end_date: Present
                    url: https://example.org/co
                    highlights:
                      - Wrote the first program
                Honors and Awards:
                  - title: Medal of Looms
                    awarder: Royal Society
                    date: 2024
                    summary: For **looms**.
                Service:
                  - bullet: "Reviewer: ICML 2024"
                Skills:
                  - name: Weaving
                    level: Expert
                    keywords: [Jacquard, Cards]
            """,
        ])
        let education = fields(result, "education")
        #expect(education["degree"] == "PhD")
        #expect(education["field"] == "Mathematics")
        #expect(education["organization"] == "University of London")
        #expect(education["start"] == "2018-09")
        #expect(education["text"] == "- Courses: Calculus, Looms")
        let position = fields(result, "positions")
        #expect(position["organization"] == "Analytical & Co")
        #expect(position["start"] == "2024-05")
        #expect(position["end"] == "present")
        #expect(position["url"] == "https://example.org/co")
        #expect(position["text"] == "- Wrote the first program")
        let award = fields(result, "awards")
        #expect(award["title"] == "Medal of Looms")
        #expect(award["organization"] == "Royal Society")
        #expect(award["text"] == "For **looms**.")
        #expect(fields(result, "service")["venue"] == "ICML")
        let skills = fields(result, "sections")
        #expect(skills["title"] == "Skills")
        #expect(skills["text"] == "- **Weaving**, Expert, Jacquard, Cards")
        #expect(skills["permalink"] == "/cv/")
        #expect(result.record.value["profile"]?["role"] == "Mathematician")
        #expect(result.report.words.dropped == 0)
    }

    @Test func `the tables of earlier versions become entries`() throws {
        let result = try imported([
            "_pages/about.md": Self.home,
            "_data/cv.yml": """
            - title: General Information
              type: map
              contents:
                - name: Full Name
                  value: Ada Lovelace
                - name: Languages
                  value: English, French
            - title: Education
              type: time_table
              contents:
                - title: PhD
                  institution: University of London
                  year: 2015 - 2019
                  description:
                    - On engines.
                    - title: With
                      contents: [Cards, Looms]
            - title: Experience
              type: time_table
              contents:
                - title: <a href="https://example.org/x">Programmer</a>
                  institution: Engine Works
                  year: 2020-now
            - title: Honors and Awards
              type: time_table
              contents:
                - year: 1921
                  items: [Medal of Looms, Prize of Cards]
            - title: Other Interests
              type: list
              contents:
                - <u>Hobbies:</u> Flying
            """,
        ])
        let education = fields(result, "education")
        #expect(education["start"] == "2015" && education["end"] == "2019")
        #expect(education["text"] == "- On engines.\n- With\n  - Cards\n  - Looms")
        let position = fields(result, "positions")
        #expect(position["role"] == "Programmer")
        #expect(position["end"] == "present")
        #expect(position["url"] == "https://example.org/x")
        #expect(fields(result, "awards")["title"] == "Medal of Looms")
        #expect(fields(result, "awards", 1)["date"] == "1921")
        #expect(fields(result, "sections")["text"] == "- **Languages:** English, French")
        #expect(fields(result, "sections", 1)["text"] == "- <u>Hobbies:</u> Flying")
    }

    @Test(arguments: [
        ("assets/json/resume.json", "---\nlayout: about\nprofile:\n  align: right\n---\nHi"),
        ("_data/cv.json", "---\nauthor_profile: true\n---\nHi"),
    ])
    func `a JSON Resume says who it is and becomes entries`(file: String, home: String) throws {
        let result = try imported([
            "_pages/about.md": home,
            "_config.yml": file.hasPrefix("_data") ? "publication_category: {}" : "scholar:\n",
            file: """
            {"basics": {"name": "Ada Lovelace", "label": "Programmer", "phone": "+44 1",
              "profiles": [{"network": "GitHub", "username": "ada", "url": ""}]},
             "work": [{"name": "Engine Works", "position": "Programmer", "startDate": "2020-01",
               "summary": "Cards.", "highlights": ["Looms"]}],
             "certificates": [{"name": "Weaver", "issuer": "Guild", "date": "2019"}],
             "languages": [{"language": "English", "fluency": "Native"}]}
            """,
        ])
        #expect(result.record.value["profile"]?["name"]?["display"] == "Ada Lovelace")
        #expect(result.record.value["profile"]?["phone"] == "+44 1")
        #expect(
            result.record.value["profile"]?["links"]?.list?.first?["handle"] == "ada")
        #expect(fields(result, "positions")["role"] == "Programmer")
        #expect(fields(result, "positions")["text"] == "Cards.\n\n- Looms")
        #expect(fields(result, "sections")["text"] == "- **Weaver**, Guild, 2019")
        #expect(fields(result, "sections", 1)["title"] == "Languages")
    }

    @Test func `what a page says already is there once, and completed where it may be`() throws {
        let result = try imported([
            "_pages/about.md": Self.home
                + "\n\n## Education\n\n- 2015 - 2019, PhD in Mathematics, University of London\n",
            "_bibliography/papers.bib":
                "@article{a, title={Fast Looms}, author={Lovelace, Ada}, year=2024}",
            "_data/cv.yml": """
            cv:
              name: Ada Lovelace
              sections:
                Education:
                  - institution: University of London
                    area: Mathematics
                    studyType: PhD
                    start_date: 2015
                    end_date: 2019
                    location: London, England
                Publications:
                  - title: Fast Looms
                    authors: [Ada Lovelace]
                    url: https://example.org/looms
            """,
        ])
        #expect(result.record.value["education"]?.list?.count == 1)
        // The item stands on the page as it was written, so it gets nothing; that is said.
        #expect(fields(result, "education")["place"] == nil)
        let other = result.report.dropped.filter { $0.reason == .outweighed }
        #expect(other.map(\.text) == ["London, England"])
        #expect(result.record.value["publications"]?.list?.count == 1)
        #expect(fields(result, "publications")["url"] == "https://example.org/looms")
    }

    @Test(arguments: [
        "- title: General Information\n  type: map\n  contents:\n    - name: Full Name\n"
            + "      value: Albert Einstein\n- title: Education\n  type: time_table\n"
            + "  contents:\n    - title: PhD\n      institution: University of Zurich\n"
            + "      year: 1905\n",
        "cv:\n  name: Albert Einstein\n  sections:\n    Education:\n"
            + "      - institution: University of Zurich\n        studyType: PhD\n",
    ])
    func `the curriculum of the theme's example is nobody's`(curriculum: String) throws {
        let result = try imported(["_pages/about.md": Self.home, "_data/cv.yml": curriculum])
        #expect(result.record.value["education"] == nil)
        let sample = try #require(result.report.dropped.first { $0.reason == .templateSample })
        #expect(sample.text.contains("University of Zurich"))
        #expect(sample.file == "_data/cv.yml")
    }

    @Test func `a data file that nobody can read is listed, not lost`() throws {
        let result = try imported([
            "_pages/about.md": Self.home, "_data/cv.yml": "cv:\n\t- [Ada",
        ])
        #expect(result.report.dropped.contains { $0.reason == .unreadable && $0.line == 1 })
    }

    @Test func `coauthors and venues give their addresses to publications`() throws {
        let result = try imported([
            "_pages/about.md": Self.home,
            "_bibliography/papers.bib":
                "@article{a, title={Fast Looms}, abbr={ICML}, year=2024, "
                + "author={Lovelace, Ada and M{\\\"u}ller, Jos{\\'e} and M{\\\"u}ller, Max}}",
            "_data/coauthors.yml": """
            "muller":
              - firstname: ["José", "J."]
                url: https://example.org/jose
            "babbage":
              - firstname: ["Charles"]
                url: https://example.org/charles
            "podolsky":
              - firstname: ["Boris"]
                url: https://en.wikipedia.org/wiki/Boris_Podolsky
            """,
            "_data/venues.yml": """
            "ICML":
              url: https://icml.cc
            "KDD":
              url: https://kdd.org
            """,
        ])
        let paper = fields(result, "publications")
        let urls = (paper["authors"]?.list ?? []).map { $0["url"]?.string }
        #expect(urls == [nil, "https://example.org/jose", nil])
        #expect(paper["venue"]?["url"] == "https://icml.cc")
        let left = result.report.dropped.filter { $0.reason == .unplaced }.map(\.text)
        #expect(left == ["Charles babbage: https://example.org/charles", "KDD: https://kdd.org"])
        #expect(result.report.dropped.contains { $0.reason == .templateSample })
    }

    @Test func `files of courses become teaching`() throws {
        let result = try imported([
            "_pages/about.md": Self.home,
            "_teachings/ml.md": """
            ---
            layout: course
            title: Looms &amp; Cards
            year: 2024
            term: Fall
            instructor: Ada Lovelace
            location: Room 1
            time: Mondays
            course_id: looms
            description: For *everybody*.
            credits: 6
            schedule:
              - week: 1
                date: Jan 15
                topic: Threads
                description: Bring some.
                materials:
                  - name: Slides
                    url: https://example.org/slides.pdf
            ---

            Notes.
            """,
        ])
        let course = fields(result, "teaching")
        #expect(course["course"] == "Looms & Cards")
        #expect(course["date"] == "2024" && course["term"] == "Fall")
        #expect(course["instructor"] == "Ada Lovelace" && course["place"] == "Room 1")
        #expect(course["text"] == "For *everybody*.\n\nNotes.")
        let meeting = course["schedule"]?.list?.first
        #expect(meeting?["topic"] == "Threads" && meeting?["week"] == "1")
        #expect(meeting?["text"] == "Jan 15\n\nBring some.")
        #expect(meeting?["links"]?.list?.first?["label"] == "Slides")
        #expect(result.report.dropped.contains { $0.text == "credits: 6" })
    }
}
