import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Layouts

/// Profiles of every shape, built by Jekyll: a few in each run, thirty with LABFOLIO_SOAK.
@Suite(.enabled(if: JekyllSite.isAvailable, "Jekyll is not installed"))
struct GeneratedSitesTests {
    private static let count =
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == nil ? 1 : 30

    private static func record(_ number: Int) -> Record {
        var generator = StoreGenerator()
        generator.publications = 12
        generator.news = 6
        var sections = Mapping()
        for (section, value) in generator.record(number) {
            let more: [Value] = incomplete[section].map { [$0] } ?? []
            sections[section] = value.list.map { .list($0 + more) } ?? value
        }
        return Record(id: .known(generator.id(number)), value: .mapping(sections))
    }

    /// Entries that are entries only with the text that they were written with.
    private static let incomplete: [String: Value] = [
        "publications": [
            "id": "nameless", "title": "Reading rivers from above",
            "venue": ["name": "River Annals"], "date": "2020",
            "written": "[Reading rivers from above](https://a.example/x). River Annals, 2020.",
        ],
        "news": ["id": "undated", "written": "A bridge opens over a river, some day."],
    ]

    /// What they say, in whatever way a theme shows them.
    private static let shown = ["Reading rivers from above", "A bridge opens over a river"]

    private static let words = [
        "YAML Exception", "rror:", "Liquid Exception", "arning", "Conflict",
    ]

    @Test(arguments: 0..<count)
    func `the plain site of a generated profile is built without a warning`(number: Int) throws {
        let site = try JekyllSite(Layout.plain.output(.init(record: Self.record(number))))
        #expect(site.status == 0, "\(site.log)")
        for word in Self.words { #expect(!site.log.contains(word), "\(site.log)") }
        for page in site.pages where page.html.contains("<main") {
            #expect(Accessibility.findings(page) == [], "\(page.path)")
        }
        for text in Self.shown {
            #expect(site.pages.contains { HTMLText.plainText($0.html).contains(text) }, "\(text)")
        }
        try checkHTML(of: site)
    }

    @Test(arguments: Layout.all.map(\.name).filter { $0 != "plain" }, 0..<count)
    func `so is that of a theme`(theme: String, number: Int) throws {
        let site = try BuiltSite(try #require(Layout.named(theme)), Self.record(number))
        #expect(site.status == 0, "\(site.log)")
        // What has no date is not in al-folio's list of news, which the export says.
        for text in Self.shown where theme != "al-folio" || !text.contains("bridge") {
            #expect(site.words.contains(text), "\(text)")
        }
        for word in Self.words { #expect(!site.log.contains(word), "\(site.log)") }
    }

    @Test func `the lab of generated profiles is built without a warning`() throws {
        let members = Self.count > 1 ? 30 : 8
        let site = try JekyllSite(SampleLab.output((0..<members).map(Self.record)))
        #expect(site.status == 0, "\(site.log)")
        for word in Self.words { #expect(!site.log.contains(word), "\(site.log)") }
        #expect(SiteLinks.broken(in: site, base: "/dlg") == [])
        for page in site.pages where page.html.contains("<main") {
            #expect(Accessibility.findings(page) == [], "\(page.path)")
        }
        if Self.count > 1 { try checkHTML(of: site) }
    }

    /// Expects that the checker of the standard finds no error, where it is installed.
    private func checkHTML(of site: JekyllSite) throws {
        guard HTMLChecker.nu.isInstalled else { return }
        let findings = try HTMLChecker.nu.findings(in: site.pages)
        #expect(findings.isEmpty, "\(findings.prefix(40))")
    }
}
