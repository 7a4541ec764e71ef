import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Commits on branches that nobody need have checked out, and with more than one parent.
@Suite(.enabled(if: GitOracle.isInstalled)) struct BranchCommitTests {
    let oracle: GitOracle
    let store: Store
    private let file = "profiles/ada-lovelace/news.yml"
    private let branch = "refs/heads/proposals/ada"

    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
    }

    private func news(_ text: String) -> [UInt8] {
        Array(StoreText.news(("engine", text)).utf8)
    }

    private func id(_ revision: String) throws -> CommitID {
        try #require(CommitID(try oracle.git("rev-parse", revision)))
    }

    @Test func `a branch that is not there begins at a commit, and the work tree stays`() throws {
        let before = try oracle.read(file)
        let made = try store.commit(
            to: branch, startingAt: id("main"), message: "news: it runs", author: ada
        ) { snapshot in
            #expect(snapshot != nil)
            return [file: news("Yes")]
        }
        #expect(try id("proposals/ada") == made)
        #expect(try id("proposals/ada~") == id("main"))
        #expect(try oracle.read(file) == before)
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.faults() == "")
    }

    @Test func `a branch that is there goes on from its own tip`() throws {
        for text in ["One", "Two"] {
            try store.commit(to: branch, startingAt: id("main"), message: text, author: ada) { _ in
                [file: news(text)]
            }
        }
        #expect(try oracle.git("log", "--format=%s", "main..proposals/ada") == "Two\nOne")
    }

    @Test func `a branch without a start has no parents`() throws {
        try store.commit(to: "refs/labfolio/events", message: "begin", author: ada) { snapshot in
            #expect(snapshot == nil)
            return ["events/1.yml": news("x")]
        }
        #expect(try oracle.git("rev-list", "--count", "refs/labfolio/events") == "1")
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `the branch of the work tree, named in full, brings it along`() throws {
        try store.commit(to: "refs/heads/main", message: "x", author: ada) { _ in
            [file: news("Yes")]
        }
        #expect(try oracle.read(file).contains("Yes"))
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `further parents make a commit even where no file changes`() throws {
        let other = try #require(
            try store.commit(to: branch, startingAt: id("main"), message: "x", author: ada) { _ in
                [file: news("Yes")]
            })
        let first = try id("main")
        let merged = try store.commit(mergedWith: [other], message: "merge", author: ada) { _ in
            [:]
        }
        #expect(try oracle.git("log", "-1", "--format=%P") == "\(first) \(other)")
        #expect(try id("HEAD") == merged)
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.faults() == "")
    }

    @Test func `a draft is asked again on top of a winner, its message and parents too`() throws {
        var asked: [CommitID?] = []
        try store.commit(to: branch, startingAt: id("main"), author: ada) {
            snapshot throws(StoreError) in
            asked.append(snapshot?.commitID)
            if asked.count == 1 {
                try store.commit(
                    to: branch, startingAt: snapshot?.commitID, message: "winner", author: ada
                ) { _ in ["profiles/alan-turing/news.yml": news("First")] }
            }
            return CommitDraft(message: "round \(asked.count)", files: [file: news("Second")])
        }
        #expect(asked == [try id("main"), try id("proposals/ada~")])
        #expect(
            try oracle.git("log", "--format=%s", "main..proposals/ada") == "round 2\nwinner")
    }

    @Test func `author and committer may be two people`() throws {
        let grace = Signature(name: "Grace Hopper", email: "grace@example.org", seconds: 1)
        try store.commit(author: ada, committer: grace) { _ in
            CommitDraft(message: "x", files: [file: news("Yes")])
        }
        #expect(try oracle.git("log", "-1", "--format=%an, %cn") == "Ada Lovelace, Grace Hopper")
    }
}
