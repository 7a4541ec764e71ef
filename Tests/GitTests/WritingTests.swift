import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct WritingTests {
    let oracle: GitOracle
    let repository: Repository

    init() throws {
        oracle = try GitOracle(bare: true)
        repository = try oracle.open()
    }

    @Test func `what is written is what git writes`() throws {
        var edit = TreeEdit()
        try edit.write(Array("deep\n".utf8), to: "a/b/c.txt")
        try edit.write(Array("flat\n".utf8), to: "a.txt")
        let tree = try repository.writeTree(edit, on: nil)
        let commit = try repository.writeCommit(
            tree: tree, parents: [], author: ada, committer: ada, message: "Write\n\nZoë\n")
        #expect(try repository.commit(commit).message == "Write\n\nZoë\n")
        #expect(try oracle.git("ls-tree", "-r", "--name-only", "\(tree)") == "a.txt\na/b/c.txt")
        #expect(
            try oracle.git("cat-file", "commit", "\(commit)") == """
                tree \(tree)
                author Ada Lovelace <ada@example.org> 1700000000 +0100
                committer Ada Lovelace <ada@example.org> 1700000000 +0100

                Write

                Zoë
                """)
        #expect(try oracle.faults() == "")
    }

    @Test func `an edit on a base keeps everything else and every mode`() throws {
        let script = try repository.writeBlob(Array("#!/bin/sh".utf8))
        let link = try repository.writeBlob(Array("run".utf8))
        let module = try #require(CommitID(String(repeating: "1", count: 40)))
        var base = TreeEdit()
        try base.put(.executable(script), at: "bin/run")
        try base.put(.symlink(link), at: "bin/start")
        try base.put(.submodule(module), at: "vendor/theme")
        try base.write([1], to: "keep/me")
        let before = try repository.writeTree(base, on: nil)
        var edit = TreeEdit()
        try edit.write([2], to: "bin/run")
        try edit.write([3], to: "bin/start")
        try edit.write(script, to: "new")
        let after = try repository.writeTree(edit, on: before)
        let two = try repository.writeBlob([2])
        let three = try repository.writeBlob([3])
        #expect(try repository.entry(at: "bin/run", in: after)?.target == .executable(two))
        // Text is never written as the path of a link.
        #expect(try repository.entry(at: "bin/start", in: after)?.target == .blob(three))
        #expect(try repository.entry(at: "new", in: after)?.target == .blob(script))
        for same in ["vendor", "keep"] {
            #expect(
                try repository.entry(at: same, in: after)
                    == repository.entry(at: same, in: before))
        }
    }

    @Test func `an empty folder vanishes, up to the root`() throws {
        var edit = TreeEdit()
        try edit.write([1], to: "a/b/c")
        try edit.write([1], to: "d")
        let tree = try repository.writeTree(edit, on: nil)
        var deletion = TreeEdit()
        try deletion.delete("a/b/c")
        let rest = try repository.writeTree(deletion, on: tree)
        #expect(try repository.tree(rest).map(\.name) == ["d"])
        try deletion.delete("d")
        try deletion.delete("was/never/there")
        let nothing = try repository.writeTree(deletion, on: tree)
        #expect(nothing.description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
        #expect(try repository.tree(nothing).isEmpty)
        #expect(try repository.writeTree(TreeEdit(), on: tree) == tree)
    }

    @Test func `a folder is deleted whole and a file can take its place`() throws {
        var edit = TreeEdit()
        try edit.write([1], to: "a/b")
        try edit.write([1], to: "a/c")
        let tree = try repository.writeTree(edit, on: nil)
        var deletion = TreeEdit()
        try deletion.delete("a")
        try deletion.write([2], to: "a/new")
        let after = try repository.writeTree(deletion, on: tree)
        let folder = try #require(try repository.entry(at: "a", in: after)?.target.treeID)
        #expect(try repository.tree(folder).map(\.name) == ["new"])
    }

    @Test func `a file does not replace a folder by accident, nor the other way`() throws {
        var edit = TreeEdit()
        try edit.write([1], to: "folder/file")
        let tree = try repository.writeTree(edit, on: nil)
        for path in ["folder", "folder/file/below"] {
            var wrong = TreeEdit()
            try wrong.write([2], to: path)
            #expect(
                code { () throws(GitError) in try repository.writeTree(wrong, on: tree) }
                    == .invalid, "\(path)")
        }
    }

    @Test(arguments: [
        "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a/.", ".git", "a/.git/b", ".GIT",
        ".git.", ".git ", "git~1", "...", ".g\u{200C}it", ".git::$INDEX", "a\0b",
    ])
    func `a path that leads elsewhere is refused`(path: String) {
        var edit = TreeEdit()
        #expect(code { () throws(GitError) in try edit.write([1], to: path) } == .invalid)
        #expect(code { () throws(GitError) in try edit.delete(path) } == .invalid)
        #expect(edit.isEmpty)
    }

    @Test func `names that Swift calls equal are two names to git`() throws {
        var edit = TreeEdit()
        try edit.write([1], to: "caf\u{E9}")
        try edit.write([2], to: "cafe\u{301}")
        let tree = try repository.writeTree(edit, on: nil)
        #expect(try repository.tree(tree).count == 2)
    }

    @Test(arguments: UInt64(0)..<30)
    func `an edit is the sum of its changes`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var expected: [String: [UInt8]] = [:]
        var tree: TreeID?
        for _ in 0..<4 {
            var edit = TreeEdit()
            for _ in 0..<Int(seed / 2 + 1) {
                let depth = Int.random(in: 0...2, using: &generator)
                // A name says its depth, so that no file is in the way of a folder.
                let folders = (0..<depth).map {
                    "d\($0)\(Int.random(in: 0...1, using: &generator))"
                }
                let path =
                    (folders + ["f\(Int.random(in: 0...3, using: &generator))"])
                    .joined(separator: "/")
                if Bool.random(using: &generator) {
                    let bytes = [UInt8.random(in: 0...255, using: &generator)]
                    try edit.write(bytes, to: path)
                    expected[path] = bytes
                } else {
                    try edit.delete(path)
                    expected[path] = nil
                }
            }
            tree = try repository.writeTree(edit, on: tree)
        }
        let written = try #require(tree)
        let listed = try oracle.git("ls-tree", "-r", "--name-only", "\(written)")
        #expect(
            Set(listed.split(separator: "\n").map(String.init)) == Set(expected.keys))
        for (path, bytes) in expected {
            let id = try #require(try repository.entry(at: path, in: written)?.target.blobID)
            #expect(try repository.blob(id, limit: 1) == bytes)
        }
        if seed.isMultiple(of: 10) { #expect(try oracle.faults() == "") }
    }

    @Test(arguments: [
        ("Ada\nparent 1", "ada@example.org"), ("Ada <x>", "ada@example.org"),
        ("", "ada@example.org"), ("Ada", "a>b"), ("Ada\0", "ada@example.org"),
    ])
    func `a name that would break the commit is refused`(name: String, email: String) throws {
        let tree = try repository.writeTree(TreeEdit(), on: nil)
        let writer = Signature(name: name, email: email, seconds: 0)
        #expect(
            code { () throws(GitError) in
                try repository.writeCommit(
                    tree: tree, parents: [], author: writer, committer: ada, message: "x")
            } == .invalid)
    }

    @Test func `a commit cannot be made of what is not there`() throws {
        let absent = try #require(CommitID(String(repeating: "a", count: 40)))
        let tree = try repository.writeTree(TreeEdit(), on: nil)
        #expect(
            code { () throws(GitError) in
                try repository.writeCommit(
                    tree: tree, parents: [absent], author: ada, committer: ada, message: "x")
            } != nil)
    }

    @Test func `what is written in memory is one pack once flushed and nothing before`() throws {
        var kept = TreeEdit()
        try kept.write([0], to: "kept")
        let base = try repository.commit("base", on: [], edit: kept)
        let buffered = try repository.buffered()
        var edit = TreeEdit()
        for number in 0..<300 { try edit.write(Array("\(number)".utf8), to: "f\(number)/x") }
        let commit = try buffered.commit("many", on: [base], edit: edit)
        #expect(try buffered.commit(commit).summary == "many")
        #expect(code { () throws(GitError) in try repository.commit(commit) } == .notFound)
        try buffered.flush()
        #expect(try repository.commit(commit).summary == "many")
        #expect(try buffered.commit(commit).summary == "many")
        let counts = try oracle.git("count-objects", "-v").split(separator: "\n")
        #expect(counts.contains("count: 3"))  // The base commit alone.
        #expect(counts.contains("packs: 1"))
        #expect(counts.contains("in-pack: 602"))  // 300 blobs and trees, the root, the commit.
        try repository.update(
            reference: "refs/heads/main", to: commit, expected: .absent, message: "many")
        #expect(try oracle.faults() == "")
        try buffered.flush()
        #expect(try oracle.git("count-objects", "-v").contains("packs: 1"))
    }

    @Test func `a reference never names what is only in memory`() throws {
        let buffered = try repository.buffered()
        var edit = TreeEdit()
        try edit.write([1], to: "a")
        let commit = try buffered.commit("one", on: [], edit: edit)
        try buffered.update(
            reference: "refs/heads/main", to: commit, expected: .absent, message: "one")
        #expect(try oracle.commitID("main") == commit)
        #expect(try oracle.faults() == "")
    }
}
