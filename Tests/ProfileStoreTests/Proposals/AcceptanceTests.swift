import Git
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Accepting and resolving proposals.
@Suite(.enabled(if: GitOracle.isInstalled)) struct AcceptanceTests {
    private let oracle: GitOracle
    private let store: Store
    private static let role = "profiles/ada-lovelace/profile.yml"
    private static let other = "profiles/alan-turing/profile.yml"
    private let eve = Signature(name: "Eve", email: "eve@example.org", seconds: 1_700_000_200)

    init() throws {
        oracle = try .store()
        store = try oracle.open()
    }

    private static func person(_ role: String, _ status: String = "here") -> String {
        StoreText.person(
            "Ada Lovelace", more: "role: \(role)\n# What she does now\nstatus: \(status)\n")
    }

    private static func turing(_ role: String) -> String {
        StoreText.person("Alan Turing", more: "role: \(role)\n")
    }

    /// Proposes files, then commits others on the branch.
    private func begin(_ name: String, _ proposed: [String: String], _ meanwhile: [String: String])
        throws
    {
        for (path, text) in proposed { try oracle.write(text, to: path) }
        let changes = try store.changesToPropose()
        _ = try store.propose(changes, as: name, message: "What is proposed", by: ada)
        try store.takeBack(changes)
        if !meanwhile.isEmpty { try oracle.commit("meanwhile", meanwhile) }
    }

    private func attempt(_ name: String) throws -> (Proposal, ProposalMerge) {
        let proposal = try store.proposal(named: name)
        let scope = try #require(try store.scope(of: proposal))
        return (proposal, try store.merge(scope))
    }

    private func role(at revision: String = "main") throws -> String? {
        try store.snapshot(at: .commit(revision)).profile("ada-lovelace").record
            .value["profile"]?["role"]?.string
    }

    @Test func `what nobody else touched is merged`() throws {
        try begin(
            "countess", [Self.role: Self.person("Countess")], [Self.other: Self.turing("Reader")])
        let (proposal, merge) = try attempt("countess")
        #expect(merge.isClean && merge.parts == ["ada-lovelace"])
        let acceptance = try store.accept(proposal, merge, by: eve)
        let commit = try #require(acceptance.commitID)
        #expect(try oracle.git("rev-parse", "main") == commit.description)
        #expect(
            try oracle.git("log", "-1", "--format=%an %P")
                == "Eve \(merge.scope.target.id) \(proposal.commitID)")
        let message = try oracle.git("log", "-1", "--format=%B")
        #expect(
            message.hasPrefix(
                "Accept the proposal countess\n\nWhat is proposed\n\nProposal: countess\n"
                    + "Labfolio-Merge: "))
        #expect(try store.verifyMerge(commit)?.holds == true)
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.read(Self.role) == Self.person("Countess"))
        #expect(try oracle.git("branch", "--list", "proposals/*") == "")
        let accepted = try store.proposal(named: "countess")
        #expect(accepted.state == .accepted && accepted.lastDecision?.resultID == commit)
        #expect(try store.scope(of: accepted)?.profiles == ["ada-lovelace"])
        #expect(try oracle.faults() == "")
    }

    @Test func `squashed it is one commit of its author`() throws {
        try begin(
            "countess", [Self.role: Self.person("Countess")], [Self.other: Self.turing("Reader")])
        let (proposal, merge) = try attempt("countess")
        _ = try store.accept(proposal, merge, as: .squash, by: eve)
        #expect(
            try oracle.git("log", "-1", "--format=%an %cn %P%n%B")
                == "Ada Lovelace Eve \(merge.scope.target.id)\nWhat is proposed\n\n"
                + "Proposal: countess\n")
        #expect(try store.proposal(named: "countess").state == .accepted)
        #expect(try role() == "Countess")
    }

    @Test func `a run that was killed before the event is completed`() throws {
        try begin("countess", [Self.role: Self.person("Countess")], [:])
        let (proposal, _) = try attempt("countess")
        try oracle.git("merge", "-q", "--no-ff", "proposals/countess")
        let merged = try store.proposal(named: "countess")
        #expect(merged.state == .accepted)
        for _ in 0..<2 {
            _ = try store.completeAcceptance(of: try store.proposal(named: "countess"), by: eve)
        }
        #expect(try oracle.git("branch", "--list", "proposals/*") == "")
        #expect(
            try store.reviewEvents(of: "countess").map(\.kind) == [.opened, .accepted])
        #expect(try store.proposal(named: "countess").commitID == proposal.commitID)
    }

    @Test func `a merge that was looked at for another target is not written`() throws {
        try begin("countess", [Self.role: Self.person("Countess")], [:])
        let (proposal, merge) = try attempt("countess")
        try oracle.commit("faster", [Self.other: Self.turing("Reader")])
        guard
            case .moved = failure(of: { () throws(StoreError) in
                try store.accept(proposal, merge, by: eve)
            })
        else {
            Issue.record("it was written")
            return
        }
        #expect(try role() == "Analyst")
        #expect(try store.proposal(named: "countess").state == .open)
    }

    struct Choice: Sendable, CustomTestStringConvertible {
        let choice: Decision.Choice
        let role: String?
        var testDescription: String { "\(choice)" }
    }

    @Test(arguments: [
        Choice(choice: .ours, role: "Queen"), Choice(choice: .theirs, role: "Countess"),
        Choice(choice: .value("Mathematician"), role: "Mathematician"),
        Choice(choice: .value(nil), role: nil),
    ]) func `a decision is a commit on the proposal`(given: Choice) throws {
        try oracle.commit("status", [Self.role: Self.person("Analyst")])
        try begin(
            "countess", [Self.role: Self.person("Countess", "gone")],
            [Self.role: Self.person("Queen")])
        let (proposal, merge) = try attempt("countess")
        #expect(merge.disputes.map(\.conflict.path.description) == ["/profile/role"])
        #expect(merge.conflicted == ["ada-lovelace"])
        let after = try store.resolve(
            merge.disputes[0], given.choice, of: proposal, merge, by: eve)
        #expect(after.isClean)
        // Plain git has nothing to decide any more either.
        #expect(
            try oracle.run(["merge-tree", "--write-tree", "main", "proposals/countess"]).status
                == 0)
        let (resolved, clean) = try attempt("countess")
        #expect(clean.isClean && resolved.events.map(\.kind) == [.opened, .resolved])
        _ = try store.accept(resolved, clean, by: eve)
        #expect(try role() == given.role)
        let text = try oracle.read(Self.role)
        #expect(text.contains("# What she does now\nstatus: gone\n"))
        #expect(try oracle.faults() == "")
    }

    @Test func `a decision waits for the others, and for its conflict only`() throws {
        try oracle.commit("status", [Self.role: Self.person("Analyst")])
        try begin(
            "countess", [Self.role: Self.person("Countess", "gone")],
            [Self.role: Self.person("Queen", "away")])
        let (proposal, merge) = try attempt("countess")
        #expect(merge.disputes.count == 2)
        let first = try store.resolve(
            try #require(merge.disputes.first { $0.conflict.path.steps.last == "role" }), .theirs,
            of: proposal, merge, by: eve)
        #expect(first.disputes.map(\.conflict.path.description) == ["/profile/status"])
        #expect(first.decisions.map(\.word) == ["theirs"])
        // The branch says something else now: what was decided was about another value.
        try oracle.commit("again", [Self.role: Self.person("Empress", "away")])
        #expect(try attempt("countess").1.disputes.count == 2)
        // And back: the decision stands again.
        try oracle.commit("back", [Self.role: Self.person("Queen", "away")])
        let (again, last) = try attempt("countess")
        #expect(last.disputes.count == 1)
        let done = try store.resolve(
            last.disputes[0], .ours, of: again, last, by: eve)
        #expect(done.isClean)
        let (resolved, clean) = try attempt("countess")
        _ = try store.accept(resolved, clean, by: eve)
        #expect(try oracle.read(Self.role) == Self.person("Countess", "away"))
    }

    @Test func `an entry that one side removed and the other changed can be decided`() throws {
        let file = "profiles/ada-lovelace/news.yml"
        for (choice, expected) in [
            (Decision.Choice.ours, StoreText.news(("new", "New."))),
            (.theirs, StoreText.news(("new", "New."), ("engine", "It stopped."))),
        ] {
            try oracle.commit("begin", [file: StoreText.news(("engine", "It runs."))])
            try begin(
                "stop", [file: StoreText.news(("engine", "It stopped."))],
                [file: StoreText.news(("new", "New."))])
            let (proposal, merge) = try attempt("stop")
            #expect(merge.disputes.count == 1)
            _ = try store.resolve(merge.disputes[0], choice, of: proposal, merge, by: eve)
            let (resolved, clean) = try attempt("stop")
            _ = try store.accept(resolved, clean, by: eve)
            let value = try store.snapshot(at: .commit("main")).profile("ada-lovelace").record
                .value["news"]
            try oracle.commit("expected", [file: expected])
            let wanted = try store.snapshot(at: .commit("main")).profile("ada-lovelace").record
                .value["news"]
            #expect(
                Diff(from: value ?? .null, to: wanted ?? .null, shape: .any).changes
                    .allSatisfy { $0.kind == .move })
        }
    }

    /// A part first and the rest later comes to the same as everything at once.
    @Test(arguments: UInt64(0)..<12) func `a partial acceptance loses nothing`(seed: UInt64) throws
    {
        var random = SeededGenerator(seed: seed)
        let names = (0..<Int.random(in: 2...4, using: &random)).map { "p-\($0)" }
        var begin: [String: String] = [:]
        var (proposed, meanwhile) = ([String: String](), [String: String]())
        func text(_ word: String, _ fields: ClosedRange<Int>, _ changed: Set<Int>) -> String {
            var text = "name:\n  display: P\n"
            for (index, field) in ["role", "status", "phone", "office"].enumerated() {
                text += "\(field): \(changed.contains(index) ? word : "as it was") \(index)\n"
            }
            return text
        }
        for name in names {
            let file = "profiles/\(name)/profile.yml"
            begin[file] = text("", 0...3, [])
            func some() -> Set<Int> {
                Set((0..<4).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
            }
            proposed[file] = text("proposed", 0...3, some())
            meanwhile[file] = text("meanwhile", 0...3, some())
        }
        try oracle.commit("begin", begin)
        guard proposed != begin else { return }
        try self.begin("all", proposed, meanwhile)
        let start = try oracle.git("rev-parse", "main")
        let tip = try oracle.git("rev-parse", "proposals/all")

        /// Decides everything that is left, and accepts.
        func finish() throws -> String {
            while true {
                let (proposal, merge) = try attempt("all")
                if let dispute = merge.disputes.first {
                    let isOurs = dispute.conflict.path.description.utf8.count % 2 == 0
                    _ = try store.resolve(
                        dispute, isOurs ? .ours : .theirs, of: proposal, merge, by: eve)
                    continue
                }
                if proposal.state == .open { _ = try store.accept(proposal, merge, by: eve) }
                return try oracle.git("rev-parse", "main^{tree}")
            }
        }
        let whole = try finish()
        try oracle.git("reset", "-q", "--hard", start)
        try oracle.git("update-ref", "-d", "refs/labfolio/events")
        try oracle.git("branch", "-f", "proposals/all", tip)
        let (proposal, merge) = try attempt("all")
        if !merge.isClean, merge.conflicted.count < merge.parts.count {
            let acceptance = try store.accept(
                proposal, merge, holding: Set(merge.conflicted), by: eve)
            #expect(acceptance.held == merge.conflicted)
            #expect(try attempt("all").1.parts == merge.conflicted)
            #expect(try store.proposal(named: "all").state == .open)
        }
        #expect(try finish() == whole)
        #expect(try oracle.faults() == "")
    }
}
