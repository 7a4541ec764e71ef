import Layouts
import RecordModel
import Testing

@testable import Importing

/// Homepages that a site has in other languages as well.
@Suite struct TwinPageTests {
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

    @Test(arguments: [
        ("_pages/about_es.md", "/es/"), ("_pages/es/about.md", nil), ("_pages/otra.md", "/es/"),
        ("about-es.html", nil),
    ])
    func `the homepage in another language is a translation of it`(
        path: String, permalink: String?
    ) {
        let address = permalink.map { "permalink: \($0)\n" } ?? ""
        let result = sites.imported([
            "_pages/about.md": Self.home,
            path: """
            ---
            title: sobre mí
            \(address)---
            Soy Ada Lovelace y escribo programas.

            # Intereses

            Las máquinas que no existen.
            """,
        ])
        let parts = result.record.value["sections"]?.list ?? []
        #expect(parts.map { $0["translates"] } == ["bio", "interests"])
        #expect(parts.allSatisfy { $0["language"] == "es" })
        #expect(result.report.words.verbatim == 0)
        #expect(
            parts.first.flatMap { $0["id"]?.string }.map { result.choice($0)?["apart"] == true }
                ?? false)
    }

    @Test(arguments: ["_pages/cv.md", "_pages/about_me.md", "_pages/team.md"])
    func `other pages are no translations`(path: String) {
        let result = sites.imported([
            "_pages/about.md": Self.home, path: "---\ntitle: More\n---\nI fly, and I fall.",
        ])
        #expect(result.record.value["sections"]?.list?.first?["text"] == "I fly, and I fall.")
        #expect(result.record.value["sections"]?.list?.first?["language"] == nil)
    }
}
