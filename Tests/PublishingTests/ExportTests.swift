import Formats
import Foundation
import Layouts
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Law 6, case by case: what an export writes, leaves alone and removes.
@Suite struct ExportTests {
    let fixture: ExportFixture

    init() throws { fixture = try ExportFixture() }

    @Test func `the first export writes all, the second one nothing`() throws {
        let files = [
            try file("index.md", "Ada"), try asset("assets/photo.gif", "assets/photo.gif"),
            try edits("_config.yml", [("/title", "Ada")]),
        ]
        let first = try fixture.export(files)
        #expect((first.files, first.written, first.unchanged, first.deleted) == (3, 3, 0, 0))
        let content = try fixture.content()
        #expect(content["index.md"] == "Ada")
        #expect(content["assets/photo.gif"]?.hasSuffix("PHOTO") == true)
        #expect(content["_config.yml"] == "title: \"Ada\"\n")
        let before = try FileManager.default.attributesOfItem(
            atPath: fixture.target + "/.labfolio/manifest.json")
        let second = try fixture.export(files)
        #expect((second.files, second.written, second.unchanged, second.deleted) == (3, 0, 3, 0))
        #expect(try fixture.content() == content)
        let after = try FileManager.default.attributesOfItem(
            atPath: fixture.target + "/.labfolio/manifest.json")
        // A file that is written again is another file.
        #expect(
            before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    }

    @Test func `a new folder comes into its place as a whole`() throws {
        let report = try fixture.export([try file("x/y/b.md", "b"), try file("x/c.md", "c")])
        #expect(report.written == 2)
        let beside = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(beside.sorted() == ["site", "store"])
        let names: Set = [
            ".labfolio", ".labfolio/manifest.json", "x", "x/c.md", "x/y", "x/y/b.md",
        ]
        #expect(Set(try fixture.content().keys) == names)
    }

    @Test func `files that hold already what would be written can be taken over`() throws {
        let files = [try file("index.md", "Ada"), try file("_news/a.md", "a")]
        try fixture.export(files)
        try FileManager.default.removeItem(atPath: fixture.target + "/" + Manifest.path)
        // Without the manifest nothing is ours: the files stay, and none is ever removed.
        #expect(try fixture.export(files).unchanged == 2)
        #expect(try fixture.export([files[0]]).deleted == 0)
        #expect(try fixture.export(files, foreign: .adopt).unchanged == 2)
        #expect(try fixture.export([files[0]]).deleted == 1)
        // What holds something else is not taken over.
        try fixture.write("mine", to: "b.md")
        let report = try fixture.export([files[0], try file("b.md", "b")], foreign: .adopt)
        #expect(report.findings(below: fixture.target) == ["export.foreign-file b.md"])
        #expect(report.isRefused)
    }

    @Test func `files of others can stay, and the other ones are written`() throws {
        try fixture.export([try file("index.md", "Ada"), try file("b.md", "b")])
        try fixture.write("by hand", to: "index.md")
        try fixture.write("mine", to: "c.md")
        let next = [try file("index.md", "A"), try file("b.md", "B"), try file("c.md", "C")]
        let report = try fixture.export(next, foreign: .keep)
        #expect((report.written, report.kept, report.isRefused) == (1, 2, false))
        #expect(
            report.findings(below: fixture.target)
                == ["export.changed-file index.md", "export.foreign-file c.md"])
        let content = try fixture.content()
        #expect(
            [content["index.md"], content["b.md"], content["c.md"]] == ["by hand", "B", "mine"])
        // They are nobody's of ours from then on.
        try fixture.export([])
        #expect(Set(try fixture.content().keys).isSuperset(of: ["index.md", "c.md"]))
        #expect(try fixture.content()["b.md"] == nil)
    }

    @Test func `a durable export is the same export`() throws {
        let files = [try file("index.md", "Ada"), try file("_news/a.md", "a")]
        try fixture.export(files, durable: true)
        try fixture.export([files[0], try file("x/y/b.md", "b")], durable: true)
        let clean = fixture.folder.path + "/clean"
        try fixture.export([files[0], try file("x/y/b.md", "b")], to: clean)
        #expect(try fixture.content() == fixture.content(of: clean))
    }

    @Test func `files of entries that are gone are removed with their empty folders`() throws {
        try fixture.export([try file("_news/a/b.md", "1"), try file("_talks/c.md", "2")])
        try fixture.write("mine", to: "_talks/mine.md")
        let report = try fixture.export([try file("index.md", "3")])
        #expect((report.written, report.deleted) == (1, 2))
        #expect(
            Set(try fixture.content().keys)
                == [".labfolio", ".labfolio/manifest.json", "_talks", "_talks/mine.md", "index.md"])
    }

    @Test func `a foreign file stops the export, and nothing is written`() throws {
        try fixture.write("mine", to: "index.md")
        let content = try fixture.content()
        let report = try fixture.export([try file("a.md", "a"), try file("index.md", "Ada")])
        #expect(report.isRefused)
        #expect(report.findings(below: fixture.target) == ["export.foreign-file index.md"])
        #expect(try fixture.content() == content)
        try fixture.export(
            [try file("a.md", "a"), try file("index.md", "Ada")], foreign: .overwrite)
        #expect(try fixture.content()["index.md"] == "Ada")
    }

    @Test func `a file that was changed since stops the export`() throws {
        try fixture.export([try file("index.md", "Ada"), try file("b.md", "b")])
        try fixture.write("Ada, by hand", to: "index.md")
        let report = try fixture.export([try file("index.md", "Ada L."), try file("b.md", "c")])
        #expect(report.findings(below: fixture.target) == ["export.changed-file index.md"])
        #expect(try fixture.content()["index.md"] == "Ada, by hand")
        #expect(try fixture.content()["b.md"] == "b")
        try fixture.export(
            [try file("index.md", "Ada L."), try file("b.md", "c")], foreign: .overwrite)
        #expect(try fixture.content()["index.md"] == "Ada L.")
    }

    @Test func `a file of ours that was removed by hand is written again`() throws {
        try fixture.export([try file("index.md", "Ada")])
        try FileManager.default.removeItem(atPath: fixture.target + "/index.md")
        #expect(try fixture.export([try file("index.md", "Ada")]).written == 1)
        #expect(try fixture.content()["index.md"] == "Ada")
    }

    @Test func `a changed file that is no longer wanted is kept and said`() throws {
        try fixture.export([try file("index.md", "Ada"), try file("b.md", "b")])
        try fixture.write("b, by hand", to: "b.md")
        let report = try fixture.export([try file("index.md", "Ada")])
        #expect(!report.isRefused)
        #expect(report.findings(below: fixture.target) == ["export.kept-file b.md"])
        #expect(try fixture.content()["b.md"] == "b, by hand")
        // It is said again, and is a difference, until the person has decided.
        for _ in 0..<2 {
            let again = try fixture.export([try file("index.md", "Ada")])
            #expect(again.findings(below: fixture.target) == ["export.kept-file b.md"])
        }
        #expect(try fixture.check([try file("index.md", "Ada")]).isRefused)
        try fixture.export([try file("index.md", "Ada")], foreign: .keep)
        #expect(try fixture.export([try file("index.md", "Ada")]).diagnostics.isEmpty)
        #expect(try fixture.check([try file("index.md", "Ada")]).diagnostics.isEmpty)
    }

    @Test func `a changed file that was left behind is forgotten once it is gone or ours again`()
        throws
    {
        let both = [try file("index.md", "Ada"), try file("b.md", "b")]
        try fixture.export(both)
        try fixture.write("b, by hand", to: "b.md")
        try fixture.export([both[0]])
        #expect(
            try fixture.export(both).findings(below: fixture.target) == ["export.foreign-file b.md"]
        )
        try fixture.export(both, foreign: .overwrite)
        #expect(try fixture.check(both).diagnostics.isEmpty)
        try fixture.write("b, by hand", to: "b.md")
        try fixture.export([both[0]])
        try FileManager.default.removeItem(atPath: fixture.target + "/b.md")
        #expect(try fixture.export([both[0]]).diagnostics.isEmpty)
    }

    @Test func `a foreign file that is by chance the same does not become ours`() throws {
        try fixture.write("Ada", to: "index.md")
        let report = try fixture.export([try file("index.md", "Ada"), try file("b.md", "b")])
        #expect((report.written, report.unchanged) == (1, 1))
        #expect(try fixture.export([try file("b.md", "b")]).deleted == 0)
        #expect(try fixture.content()["index.md"] == "Ada")
        #expect(try fixture.export([try file("index.md", "Ada L.")]).isRefused)
    }

    @Test func `a dry run says the same and writes nothing`() throws {
        let files = [try file("index.md", "Ada"), try file("b.md", "b")]
        let dry = try fixture.export(files, dryRun: true)
        #expect(!FileManager.default.fileExists(atPath: fixture.target))
        let report = try fixture.export(files)
        #expect((dry.files, dry.written) == (report.files, report.written))
        let content = try fixture.content()
        let again = try fixture.export([try file("index.md", "Ada L.")], dryRun: true)
        #expect((again.written, again.deleted) == (1, 1))
        #expect(try fixture.content() == content)
    }

    struct ObstacleCase: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        ObstacleCase(name: "a folder that is a link", path: "_news"),
        ObstacleCase(name: "a folder further down that is a link", path: "_news/2024"),
        ObstacleCase(name: "a file that is a link", path: "_news/2024/a.md"),
        ObstacleCase(name: "the manifest's folder that is a link", path: ".labfolio"),
        ObstacleCase(name: "the manifest that is a link", path: ".labfolio/manifest.json"),
    ]) func `a link in the target is not followed`(given: ObstacleCase) throws {
        let outside = try TemporaryFolder()
        try outside.write("outside", to: "a.md")
        try fixture.write("", to: given.path)
        let link = fixture.target + "/" + given.path
        try FileManager.default.removeItem(atPath: link)
        let end = given.path.contains(".md") || given.path.contains("json") ? "/a.md" : ""
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: outside.path + end)
        for force in [false, true] {
            let content = try fixture.content()
            let report = try? fixture.export(
                [try file("_news/2024/a.md", "new")], foreign: force ? .overwrite : .refuse)
            #expect(report?.isRefused ?? true)
            #expect(try fixture.content() == content)
            #expect(try outside.read("a.md") == "outside")
            #expect(!outside.contains("2024") && !outside.contains("manifest.json"))
        }
    }

    @Test func `what is gone is not removed through a link`() throws {
        try fixture.export([try file("_news/a.md", "a"), try file("index.md", "x")])
        let outside = try TemporaryFolder()
        try outside.write("a", to: "a.md")
        try FileManager.default.removeItem(atPath: fixture.target + "/_news")
        try FileManager.default.createSymbolicLink(
            atPath: fixture.target + "/_news", withDestinationPath: outside.path)
        let report = try fixture.export([try file("index.md", "x")])
        #expect(report.findings(below: fixture.target) == ["export.kept-file _news/a.md"])
        #expect(outside.contains("a.md"))
    }

    @Test(arguments: [("news", "news/a.md"), ("news/a.md", "news")])
    func `something of another kind is in the way`(there: String, wanted: String) throws {
        try fixture.write("mine", to: there)
        let content = try fixture.content()
        for force in [false, true] {
            let report = try fixture.export(
                [try file(wanted, "ours")], foreign: force ? .overwrite : .refuse)
            #expect(report.findings(below: fixture.target) == ["export.obstacle \(wanted)"])
            #expect(try fixture.content() == content)
        }
    }

    @Test(arguments: [("news", "news/a.md"), ("news/a.md", "news"), ("a/b/c", "a")])
    func `what is ours makes room for what is ours`(old: String, new: String) throws {
        try fixture.export([try file(old, "old")])
        let report = try fixture.export([try file(new, "new")])
        #expect((report.written, report.deleted) == (1, 1))
        let clean = fixture.folder.path + "/clean"
        try fixture.export([try file(new, "new")], to: clean)
        #expect(try fixture.content() == fixture.content(of: clean))
    }

    @Test func `two files of one name are refused`() throws {
        let twice = try fixture.export([try file("a.md", "1"), try file("a.md", "2")])
        #expect(twice.findings(below: fixture.target) == ["export.collision a.md"])
        let nested = try fixture.export([try file("a", "1"), try file("a/b", "2")])
        #expect(nested.findings(below: fixture.target) == ["export.collision a/b"])
        #expect(!FileManager.default.fileExists(atPath: fixture.target))
    }

    @Test func `a missing asset is refused`() throws {
        let report = try fixture.export([try asset("a.jpg", "assets/none.jpg")])
        #expect(report.findings(below: fixture.target) == ["export.missing-asset a.jpg"])
        #expect(report.diagnostics.first?.message == "The record has no file `assets/none.jpg`")
    }

    @Test func `the target of another profile is refused, and replaced when told to`() throws {
        try fixture.export([try file("index.md", "Ada"), try file("ada.md", "Ada")])
        let content = try fixture.content()
        let report = try fixture.export([try file("index.md", "Alan")], as: "alan-turing")
        #expect(report.diagnostics.map(\.code.rawValue).contains("export.other-profile"))
        #expect(try fixture.content() == content)
        try fixture.export([try file("index.md", "Alan")], as: "alan-turing", foreign: .overwrite)
        #expect(try fixture.content()["index.md"] == "Alan")
        #expect(try fixture.content()["ada.md"] == nil)
    }

    @Test(arguments: ["{", "[]", "{\"format\": 2, \"files\": []}", ""])
    func `a manifest that cannot be read stops the export`(text: String) throws {
        try fixture.write(text, to: ".labfolio/manifest.json")
        try fixture.write("mine", to: "index.md")
        #expect(throws: ExportError.self) { try fixture.export([try file("index.md", "x")]) }
        #expect(try fixture.content()["index.md"] == "mine")
    }

    @Test func `a manifest cannot name a file outside of the target`() throws {
        try fixture.folder.write("x", to: "victim.md")
        let hash = SHA256(Array("x".utf8)).description
        try fixture.write(
            """
            {"format": 1, "profile": "ada-lovelace", "layout": "test", "layoutVersion": 1,
             "complete": false, "files": [{"path": "../victim.md", "sha256": ["\(hash)"]}]}
            """, to: ".labfolio/manifest.json")
        try fixture.export([try file("index.md", "x")])
        #expect(fixture.folder.contains("victim.md"))
    }

    @Test func `the target itself may be a link of the person`() throws {
        try fixture.folder.write("", to: "elsewhere/.keep")
        try FileManager.default.createSymbolicLink(
            atPath: fixture.target, withDestinationPath: fixture.folder.path + "/elsewhere")
        try fixture.export([try file("index.md", "Ada")])
        #expect(fixture.folder.contains("elsewhere/index.md"))
    }
}
