import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct CheckoutTests {
    let oracle: GitOracle
    let repository: Repository

    init() throws {
        oracle = try GitOracle()
        repository = try oracle.open()
    }

    private static let files = ["changed", "new/file", "gone/file"]

    /// Commits `changed`, `gone/file` and `other`, then moves the branch to a commit that has
    /// the edit of them, without touching the work tree.
    private func moveBranch() throws -> (before: TreeID, after: TreeID) {
        try oracle.commit("before", ["changed": "1\n", "gone/file": "g\n", "other": "o\n"])
        let head = try oracle.commitID("HEAD")
        var edit = TreeEdit()
        try edit.write(Array("2\n".utf8), to: "changed")
        try edit.write(Array("n\n".utf8), to: "new/file")
        try edit.delete("gone/file")
        let commit = try repository.commit("after", on: [head], edit: edit)
        try repository.update(
            reference: "HEAD", to: commit, expected: .at(head), message: "moved")
        return (try repository.commit(head).treeID, try repository.commit(commit).treeID)
    }

    @Test func `after a checkout of the touched files nothing is left to commit`() throws {
        let (before, after) = try moveBranch()
        #expect(try repository.checkoutConflicts(Self.files, from: before, to: after) == [])
        #expect(try oracle.read("changed") == "1\n")
        try repository.checkout(Self.files, from: before, to: after)
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.read("changed") == "2\n")
        #expect(try oracle.read("new/file") == "n\n")
        #expect(!oracle.folder.contains("repository/gone"))
        // Once more is no harm: the files are as after.
        try repository.checkout(Self.files, from: before, to: after)
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `local changes of other files stay as they are`() throws {
        let (before, after) = try moveBranch()
        try oracle.write("mine\n", to: "other")
        try oracle.write("staged\n", to: "added")
        try oracle.git("add", "added")
        try repository.checkout(Self.files, from: before, to: after)
        #expect(try oracle.git("status", "--porcelain") == "A  added\n M other")
        #expect(try oracle.read("other") == "mine\n")
    }

    @Test(arguments: ["changed", "new/file", "gone/file"])
    func `a local change of a touched file is a conflict and nothing changes`(
        name: String
    ) throws {
        let (before, after) = try moveBranch()
        try oracle.write("mine\n", to: name)
        let status = try oracle.git("status", "--porcelain")
        #expect(try repository.checkoutConflicts(Self.files, from: before, to: after) == [name])
        do throws(GitError) {
            try repository.checkout(Self.files, from: before, to: after)
            Issue.record("a local change was overwritten")
        } catch {
            #expect(error.code == .conflict)
            #expect(error.subject == name)
        }
        #expect(try oracle.git("status", "--porcelain") == status)
        #expect(try oracle.read(name) == "mine\n")
    }

    @Test func `a staged change of a touched file is a conflict`() throws {
        let (before, after) = try moveBranch()
        try oracle.write("staged\n", to: "changed")
        try oracle.git("add", "changed")
        try oracle.write("1\n", to: "changed")
        #expect(
            try repository.checkoutConflicts(Self.files, from: before, to: after) == ["changed"])
        #expect(try oracle.git("show", ":changed") == "staged")
    }

    @Test func `a touched file that was deleted is a conflict`() throws {
        let (before, after) = try moveBranch()
        try FileManager.default.removeItem(atPath: oracle.path + "/changed")
        #expect(
            try repository.checkoutConflicts(Self.files, from: before, to: after) == ["changed"])
    }

    @Test func `a checkout that met a locked index is completed by the next one`() throws {
        let (before, after) = try moveBranch()
        try oracle.write("", to: ".git/index.lock")
        #expect(
            code { () throws(GitError) in
                try repository.checkout(Self.files, from: before, to: after)
            } == .locked)
        try FileManager.default.removeItem(atPath: oracle.path + "/.git/index.lock")
        try oracle.open().checkout(Self.files, from: before, to: after)
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.read("changed") == "2\n")
    }

    @Test func `a link on the way leads no file outside the work tree`() throws {
        let (before, after) = try moveBranch()
        let outside = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: oracle.path + "/new", withDestinationPath: outside.path)
        #expect(
            code { () throws(GitError) in
                try repository.checkout(Self.files, from: before, to: after)
            } == .conflict)
        #expect(!outside.contains("file"))
        #expect(try oracle.read("changed") == "1\n")
    }

    @Test func `a touched file that may be run keeps its mode`() throws {
        try oracle.write("#!/bin/sh\n", to: "run")
        try oracle.git("add", "run")
        try oracle.git("update-index", "--chmod=+x", "run")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: oracle.path + "/run")
        try oracle.git("commit", "-q", "-m", "run")
        let before = try oracle.treeID("HEAD")
        var edit = TreeEdit()
        try edit.write(Array("#!/bin/bash\n".utf8), to: "run")
        let after = try repository.writeTree(edit, on: before)
        try repository.checkout(["run"], from: before, to: after)
        #expect(try oracle.git("write-tree") == "\(after)")
        #expect(FileManager.default.isExecutableFile(atPath: oracle.path + "/run"))
    }

    @Test func `a file that holds the new content already is no conflict`() throws {
        let (before, after) = try moveBranch()
        try oracle.write("2\n", to: "changed")
        try oracle.write("n\n", to: "new/file")
        try repository.checkout(Self.files, from: before, to: after)
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `the first commit is checked out from nothing`() throws {
        var edit = TreeEdit()
        try edit.write(Array("x\n".utf8), to: "a/b")
        let commit = try repository.commit("first", on: [], edit: edit)
        try repository.update(reference: "HEAD", to: commit, expected: .absent, message: "first")
        try oracle.write("untracked\n", to: "mine")
        try repository.checkout(["a/b"], from: nil, to: try repository.commit(commit).treeID)
        #expect(try oracle.git("status", "--porcelain") == "?? mine")
    }

    @Test func `no files is nothing to do, not all of them`() throws {
        let (before, after) = try moveBranch()
        try repository.checkout([], from: before, to: after)
        #expect(try oracle.read("changed") == "1\n")
    }

    @Test func `a name with a star is that name only`() throws {
        try oracle.commit("before", ["*": "1\n", "b": "1\n"])
        let before = try oracle.treeID("HEAD")
        var edit = TreeEdit()
        try edit.write(Array("2\n".utf8), to: "*")
        try edit.write(Array("2\n".utf8), to: "b")
        let after = try repository.writeTree(edit, on: before)
        try repository.checkout(["*"], from: before, to: after)
        #expect(try oracle.read("*") == "2\n")
        #expect(try oracle.read("b") == "1\n")
    }

    @Test func `a bare repository has nothing to check out`() throws {
        let oracle = try GitOracle(bare: true)
        let repository = try oracle.open()
        let tree = try repository.writeTree(TreeEdit(), on: nil)
        #expect(
            code { () throws(GitError) in try repository.checkout(["a"], from: nil, to: tree) }
                == .bareRepository)
    }

    @Test func `the index says what is staged`() throws {
        try oracle.commit("one", ["a": "1\n", "b": "1\n"])
        try oracle.write("2\n", to: "a")
        try oracle.git("add", "a")
        try oracle.write("3\n", to: "a")
        try oracle.write("x\n", to: "announced")
        try oracle.git("add", "--intent-to-add", "announced")
        let entries = try repository.indexEntries()
        #expect(entries.map(\.path) == ["a", "b"])
        #expect(entries.first?.target == .blob(try oracle.blobID(":a")))
        #expect(try repository.indexTarget(at: "a") == entries.first?.target)
        #expect(try repository.indexTarget(at: "c") == nil)
        // What another process stages is seen by the same repository.
        try oracle.git("rm", "-q", "--cached", "b")
        #expect(try repository.indexEntries().map(\.path) == ["a"])
    }

    @Test func `the index of a hook is read by its path`() throws {
        try oracle.commit("one", ["a": "1\n"])
        try oracle.git("read-tree", "--index-output=other-index", "HEAD")
        try oracle.git("rm", "-q", "--cached", "a")
        let file = oracle.path + "/other-index"
        #expect(try repository.indexEntries(ofFile: file).map(\.path) == ["a"])
        #expect(try repository.indexEntries().isEmpty)
    }

    @Test func `a merge that stopped shows its three stages`() throws {
        try oracle.commit("base", ["a": "1\n"])
        try oracle.git("checkout", "-q", "-b", "side")
        try oracle.commit("theirs", ["a": "2\n"])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("ours", ["a": "3\n"])
        #expect(try oracle.run(["merge", "-q", "side"]).status == 1)
        let entries = try repository.indexEntries()
        #expect(entries.map(\.stage) == [1, 2, 3])
        #expect(
            try entries.map { $0.target }
                == ["main~1:a", "main:a", "side:a"].map { .blob(try oracle.blobID($0)) })
        #expect(try repository.indexTarget(at: "a") == nil)
        let tree = try oracle.treeID("main")
        #expect(try repository.checkoutConflicts(["a"], from: tree, to: tree) == ["a"])
    }
}
