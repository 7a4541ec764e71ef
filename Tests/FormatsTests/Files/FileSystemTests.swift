import Formats
import Foundation
import TestSupport
import Testing

@Suite struct FileSystemTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test(arguments: [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 1 << 20])
    func `what is written is read again`(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = folder.path + "/a"
        try FileSystem.write(bytes, to: path)
        #expect(try FileSystem.read(path) == bytes)
        #expect(try FileSystem.kind(at: path) == .file(size: size))
        #expect(try names() == ["a"])
    }

    @Test func `a file is replaced as a whole`() throws {
        let path = try folder.write("old and long", to: "a")
        // A run that was killed left this.
        try folder.write("half of somet", to: "a" + FileSystem.unfinishedSuffix)
        try FileSystem.write(Array("new".utf8), to: path)
        #expect(try folder.read("a") == "new")
        #expect(try names() == ["a"])
    }

    @Test func `a write that fails leaves the old file and nothing else`() throws {
        try folder.write("x", to: "a/b")
        let error = #expect(throws: FileError.self) {
            try FileSystem.write([1], to: folder.path + "/a")
        }
        #expect(error?.code == .notAFile)
        #expect(try folder.read("a/b") == "x")
        #expect(try names() == ["a"])
        let missing = #expect(throws: FileError.self) {
            try FileSystem.write([1], to: folder.path + "/no/b")
        }
        #expect(missing?.code == .notFound)
    }

    @Test func `a link is read only if told to, and replaced, not followed`() throws {
        let target = try folder.write("target", to: "target")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(try FileSystem.kind(at: link) == .symbolicLink)
        #expect(throws: FileError.self) { try FileSystem.read(link) }
        #expect(try FileSystem.read(link, links: .follow) == Array("target".utf8))
        try FileSystem.write(Array("own".utf8), to: link)
        #expect(try folder.read("target") == "target")
        #expect(try FileSystem.kind(at: link) == .file(size: 3))
    }

    @Test func `a link in the place of the unfinished file is not followed`() throws {
        let target = try folder.write("target", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/a" + FileSystem.unfinishedSuffix, withDestinationPath: target)
        #expect(throws: FileError.self) { try FileSystem.write([1], to: folder.path + "/a") }
        #expect(try folder.read("target") == "target")
    }

    @Test func `a file beyond the limit is refused`() throws {
        let path = try folder.write("12345", to: "a")
        #expect(try FileSystem.read(path, limit: 5).count == 5)
        let error = #expect(throws: FileError.self) { try FileSystem.read(path, limit: 4) }
        #expect(error?.code == .tooLarge(limit: 4))
    }

    @Test func `what is no file is refused at once`() throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(try FileSystem.kind(at: pipe) == .other)
        #expect(throws: FileError.self) { try FileSystem.read(pipe) }
        let error = #expect(throws: FileError.self) { try FileSystem.read(folder.path) }
        #expect(error?.code == .notAFile)
        let missing = #expect(throws: FileError.self) { try FileSystem.read(folder.path + "/no") }
        #expect(missing?.code == .notFound)
        #expect(
            missing?.description == "Cannot read \(folder.path)/no: there is no such file or folder"
        )
    }

    @Test(.enabled("the superuser may read everything") { getuid() != 0 })
    func `a file that may not be read is refused`() throws {
        let path = try folder.write("x", to: "a")
        #expect(chmod(path, 0) == 0)
        let error = #expect(throws: FileError.self) { try FileSystem.read(path) }
        #expect(error?.code == .notPermitted)
    }

    @Test func `folders are made with those on their way`() throws {
        let path = folder.path + "/a/b/c"
        try FileSystem.makeFolder(path)
        try FileSystem.makeFolder(path)
        try FileSystem.makeFolder(path + "/")
        #expect(try FileSystem.kind(at: path) == .folder)
        try folder.write("x", to: "file")
        let error = #expect(throws: FileError.self) {
            try FileSystem.makeFolder(folder.path + "/file")
        }
        #expect(error?.code == .notAFolder)
        #expect(throws: FileError.self) { try FileSystem.makeFolder(folder.path + "/file/d") }
    }

    @Test func `names are listed in order`() throws {
        for name in ["b", "a", "É", "Z", ".dot"] { try folder.write("", to: name) }
        #expect(try FileSystem.names(in: folder.path) == [".dot", "Z", "a", "b", "É"])
        #expect(throws: FileError.self) { try FileSystem.names(in: folder.path + "/a") }
    }

    @Test func `names are listed with what they stand for, links by themselves`() throws {
        try folder.write("", to: "file")
        try FileSystem.makeFolder(folder.path + "/folder")
        #expect(symlink("folder", folder.path + "/link") == 0)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let entries = try FileSystem.entries(in: folder.path)
        #expect(entries.map(\.name) == ["file", "folder", "link", "pipe"])
        #expect(entries.map(\.kind) == [.file, .folder, .symbolicLink, .other])
        #expect(throws: FileError.self) { try FileSystem.entries(in: folder.path + "/file") }
    }

    @Test func `a name that is not UTF-8 is refused, not repaired`() throws {
        let name =
            Array((folder.path + "/a").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        #expect(throws: FileError.self) { try FileSystem.names(in: folder.path) }
        #expect(unlink(name) == 0)
    }

    @Test func `files and empty folders are removed`() throws {
        try folder.write("", to: "d/a")
        #expect(throws: FileError.self) { try FileSystem.remove(folder.path + "/d") }
        try FileSystem.remove(folder.path + "/d/a")
        try FileSystem.remove(folder.path + "/d/a")
        try FileSystem.remove(folder.path + "/d")
        #expect(try names().isEmpty)
    }

    @Test func `a folder is nowhere until it is finished`() throws {
        let place = folder.path + "/new/site"
        var unfinished = try UnfinishedFolder(for: place)
        for name in ["a", "d/b", "d/e/c", "d/f"] { try unfinished.write([1], to: name) }
        #expect(try FileSystem.kind(at: place) == nil)
        try unfinished.finish()
        for name in ["a", "d/b", "d/e/c", "d/f"] {
            #expect(try FileSystem.read(place + "/" + name) == [1])
        }
        #expect(try FileSystem.names(in: folder.path + "/new") == ["site"])
    }

    @Test func `a folder that fails half-way leaves nothing`() throws {
        let place = folder.path + "/site"
        func fail() throws(FileError) {
            var unfinished = try UnfinishedFolder(for: place)
            try unfinished.write([1], to: "a")
            // A file stands where a folder is needed.
            try unfinished.write([1], to: "a/b")
        }
        let error = #expect(throws: FileError.self) { try fail() }
        #expect(error?.path == place + "/a")
        #expect(try names().isEmpty)
    }

    @Test func `a folder that is finished replaces none that has something in it`() throws {
        try folder.write("mine", to: "site/x")
        #expect(throws: FileError.self) {
            var unfinished = try UnfinishedFolder(for: folder.path + "/site")
            try unfinished.write([1], to: "a")
            try unfinished.finish()
        }
        #expect(try folder.read("site/x") == "mine")
        #expect(try names() == ["site"])
    }

    @Test(arguments: [
        ("a/b", "a"), ("/a", "/"), ("a", nil), ("/", nil), ("a/b/", "a"), ("/a/b/c", "/a/b"),
    ])
    func `a path has a parent`(path: String, parent: String?) {
        #expect(FileSystem.parent(of: path) == parent)
    }

    @Test func `a folder that several remove at once is gone, and none of them fails`() async throws
    {
        for round in 0..<20 {
            let root = folder.path + "/tree-\(round)"
            for number in 0..<60 {
                try folder.write("x", to: "tree-\(round)/\(number % 9)/\(number)/a")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try FileSystem.removeTree(root) } }
                try await group.waitForAll()
            }
            #expect(try names() == [])
        }
    }
}
