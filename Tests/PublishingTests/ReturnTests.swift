import Foundation
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Taking a layout or a person away gives files of others back, and removes what is ours.
@Suite struct ReturnTests {
    let fixture: ExportFixture
    private static let config = """
        # The theme's settings
        title: Blank  # shown in the header

        sample: true
        plugins:
          - jekyll-feed
        author:
            name: "Nobody"   # the owner

        """
    private static let fields: [(String, String?)] = [
        ("/title", "Ada"), ("/sample", nil), ("/author/name", "Ada"), ("/author/avatar", "a.jpg"),
        ("/social/github", "ada"),
    ]

    init() throws {
        fixture = try ExportFixture()
        try fixture.write(Self.config, to: "_config.yml")
        try fixture.export([
            try edits("_config.yml", Self.fields), try file("index.md", "Ada"),
            try edits("_data/navigation.yml", [("/main/title", "x")]),
        ])
    }

    private func leave() throws -> ExportReport {
        try fixture.export([try file("index.html", "x")], layout: "other")
    }

    @Test func `a file that nobody changed since is byte for byte what it was`() throws {
        let report = try leave()
        #expect(report.diagnostics.isEmpty)
        #expect((report.returned, report.deleted) == (1, 3))
        #expect(
            try fixture.content() == [
                "_config.yml": Self.config, "index.html": "x", ".labfolio": "a folder",
                ".labfolio/manifest.json": try #require(
                    try fixture.content()[".labfolio/manifest.json"]),
            ])
    }

    @Test func `what the person wrote since stays, and what they changed of ours too`() throws {
        let text = try #require(try fixture.content()["_config.yml"])
        try fixture.write(
            text.replacingOccurrences(of: "name: \"Ada\"", with: "name: \"Countess\"")
                + "mine: 1 # mine\n", to: "_config.yml")
        #expect(try leave().returned == 1)
        let returned = try #require(try fixture.content()["_config.yml"])
        for line in [
            "# The theme's settings", "title: \"Blank\"  # shown in the header", "sample: true",
            "  - jekyll-feed", "    name: \"Countess\"   # the owner", "mine: 1 # mine",
        ] {
            #expect(returned.contains(line + "\n"), "\(line) in\n\(returned)")
        }
        #expect(!returned.contains("social") && !returned.contains("avatar"))
    }

    @Test func `a field that somebody changed stops the export, unless something else is said`()
        throws
    {
        let text = try #require(try fixture.content()["_config.yml"])
        let changed = text.replacingOccurrences(of: "title: \"Ada\"", with: "title: Countess")
        try fixture.write(changed, to: "_config.yml")
        let files = [
            try edits("_config.yml", [("/title", "Ada L.")] + Self.fields.dropFirst()),
            try file("index.md", "Ada"), try edits("_data/navigation.yml", [("/main/title", "x")]),
        ]
        let report = try fixture.export(files)
        #expect(report.findings(below: fixture.target) == ["export.changed-file _config.yml"])
        #expect(report.diagnostics.first?.message.contains("/title") == true)
        #expect(try fixture.content()["_config.yml"] == changed)
        try fixture.export(files, foreign: .keep)
        #expect(try fixture.content()["_config.yml"] == changed)
        try fixture.export(files, foreign: .overwrite)
        #expect(try fixture.content()["_config.yml"]?.contains("title: \"Ada L.\"") == true)
        #expect(try leave().returned == 1)
        #expect(try fixture.content()["_config.yml"] == Self.config)
    }

    @Test func `a field that is ours no longer has the value that it had`() throws {
        try fixture.export([try edits("_config.yml", [("/author/avatar", "a.jpg")])])
        let text = try #require(try fixture.content()["_config.yml"])
        for line in ["title: \"Blank\"  # shown", "sample: true", "name: \"Nobody\"   # the"] {
            #expect(text.contains(line), "\(line) in\n\(text)")
        }
        #expect(try leave().returned == 1)
        #expect(try fixture.content()["_config.yml"] == Self.config)
    }

    @Test func `a person's homepage is taken away, and what others wrote is not`() throws {
        try fixture.write("mine", to: "mine.md")
        try fixture.write("by hand", to: "index.md")
        let exporter = try fixture.sites().exporter
        let first = try exporter.takeAway(.known("ada-lovelace"), from: fixture.target)
        #expect(first.findings(below: fixture.target) == ["export.kept-file index.md"])
        #expect((first.deleted, first.returned) == (2, 1))
        #expect(
            Set(try fixture.content().keys) == [
                ".labfolio", ".labfolio/manifest.json", "_config.yml", "index.md", "mine.md",
            ])
        // Until somebody decides it is found again.
        #expect(
            try fixture.sites(in: fixture.folder.path).leftovers().map(\.code.rawValue)
                == ["export.departed-profile"])
        try FileManager.default.removeItem(atPath: fixture.target + "/index.md")
        #expect(
            try exporter.takeAway(.known("ada-lovelace"), from: fixture.target).diagnostics.isEmpty)
        #expect(try fixture.content() == ["_config.yml": Self.config, "mine.md": "mine"])
    }

    @Test func `a homepage that is all ours goes with its folder`() throws {
        let place = fixture.folder.path + "/sites/ada-lovelace"
        try fixture.export(
            [try file("a/b.md", "x"), try edits("_config.yml", [("/a", "1")])], to: place)
        var options = Exporter.Options()
        options.isDryRun = true
        let dry = try Exporter(options: options).takeAway(.known("ada-lovelace"), from: place)
        #expect(dry.deleted == 2)
        #expect(FileManager.default.fileExists(atPath: place + "/a/b.md"))
        _ = try Exporter().takeAway(.known("ada-lovelace"), from: place)
        #expect(!FileManager.default.fileExists(atPath: place))
    }
}
