import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct ObjectsTests {
    let oracle: GitOracle
    let repository: Repository

    init() throws {
        oracle = try GitOracle()
        repository = try oracle.open()
    }

    @Test func `a commit has what git says it has`() throws {
        try oracle.commit("first", ["a.txt": "one"], at: 1_600_000_000)
        try oracle.git("checkout", "-q", "-b", "side")
        let side = try oracle.commit("side", ["b.txt": "two"], at: 1_600_000_100)
        try oracle.git("checkout", "-q", "main")
        let main = try oracle.commit("main", ["c.txt": "three"], at: 1_600_000_200)
        try oracle.git("merge", "-q", "-m", "merged\n\nwith a body", "side", at: 1_600_000_300)
        let commit = try repository.commit(try oracle.commitID("HEAD"))
        #expect(commit.parentIDs.map(\.description) == [main, side])
        #expect(commit.treeID == (try oracle.treeID("HEAD")))
        #expect(commit.message == "merged\n\nwith a body\n")
        #expect(commit.summary == "merged")
        #expect(
            commit.committer
                == Signature(
                    name: "Ada Lovelace", email: "ada@example.org", seconds: 1_600_000_300))
    }

    struct Message: Sendable, CustomTestStringConvertible {
        let name: String
        let encoding: String?
        let bytes: [UInt8]
        let expected: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Message(name: "UTF-8", encoding: nil, bytes: Array("Zoë".utf8), expected: "Zoë"),
        Message(
            name: "Latin-1 with its name", encoding: "ISO-8859-1",
            bytes: [0x5A, 0x6F, 0xEB], expected: "Zoë"),
        Message(
            name: "Latin-1 without its name", encoding: nil,
            bytes: [0x5A, 0x6F, 0xEB], expected: "Zo\u{FFFD}"),
        Message(
            name: "an encoding nobody reads", encoding: "EBCDIC",
            bytes: [0x5A, 0x6F, 0xEB], expected: "Zo\u{FFFD}"),
    ])
    func `a message and a name in another encoding are decoded`(message: Message) throws {
        try oracle.commit("tree", ["a.txt": "one"])
        var raw = Array("tree \(try oracle.treeID("HEAD"))\nauthor ".utf8)
        raw += message.bytes + Array(" <zoe@example.org> 1600000000 -0230\ncommitter ".utf8)
        raw += message.bytes + Array(" <zoe@example.org> 1600000000 -0230\n".utf8)
        if let encoding = message.encoding { raw += Array("encoding \(encoding)\n".utf8) }
        raw += Array("\n".utf8) + message.bytes + Array("\n".utf8)
        let file = try oracle.folder.write(raw, to: "commit")
        let id = try oracle.git("hash-object", "-t", "commit", "-w", "--literally", file)
        let commit = try repository.commit(try #require(CommitID(id)))
        #expect(commit.summary == message.expected)
        #expect(commit.author.name == message.expected)
        #expect(commit.author.offset == -150)
    }

    @Test func `a tree lists every kind of entry`() throws {
        let blob = try #require(BlobID(try oracle.git("hash-object", "-w", "--stdin", input: "x")))
        let empty = try oracle.git("hash-object", "-t", "tree", "-w", "/dev/null")
        let folder = try #require(TreeID(empty))
        let commit = try #require(CommitID(String(repeating: "1", count: 40)))
        let lines = """
            100644 blob \(blob)\tfile
            040000 tree \(folder)\tfolder
            120000 blob \(blob)\tlink
            160000 commit \(commit)\tmodule
            100755 blob \(blob)\tscript
            """
        let id = try #require(TreeID(try oracle.git("mktree", "--missing", input: lines + "\n")))
        #expect(
            try repository.tree(id) == [
                TreeEntry(name: "file", target: .blob(blob)),
                TreeEntry(name: "folder", target: .tree(folder)),
                TreeEntry(name: "link", target: .symlink(blob)),
                TreeEntry(name: "module", target: .submodule(commit)),
                TreeEntry(name: "script", target: .executable(blob)),
            ])
    }

    @Test func `a name that is not UTF-8 is invalid`() throws {
        let blob = try oracle.git("hash-object", "-w", "--stdin", input: "x")
        let line = Array("100644 blob \(blob)\tna".utf8) + [0xEF, 0x76, 0x65, 0x0A]
        let file = try oracle.folder.write(line, to: "lines")
        let outcome = try SystemCommand.run(
            "sh", ["-c", "git mktree < \(file)"], in: oracle.path)
        let id = try #require(TreeID(String(outcome.output.dropLast())))
        #expect(code { () throws(GitError) in try repository.tree(id) } == .invalid)
    }

    @Test func `an entry is found by its path, and absence is nil`() throws {
        try oracle.commit("tree", ["a/b/c.txt": "deep", "d.txt": "flat"])
        let head = try oracle.commitID("HEAD")
        #expect(
            try repository.entry(at: "a/b/c.txt", in: head)
                == TreeEntry(name: "c.txt", target: .blob(try oracle.blobID("HEAD:a/b/c.txt"))))
        #expect(try repository.entry(at: "a", in: head)?.target.treeID == oracle.treeID("HEAD:a"))
        #expect(try repository.entry(at: "", in: head)?.target.treeID == oracle.treeID("HEAD"))
        for absent in ["e", "a/x", "d.txt/x", "a/b/c.txt/d", "A", "a//b"] {
            #expect(try repository.entry(at: absent, in: head) == nil, "\(absent)")
        }
    }

    @Test func `a blob is read whole up to the limit and not at all above it`() throws {
        let bytes = [UInt8](repeating: 0xFF, count: 1000) + [0, 10]
        let id = try repository.writeBlob(bytes)
        #expect(try repository.blobSize(id) == 1002)
        #expect(try repository.blob(id, limit: 1002) == bytes)
        #expect(code { () throws(GitError) in try repository.blob(id, limit: 1001) } == .tooLarge)
        #expect(try repository.blob(try repository.writeBlob([]), limit: 0) == [])
    }

    @Test func `an object that is missing or of another kind is told apart`() throws {
        try oracle.commit("tree", ["a.txt": "one"])
        let head = try oracle.commitID("HEAD")
        let tree = try oracle.treeID("HEAD")
        let misnamed = try #require(BlobID(tree.description))
        #expect(code { () throws(GitError) in try repository.blobSize(misnamed) } == .invalid)
        let blob = try oracle.blobID("HEAD:a.txt")
        let hex = blob.description
        let file = "\(oracle.path)/.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
        try FileManager.default.removeItem(atPath: file)
        let fresh = try oracle.open()
        #expect(code { () throws(GitError) in try fresh.blob(blob, limit: 9) } == .notFound)
        #expect(try fresh.commit(head).treeID == tree)
    }

    @Test func `an error says what was tried on what`() throws {
        let absent = try #require(CommitID(String(repeating: "a", count: 40)))
        do throws(GitError) {
            _ = try repository.commit(absent)
            Issue.record("the commit was found")
        } catch {
            #expect(error.operation == "git_commit_lookup")
            #expect(error.subject == "commit \(absent)")
            #expect(error.description.hasPrefix("commit \(absent) was not found [git_commit_"))
        }
    }
}
