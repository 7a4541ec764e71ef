import Git
import TestSupport
import Testing

/// The paths at which two trees differ, with `git diff-tree` as the oracle.
@Suite(.enabled(if: GitOracle.isInstalled)) struct DifferenceTests {
    @Test func `two trees differ where git says so`() throws {
        let oracle = try GitOracle()
        try oracle.commit("one", ["a": "1", "b/c": "1", "b/d/e": "1", "f": "1", "g/h": "1"])
        try oracle.git("rm", "-rq", "f", "g")
        try oracle.git("update-index", "--chmod=+x", "a")
        try oracle.git("commit", "-q", "-m", "mode")
        try oracle.commit("two", ["b/c": "2", "f/x": "1", "g": "1", "new/x/y": "1"])
        let repository = try Repository(at: oracle.path)
        let commits = try ["HEAD~2", "HEAD~1", "HEAD"].map {
            try repository.commit(try #require(try repository.resolve($0)))
        }
        for (before, after) in [(0, 1), (1, 2), (0, 2), (2, 0), (1, 1)] {
            let expected = try oracle.git(
                "diff-tree", "-r", "--no-renames", "--name-only", commits[before].id.description,
                commits[after].id.description
            ).split(separator: "\n").map(String.init)
            let found = try repository.differences(
                from: commits[before].treeID, to: commits[after].treeID)
            #expect(found.map(\.path).sorted() == expected.sorted())
        }
        let all = try repository.differences(from: nil, to: commits[0].treeID)
        #expect(all.map(\.path).sorted() == ["a", "b/c", "b/d/e", "f", "g/h"])
        #expect(all.allSatisfy { $0.before == nil && $0.after?.blobID != nil })
        let gone = try repository.differences(from: commits[0].treeID, to: nil)
        #expect(gone.count == 5 && gone.allSatisfy { $0.after == nil })
    }

    @Test func `objects of another folder are read besides the repository's own`() throws {
        let (one, other) = (try GitOracle(), try GitOracle())
        try one.commit("one", ["a": "1"])
        try other.commit("other", ["b": "1"])
        let id = try #require(CommitID(try other.git("rev-parse", "HEAD")))
        let repository = try Repository(at: one.path)
        #expect(throws: GitError.self) { try repository.commit(id) }
        try repository.readObjects(in: other.path + "/.git/objects")
        #expect(try repository.commit(id).summary == "other")
        #expect(try repository.resolve(id.description) == id)
        #expect(try repository.headCommitID() != nil)
        #expect(try !repository.isSigned(id))
    }
}
