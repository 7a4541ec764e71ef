import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct ReferencesTests {
    let oracle: GitOracle
    let repository: Repository

    init() throws {
        oracle = try GitOracle()
        repository = try oracle.open()
    }

    /// Makes three commits on `main`, one more on `side`, a light tag and an annotated one.
    private func makeHistory() throws {
        for number in 1...3 {
            try oracle.commit("main \(number)", ["a.txt": "\(number)"], at: 1_600_000_000 + number)
        }
        try oracle.git("tag", "light", "HEAD~1")
        try oracle.git("tag", "-a", "-m", "noted", "noted", "HEAD~2")
        try oracle.git("tag", "-a", "-m", "twice", "twice", "noted")
        try oracle.git("checkout", "-q", "-b", "side", "HEAD~1")
        try oracle.commit("side", ["b.txt": "x"], at: 1_600_000_010)
        try oracle.git("merge", "-q", "-m", "merge", "main", at: 1_600_000_020)
    }

    static let revisions = [
        "HEAD", "main", "side", "side~1", "side^2", "side~2^{commit}", "main@{0}", "light", "noted",
        "twice", "refs/heads/main", "heads/side", "tags/noted", "noted^{}", "@", "@{0}", "@~1",
        "main~1^0",
    ]

    @Test(arguments: [false, true])
    func `a revision resolves to what git resolves it to`(packed: Bool) throws {
        try makeHistory()
        if packed { try oracle.git("pack-refs", "--all") }
        for revision in Self.revisions {
            let expected = try oracle.git("rev-parse", revision)
            let commitID = try oracle.commitID(expected)
            #expect(try repository.resolve(revision) == commitID, "\(revision)")
        }
        let hex = try oracle.commitID("main").description
        #expect(try repository.resolve(hex)?.description == hex)
        #expect(try repository.resolve(String(hex.prefix(10)))?.description == hex)
    }

    @Test(arguments: ["absent", "main~9", "abc", "a", "refs/heads/x", "main^3", "cafe", "1234567"])
    func `a revision that names nothing is nil`(revision: String) throws {
        try makeHistory()
        #expect(try repository.resolve(revision) == nil)
    }

    @Test(arguments: [
        ":/main 2", "main^{/main 2}", "", "main:a.txt", "main^{tree}", "main\0", "main^{nonsense}",
        "main@{x",
    ])
    func `a revision that is none, or no commit, is invalid`(revision: String) throws {
        try makeHistory()
        #expect(
            code { () throws(GitError) in try repository.resolve(revision) } == .invalid)
    }

    @Test func `digits that begin two IDs are ambiguous`() throws {
        // 65,537 blobs have four equal digits somewhere; about 300 make it certain enough, and
        // the numbers are always the same.
        var first: [Substring: String] = [:]
        var ambiguous: String?
        let buffered = try repository.buffered()
        for number in 0..<2000 {
            let hex = try buffered.writeBlob(Array("\(number)".utf8)).description
            let prefix = hex.prefix(4)
            if first[prefix] != nil { ambiguous = String(prefix) }
            first[prefix] = hex
        }
        try buffered.flush()
        let prefix = try #require(ambiguous)
        #expect(code { () throws(GitError) in try repository.resolve(prefix) } == .ambiguous)
        let status = try oracle.run(["rev-parse", prefix]).errors
        #expect(status.contains("ambiguous"))
    }

    @Test func `HEAD is a branch, a commit, or not there yet`() throws {
        try makeHistory()
        #expect(try repository.headCommitID() == oracle.commitID("side"))
        #expect(try repository.headReferenceName() == "refs/heads/side")
        try oracle.git("checkout", "-q", "--detach", "main")
        #expect(try repository.headCommitID() == oracle.commitID("main"))
        #expect(try repository.headReferenceName() == nil)
        #expect(try repository.currentBranchName() == nil)
        try oracle.git("checkout", "-q", "--orphan", "fresh/start")
        #expect(try repository.headCommitID() == nil)
        #expect(try repository.currentBranchName() == "fresh/start")
    }

    @Test(arguments: [false, true])
    func `branches are listed by prefix`(packed: Bool) throws {
        try oracle.commit("one")
        let names = ["main", "proposals/a", "proposals/b/c", "proposals-not", "other"]
        for name in names.dropFirst() { try oracle.git("branch", name) }
        try oracle.git("symbolic-ref", "refs/heads/dangling", "refs/heads/absent")
        if packed { try oracle.git("pack-refs", "--all") }
        try oracle.git("branch", "proposals/loose")
        #expect(try repository.branches().map(\.name) == (names + ["proposals/loose"]).sorted())
        let proposals = try repository.branches(prefix: "proposals/")
        #expect(proposals.map(\.name) == ["proposals/a", "proposals/b/c", "proposals/loose"])
        #expect(proposals.first?.referenceName == "refs/heads/proposals/a")
        #expect(proposals.first?.commitID == (try oracle.commitID("main")))
    }

    struct Update: Sendable, CustomTestStringConvertible {
        let name: String
        let packed: Bool
        let expected: @Sendable (CommitID, CommitID) -> ExpectedReference
        let outcome: GitError.Code?
        var testDescription: String { name + (packed ? ", packed" : "") }
    }

    static let updates: [Update] = [false, true].flatMap { packed in
        [
            Update(
                name: "the current value", packed: packed, expected: { now, _ in .at(now) },
                outcome: nil),
            Update(
                name: "an older value", packed: packed, expected: { _, old in .at(old) },
                outcome: .moved),
            Update(name: "absence", packed: packed, expected: { _, _ in .absent }, outcome: .moved),
        ]
    }

    @Test(arguments: updates)
    func `a reference moves only from its expected value`(update: Update) throws {
        let old = try #require(CommitID(try oracle.commit("old")))
        let now = try #require(CommitID(try oracle.commit("now")))
        let new = try #require(CommitID(try oracle.commit("new")))
        try oracle.git("branch", "moving", "\(now)")
        if update.packed { try oracle.git("pack-refs", "--all") }
        let outcome = code { () throws(GitError) in
            try repository.update(
                reference: "refs/heads/moving", to: new, expected: update.expected(now, old),
                message: "test: move")
        }
        #expect(outcome == update.outcome)
        #expect(try oracle.commitID("moving") == (update.outcome == nil ? new : now))
        if update.outcome == nil {
            #expect(try oracle.git("reflog", "-1", "--format=%gs", "moving") == "test: move")
        }
    }

    @Test func `an absent reference is created only when it is expected to be absent`() throws {
        let commit = try #require(CommitID(try oracle.commit("one")))
        let name = "refs/heads/proposals/new"
        #expect(
            code { () throws(GitError) in
                try repository.update(
                    reference: name, to: commit, expected: .at(commit), message: "x")
            } == .moved)
        #expect(try repository.commitID(ofReference: name) == nil)
        try repository.update(reference: name, to: commit, expected: .absent, message: "x")
        #expect(try repository.commitID(ofReference: name) == commit)
        #expect(try oracle.commitID("proposals/new") == commit)
    }

    @Test func `HEAD is followed to its branch, be it there or not`() throws {
        let tree = try repository.writeTree(TreeEdit(), on: nil)
        let first = try repository.writeCommit(
            tree: tree, parents: [], author: ada, committer: ada, message: "first\n")
        try repository.update(reference: "HEAD", to: first, expected: .absent, message: "first")
        #expect(try oracle.git("symbolic-ref", "HEAD") == "refs/heads/main")
        #expect(try oracle.commitID("main") == first)
        let second = try repository.writeCommit(
            tree: tree, parents: [first], author: ada, committer: ada, message: "second\n")
        try repository.update(
            reference: "HEAD", to: second, expected: .at(first), message: "second")
        #expect(try oracle.commitID("main") == second)
        #expect(try oracle.git("reflog", "--format=%gs", "HEAD") == "second\nfirst")
    }

    @Test(arguments: [
        "main", "refs/heads/a..b", "refs/heads/a b", "refs/heads/", "", "refs/heads/a\0",
    ])
    func `a name that is no reference's is invalid`(name: String) throws {
        let commit = try #require(CommitID(try oracle.commit("one")))
        #expect(
            code { () throws(GitError) in
                try repository.update(
                    reference: name, to: commit, expected: .absent, message: "x")
            } == .invalid)
    }

    @Test func `a reference that another process is writing is locked`() throws {
        let commit = try #require(CommitID(try oracle.commit("one")))
        try oracle.write("", to: ".git/refs/heads/main.lock")
        #expect(
            code { () throws(GitError) in
                try repository.update(
                    reference: "refs/heads/main", to: commit, expected: .at(commit), message: "x")
            } == .locked)
    }

    @Test func `a reference is deleted only from its expected value`() throws {
        let old = try #require(CommitID(try oracle.commit("old")))
        let now = try #require(CommitID(try oracle.commit("now")))
        try oracle.git("branch", "done")
        try oracle.git("pack-refs", "--all")
        let name = "refs/heads/done"
        #expect(
            code { () throws(GitError) in try repository.delete(reference: name, expected: old) }
                == .moved)
        try repository.delete(reference: name, expected: now)
        #expect(try oracle.git("branch", "--list", "done") == "")
        #expect(
            code { () throws(GitError) in try repository.delete(reference: name, expected: now) }
                == .moved)
    }

    @Test func `of many writers at once each one wins once and no commit is lost`() async throws {
        let root = try #require(CommitID(try oracle.commit("root")))
        let path = oracle.path
        let writers = 6
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    let repository = try Repository(at: path)
                    var edit = TreeEdit()
                    try edit.write([1], to: "writer-\(writer)")
                    var failure: GitError.Code?
                    repeat {
                        let tip = try #require(try repository.headCommitID())
                        let commit = try repository.commit("\(writer)", on: [tip], edit: edit)
                        failure = code { () throws(GitError) in
                            try repository.update(
                                reference: "refs/heads/main", to: commit, expected: .at(tip),
                                message: "race")
                        }
                        try #require([nil, .moved, .locked].contains(failure))
                    } while failure != nil
                }
            }
            try await group.waitForAll()
        }
        let count = try oracle.git("rev-list", "--count", "\(root)..main")
        #expect(count == "\(writers)")
        #expect(
            try oracle.git("ls-tree", "--name-only", "main").split(separator: "\n").count == writers
        )
        #expect(try oracle.faults() == "")
    }
}
