import Foundation
import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// The pictures and files of a site that come into a profile with what refers to them.
@Suite struct SiteFilesTests {
    private let schemas: SchemaSet
    private let id: ProfileID
    private let folder: TemporaryFolder

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
        folder = try TemporaryFolder()
    }

    /// Imports the folder with these files, and returns the record with its files.
    private func imported(
        _ files: [String: String]
    ) throws -> (imported: Imported, files: [String: [UInt8]]) {
        for (name, text) in files { try folder.write(text, to: "site/" + name) }
        let source = try ImportSource(at: folder.path + "/site", name: "site")
        var imported = Importer(schemas: schemas).read(source.site, as: id)
        let assets = try source.files(of: &imported)
        for (name, schema) in schemas.sections {
            guard let section = imported.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        return (imported, assets)
    }

    private func first(_ imported: Imported, _ section: String) -> Value? {
        imported.record.value[section]?.list?.first
    }

    private static let home = "---\nauthor_profile: true\n---\nI am Ada Lovelace.\n\n"

    @Test func `the picture and the files of a paper on a page come in`() throws {
        let (result, files) = try imported([
            "_pages/about.md": Self.home + """
                # 📝 Publications

                <div class='paper-box'><div class='paper-box-image'><div><div class="badge">ICML 2024</div><img src='images/fast looms.png' alt="Two looms" width="100%"></div></div>
                <div class='paper-box-text' markdown="1">

                [Fast Looms for Everybody](/files/looms.pdf) \\\\
                **Ada Lovelace**, Charles Babbage

                [[Slides]](../files/talk.pdf?x=1) [[Code]](https://example.org/code)
                </div>
                </div>
                """,
            "images/fast looms.png": "P", "files/talk.pdf": "T", "images/other.png": "O",
        ])
        let paper = first(result, "publications")
        #expect(paper?["image"]?["file"] == "assets/fast-looms.png")
        #expect(paper?["image"]?["alt"] == "Two looms")
        let links = paper?["links"]?.list ?? []
        #expect(links.contains { $0["file"] == "assets/talk.pdf" && $0["kind"] == "slides" })
        #expect(files.keys.sorted() == ["assets/fast-looms.png", "assets/talk.pdf"])
        #expect(files["assets/talk.pdf"] == Array("T".utf8))
    }

    @Test func `files of collections and bibliographies come in`() throws {
        let (result, files) = try imported([
            "_pages/about.md": "---\nlayout: about\nprofile:\n  image: me.jpg\n---\nHi",
            "_pages/cv.md": "---\nlayout: cv\ncv_pdf: cv.pdf\n---\n",
            "_config.yml": "first_name: Ada\nlast_name: Lovelace\n",
            "_projects/x.md": "---\ntitle: Looms\nimg: assets/img/loom.png\n---\nWords.",
            "_teachings/c.md": """
            ---
            title: Looms
            schedule:
              - topic: One
                materials:
                  - {name: Notes, url: /assets/pdf/notes.pdf}
                  - {name: Gone, url: /assets/pdf/gone.pdf}
            ---
            """,
            "_bibliography/papers.bib":
                "@article{a, title={Fast Looms}, author={Lovelace, Ada}, year=2024, "
                + "pdf={a.pdf}, slides={gone.pdf}, preview={a.png}}",
            "assets/img/me.jpg": "1", "assets/pdf/cv.pdf": "2", "assets/img/loom.png": "3",
            "assets/pdf/notes.pdf": "4", "assets/pdf/a.pdf": "5",
            "assets/img/publication_preview/a.png": "6",
        ])
        let person = result.record.value["profile"]
        #expect(person?["photo"]?["file"] == "assets/me.jpg")
        #expect(person?["cv"]?["file"] == "assets/cv.pdf")
        #expect(first(result, "projects")?["image"]?["file"] == "assets/loom.png")
        let paper = first(result, "publications")
        #expect(paper?["image"]?["file"] == "assets/a.png")
        #expect(paper?["links"] == [["file": "assets/a.pdf", "kind": "pdf"]])
        // What is not there keeps its name.
        #expect(paper?["bibtex"]?["fields"]?["slides"] == "gone.pdf")
        let meeting = first(result, "teaching")?["schedule"]?.list?.first
        #expect(meeting?["links"]?.list?.first?["file"] == "assets/notes.pdf")
        #expect(result.report.dropped.contains { $0.text == "/assets/pdf/gone.pdf" })
        #expect(files.count == 6)
    }

    @Test func `files of academicpages come in`() throws {
        let (result, files) = try imported([
            "_pages/about.md": Self.home,
            "_publications/a.md": """
            ---
            title: Fast Looms
            date: 2024-01-02
            venue: Looms
            authors: Ada Lovelace
            paperurl: /files/a.pdf
            slidesurl: /files/gone.pdf
            header:
              teaser: a.png
            ---
            """,
            "files/a.pdf": "1", "images/a.png": "2",
        ])
        let paper = first(result, "publications")
        #expect(paper?["links"] == [["file": "assets/a.pdf", "kind": "paper"]])
        #expect(paper?["image"]?["file"] == "assets/a.png")
        #expect(result.report.dropped.contains { $0.text == "slidesurl: /files/gone.pdf" })
        #expect(files.keys.sorted() == ["assets/a.pdf", "assets/a.png"])
    }

    @Test func `two files of one name stay two, one file of two names is one`() throws {
        let (result, files) = try imported([
            "_pages/about.md": Self.home,
            "_portfolio/1.md": "---\ntitle: One\nheader: {teaser: a/x.png}\n---\nOne.",
            "_portfolio/2.md": "---\ntitle: Two\nheader: {teaser: b/x.png}\n---\nTwo.",
            "_portfolio/3.md": "---\ntitle: Three\nheader: {teaser: c/y.png}\n---\nThree.",
            "images/a/x.png": "1", "images/b/x.png": "2", "images/c/y.png": "1",
        ])
        let pictures = (result.record.value["projects"]?.list ?? []).map {
            $0["image"]?["file"]?.string
        }
        #expect(pictures == ["assets/x.png", "assets/b-x.png", "assets/x.png"])
        #expect(files == ["assets/x.png": Array("1".utf8), "assets/b-x.png": Array("2".utf8)])
    }

    @Test func `no link leads out of the folder`() throws {
        try folder.write("secret", to: "outside/secret.png")
        try folder.write("", to: "site/.keep")
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: folder.path + "/site/link.png",
            withDestinationPath: folder.path + "/outside/secret.png")
        try manager.createSymbolicLink(
            atPath: folder.path + "/site/images",
            withDestinationPath: folder.path + "/outside")
        let (result, files) = try imported([
            "_pages/about.md": Self.home,
            "_portfolio/1.md": "---\ntitle: One\nheader: {teaser: /link.png}\n---\nOne.",
            "_portfolio/2.md": "---\ntitle: Two\nheader: {teaser: secret.png}\n---\nTwo.",
            "_portfolio/3.md":
                "---\ntitle: Three\nheader: {teaser: ../../outside/secret.png}\n---\nThree.",
        ])
        #expect(files.isEmpty)
        #expect(result.record.value["projects"]?.list?.count == 3)
        #expect(result.record.value["projects"]?.list?.allSatisfy { $0["image"] == nil } == true)
    }

    @Test func `a file that is gone when it is read is taken out, and that is said`() throws {
        for (name, text) in [
            ("_pages/about.md", Self.home),
            ("_portfolio/1.md", "---\ntitle: One\nheader: {teaser: x.png}\n---\nOne."),
            ("images/x.png", "1"),
        ] { try folder.write(text, to: "site/" + name) }
        let source = try ImportSource(at: folder.path + "/site", name: "site")
        var imported = Importer(schemas: schemas).read(source.site, as: id)
        try FileManager.default.removeItem(atPath: folder.path + "/site/images/x.png")
        #expect(try source.files(of: &imported).isEmpty)
        #expect(first(imported, "projects")?["image"] == nil)
        #expect(first(imported, "projects")?["name"] == "One")
        #expect(imported.report.diagnostics.contains { $0.code == .importFileLeft })
    }
}
