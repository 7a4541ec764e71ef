import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// A check proves that a target is what the store says: after an export it finds nothing, and
/// whatever is done to the target or to the record, it finds that and writes nothing.
@Suite struct CheckTests {
    let fixture: ExportFixture
    let files: [OutputFile]

    init() throws {
        fixture = try ExportFixture()
        files = [
            try file("index.md", "Ada"), try file("_news/a.md", "a"),
            try asset("photo.jpg", "assets/photo.gif"),
            try edits("_config.yml", [("/title", "Ada"), ("/role", "Countess")]),
        ]
    }

    @Test func `what was exported is what the store says`() throws {
        try fixture.export(files)
        let content = try fixture.content()
        #expect(try fixture.check(files).diagnostics.isEmpty)
        #expect(try fixture.content() == content)
    }

    @Test func `a target that is not there is one finding`() throws {
        let report = try fixture.check(files)
        #expect(report.diagnostics.map(\.code.rawValue) == ["export.missing-file"])
        #expect(try fixture.content().isEmpty)
    }

    /// What is done to the target, and what is found then.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let files: [String: String?]
        let expected: [String]

        init(_ name: String, _ files: [String: String?], _ expected: String...) {
            testDescription = name
            self.files = files
            self.expected = expected
        }
    }

    @Test(arguments: [
        Case("a file was removed", ["index.md": nil], "export.missing-file index.md"),
        Case("a file was changed", ["index.md": "Ada!"], "export.changed-file index.md"),
        Case("an asset was changed", ["photo.jpg": "X"], "export.changed-file photo.jpg"),
        Case(
            "a field of a shared file was changed", ["_config.yml": "title: \"B\"\nrole: \"C\"\n"],
            "export.changed-file _config.yml", "export.changed-file _config.yml"),
        Case("somebody has a file of their own there", ["mine.md": "mine"]),
        Case(
            "a shared file has other fields too",
            [
                "_config.yml": """
                # mine
                theme: x
                title: "Ada"
                role: "Countess"

                """
            ], "export.outdated-file .labfolio/manifest.json"),
        Case(
            "two things at once", ["index.md": nil, "_news/a.md": "b"],
            "export.changed-file _news/a.md", "export.missing-file index.md"),
    ])
    func `what was done to the target is found`(_ change: Case) throws {
        try fixture.export(files)
        for (name, text) in change.files {
            if let text {
                try fixture.write(text, to: name)
            } else {
                try FileManager.default.removeItem(atPath: fixture.target + "/" + name)
            }
        }
        let content = try fixture.content()
        let report = try fixture.check(files)
        #expect(report.findings(below: fixture.target) == change.expected)
        #expect(try fixture.content() == content)
    }

    @Test func `what the record no longer has is stale, and what it has anew is missing`() throws {
        try fixture.export(files)
        let next = Array(files.dropFirst(2)) + [try file("b.md", "b"), try file("index.md", "B")]
        #expect(
            try fixture.check(next).findings(below: fixture.target) == [
                "export.missing-file b.md", "export.outdated-file index.md",
                "export.stale-file _news/a.md",
            ])
        try fixture.export(next)
        #expect(try fixture.check(next).diagnostics.isEmpty)
    }

    @Test func `what an export would leave behind is found`() throws {
        try fixture.export(files)
        try fixture.write("by hand", to: "_news/a.md")
        let next = [files[0]] + files.dropFirst(2)
        #expect(
            try fixture.check(next).findings(below: fixture.target)
                == ["export.kept-file _news/a.md"])
        #expect(try fixture.check(next).isRefused)
    }

    @Test func `a run that was cut off is found, be its files whole or not`() throws {
        try fixture.export(files)
        let path = fixture.target + "/" + Manifest.path
        let manifest = try String(contentsOfFile: path, encoding: .utf8)
        try fixture.write(
            manifest.replacingOccurrences(of: "\"complete\": true", with: "\"complete\": false"),
            to: Manifest.path)
        #expect(
            try fixture.check(files).findings(below: fixture.target)
                == ["export.incomplete .labfolio/manifest.json"])
        try FileManager.default.removeItem(atPath: path)
        #expect(
            try fixture.check(files).findings(below: fixture.target)
                == ["export.missing-file .labfolio/before/_config.yml"])
    }

    @Test func `homepages of profiles that are gone are found, and what a killed run left`() throws
    {
        for name in [
            "gone/.labfolio/manifest.json", "moved/plain/.labfolio/manifest.json", "mine/x.md",
            "ada-lovelace/.labfolio/manifest.json", "b.labfolio-unfinished/x.md", "file",
        ] {
            try fixture.write("{}", to: name)
        }
        let findings = try fixture.sites().leftovers()
        #expect(
            findings.map {
                "\($0.code.rawValue) \($0.location?.file.split(separator: "/").last ?? "")"
            }
                == [
                    "export.incomplete b.labfolio-unfinished", "export.departed-profile gone",
                    "export.departed-profile plain",
                ])
        #expect(try fixture.sites(in: fixture.target + "/nowhere").leftovers().isEmpty)
    }
}
