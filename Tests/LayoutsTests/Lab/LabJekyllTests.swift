import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Layouts

/// What Jekyll makes of a lab's site.
@Suite(.enabled(if: JekyllSite.isAvailable, "Jekyll is not installed"))
struct LabJekyllTests {
    /// The sample lab, and one whose every text attacks the page.
    enum Content: String, CaseIterable, Sendable { case sample, hostile }

    private static let sample = Result { try JekyllSite(SampleLab.output()) }
    private static let hostile = Result { try JekyllSite(hostileOutput()) }

    private func built(_ content: Content) throws -> JekyllSite {
        try (content == .sample ? Self.sample : Self.hostile).get()
    }

    private static let attack =
        "\"'></title></script><script>alert(1)</script><img src=x alt=x onerror=alert(1)>]]>\u{85}"
        + "{{ site.title }}{% include nothing.html %}{% raw %}\\---\n"

    private static func hostileOutput() throws -> Layout.Output {
        let texts = try SchemaTexts()
        let rich = texts.changing(RichRecord.value) { text in
            switch text.kind {
            case "plain" where !text.place.hasSuffix("/file"): text.text + attack
            case "markdown": text.text + "\n\n" + attack
            case "url": "javascript:alert(1)//" + text.text
            default: text.text
            }
        }
        let records = ["ada", "bo"].map { Record(id: .known($0), value: rich) }
        return SampleLab.output(
            records,
            configuration: [
                "lab": ["name": .string("Lab" + attack), "description": .string("We " + attack)],
                "departed": [
                    "gone": ["name": .string("Gone" + attack), "url": "javascript:alert(1)"],
                    "../out": ["name": "Out"],
                ],
                "site": [
                    "url": "javascript:alert(1)",
                    "groups": [["id": "g", "heading": .string("G" + attack), "roles": ["*"]]],
                ],
            ])
    }

    @Test(arguments: Content.allCases)
    func `Jekyll builds the site without a complaint`(content: Content) throws {
        let site = try built(content)
        #expect(site.status == 0, "\(site.log)")
        for word in ["YAML Exception", "rror", "Liquid Warning", "Conflict"] {
            #expect(!site.log.contains(word), "\(site.log)")
        }
        #expect(site.pages.count > 8)
    }

    @Test(arguments: Content.allCases)
    func `no text becomes markup or code`(content: Content) throws {
        for page in try built(content).pages {
            for script in page.tags.filter({ $0.name == "script" }) {
                let isOurs = script.attributes["src"]?.hasSuffix("theme/plain.js") == true
                #expect(
                    isOurs || script.attributes["type"] == "application/ld+json", "\(page.path)")
            }
            for tag in page.tags {
                for (name, value) in tag.attributes {
                    #expect(!name.hasPrefix("on"), "\(page.path): \(tag)")
                    #expect(!value.lowercased().hasPrefix("javascript:"), "\(page.path): \(tag)")
                }
            }
        }
    }

    @Test func `what attacks is there as text`() throws {
        let site = try built(.hostile)
        let words = site.pages.map { HTMLText.plainText($0.html) }.joined(separator: "\n")
        #expect(words.contains("<script>alert(1)</script>"))
        #expect(words.contains("{% include nothing.html %}"))
        for path in ["people.json", "publications.json"] {
            _ = try JSONReader().read(Array((site.files[path] ?? "").utf8), file: path)
        }
        let outcome = try SystemCommand.run(
            "python3",
            ["-c", "import sys, xml.etree.ElementTree as t; t.parse(sys.stdin.buffer)"],
            input: site.files["feed.xml"] ?? "")
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(arguments: Content.allCases)
    func `an accessibility checker would find nothing`(content: Content) throws {
        for page in try built(content).pages where page.html.contains("<main") {
            #expect(Accessibility.findings(page) == [], "\(page.path)")
        }
    }

    @Test func `every link within the site leads to something`() throws {
        #expect(SiteLinks.broken(in: try built(.sample), base: "/dlg") == [])
    }

    @Test func `a page asks no other host for anything`() throws {
        for page in try built(.sample).pages {
            for tag in page.tags where !["a", "meta"].contains(tag.name) {
                guard ["stylesheet", "icon"].contains(tag.attributes["rel"] ?? "stylesheet") else {
                    continue
                }
                let address = tag.attributes["src"] ?? tag.attributes["href"] ?? ""
                #expect(!address.contains("//"), "\(page.path): \(tag)")
            }
        }
    }

    @Test func `the lists of works are pages that link to each other`() throws {
        let site = try built(.sample)
        let list = try #require(
            site.pages.first { $0.path == "publications/kinds/journal/index.html" })
        #expect(list.html.components(separatedBy: "class=\"publication\"").count == 2)
        let current = list.tags.filter { $0.attributes["aria-current"] == "page" }
        #expect(current.map { $0.attributes["href"] } == ["../../../publications/kinds/journal/"])
        let mine = try #require(
            site.pages.first { $0.path == "publications/people/mei-lin-zhang/index.html" })
        #expect(mine.html.contains("<strong>Mei Lin Zhang</strong>"))
        #expect(mine.html.contains("href=\"../../../people/jide-okafor/\""))
    }

    @Test(.enabled(if: HTMLChecker.tidy.isInstalled, "tidy is not installed"))
    func `tidy finds no error in any page`() throws {
        for content in Content.allCases {
            let findings = try HTMLChecker.tidy.findings(in: built(content).pages)
            #expect(findings.isEmpty, "\(findings.prefix(40))")
        }
    }

    @Test(
        .enabled(if: HTMLChecker.nu.isInstalled, "the Nu Html Checker is not installed"),
        arguments: Content.allCases)
    func `the checker of the standard finds no error in any page`(content: Content) throws {
        let findings = try HTMLChecker.nu.findings(in: built(content).pages)
        #expect(findings.isEmpty, "\(findings.prefix(40))")
    }
}
