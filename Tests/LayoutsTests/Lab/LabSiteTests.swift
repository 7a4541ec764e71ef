import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Layouts

@Suite struct LabSiteTests {
    private let files = Dictionary(
        uniqueKeysWithValues: SampleLab.output().files.map { ($0.path.description, $0.content) })

    private func text(_ path: String) -> String {
        if case .bytes(let bytes)? = files[path] {
            String(decoding: bytes, as: UTF8.self)
        } else {
            ""
        }
    }

    private func json(_ path: String) throws -> Value {
        try JSONReader().read(Array(text(path).utf8), file: path).value
    }

    @Test func `a work that three members list is there once, with what each of them knows`() throws
    {
        let works = try json("_data/publications.json")
        let fair = works.mapping?.entries.filter {
            $0.value["title"] == "Fair Averaging of Unequal Clients"
        }
        let work = try #require(fair?.first?.value)
        #expect(fair?.count == 1)
        // The paper counts more than the preprint, and keeps the preprint's id, links and picture.
        #expect(
            work["venue"]?["short"] == "ICML" && work["year"] == "2024" && work["status"] == nil)
        let labels = work["links"]?.list?.compactMap { $0["label"]?.string }
        #expect(labels == ["Code", "DOI", "arXiv"])
        #expect(work["image"]?["alt"] == "Three clients of three sizes")
        // Who is marked as self in one record is linked in the list of another.
        let authors = work["authors"]?.list?.map { $0["member"]?.string }
        #expect(authors == ["mei-lin-zhang", "jide-okafor", "aoife-byrne"])
        #expect(work["authors"]?.list?[0]["self"] == nil)
    }

    @Test func `papers of one title by others are not the same`() throws {
        let titles = try json("publications.json").list?.compactMap { $0["title"]?.string } ?? []
        #expect(
            titles.count { TitleKey($0) == TitleKey("Gossip protocols for slow networks") } == 2)
        #expect(titles.count == 6)
    }

    @Test func `who keeps off the site leaves nothing on it`() {
        for (path, content) in files {
            guard case .bytes = content else { continue }
            #expect(!path.contains("secret-one"))
            for word in ["Sam Secret", "Nobody Else Lists", "Nobody At-All"] {
                #expect(!text(path).contains(word), "\(path)")
            }
        }
    }

    @Test func `who left leaves what labfolio.yml says`() {
        let page = text("people/old-hand/index.html")
        #expect(page.contains("layout: \"moved\"") && page.contains("https://olga.example.org/"))
        let tombstone = text("people/noor-haddad/index.html")
        #expect(tombstone.contains("layout: \"departed\"") && tombstone.contains("noindex: true"))
        #expect(tombstone.contains("Member until 2019"))
        #expect(files["people/nobody/index.html"] == nil)
        // A profile that is still in the store, of whom a tombstone is left.
        #expect(text("people/tom-gone/index.html").contains("layout: \"departed\""))
        #expect(text("people/index.html").contains("Olga Hand"))
    }

    @Test func `without the entry a profile that is gone leaves nothing`() {
        let output = SampleLab.output(configuration: ["lab": ["name": "Lab"]])
        let pages = output.files.map(\.path.description).filter { $0.hasPrefix("people/") }
        #expect(!pages.contains { $0.contains("noor") || $0.contains("old-hand") })
        #expect(pages.contains("people/tom-gone/index.html"))
    }

    @Test
    func `news that two members share is one item, and what came after somebody left is none`() {
        let news = text("news/index.html")
        #expect(news.components(separatedBy: "was accepted at ICML").count == 2)
        #expect(!news.contains("I moved house"))
        #expect(text("people/emre-yilmaz/index.html").contains("I moved house"))
    }

    @Test func `people.json says who is where`() throws {
        let people = try json("people.json")
        let all = people["people"]?.list ?? []
        #expect(all.compactMap { $0["id"]?.string }.first == "aoife-byrne")
        let emre = try #require(all.first { $0["id"] == "emre-yilmaz" })
        #expect(emre["status"] == "alumni" && emre["until"] == "2023-03")
        #expect(emre["next"] == "Research scientist at Example Labs")
        let aoife = try #require(all.first)
        #expect(aoife["page"] == "https://lab.example.org/dlg/people/aoife-byrne/")
        #expect(aoife["orcid"] == "https://orcid.org/0000-0002-1825-0097")
        #expect(aoife["group"] == "faculty" && aoife["status"] == "current")
    }

    @Test func `the bibliographies hold each work once`() throws {
        let csl = try #require(try json("publications.json").list)
        let fair = try #require(csl.first { $0["DOI"] == "10.1000/fair.2024" })
        #expect(fair["type"] == "paper-conference")
        #expect(fair["issued"]?["date-parts"] == [[2024, 7]])
        #expect(fair["author"]?.list?.first == ["family": "Zhang", "given": "Mei Lin"])
        let document = BibTeXParser(file: "publications.bib").parse(text("publications.bib"))
        #expect(document.entries.count == csl.count && document.diagnostics.isEmpty)
        let cff = try YAMLReader().read(Array(text("CITATION.cff").utf8), file: "x.yml").value
        #expect(cff["cff-version"] == "1.2.0" && cff["references"]?.list?.count == csl.count)
    }

    @Test func `the feed is XML, newest first, with ids that stay`() throws {
        let feed = text("feed.xml")
        let outcome = try SystemCommand.run(
            "python3",
            ["-c", "import sys, xml.etree.ElementTree as t; t.parse(sys.stdin.buffer)"], input: feed
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ids = feed.matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
        #expect(Set(ids).count == ids.count && ids.count == 7)
        let moved = SampleLab.output(
            configuration: SampleLab.configuration.replacing(
                FieldPath(steps: ["site", "url"]), with: "https://else.example"))
        let other = moved.files.first { $0.path.description == "feed.xml" }
        guard case .bytes(let bytes)? = other?.content else { return }
        let later = String(decoding: bytes, as: UTF8.self).matches(of: /<id>([^<]*)<\/id>/)
        #expect(later.map { String($0.1) }.dropFirst() == ids.dropFirst())
    }

    @Test func `the order of the entries in the files changes nothing`() {
        let turned = SampleLab.records.map { record in
            var sections = record.value.mapping ?? Mapping()
            for name in ["news", "publications"] {
                if let list = sections[name]?.list { sections[name] = .list(list.reversed()) }
            }
            return Record(id: record.id, value: .mapping(sections))
        }
        #expect(SampleLab.output(turned).files == SampleLab.output().files)
    }

    @Test func `long lists go on over several pages, and every work is on one of them`() throws {
        let papers = (0..<450).map { number in
            SampleLab.paper(
                "paper-\(number)", "Paper number \(number)", [["name": "Ada Ng", "self": true]],
                "\(2000 + number % 3)")
        }
        let record = SampleLab.person(
            "ada", "Ada Ng", role: "Professor", [:], ["publications": .list(papers)])
        let output = SampleLab.output([record], configuration: ["lab": ["name": "Lab"]])
        let pages = output.files.filter {
            $0.path.description.wholeMatch(of: /publications\/(page\/\d+\/)?index.html/) != nil
        }
        #expect(pages.count == 3)
        var keys: Set<String> = []
        for page in pages {
            guard case .bytes(let bytes) = page.content else { continue }
            let found = String(decoding: bytes, as: UTF8.self).matches(of: /"(ada--paper-\d+)"/)
            #expect(found.count <= 200)
            keys.formUnion(found.map { String($0.1) })
        }
        #expect(keys.count == 450)
    }

    @Test func `search engines read each work on one page of its year`() throws {
        let papers = (0..<450).map { number in
            SampleLab.paper(
                "paper-\(number)", "Paper number \(number).", [["name": "Ada Ng", "self": true]],
                "2020")
        }
        let record = SampleLab.person(
            "ada", "Ada Ng", role: "Professor", [:], ["publications": .list(papers)])
        let pages = SampleLab.output([record], configuration: [:]).files.filter {
            $0.path.description.hasPrefix("publications/years/2020/")
        }
        #expect(pages.count == 3)
        var titles: [Substring] = []
        for page in pages {
            guard case .bytes(let bytes) = page.content else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let data = try #require(
                text.split(separator: "\n").first { $0.hasPrefix("jsonld_html") })
            let found = data.matches(of: /Paper number \d+\./).map(\.0)
            // What is listed there, and nothing else.
            #expect(found.count == text.matches(of: /"ada--paper-\d+"/).count)
            titles += found
        }
        #expect(titles.count == 450 && Set(titles).count == 450)
    }

    @Test func `a lab of nobody has a site`() {
        let paths = SampleLab.output([], configuration: [:]).files.map(\.path.description)
        #expect(paths.contains("index.html") && paths.contains("feed.xml"))
        #expect(!paths.contains("publications/index.html"))
    }
}
