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
        for (section, value) in generator.record(number) { sections[section] = value }
        return Record(id: .known(generator.id(number)), value: .mapping(sections))
    }

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
        try checkHTML(of: site)
    }

    @Test(arguments: Layout.all.map(\.name).filter { $0 != "plain" }, 0..<count)
    func `so is that of a theme`(theme: String, number: Int) throws {
        let site = try BuiltSite(try #require(Layout.named(theme)), Self.record(number))
        #expect(site.status == 0, "\(site.log)")
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
