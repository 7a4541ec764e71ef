import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Names that are two here and one elsewhere.
@Suite struct PortableNameTests {
    @Test(arguments: [
        ("assets/Photo.jpg", "assets/photo.jpg"), ("_news/A.md", "_news/a.md"),
        ("assets/\u{E9}.jpg", "assets/\u{C9}.jpg"), ("Assets/x", "assets/x"),
    ]) func `two files that are one on another file system are refused`(
        one: String, two: String
    ) throws {
        let fixture = try ExportFixture()
        let report = try fixture.export([try file(one, "1"), try file(two, "2")])
        #expect(report.findings(below: fixture.target) == ["export.collision \(two)"])
        #expect(report.diagnostics.first?.message.contains("`\(one)`") == true)
        #expect(!fixture.folder.contains("site"))
    }

    @Test func `accents written in two ways are one name`() throws {
        let fixture = try ExportFixture()
        let report = try fixture.export([try file("\u{E9}", "1"), try file("e\u{301}", "2")])
        #expect(report.diagnostics.map(\.code.rawValue) == ["export.collision"])
    }

    @Test(arguments: [".git/hooks/post-checkout", ".GIT/config", ".g\u{200C}it/config"])
    func `a manifest cannot make labfolio remove what is git's`(name: String) throws {
        let fixture = try ExportFixture()
        try fixture.write("x", to: name)
        try fixture.write(
            """
            {"format": 1, "profile": "ada-lovelace", "layout": "test", "layoutVersion": 1,
             "complete": true, "files": [{"path": "\(name)", "sha256":
             ["2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"]}]}
            """, to: ".labfolio/manifest.json")
        try fixture.export([try file("index.md", "x")])
        #expect(try fixture.content()[name] == "x")
    }
}
