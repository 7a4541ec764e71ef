import Exchange
import Foundation
import RecordModel
import Testing

/// Documents as other tools write them.
struct KnownDocumentTests {
    private func read(_ text: String, as name: String) throws -> ExchangeForm.Read {
        let form = try #require(ExchangeForm.named(name))
        let read = try form.sections(in: text, file: "file")
        try Schemas.check(read.sections)
        return read
    }

    @Test func `items of a reference manager are publications`() throws {
        let read = try read(
            """
            [{"id": "ada1843", "type": "article-journal", "title": "Notes on the Engine",
              "author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
                         {"literal": "The Engine Group"}],
              "container-title": "Scientific Memoirs", "volume": "3", "issue": "1", "page": "666-731",
              "issued": {"date-parts": [["1843", 9]]}, "DOI": "https://doi.org/10.1000/xyz123",
              "language": "en", "accessed": {"date-parts": [[2024, 1, 2]]}},
             {"id": "p", "type": "article", "title": "A preprint", "number": "arXiv:2401.17644",
              "author": [{"family": "Li", "given": "Si"}], "issued": {"raw": "2024-01-31"}}]
            """, as: "csl")
        let works = try #require(read.sections["publications"]?.list)
        #expect(works.count == 2)
        #expect(works[0]["authors"]?.list?.first?["name"] == "Ludwig van Beethoven")
        #expect(works[0]["authors"]?.list?.last?["name"] == "The Engine Group")
        #expect(works[0]["venue"]?["name"] == "Scientific Memoirs")
        #expect(works[0]["venue"]?["number"] == "1")
        #expect(works[0]["date"] == "1843-09")
        #expect(works[0]["doi"] == "10.1000/xyz123")
        #expect(works[1]["arxiv"] == "2401.17644")
        #expect(works[1]["date"] == "2024-01-31")
        let lost = read.losses.map(\.path.description)
        #expect(lost.contains { $0.hasSuffix("/language") })
        #expect(lost.contains { $0.hasSuffix("/accessed") })
    }

    @Test func `a resume is a record`() throws {
        let read = try read(
            """
            {"basics": {"name": "Ada Lovelace", "label": "Analyst", "email": "ada@example.org",
               "location": {"city": "London", "countryCode": "GB"}, "summary": "I compute.",
               "profiles": [{"network": "Twitter", "username": "ada"},
                            {"network": "Difference", "username": "d", "url": "https://d.example"}]},
             "work": [{"name": "Engine Ltd", "position": "Engineer", "startDate": "2020-05",
               "summary": "Built it.", "highlights": ["Fast", "Cheap"]}],
             "education": [{"institution": "Home", "area": "Mathematics", "studyType": "Private",
               "endDate": "1832", "courses": ["Calculus"]}],
             "awards": [{"title": "Medal", "awarder": "Society", "date": "2021"}],
             "skills": [{"name": "Swift", "level": "Master"}]}
            """, as: "json-resume")
        let person = try #require(read.sections["profile"])
        #expect(person["name"]?["display"] == "Ada Lovelace")
        #expect(person["location"] == "London, GB")
        #expect(person["links"]?.list?.map { $0["kind"] } == ["x", "other"])
        let work = try #require(read.sections["positions"]?.list?.first)
        #expect(work["organization"] == "Engine Ltd")
        #expect(work["text"] == "Built it.\n\n- Fast\n- Cheap")
        #expect(read.sections["education"]?.list?.first?["text"] == "- Calculus")
        #expect(read.sections["awards"]?.list?.first?["organization"] == "Society")
        #expect(read.losses.map(\.path.description).contains("/skills"))
    }

    @Test func `a curriculum of RenderCV is a record`() throws {
        let read = try read(
            """
            cv:
              name: Ada Lovelace
              headline: Analyst
              phone: tel:+44-20-7946-0000
              social_networks:
                - network: GitHub
                  username: ada
              sections:
                summary:
                  - I compute.
                education:
                  - institution: Home
                    area: Mathematics
                    start_date: 1828
                    end_date: 1832-05
                    highlights:
                      - Calculus
                work:
                  - company: Engine Ltd
                    position: Engineer
                    start_date: 2020-05
                    end_date: present
                publications:
                  - title: Notes
                    authors: ["*Ada Lovelace*", L. Menabrea]
                    journal: Memoirs
                    date: 1843-09
                skills:
                  - label: Languages
                    details: French
            """, as: "rendercv")
        #expect(read.sections["profile"]?["bio"] == "I compute.")
        #expect(read.sections["profile"]?["phone"] == "+44-20-7946-0000")
        let education = try #require(read.sections["education"]?.list?.first)
        #expect(education["degree"] == "Mathematics" && education["start"] == "1828")
        #expect(read.sections["positions"]?.list?.first?["end"] == "present")
        let work = try #require(read.sections["publications"]?.list?.first)
        #expect(work["authors"]?.list?.map { $0["self"] ?? false } == [true, false])
        #expect(read.losses.contains { $0.path.description.hasPrefix("/cv/sections/skills") })
    }

    @Test func `a public record of ORCID is a record`() throws {
        let read = try read(
            """
            {"orcid-identifier": {"uri": "https://orcid.org/0000-0002-1825-0097",
               "path": "0000-0002-1825-0097", "host": "orcid.org"},
             "person": {"name": {"given-names": {"value": "Josiah"},
                 "family-name": {"value": "Carberry"}, "credit-name": null},
               "biography": {"content": "A psychoceramist."},
               "keywords": {"keyword": [{"content": "ceramics", "put-code": 1}]}},
             "activities-summary": {
               "employments": {"affiliation-group": [{"summaries": [{"employment-summary": {
                 "put-code": 2, "role-title": "Professor", "department-name": "Psychoceramics",
                 "start-date": {"year": {"value": "1930"}, "month": {"value": "04"}, "day": null},
                 "organization": {"name": "Brown University",
                   "address": {"city": "Providence", "region": "RI", "country": "US"}}}}]}]},
               "fundings": {"group": [{"funding-summary": [{"title": {"title": {"value": "Grant"}}}]}]},
               "works": {"group": [{"work-summary": [{"put-code": 3, "type": "journal-article",
                 "title": {"title": {"value": "Toward a Theory"}},
                 "journal-title": {"value": "Journal of Psychoceramics"},
                 "publication-date": {"year": {"value": "2008"}, "month": null, "day": null},
                 "external-ids": {"external-id": [{"external-id-type": "doi",
                   "external-id-value": "10.5555/12345678"}]}}]}]}}}
            """, as: "orcid")
        #expect(read.sections["profile"]?["name"]?["display"] == "Josiah Carberry")
        #expect(read.sections["profile"]?["links"]?.list?.first?["handle"] == "0000-0002-1825-0097")
        let position = try #require(read.sections["positions"]?.list?.first)
        #expect(position["start"] == "1930-04" && position["place"] == "Providence, RI, US")
        let work = try #require(read.sections["publications"]?.list?.first)
        #expect(work["doi"] == "10.5555/12345678" && work["venue"]?["type"] == "journal")
        #expect(work["others"] == true)
        #expect(read.losses.map(\.path.description).allSatisfy { $0.contains("/fundings/") })
        #expect(!read.losses.isEmpty)
    }

    @Test func `a bibliography is publications, and no field of it is lost`() throws {
        let read = try read(
            """
            @string{icml = "International Conference on Machine Learning"}
            @inproceedings{tang2022,
              title = {{FedImpro}: Measuring \\& Improving},
              author = {Tang, Zhenheng and van der Berg, Jan and M{\\"u}ller, K. and others},
              booktitle = icml, year = 2022, month = jul, pages = {1--10},
              pdf = {https://example.org/a.pdf}, code = {local.zip}, abbr = {ICML},
              selected = {true}, altmetric = {123}, keywords = {federated, privacy}}
            @article{p, title={Paper}, author={Li, Si}, journal={arXiv preprint arXiv:2401.17644},
              year={2024}}
            """, as: "bibtex")
        let works = try #require(read.sections["publications"]?.list)
        #expect(works.count == 2)
        #expect(works[0]["title"] == "FedImpro: Measuring & Improving")
        #expect(
            works[0]["authors"]?.list?.map { $0["name"] ?? "" } == [
                "Zhenheng Tang", "Jan van der Berg", "K. Müller",
            ])
        #expect(works[0]["others"] == true && works[0]["selected"] == true)
        #expect(works[0]["date"] == "2022-07")
        #expect(works[0]["venue"]?["short"] == "ICML")
        #expect(works[0]["venue"]?["type"] == "conference")
        #expect(works[0]["links"]?.list?.count == 1)
        #expect(works[0]["bibtex"]?["key"] == "tang2022")
        #expect(works[0]["bibtex"]?["fields"] == ["code": "local.zip", "altmetric": "123"])
        #expect(works[0]["tags"] == ["federated", "privacy"])
        #expect(works[1]["arxiv"] == "2401.17644")
        #expect(works[1]["venue"]?["type"] == "preprint")
        #expect(works[1]["bibtex"]?["type"] == "article")
        let lost = read.losses.map(\.path.description)
        #expect(lost.allSatisfy { $0.hasSuffix("/month") || $0.hasSuffix("/pages") }, "\(lost)")
    }
}
