import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct HistoryTests {
    let oracle: GitOracle
    let repository: Repository

    init() throws {
        oracle = try GitOracle(bare: true)
        repository = try oracle.open()
    }

    /// Makes a random history with merges, in which few paths change often, and returns its tip.
    private func makeHistory(seed: UInt64, commits: Int) throws -> CommitID {
        var generator = SeededGenerator(seed: seed)
        var made: [CommitID] = []
        for number in 0..<commits {
            var parents: [CommitID] = []
            if let last = made.last {
                let near = made.suffix(5)
                parents = [
                    Int.random(in: 0...2, using: &generator) == 0 ? near.first ?? last : last
                ]
                if Int.random(in: 0...2, using: &generator) == 0,
                    let other = near.randomElement(using: &generator), other != parents[0]
                {
                    parents.append(other)
                }
            }
            var edit = TreeEdit()
            var base: TreeID?
            if let other = parents.last, Bool.random(using: &generator) {
                base = try repository.commit(other).treeID  // A merge that takes one side whole.
            }
            if parents.count < 2 || Bool.random(using: &generator) {
                let path = ["a/x", "a/y", "b"].randomElement(using: &generator) ?? "b"
                if Int.random(in: 0...4, using: &generator) == 0 {
                    try edit.delete(path)
                } else {
                    try edit.write([UInt8.random(in: 0...3, using: &generator)], to: path)
                }
            }
            // Equal and backward times are part of real histories.
            let minute = Int64(number) - Int64.random(in: 0...2, using: &generator)
            made.append(
                try repository.commit(
                    "commit \(number)", on: parents, base: base, minute: minute, edit: edit))
        }
        let tip = try #require(made.last)
        try repository.update(
            reference: "refs/heads/main", to: tip, expected: .absent, message: "made")
        return tip
    }

    @Test(arguments: UInt64(0)..<24)
    func `the log of a path is git's`(seed: UInt64) throws {
        let tip = try makeHistory(seed: seed, commits: 6 + Int(seed) * 2)
        for path in ["a/x", "a", "b", "absent"] {
            let expected = try oracle.git("log", "--format=%H", "main", "--", path)
            let found = try repository.log(path: path, from: tip).map(\.id.description)
            #expect(found.joined(separator: "\n") == expected, "path \(path)")
        }
    }

    @Test func `the log of a path stops at its limit`() throws {
        let tip = try makeHistory(seed: 7, commits: 40)
        let all = try repository.log(path: "b", from: tip)
        #expect(all.count > 3)
        #expect(try repository.log(path: "b", from: tip, limit: 3) == Array(all.prefix(3)))
        #expect(try repository.log(path: "b", from: tip, limit: 0) == [])
    }

    @Test func `a change of mode alone is a change`() throws {
        let blob = try repository.writeBlob([1])
        var plain = TreeEdit()
        try plain.put(.blob(blob), at: "run")
        var executable = TreeEdit()
        try executable.put(.executable(blob), at: "run")
        let first = try repository.commit("first", on: [], edit: plain)
        let second = try repository.commit("second", on: [first], minute: 1, edit: executable)
        #expect(try repository.log(path: "run", from: second).map(\.id) == [second, first])
    }

    @Test(arguments: UInt64(0)..<12)
    func `a walk visits what git visits, children first`(seed: UInt64) throws {
        let tip = try makeHistory(seed: seed, commits: 5 + Int(seed) * 3)
        func visited(_ walk: CommitWalk) throws -> [String] {
            var found: [String] = []
            while let id = try walk.next() { found.append(id.description) }
            return found
        }
        func expected(_ arguments: String...) throws -> [String] {
            let outcome = try oracle.run(["rev-list"] + arguments)
            return outcome.output.split(separator: "\n").map(String.init)
        }
        let all = try visited(repository.walk(from: tip))
        #expect(Set(all) == Set(try expected("main")))
        let place = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
        for id in all {
            let commit = try repository.commit(try #require(CommitID(id)))
            for parent in commit.parentIDs {
                #expect(try #require(place[id]) < #require(place[parent.description]))
            }
        }
        #expect(
            try visited(repository.walk(from: tip, parents: .first))
                == expected("--first-parent", "main"))
        let excluded = try #require(CommitID(all[all.count / 2]))
        #expect(
            Set(try visited(repository.walk(from: tip, excluding: [excluded])))
                == Set(try expected("main", "^\(excluded)")))
    }

    @Test(arguments: UInt64(0)..<12)
    func `merge bases and ancestors are git's`(seed: UInt64) throws {
        _ = try makeHistory(seed: seed, commits: 20)
        let ids = try oracle.git("rev-list", "main").split(separator: "\n")
            .compactMap { CommitID(String($0)) }
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<6 {
            let ours = try #require(ids.randomElement(using: &generator))
            let theirs = try #require(ids.randomElement(using: &generator))
            let expected = try oracle.git("merge-base", "--all", "\(ours)", "\(theirs)")
            let found = try repository.mergeBases(of: ours, and: theirs).map(\.description)
            #expect(Set(found) == Set(expected.split(separator: "\n").map(String.init)))
            let status = try oracle.run(["merge-base", "--is-ancestor", "\(ours)", "\(theirs)"])
            #expect(try repository.isAncestor(ours, of: theirs) == (status.status == 0))
        }
    }

    @Test func `histories with nothing in common have no merge base`() throws {
        let one = try repository.commit("one", on: [], edit: TreeEdit())
        let two = try repository.commit("two", on: [], minute: 1, edit: TreeEdit())
        #expect(try repository.mergeBases(of: one, and: two).isEmpty)
    }

    @Test func `the log ends where a shallow clone ends`() throws {
        _ = try makeHistory(seed: 3, commits: 30)
        let clone = try TemporaryFolder()
        let path = clone.path + "/clone"
        try oracle.git("clone", "-q", "--bare", "--depth", "4", "file://" + oracle.path, path)
        let shallow = try Repository(at: path)
        #expect(shallow.isShallow)
        #expect(!repository.isShallow)
        let tip = try #require(try shallow.headCommitID())
        for path in ["a", "b"] {
            let expected = try SystemCommand.run(
                "git", ["log", "--format=%H", "--", path], in: shallow.gitDirectoryPath)
            let found = try shallow.log(path: path, from: tip).map { "\($0.id)\n" }
            #expect(found.joined() == expected.output)
        }
    }

    @Test func `a missing commit is an error, not the end`() throws {
        let first = try repository.commit("first", on: [], edit: TreeEdit())
        let second = try repository.commit("second", on: [first], minute: 1, edit: TreeEdit())
        let hex = first.description
        let file = "\(oracle.path)/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
        try FileManager.default.removeItem(atPath: file)
        let fresh = try oracle.open()
        #expect(
            code { () throws(GitError) in try fresh.log(path: "a", from: second) } == .notFound)
        #expect(
            code { () throws(GitError) in
                let walk = try fresh.walk(from: second)
                while try walk.next() != nil {}
            } == .notFound)
    }
}
