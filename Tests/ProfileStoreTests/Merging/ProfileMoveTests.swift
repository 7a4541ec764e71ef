import Git
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Merges in which a side gave a profile another id, that is moved its folder.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ProfileMoveTests {
    let oracle: GitOracle
    private static let old = "profiles/ada-lovelace"
    private static let new = "profiles/ada-king"

    init() throws {
        oracle = try GitOracle.store()
        try oracle.commit(
            "papers",
            [
                Self.old + "/assets/cv.txt": "A life.\n",
                Self.old + "/talks.yml": "# her talks\n- id: one\n  title: One\n  date: 2024\n",
                "profiles/alan-turing/news.yml": "# nothing yet\n[]\n",
            ])
    }

    private func id(_ revision: String) throws -> CommitID {
        try #require(CommitID(try oracle.git("rev-parse", revision + "^{commit}")))
    }

    private func person(_ more: String, name: String = "Ada Lovelace") -> String {
        StoreText.person(name, more: more)
    }

    /// Commits on a side: a move, then what it writes, then what it takes away.
    private func side(
        _ name: String, move: String? = nil, _ files: [String: String] = [:],
        removing: [String] = []
    ) throws {
        try oracle.git("checkout", "-q", "-b", name, "main")
        if let move { try oracle.git("mv", Self.old, move) }
        for path in removing { try oracle.git("rm", "-rq", path) }
        try oracle.commit(name, files)
        try oracle.git("checkout", "-q", "main")
    }

    /// Merges both ways round, and returns what the commit holds the first way.
    private func merged(_ one: String, _ other: String) throws -> (StoreMerge, [String]) {
        let store = try oracle.open()
        try oracle.git("checkout", "-q", other)
        let turned = try store.merge(id(one), into: id(other))
        try oracle.git("checkout", "-q", one)
        let merge = try store.merge(id(other), into: id(one))
        #expect(merge.isClean == turned.isClean)
        guard merge.isClean else { return (merge, []) }
        try store.commit(author: ada) { _ in merge.draft(message: merge.message("merge")) }
        let tree = try oracle.git("rev-parse", "HEAD^{tree}")
        let verification = try #require(try store.verifyMerge(id("HEAD")))
        #expect(verification.holds, "\(verification.losses)")
        try oracle.git("checkout", "-q", other)
        try store.commit(author: ada) { _ in turned.draft(message: turned.message("merge")) }
        #expect(try oracle.git("rev-parse", "HEAD^{tree}") == tree, "the sides count")
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.faults() == "")
        let files = try oracle.git("ls-tree", "-r", "--name-only", tree, "profiles/")
        return (merge, files.split(separator: "\n").map(String.init))
    }

    @Test func `what one side edits goes along with the folder that the other side moves`() throws {
        try side("move", move: Self.new, [Self.new + "/profile.yml": person("role: Countess\n")])
        try side(
            "edit",
            [
                Self.old + "/profile.yml": person("role: Analyst\nphone: 12 34\n"),
                Self.old + "/assets/cv.txt": "A long life.\n",
                Self.old + "/awards.yml": "- id: prize\n  title: Prize\n  date: 2024\n",
                "profiles/alan-turing/profile.yml": StoreText.person("Alan M. Turing"),
            ], removing: [Self.old + "/talks.yml"])
        let (merge, files) = try merged("move", "edit")
        #expect(
            files.filter { $0.contains("ada") } == [
                Self.new + "/assets/cv.txt", Self.new + "/awards.yml", Self.new + "/news.yml",
                Self.new + "/profile.yml",
            ])
        #expect(merge.profiles.map(\.id.text) == ["ada-king", "alan-turing"])
        #expect(
            try oracle.read(Self.new + "/profile.yml") == person("role: Countess\nphone: 12 34\n"))
        #expect(try oracle.read(Self.new + "/assets/cv.txt") == "A long life.\n")
    }

    @Test func `a folder is known by its files where the person changed as well`() throws {
        try side("move", move: Self.new, [Self.new + "/profile.yml": person("", name: "Ada King")])
        try side("edit", [Self.old + "/news.yml": StoreText.news(("new", "New."))])
        let (_, files) = try merged("move", "edit")
        #expect(!files.contains { $0.hasPrefix(Self.old) })
        #expect(try oracle.read(Self.new + "/profile.yml").contains("Ada King"))
        #expect(try oracle.read(Self.new + "/news.yml").contains("id: new"))
    }

    @Test func `both move it alike, and edit different fields`() throws {
        try side("move", move: Self.new, [Self.new + "/profile.yml": person("role: Countess\n")])
        try side(
            "edit", move: Self.new,
            [Self.new + "/profile.yml": person("role: Analyst\nphone: 12 34\n")])
        _ = try merged("move", "edit")
        #expect(
            try oracle.read(Self.new + "/profile.yml") == person("role: Countess\nphone: 12 34\n"))
    }

    @Test func `a field that both change is in conflict under the new id`() throws {
        try side("move", move: Self.new, [Self.new + "/profile.yml": person("role: Countess\n")])
        try side("edit", [Self.old + "/profile.yml": person("role: Queen\n")])
        let (merge, _) = try merged("edit", "move")
        #expect(merge.profiles.first { !$0.isClean }?.id.text == "ada-king")
        let conflict = try #require(merge.conflicted.first?.section?.conflicts.first)
        #expect(merge.conflicted.map(\.path) == [Self.new + "/profile.yml"])
        #expect(conflict.path.description == "/profile/role")
        #expect(conflict.ours == "Queen" && conflict.theirs == "Countess")
        // As git leaves it: everything at its new place, one file for a person to finish.
        try oracle.git("checkout", "-q", "edit")
        let store = try oracle.open()
        try store.begin(merge, message: "merge")
        #expect(!oracle.folder.contains("repository/" + Self.old + "/profile.yml"))
        #expect(try oracle.read(Self.new + "/profile.yml").contains("<<<<<<<"))
        #expect(
            try oracle.git("diff", "--name-only", "--diff-filter=U") == Self.new + "/profile.yml")
        #expect(try store.abortMerge())
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.read(Self.old + "/profile.yml").contains("Queen"))
    }

    @Test func `two new ids are a conflict, and so is a new one for what is gone`() throws {
        try side("king", move: Self.new)
        try side("byron", move: "profiles/ada-byron", ["profiles/ada-byron/awards.yml": "[]\n"])
        let (merge, _) = try merged("king", "byron")
        #expect(merge.conflicted.map(\.path) == ["profiles/ada-byron/profile.yml"])
        guard case .conflict(.movedDifferently, _)? = merge.conflicted.first?.outcome else {
            Issue.record("another conflict: \(merge.conflicted)")
            return
        }
        try oracle.git("checkout", "-q", "main")
        try side("gone", removing: [Self.old])
        for (one, other) in [("king", "gone"), ("gone", "king")] {
            let (merge, _) = try merged(one, other)
            #expect(merge.conflicted.map(\.path) == [Self.new + "/profile.yml"])
            guard case .conflict(.movedAndRemoved, _)? = merge.conflicted.first?.outcome else {
                Issue.record("another conflict: \(merge.conflicted)")
                return
            }
        }
        try oracle.git("checkout", "-q", "king")
        let store = try oracle.open()
        try store.begin(try store.merge(id("byron"), into: id("king")), message: "merge")
        #expect(
            try oracle.git("diff", "--name-only", "--diff-filter=U")
                == "profiles/ada-byron/profile.yml")
        #expect(try oracle.read("profiles/ada-byron/profile.yml").contains("Ada Lovelace"))
        #expect(try store.abortMerge())
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `one person who leaves and another one who comes are two`() throws {
        // Both begin with the same file of news, as every new profile does.
        try side(
            "change",
            [
                "profiles/eve/profile.yml": StoreText.person("Eve"),
                "profiles/eve/news.yml": "# nothing yet\n[]\n",
            ], removing: ["profiles/alan-turing"])
        try side("edit", [Self.old + "/profile.yml": person("role: Countess\n")])
        let (merge, files) = try merged("change", "edit")
        #expect(merge.isClean && files.contains("profiles/eve/profile.yml"))
        try oracle.git("checkout", "-q", "main")
        try side("alan", ["profiles/alan-turing/news.yml": StoreText.news(("x", "X."))])
        let (disputed, _) = try merged("change", "alan")
        #expect(disputed.conflicted.map(\.path) == ["profiles/alan-turing/news.yml"])
    }

    @Test func `a proposal is accepted under the id that the profile got meanwhile`() throws {
        let store = try oracle.open()
        try oracle.write(person("role: Queen\n"), to: Self.old + "/profile.yml")
        let changes = try store.changesToPropose()
        _ = try store.propose(changes, as: "queen", by: ada)
        try store.takeBack(changes)
        try oracle.git("mv", Self.old, Self.new)
        try oracle.commit("moved")
        let proposal = try store.proposal(named: "queen")
        let merge = try store.merge(try #require(try store.scope(of: proposal)))
        #expect(merge.isClean && merge.profiles == ["ada-king", "ada-lovelace"])
        // It knows the profile under the old id, so that nothing of it can wait alone.
        #expect(merge.waiting(with: ["ada-king"]) == ["ada-lovelace"])
        _ = try store.accept(proposal, merge, by: ada)
        #expect(try oracle.read(Self.new + "/profile.yml") == person("role: Queen\n"))
        #expect(!oracle.folder.contains("repository/" + Self.old))
    }

    @Test func `a proposal that moves a profile waits with both ids, or with none`() throws {
        let store = try oracle.open()
        try side("proposals/king", move: Self.new)
        try oracle.commit("role", [Self.old + "/profile.yml": person("role: Queen\n")])
        let proposal = try store.proposal(named: "king")
        let merge = try store.merge(try #require(try store.scope(of: proposal)))
        #expect(merge.isClean && merge.parts == ["ada-king", "ada-lovelace"])
        #expect(merge.waiting(with: ["ada-king"]) == ["ada-king", "ada-lovelace"])
        #expect(merge.waiting(with: []) == [])
        _ = try store.accept(proposal, merge, by: ada)
        #expect(try oracle.read(Self.new + "/profile.yml") == person("role: Queen\n"))
        #expect(!oracle.folder.contains("repository/" + Self.old))
        #expect(oracle.folder.contains("repository/" + Self.new + "/assets/cv.txt"))
    }
}
