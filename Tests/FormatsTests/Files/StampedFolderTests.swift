import Foundation
import TestSupport
import Testing

@testable import Formats

/// A file that was changed has another stamp, and a stamp is only relied on when it must.
@Suite struct StampedFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func stamps(_ paths: String...) throws -> FileStamps {
        var list = PathList()
        for path in paths { list.append(path) }
        return try #require(StampedFolder(at: folder.path)).stamps(of: list)
    }

    /// Waits until the clock that files are stamped with has moved on.
    private func tick() {
        let now = FileTime.now
        while FileTime.tick <= now { usleep(500) }
    }

    @Test func `the same files have the same mark, whatever was done beside them`() throws {
        try folder.write("a", to: "a")
        try folder.write("b", to: "in/b")
        let before = try stamps("a", "in/b", "in", "none")
        try folder.write("c", to: "c")
        #expect(try stamps("a", "in/b", "in", "none").mark == before.mark)
        #expect(try stamps("in/b", "a", "in", "none").mark != before.mark)
    }

    /// What is done to a file `a` of the text "one", or to its folder.
    static let changes: [(String, String)] = [
        ("written in its place, as long as before", "printf two > in/a"),
        ("written in its place, longer", "printf three > in/a"),
        ("replaced by another one of the same time", "cp -p in/a b && mv b in/a"),
        ("removed", "rm in/a"), ("made a link", "ln -sf nowhere in/a"),
        (
            "given another time, and the old one again",
            "touch -r in/a t; touch in/a; touch -r t in/a"
        ),
        ("made a program", "chmod +x in/a"), ("given a neighbour", "touch in/b"),
        ("moved with its folder, and another one there", "mv in out; mkdir in; cp -p out/a in/a"),
    ]

    @Test(arguments: changes) func `a change shows`(_ change: (name: String, script: String)) throws
    {
        try folder.write("one", to: "in/a")
        let before = try stamps("in/a", "in")
        tick()
        try SystemCommand.run("sh", ["-c", change.script], in: folder.path)
        #expect(try stamps("in/a", "in").mark != before.mark, "\(change.name)")
    }

    @Test func `a file that was changed in this tick is not relied on`() throws {
        try folder.write("one", to: "a")
        let moment = FileTime.tick
        try folder.write("two", to: "a")
        let fresh = try stamps("a")
        #expect(!fresh.areSettled(before: moment))
        #expect(fresh.areSettled(at: FileTime.now))
        tick()
        #expect(try stamps("a").areSettled(before: FileTime.tick))
        #expect(try stamps("none").areSettled(before: moment))
    }

    @Test func `a file system that counts in seconds is not relied on for two of them`() throws {
        try folder.write("one", to: "a")
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var times = [
            timespec(tv_sec: now.tv_sec, tv_nsec: 0), timespec(tv_sec: now.tv_sec, tv_nsec: 0),
        ]
        #expect(utimensat(AT_FDCWD, folder.path + "/a", &times, 0) == 0)
        tick()
        #expect(!(try stamps("a").areSettled(before: FileTime.tick)))
    }

    @Test func `what is not there has a mark of its own, and no folder has none`() throws {
        let before = try stamps("in/a")
        try folder.write("", to: "in/a")
        #expect(try stamps("in/a").mark != before.mark)
        #expect(StampedFolder(at: folder.path + "/none") == nil)
        #expect(StampedFolder(at: folder.path + "/in/a") == nil)
    }

    @Test func `a list of paths is kept as its bytes`() throws {
        var list = PathList()
        for path in ["a", "b/ç", ""] { list.append(path) }
        #expect(list.paths == ["a", "b/ç", ""])
        #expect(PathList(bytes: list.bytes)?.paths == list.paths)
        #expect(PathList(bytes: Array("a".utf8)[...]) == nil)
        #expect(PathList(bytes: [])?.paths == [])
    }
}
