import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Files of which only some fields are ours, and the theme that an export is laid over.
@Suite struct SharedFileTests {
    let fixture: ExportFixture
    let theme: String
    private static let config = """
        # The theme's settings
        title: Blank  # shown in the header
        plugins:
          - jekyll-feed
        sample: true

        """

    init() throws {
        fixture = try ExportFixture()
        theme = fixture.folder.path + "/theme"
        for (name, text) in [
            "_config.yml": Self.config, "_layouts/page.html": "<html>", "_posts/sample.md": "s",
            ".git/config": "g", ".labfolio/manifest.json": "m", "_site/index.html": "s",
        ] {
            try fixture.folder.write(text, to: "theme/" + name)
        }
    }

    @Test func `our fields change, every other byte of the person's file stays`() throws {
        try fixture.write(Self.config, to: "_config.yml")
        try fixture.export([try edits("_config.yml", [("/title", "Ada"), ("/sample", nil)])])
        let expected = """
            # The theme's settings
            title: "Ada"  # shown in the header
            plugins:
              - jekyll-feed

            """
        #expect(try fixture.content()["_config.yml"] == expected)
        // Their edits stay, ours are brought up to date.
        try fixture.write(expected + "mine: 1 # mine\n", to: "_config.yml")
        try fixture.export([try edits("_config.yml", [("/title", "Ada L."), ("/sample", nil)])])
        #expect(
            try fixture.content()["_config.yml"]
                == expected.replacingOccurrences(of: "Ada", with: "Ada L.") + "mine: 1 # mine\n")
    }

    @Test func `a field that is no longer ours goes away`() throws {
        try fixture.write(Self.config, to: "_config.yml")
        try fixture.export([try edits("_config.yml", [("/title", "Ada"), ("/colour", "blue")])])
        #expect(try fixture.content()["_config.yml"]?.contains("colour") == true)
        try fixture.export([try edits("_config.yml", [("/title", "Ada")])])
        #expect(try fixture.content()["_config.yml"]?.contains("colour") == false)
        #expect(try fixture.content()["_config.yml"]?.contains("plugins") == true)
    }

    @Test func `the theme's own value comes back where the record no longer sets one`() throws {
        let title = ("/title", "Ada" as String?)
        try fixture.export([try edits("_config.yml", [title, ("/a", "1")])], theme: theme)
        try fixture.export([try edits("_config.yml", [("/a", "1")])], theme: theme)
        #expect(try fixture.content()["_config.yml"]?.contains("title: Blank  # shown") == true)
        let clean = fixture.folder.path + "/clean"
        try fixture.export([try edits("_config.yml", [("/a", "1")])], to: clean, theme: theme)
        #expect(try fixture.content() == fixture.content(of: clean))
    }

    @Test func `a file that is all ours is made anew`() throws {
        try fixture.export([try edits("_config.yml", [("/b", "1"), ("/a", "1"), ("/c/d", "2")])])
        try fixture.export([try edits("_config.yml", [("/a", "1"), ("/b", "1")])])
        #expect(try fixture.content()["_config.yml"] == "a: \"1\"\nb: \"1\"\n")
        #expect(try fixture.export([]).deleted == 1)
        #expect(try fixture.content()["_config.yml"] == nil)
    }

    @Test func `a theme is copied without its samples, its history and its build`() throws {
        let files = [try file("index.md", "Ada"), try edits("_config.yml", [("/title", "Ada")])]
        try fixture.export(files, theme: theme)
        let content = try fixture.content()
        #expect(
            content.filter { $0.value != "a folder" }.keys.sorted() == [
                ".labfolio/before/_config.yml", ".labfolio/manifest.json", "_config.yml",
                "_layouts/page.html", "index.md",
            ])
        #expect(content["_config.yml"]?.hasPrefix("# The theme's settings\ntitle: \"Ada\"") == true)
        let again = try fixture.export(files, theme: theme)
        #expect((again.written, again.unchanged) == (0, 4))
        // A new version of the theme comes through.
        try fixture.folder.write("<html lang>", to: "theme/_layouts/page.html")
        try fixture.folder.write("# New\n" + Self.config, to: "theme/_config.yml")
        #expect(try fixture.export(files, theme: theme).written == 3)
        #expect(try fixture.content()["_config.yml"]?.hasPrefix("# New\n") == true)
    }

    @Test func `the theme stays where it is not named again, and goes with its layout`() throws {
        let files = [try file("index.md", "Ada"), try edits("_config.yml", [("/title", "Ada")])]
        try fixture.export(files, theme: theme)
        let content = try fixture.content()
        let again = try fixture.export(files)
        #expect((again.written, again.unchanged, again.deleted) == (0, 3, 0))
        #expect(try fixture.content() == content)
        let other = try fixture.export([try file("index.md", "Ada")], layout: "other")
        #expect(other.deleted == 3)
        #expect(try fixture.content()["_layouts"] == nil)
    }

    @Test func `samples that are still there are reported, once and as a warning`() throws {
        try fixture.write("s", to: "_posts/sample.md")
        let report = try fixture.export([try file("_posts/a.md", "Ada")])
        #expect(report.findings(below: fixture.target) == ["export.sample _posts/sample.md"])
        #expect(!report.isRefused)
    }

    @Test func `a theme that is not there is said`() throws {
        let error = #expect(throws: ExportError.self) {
            try fixture.export([], theme: fixture.folder.path + "/none")
        }
        #expect(error?.message.hasPrefix("There is no theme in ") == true)
    }

    @Test func `a shared file that is no YAML stops the export with its place`() throws {
        try fixture.write("title: [\n", to: "_config.yml")
        let report = try fixture.export([try edits("_config.yml", [("/title", "Ada")])])
        #expect(report.isRefused)
        #expect(report.diagnostics.first?.location?.file == fixture.target + "/_config.yml")
        #expect(try fixture.content() == ["_config.yml": "title: [\n"])
    }
}
