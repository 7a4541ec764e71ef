import Foundation
import Git
import TestSupport
import Testing

@testable import ProfileStore

/// What is kept of reviews, and how it travels.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ReviewEventTests {
    private static func event(_ seed: UInt64, of name: String, at commit: CommitID) -> ReviewEvent {
        var random = SeededGenerator(seed: seed)
        let kind = ReviewEvent.Kind.allCases.randomElement(using: &random) ?? .opened
        return ReviewEvent(
            kind, of: name, at: commit,
            by: Signature(
                name: "A\(seed % 3)", email: "a@example.org",
                seconds: 1_700_000_000 + Int64.random(in: 0..<3, using: &random),
                offset: Int.random(in: -60...60, using: &random)),
            message: ["", "Two\nlines \"quoted\"", "日本"].randomElement(using: &random) ?? "",
            resultID: Bool.random(using: &random) ? commit : nil,
            profiles: Bool.random(using: &random) ? ["ada"] : [],
            decision: Bool.random(using: &random) ? "ada/profile/role theirs" : nil)
    }

    @Test(arguments: UInt64(0)..<100) func `an event reads back as it was written`(
        seed: UInt64
    ) throws {
        let commit = try #require(CommitID(String(repeating: "a1", count: 20)))
        let event = Self.event(seed, of: "a/b%2F", at: commit)
        #expect(ReviewEvent(event.value) == event)
    }

    @Test func `clones that went on apart are joined by taking both`() throws {
        let oracle = try GitOracle.store()
        let center = try oracle.bare()
        let clones = try [GitOracle(), GitOracle()]
        for clone in clones {
            try clone.git("remote", "add", "origin", center.path)
            try clone.git(
                "config", "--add", "remote.origin.fetch",
                "+refs/labfolio/events*:refs/labfolio/remotes/origin/events*")
            try clone.git(
                "config", "--add", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
            try clone.git("fetch", "-q")
            try clone.git("checkout", "-q", "main")
        }
        let stores = try clones.map { try $0.open() }
        var expected: Set<ReviewEvent> = []
        var random = SeededGenerator(seed: 7)
        let commit = try #require(CommitID(try oracle.git("rev-parse", "HEAD")))
        for round in UInt64(0)..<12 {
            for (index, store) in stores.enumerated() {
                let name = ["one", "two", "three"].randomElement(using: &random) ?? "one"
                let event = Self.event(round * 2 + UInt64(index), of: name, at: commit)
                try store.record(event)
                expected.insert(event)
            }
            // One of the two loses the race for the center, joins, and pushes again.
            for clone in clones where round % 3 == 2 {
                try clone.git("fetch", "-q")
                _ = try clone.open().joinEvents(by: ada)
                try clone.git("push", "-q", "origin", "refs/labfolio/events")
            }
        }
        for clone in clones.reversed() {
            try clone.git("fetch", "-q")
            #expect(Set(try clone.open().reviewEvents()) == expected)
            #expect(try clone.faults() == "")
        }
        #expect(Set(try center.open().reviewEvents()).isSubset(of: expected))
        #expect(try stores[0].joinEvents(by: ada) || stores[0].reviewEvents().count > 0)
        #expect(try stores[0].joinEvents(by: ada) == false)
    }

    @Test func `writers at the same time lose no event`() async throws {
        let oracle = try GitOracle.store()
        let store = try oracle.open()
        let commit = try #require(CommitID(try oracle.git("rev-parse", "HEAD")))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in UInt64(0)..<4 {
                group.addTask {
                    for round in UInt64(0)..<10 {
                        try store.record(
                            Self.event(writer * 100 + round, of: "writer-\(writer)", at: commit))
                    }
                }
            }
            try await group.waitForAll()
        }
        for writer in 0..<4 {
            #expect(try store.reviewEvents(of: "writer-\(writer)").count == 10)
        }
        #expect(try oracle.faults() == "")
    }
}
