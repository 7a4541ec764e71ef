import Foundation
import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Which folder is a store, and what is said of one that is none.
@Suite(.enabled(if: GitOracle.isInstalled)) struct StoreTests {
    @Test(arguments: ["", "/profiles", "/profiles/ada-lovelace", "/profiles/ada-lovelace/../.."])
    func `a store is found from each of its folders`(folder: String) throws {
        let oracle = try GitOracle.store()
        let store = try Store(foundFrom: oracle.path + folder)
        #expect(store.path == oracle.path)
        #expect(!store.isBare)
        #expect(store.defaultRevision == .workTree)
    }

    @Test func `a work tree of another repository's branch is a store`() throws {
        let oracle = try GitOracle.store()
        let other = oracle.folder.path + "/other"
        try oracle.git("worktree", "add", "-q", "-b", "draft", other)
        let store = try Store(foundFrom: other + "/profiles")
        #expect(store.path == other)
        #expect(try store.snapshot(at: .commit("HEAD")).profileIDs.count == 2)
    }

    @Test func `a bare store has its newest commit`() throws {
        let bare = try GitOracle.store().bare()
        let store = try bare.open()
        #expect(store.isBare)
        let snapshot = try store.snapshot(at: store.defaultRevision)
        #expect(snapshot.profileIDs.map(\.text) == ["ada-lovelace", "alan-turing"])
        #expect(snapshot.commitID?.description == (try bare.git("rev-parse", "main")))
        for revision in [Revision.workTree, .index] {
            guard
                case .bare? = failure(of: { () throws(StoreError) in
                    try store.snapshot(at: revision)
                })
            else {
                Issue.record("\(revision) of a bare store")
                continue
            }
        }
    }

    @Test func `a store without a commit says so`() throws {
        let bare = try GitOracle(bare: true)
        let unborn = try GitOracle()
        try unborn.write(StoreText.configuration, to: "labfolio.yml")
        for store in [try bare.open(), try unborn.open()] {
            let error = try #require(
                failure { () throws(StoreError) in try store.snapshot(at: .commit("HEAD")) })
            #expect(error.message == "The store has no commit yet")
            #expect(error.hint?.contains("git commit") == true)
        }
        #expect(try unborn.open().snapshot(at: .workTree).profileIDs.isEmpty)
    }

    @Test func `no store is not a store`() throws {
        let folder = try TemporaryFolder()
        let error = failure { () throws(StoreError) in try Store(foundFrom: folder.path) }
        #expect(error?.message == "There is no store in \(folder.path) or above it")
        let missing = failure { () throws(StoreError) in try Store(at: folder.path + "/missing") }
        #expect(missing?.message == "There is no store in \(folder.path)/missing or above it")
    }

    @Test func `a repository without a configuration is no store`() throws {
        let oracle = try GitOracle()
        let error = failure { () throws(StoreError) in try Store(foundFrom: oracle.path) }
        #expect(error?.message.contains("is not a store: it has no labfolio.yml") == true)
        #expect(error?.hint?.contains("labfolio init") == true)
    }

    @Test func `a folder with a configuration and no repository has records, but no history`()
        throws
    {
        let folder = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: name) }
        let store = try Store(foundFrom: folder.path)
        #expect(try store.snapshot(at: .workTree).profileIDs.count == 2)
        let error = failure { () throws(StoreError) in try store.snapshot(at: .commit("HEAD")) }
        #expect(error?.message == "The store \(folder.path) is not a git repository")
        #expect(error?.hint?.contains("git init") == true)
    }

    @Test(.enabled(if: getuid() == 0, "needs the right to give a folder away"))
    func `a repository of somebody else is not trusted`() throws {
        let oracle = try GitOracle.store()
        let nobody = 65_534 as uid_t
        for path in [oracle.path, oracle.path + "/.git"] {
            try #require(chown(path, nobody, gid_t(nobody)) == 0)
        }
        let store = try oracle.open()
        let error = failure { () throws(StoreError) in try store.snapshot(at: .commit("HEAD")) }
        #expect(error?.message == "\(oracle.path) belongs to another user")
        #expect(
            error?.hint
                == "If you trust it: git config --global --add safe.directory \(oracle.path)")
        // The files are readable all the same.
        #expect(try store.snapshot(at: .workTree).profileIDs.count == 2)
    }
}
