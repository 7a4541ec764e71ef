import TestSupport
import Testing

@testable import Git

/// The person who writes in these tests.
let ada = Signature(
    name: "Ada Lovelace", email: "ada@example.org", seconds: 1_700_000_000, offset: 60)

extension GitOracle {
    /// Opens the repository with the module under test.
    func open() throws -> Repository { try Repository(at: path) }

    /// Resolves a revision to a commit with the real git.
    func commitID(_ revision: String) throws -> CommitID {
        try #require(CommitID(try git("rev-parse", revision + "^{commit}")))
    }

    /// Resolves a revision to a tree with the real git.
    func treeID(_ revision: String) throws -> TreeID {
        let peeled = revision.contains(":") ? revision : revision + "^{tree}"
        return try #require(TreeID(try git("rev-parse", peeled)))
    }

    /// Resolves a revision to a blob with the real git.
    func blobID(_ revision: String) throws -> BlobID {
        try #require(BlobID(try git("rev-parse", revision)))
    }
}

extension Repository {
    /// Writes a commit of one edit on top of its parents, dated by the minute.
    func commit(
        _ message: String, on parents: [CommitID], base: TreeID? = nil, minute: Int64 = 0,
        edit: TreeEdit
    ) throws -> CommitID {
        var writer = ada
        writer.seconds += minute * 60
        let parentTree = try parents.first.map { try commit($0).treeID }
        return try writeCommit(
            tree: try writeTree(edit, on: base ?? parentTree), parents: parents, author: writer,
            committer: writer, message: message + "\n")
    }
}

/// Returns the code of the failure of a call; nil when it did not fail.
func code<Result>(of call: () throws(GitError) -> Result) -> GitError.Code? {
    do throws(GitError) {
        _ = try call()
        return nil
    } catch {
        return error.code
    }
}
