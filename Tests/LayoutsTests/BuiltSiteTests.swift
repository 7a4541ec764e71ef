import Formats
import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

/// Exports, read by Jekyll itself.
@Suite(.enabled(if: BuiltSite.isPossible, "jekyll is not installed"))
struct BuiltSiteTests {
    static let themes = CoverageTests.themes.map(\.name)

    @Test(arguments: themes)
    func `every visible text of a record is in the built site`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        let site = try BuiltSite(layout, .shown)
        try expectClean(site)
        let output = layout.output(.init(record: .shown))
        for path in Record.shown.value.leafPaths {
            let field = CoverageTests.named(path)
            guard let text = Record.shown.value.value(at: path)?.string,
                CoverageTests.isVisible(field),
                !output.diagnostics.contains(where: {
                    $0.code == "layout.unmapped-field" && $0.path.map(field.isInside) == true
                })
            else { continue }
            let shown = Markdown(text).plainText().split(separator: "\n")
            let isThere =
                shown.allSatisfy { site.words.contains($0) } || site.html.contains(text)
                || site.html.contains(text.replacing("~", with: "%7E"))
            #expect(isThere, "\(field): \(text)")
        }
    }

    @Test(arguments: themes)
    func `a hostile record builds, and nothing of it runs`(theme: String) throws {
        let layout = try #require(Layout.named(theme))
        for record in HostileRecords.all {
            let site = try BuiltSite(layout, record)
            try expectClean(site)
            #expect(!site.html.contains("LIQUID-RAN"), "Liquid ran")
            for tag in site.tags {
                #expect(tag.name != "script", "\(tag)")
                for attribute in tag.attributes {
                    #expect(!attribute.name.hasPrefix("on"), "\(tag)")
                    let address = HTMLText.plainText(attribute.value).lowercased()
                    #expect(!address.hasPrefix("javascript:"), "\(tag)")
                }
            }
            #expect(site.words.contains(HostileRecords.word), "\(site.words)")
        }
    }

    private func expectClean(_ site: BuiltSite) throws {
        #expect(site.status == 0, "\(site.log)")
        for word in ["YAML Exception", "Liquid Exception", "Liquid Warning", "Conflict", "rror:"] {
            #expect(!site.log.contains(word), "\(site.log)")
        }
    }
}
