import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Proposals as branches, and what is kept of them.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ProposalTests {
    private let oracle: GitOracle
    private let store: Store
    private let role = "profiles/ada-lovelace/profile.yml"

    init() throws {
        oracle = try .store()
        store = try oracle.open()
    }

    private func text(role: String) -> String {
        StoreText.person("Ada Lovelace", more: "role: \(role)\n")
    }

    private func proposeRole(_ role: String, as name: String, by author: Signature = ada) throws {
        try oracle.write(text(role: role), to: self.role)
        let changes = try store.changesToPropose()
        _ = try store.propose(changes, as: name, message: "role: \(role)", by: author)
        try store.takeBack(changes)
    }

    @Test func `a proposal is a branch that leaves HEAD and the files as they were`() throws {
        let head = try oracle.git("rev-parse", "HEAD")
        try oracle.write("- id: x\n  title: X\n", to: "profiles/alan-turing/talks.yml")
        try oracle.write("nothing of ours", to: "notes.txt")
        try oracle.write(text(role: "Countess"), to: role)
        let changes = try store.changesToPropose()
        #expect(changes.profiles == ["ada-lovelace", "alan-turing"])
        let proposal = try store.propose(changes, as: "countess", by: ada)
        try store.takeBack(changes)
        #expect(proposal.state == .open)
        #expect(proposal.message == "ada-lovelace, alan-turing: change the records")
        #expect(try oracle.git("rev-parse", "HEAD") == head)
        #expect(try oracle.git("status", "--porcelain") == "?? notes.txt")
        #expect(
            try oracle.git("diff", "--name-status", "main", "proposals/countess")
                == "M\t\(role)\nA\tprofiles/alan-turing/talks.yml")
        #expect(try oracle.git("rev-parse", "proposals/countess~") == head)
        #expect(try oracle.faults() == "")
    }

    @Test func `files that were staged halfway are not taken back`() throws {
        try oracle.write(text(role: "Staged"), to: role)
        try oracle.git("add", role)
        try oracle.write(text(role: "Countess"), to: role)
        let changes = try store.changesToPropose()
        guard
            case .changedFiles([role]) = failure(of: { () throws(StoreError) in
                try store.checkTakingBack(changes)
            })
        else {
            Issue.record("not refused")
            return
        }
        #expect(try oracle.read(role) == text(role: "Countess"))
    }

    @Test func `a file that changes after it was proposed is not taken back`() throws {
        try oracle.write(text(role: "Countess"), to: role)
        let changes = try store.changesToPropose()
        _ = try store.propose(changes, as: "countess", by: ada)
        try oracle.write(text(role: "Queen"), to: role)
        guard
            case .changedFiles = failure(of: { () throws(StoreError) in
                try store.takeBack(changes)
            })
        else {
            Issue.record("not refused")
            return
        }
        #expect(try oracle.read(role) == text(role: "Queen"))
    }

    @Test func `one profile's changes can be proposed alone`() throws {
        try oracle.write(text(role: "Countess"), to: role)
        try oracle.write("- id: x\n  title: X\n", to: "profiles/alan-turing/talks.yml")
        let alan = try #require(ProfileID("alan-turing"))
        let changes = try store.changesToPropose(of: [alan])
        #expect(Array(changes.files.keys) == ["profiles/alan-turing/talks.yml"])
        try oracle.git("rm", "-q", "profiles/ada-lovelace/news.yml")
        let all = try store.changesToPropose()
        #expect(all.files["profiles/ada-lovelace/news.yml"] == .some(nil))
    }

    @Test func `proposing again adds a commit`() throws {
        try proposeRole("Countess", as: "countess")
        try oracle.write("- id: x\n  title: X\n", to: "profiles/alan-turing/talks.yml")
        let proposal = try store.propose(
            try store.changesToPropose(), as: "countess", message: "A talk", by: ada)
        #expect(proposal.events.map(\.kind) == [.opened, .extended])
        #expect(
            try oracle.git("log", "--format=%s", "main..proposals/countess")
                == "A talk\nrole: Countess")
        #expect(proposal.message == "role: Countess")
    }

    @Test func `somebody else's name is refused, a free one is suggested`() throws {
        try proposeRole("Countess", as: "countess")
        try proposeRole("Queen", as: "countess-2")
        let eve = Signature(name: "Eve", email: "eve@example.org", seconds: 1_700_000_200)
        try oracle.write(text(role: "Nobody"), to: role)
        let changes = try store.changesToPropose()
        func refusal(_ name: String, _ author: Signature) -> ProposalError? {
            guard
                case .proposal(let error) = failure(of: { () throws(StoreError) in
                    try store.propose(changes, as: name, by: author)
                })
            else { return nil }
            return error
        }
        #expect(
            refusal("countess", eve)
                == .taken("countess", by: "Ada Lovelace", suggestion: "countess-3"))
        for name in ["Countess Ada", "a/b", "", "..", "a.lock"] {
            guard case .invalidName(name, let suggestion) = refusal(name, ada) else {
                Issue.record("\(name) is taken")
                continue
            }
            #expect(ProfileID(suggestion) != nil)
        }
    }

    @Test func `a patch is proposed without a work tree`() throws {
        try oracle.write(text(role: "Countess"), to: role)
        try oracle.write("- id: x\n  title: X\n", to: "profiles/alan-turing/talks.yml")
        try oracle.git("rm", "-q", "profiles/ada-lovelace/news.yml")
        try oracle.git("add", "-A")
        let patch = try oracle.git("diff", "--cached") + "\n"
        try oracle.git("commit", "-qm", "Changes")
        let mail = try oracle.git("format-patch", "--stdout", "-1")
        try oracle.git("reset", "-q", "--hard", "HEAD~")
        let bare = try oracle.bare()
        let store = try bare.open()
        for (name, text) in [("plain", patch), ("mail", mail)] {
            let changes = try store.changes(of: Array(text.utf8))
            #expect(changes.profiles == ["ada-lovelace", "alan-turing"])
            _ = try store.propose(changes, as: name, by: ada)
            #expect(
                try bare.git("diff", "--name-status", "main", "proposals/\(name)")
                    == "D\tprofiles/ada-lovelace/news.yml\nM\t\(role)\n"
                    + "A\tprofiles/alan-turing/talks.yml")
        }
        #expect(try bare.faults() == "")
    }

    struct BadPatch: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }
    }

    static let badPatches = [
        BadPatch(name: "no patch", text: "Hello\n"),
        BadPatch(name: "nothing", text: ""),
        BadPatch(
            name: "other lines",
            text: """
                diff --git a/labfolio.yml b/labfolio.yml
                --- a/labfolio.yml
                +++ b/labfolio.yml
                @@ -1,1 +1,1 @@
                -other
                +lines

                """),
        BadPatch(
            name: "a file elsewhere",
            text: """
                diff --git a/Makefile b/Makefile
                new file mode 100644
                --- /dev/null
                +++ b/Makefile
                @@ -0,0 +1 @@
                +all:

                """),
        BadPatch(
            name: "out of the store",
            text: """
                diff --git a/profiles/../../x b/profiles/../../x
                new file mode 100644
                --- /dev/null
                +++ b/profiles/../../x
                @@ -0,0 +1 @@
                +all:

                """),
        BadPatch(
            name: "a symbolic link",
            text: """
                diff --git a/profiles/ada-lovelace/talks.yml b/profiles/ada-lovelace/talks.yml
                new file mode 120000
                --- /dev/null
                +++ b/profiles/ada-lovelace/talks.yml
                @@ -0,0 +1 @@
                +/etc/passwd
                \\ No newline at end of file

                """),
    ]

    @Test(arguments: badPatches) func `a bad patch is refused`(patch: BadPatch) throws {
        let error = failure { () throws(StoreError) in
            try store.propose(
                try store.changes(of: Array(patch.text.utf8)), as: "bad", by: ada)
        }
        #expect(error != nil)
        #expect(try oracle.git("branch", "--list", "proposals/*") == "")
        switch error {
        case .proposal, .git: break
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func `a rejected proposal keeps its commits and its reason`() throws {
        try proposeRole("Countess", as: "countess")
        let proposal = try store.proposal(named: "countess")
        let eve = Signature(name: "Eve", email: "eve@example.org", seconds: 1_700_000_200)
        for _ in 0..<2 {
            try store.reject(
                try store.proposal(named: "countess"), because: "She is no countess", by: eve)
        }
        #expect(try store.proposals(.open).isEmpty)
        let rejected = try store.proposal(named: "countess")
        #expect(rejected.state == .rejected && rejected.reference == nil)
        #expect(rejected.lastDecision?.message == "She is no countess")
        #expect(rejected.author.email == "ada@example.org")
        try oracle.git("reflog", "expire", "--expire=now", "--all")
        try oracle.git("gc", "-q", "--prune=now")
        #expect(
            try oracle.git("cat-file", "-t", proposal.commitID.description) == "commit")
        #expect(try store.scope(of: rejected)?.profiles == ["ada-lovelace"])
        // The name is free again.
        try proposeRole("Baroness", as: "countess", by: eve)
        #expect(try store.proposal(named: "countess").state == .open)
        #expect(try store.proposal(named: "countess").author.name == "Eve")
    }

    @Test func `a branch that plain git made is a proposal`() throws {
        try oracle.git("checkout", "-q", "-b", "proposals/by_hand/1")
        try oracle.commit("By hand\n\nWith a body", [role: text(role: "Countess")])
        try oracle.git("checkout", "-q", "main")
        let proposal = try store.proposal(named: "by_hand/1")
        #expect(proposal.summary == "By hand" && proposal.state == .open)
        try store.comment(on: proposal, "Fine", by: ada)
        #expect(try store.reviewEvents(of: "by_hand/1").map(\.message) == ["Fine"])
        try oracle.git("merge", "-q", "proposals/by_hand/1")
        #expect(try store.proposal(named: "by_hand/1").state == .accepted)
        guard
            case .proposal(.unknown("by_hand/2", suggestion: "by_hand/1")) = failure(of: {
                () throws(StoreError) in try store.proposal(named: "by_hand/2")
            })
        else {
            Issue.record("found")
            return
        }
    }
}
