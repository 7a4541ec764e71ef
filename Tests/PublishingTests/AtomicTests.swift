import Foundation
import Layouts
import RecordModel
import Synchronization
import TestSupport
import Testing

@testable import Formats
@testable import Publishing

/// A homepage is exchanged in one step with all that was beside it, and two runs do not meet.
@Suite struct AtomicTests {
    let fixture: ExportFixture

    init() throws { fixture = try ExportFixture() }

    private func inode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: fixture.target + "/" + name)[
            .systemFileNumber] as? Int
    }

    private var beside: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path).sorted()
        }
    }

    @Test func `the folder is another one, and the files of others are the same ones`() throws {
        try fixture.export([try file("index.md", "Ada"), try file("old/a.md", "a")])
        for name in [".git/objects/ab/c", ".git/HEAD", "_site/index.html", "notes.txt"] {
            try fixture.write("mine", to: name)
        }
        try FileManager.default.createDirectory(
            atPath: fixture.target + "/empty", withIntermediateDirectories: true)
        symlink("nowhere", fixture.target + "/link")
        chmod(fixture.target + "/.git", 0o700)
        let (folder, theirs) = (try inode(""), try inode(".git/objects/ab/c"))
        let report = try fixture.export(
            [try file("index.md", "Ada L."), try file("new/b.md", "b")], atomic: true)
        #expect((report.written, report.deleted) == (2, 1))
        #expect(try inode("") != folder)
        #expect(try inode(".git/objects/ab/c") == theirs)
        let content = try fixture.content()
        #expect(content["index.md"] == "Ada L." && content["link"] == "→ nowhere")
        #expect(
            content.keys.sorted() == [
                ".git", ".git/HEAD", ".git/objects", ".git/objects/ab", ".git/objects/ab/c",
                ".labfolio", ".labfolio/manifest.json", "_site", "_site/index.html", "empty",
                "index.md", "link", "new", "new/b.md", "notes.txt",
            ])
        let mode =
            try FileManager.default.attributesOfItem(atPath: fixture.target + "/.git")[
                .posixPermissions] as? Int
        #expect(mode == 0o700)
        #expect(try beside == ["site", "store"])
        // Where nothing changes nothing is exchanged.
        let now = try inode("")
        try fixture.export(
            [try file("index.md", "Ada L."), try file("new/b.md", "b")], atomic: true)
        #expect(try inode("") == now)
    }

    @Test func `what is refused is refused, and the folder stays`() throws {
        try fixture.write("mine", to: "index.md")
        let folder = try inode("")
        #expect(try fixture.export([try file("index.md", "Ada")], atomic: true).isRefused)
        #expect(try inode("") == folder)
        #expect(try fixture.content() == ["index.md": "mine"])
    }

    /// What came into the old folder between taking it over and the exchange is brought along,
    /// be it by this run or, if that was killed, by the next one.
    @Test(arguments: [false, true])
    func `what came late is not lost`(isKilled: Bool) throws {
        for name in ["mine.txt", "ours.md", "in/theirs.txt"] { try fixture.write("old", to: name) }
        var folder = try UnfinishedFolder(for: fixture.target)
        try folder.takeOver(except: ["ours.md"])
        try folder.write(Array("new".utf8), to: "ours.md")
        // Saved as editors do, written in its place, and two new ones.
        try fixture.write("saved", to: "other")
        rename(fixture.target + "/other", fixture.target + "/mine.txt")
        let handle = try #require(FileHandle(forWritingAtPath: fixture.target + "/in/theirs.txt"))
        try handle.write(contentsOf: Data("appended".utf8))
        for name in ["late.txt", "deep/late.txt"] { try fixture.write("late", to: name) }
        let marker = ".labfolio/swap"
        if isKilled {
            // As it is right after the exchange.
            let name = try #require(
                try beside.first { $0.contains(FileSystem.unfinishedSuffix) })
            try folder.write(Array("\(name)\u{0}ours.md".utf8), to: marker)
            let (new, old) = (fixture.folder.path + "/" + name, fixture.target)
            rename(old, old + "-x")
            rename(new, old)
            rename(old + "-x", new)
            folder.abandon()
            try UnfinishedFolder.removeAbandoned(for: fixture.target, marker: marker)
        } else {
            try folder.exchange(except: ["ours.md"], marker: marker)
        }
        #expect(
            try fixture.content().filter { $0.value != "a folder" } == [
                "mine.txt": "saved", "in/theirs.txt": "appended", "ours.md": "new",
                "late.txt": "late", "deep/late.txt": "late",
            ])
        #expect(try beside == ["site", "store"])
    }

    @Test func `what killed runs left is removed, but not what somebody works on`() throws {
        try fixture.write("mine", to: "a")
        try fixture.folder.write("half", to: "site" + FileSystem.unfinishedSuffix + "-1/a")
        try fixture.folder.write("x", to: "sites" + FileSystem.unfinishedSuffix + "-1/a")
        let folder = try UnfinishedFolder(for: fixture.target)
        try UnfinishedFolder.removeAbandoned(for: fixture.target, marker: "m")
        let left = try beside.filter { $0.hasPrefix("site.") }
        #expect(left.count == 1 && !left[0].hasSuffix("-1"))
        #expect(try beside.contains("sites" + FileSystem.unfinishedSuffix + "-1"))
        #expect(try fixture.content() == ["a": "mine"])
        withExtendedLifetime(folder) {}
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk"))
    func `where a folder cannot be exchanged it is said, and stays`() throws {
        try fixture.export([try file("index.md", "Ada")])
        try fixture.write("mine", to: "mine.txt")
        // Something else is mounted within.
        try FileManager.default.createDirectory(
            atPath: fixture.target + "/disk", withIntermediateDirectories: true)
        let disk = try SmallDisk(at: fixture.target + "/disk", options: "size=64k")
        try fixture.write("x", to: "disk/x")
        let content = try fixture.content()
        let error = #expect(throws: ExportError.self) {
            try fixture.export([try file("index.md", "Ada L.")], atomic: true)
        }
        #expect(error?.message.hasSuffix("the file system cannot do that") == true)
        #expect(error?.hint?.contains("--atomic") == true)
        #expect(try fixture.content() == content)
        #expect(try beside == ["site", "store"])
        withExtendedLifetime(disk) {}
    }

    @Test(arguments: [false, true])
    func `runs at the same time into the same folder end in one of their results`(
        isAtomic: Bool
    ) throws {
        for round in 0..<6 {
            let fixture = try ExportFixture()
            if round % 2 == 1 { try fixture.export([try file("x.md", "x")]) }
            let results = (0..<4).map { number in
                (0..<5).map { ("f\($0 % (number + 2)).md", "\(number)") }
            }
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: results.count) { number in
                do {
                    let files = try Dictionary(results[number]) { $1 }
                        .map { try file($0.key, $0.value) }
                    let report = try fixture.export(files, atomic: isAtomic)
                    if report.isRefused { failures.withLock { $0.append("\(report.diagnostics)") } }
                } catch { failures.withLock { $0.append("\(error)") } }
            }
            #expect(failures.withLock { $0 } == [])
            let texts = try fixture.content().filter { $0.key.hasSuffix(".md") }
            #expect(results.contains { Dictionary($0) { $1 } == texts }, "round \(round)")
            let names = try fixture.content().keys.filter { $0.contains("unfinished") }
            #expect(names.isEmpty)
            let beside = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
            #expect(beside.sorted() == ["site", "store"])
        }
    }
}
