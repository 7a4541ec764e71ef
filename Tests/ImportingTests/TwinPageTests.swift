import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// Homepages that a site has in other languages as well.
@Suite struct TwinPageTests {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
    }

    private func imported(_ files: [String: String]) -> Imported {
        let site = SiteSource(paths: files.keys.sorted(), texts: files)
        let imported = Importer(schemas: schemas).read(site, as: id)
        let words = imported.report.words
        #expect(
            words.typed + words.verbatim + words.dropped == words.source,
            "\(imported.report.diagnostics.map(\.message))")
        for (name, schema) in schemas.sections {
            guard let section = imported.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        return imported
    }

    private func choice(_ imported: Imported, _ section: String) -> Value? {
        imported.record.value["profile"]?["layout"]?["sections"]?.list?.first {
            $0["section"]?.string == section
        }
    }

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
        let result = imported([
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
            parts.first.flatMap { $0["id"]?.string }.map { choice(result, $0)?["apart"] == true }
                ?? false)
    }

    @Test(arguments: ["_pages/cv.md", "_pages/about_me.md", "_pages/team.md"])
    func `other pages are no translations`(path: String) {
        let result = imported([
            "_pages/about.md": Self.home, path: "---\ntitle: More\n---\nI fly, and I fall.",
        ])
        #expect(result.record.value["sections"]?.list?.first?["text"] == "I fly, and I fall.")
        #expect(result.record.value["sections"]?.list?.first?["language"] == nil)
    }
}
