import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Who may bring what onto a protected branch.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PushOwnerTests {
    let push: PushFixture
    let ada = PushFixture.ada
    let alan = PushFixture.alan
    let manager = PushFixture.manager

    init() throws { push = try PushFixture() }

    /// Changes the role of Alan, which is his.
    private func changeAlan(as email: String, to role: String = "Dean") throws {
        try push.commit(
            as: email, [PushFixture.alanPerson: PushFixture.person("Alan Turing", role)])
    }

    private func changeAda(as email: String, _ text: String = "Other.") throws {
        try push.commit(as: email, [PushFixture.adaNews: StoreText.news(("engine", text))])
    }

    @Test func `a change is the committer's to make`() throws {
        try changeAda(as: ada)
        #expect(try push.refused() == [])
        try changeAlan(as: ada)
        #expect(try push.refused() == ["alan-turing/profile/role"])
        #expect(try push.refused(pushing: "HEAD~") == [])
        let finding = try #require(try push.findings().first)
        #expect(finding.code == "owners.not-owner")
        #expect(finding.related.first?.location?.description == "labfolio.yml:9:5")
        #expect(finding.related.last?.message.hasSuffix("by ada@lab.org: change") == true)
    }

    @Test func `every commit counts, not the last one`() throws {
        try changeAlan(as: ada)
        try push.git(as: ada, "revert", "--no-edit", "HEAD")
        #expect(try push.refused().count == 2)
    }

    @Test(arguments: [
        ("profiles/ada-lovelace/assets/photo.jpg", "x", "ada@lab.org", nil),
        (
            "profiles/alan-turing/assets/photo.jpg", "x", "ada@lab.org",
            "alan-turing/assets/photo.jpg"
        ),
        ("schema/news.schema.json", "{}", "ada@lab.org", "/schema/news.schema.json"),
        ("README.md", "x", "ada@lab.org", "/README.md"), ("README.md", "x", "manager@lab.org", nil),
        // A comment is a change of its section.
        (
            PushFixture.alanPerson, StoreText.person("Alan Turing") + "# x\n", "ada@lab.org",
            "alan-turing/profile"
        ),
        // What cannot be read is a change of its section, too.
        (PushFixture.alanPerson, "name: [\n", "ada@lab.org", "alan-turing/profile"),
        (
            "profiles/grace-hopper/profile.yml", StoreText.person("Grace"), "ada@lab.org",
            "grace-hopper/profile"
        ),
        (
            PushFixture.adaNews,
            StoreText.news(("engine", "The engine *runs*."))
                + "  pinned: true\n", "ada@lab.org", "ada-lovelace/news/engine/pinned"
        ),
        (
            "labfolio.yml", StoreText.configuration + PushFixture.owners + "language: en\n",
            "ada@lab.org", "/labfolio.yml/language"
        ),
        ("labfolio.yml", StoreText.configuration, "ada@lab.org", "/labfolio.yml/owners"),
    ])
    func `every file has its place`(
        file: String, text: String, email: String, refused: String?
    ) throws {
        try push.commit(as: email, [file: text])
        #expect(try push.refused() == [refused].compactMap(\.self))
    }

    @Test func `rules are those before the push, wherever its commits began`() throws {
        // Ada makes herself an owner, then uses it.
        try push.commit(
            as: ada,
            [
                "labfolio.yml": StoreText.configuration
                    + "owners:\n  - match: /\n    emails: [\(ada)]\n"
            ])
        try changeAlan(as: ada)
        let own = try push.refused(pushing: "HEAD~")
        #expect(!own.isEmpty && own.allSatisfy { $0.hasPrefix("/labfolio.yml/owners") })
        #expect(try push.refused() == ["alan-turing/profile/role"] + own)
    }

    @Test func `a commit from before there were rules is judged by those of today`() throws {
        let old = try GitOracle()
        try old.commit("store: begin", StoreText.two)
        try old.commit("rules", ["labfolio.yml": StoreText.configuration + PushFixture.owners])
        let push = try PushFixture()
        try push.oracle.git("fetch", "-q", old.path, "main")
        try push.oracle.git("branch", "-f", "main", "FETCH_HEAD")
        try push.oracle.git("checkout", "-q", "FETCH_HEAD~1")
        try push.commit(
            as: ada, [PushFixture.alanPerson: PushFixture.person("Alan Turing", "Dean")])
        try push.git(as: ada, "merge", "-q", "--no-edit", "FETCH_HEAD")
        #expect(try push.refused() == ["alan-turing/profile/role"])
    }

    @Test func `whoever merges a change vouches for it, as far as the right goes`() throws {
        try push.git(as: ada, "checkout", "-q", "-b", "side")
        try changeAlan(as: ada)
        try push.git(as: ada, "checkout", "-q", "work")
        try changeAda(as: ada)
        let own = try push.oracle.git("rev-parse", "HEAD")
        try push.git(as: ada, "merge", "-q", "--no-edit", "side")
        #expect(try push.refused() == ["alan-turing/profile/role"])
        // The rule for everything is not the narrowest, so that the manager has no right here.
        for (email, refused) in [(alan, []), (manager, ["alan-turing/profile/role"])] {
            try push.git(as: email, "reset", "-q", "--hard", own)
            try push.git(as: email, "merge", "-q", "--no-edit", "side")
            #expect(try push.refused() == refused, "\(email)")
        }
        // Not for what was on the branch before the merge.
        try push.git(as: alan, "reset", "-q", "--hard", "side")
        try push.git(as: alan, "merge", "-q", "--no-edit", own)
        #expect(try push.refused() == ["alan-turing/profile/role"])
    }

    @Test func `what a merge leaves out needs no right`() throws {
        try push.git(as: ada, "checkout", "-q", "-b", "side")
        try changeAlan(as: ada)
        try push.git(as: ada, "checkout", "-q", "work")
        try push.git(as: ada, "merge", "-q", "--no-edit", "-s", "ours", "side")
        #expect(try push.refused() == [])
    }

    @Test func `pulling in what is there already needs no right`() throws {
        try changeAda(as: ada)
        try push.git(as: alan, "checkout", "-q", "main")
        try changeAlan(as: alan)
        try push.git(as: ada, "checkout", "-q", "work")
        try push.git(as: ada, "merge", "-q", "--no-edit", "main")
        #expect(try push.refused() == [])
    }

    @Test func `a merge takes nothing back, and adds nothing, without the right`() throws {
        try changeAda(as: ada)
        try push.git(as: alan, "checkout", "-q", "main")
        try changeAlan(as: alan)
        try push.git(as: ada, "checkout", "-q", "work")
        let own = try push.oracle.git("rev-parse", "HEAD")
        // As if Ada's side were all there is.
        try push.git(as: ada, "merge", "-q", "--no-edit", "-s", "ours", "main")
        #expect(try push.refused() == ["alan-turing/profile/role"])
        // Something that neither side has.
        try push.git(as: ada, "reset", "-q", "--hard", own)
        try push.git(as: ada, "merge", "-q", "--no-commit", "main")
        try push.oracle.write(
            PushFixture.person("Alan Turing", "Nobody"), to: PushFixture.alanPerson)
        try push.git(as: ada, "commit", "-qam", "evil")
        #expect(try push.refused() == ["alan-turing/profile/role"])
        try push.git(as: alan, "commit", "-q", "--amend", "--no-edit")
        #expect(try push.refused() == [])
    }

    @Test func `a conflict is decided by somebody with the right`() throws {
        try changeAlan(as: alan, to: "Dean")
        try push.git(as: manager, "checkout", "-q", "main")
        try changeAlan(as: alan, to: "Rector")
        try push.git(as: manager, "checkout", "-q", "work")
        for (email, refused) in [
            (ada, ["alan-turing/profile/role"]), (alan, []),
            (manager, ["alan-turing/profile/role"]),
        ] {
            try push.git(as: email, "merge", "-q", "--no-edit", "-X", "ours", "main")
            #expect(try push.refused() == refused, "\(email)")
            try push.git(as: email, "reset", "-q", "--hard", "HEAD~")
            // What the branch has already needs no right.
            try push.git(as: email, "merge", "-q", "--no-edit", "-X", "theirs", "main")
            #expect(try push.refused() == [], "\(email)")
            try push.git(as: email, "reset", "-q", "--hard", "HEAD~")
        }
    }

    @Test func `more than two branches at once cannot be judged`() throws {
        for name in ["one", "two"] {
            try push.git(as: ada, "checkout", "-q", "-b", name, "main")
            try push.commit(as: ada, ["profiles/ada-lovelace/assets/\(name)": name])
        }
        try push.git(as: ada, "checkout", "-q", "work")
        try changeAda(as: ada)
        try push.git(as: ada, "merge", "-q", "--no-edit", "one", "two")
        #expect(try push.refused() == ["push.octopus"])
    }

    @Test func `owners count on protected branches alone`() throws {
        try changeAlan(as: ada)
        for (name, isFree) in [
            ("refs/heads/proposals/x", true), ("refs/heads/feature", true),
            ("refs/tags/v1", true), ("refs/heads/master", false), ("refs/heads/main", false),
        ] {
            #expect(try push.refused(to: name).isEmpty == isFree, "\(name)")
        }
        let wide = try PushFixture(
            StoreText.configuration + PushFixture.owners
                + "push:\n  protected: [\"release/*\"]\n")
        try wide.commit(
            as: ada, [PushFixture.alanPerson: PushFixture.person("Alan Turing", "Dean")])
        for (name, isFree) in [
            ("refs/heads/release/1", false), ("refs/heads/release/1/2", true),
            ("refs/heads/master", true),
        ] {
            #expect(try wide.refused(to: name).isEmpty == isFree, "\(name)")
        }
        // The branch of HEAD always is one.
        #expect(try !wide.refused(to: "refs/heads/main").isEmpty)
    }

    @Test func `a store without owners is open, and the first push has none`() throws {
        let open = try PushFixture(StoreText.configuration)
        try open.commit(
            as: ada, [PushFixture.alanPerson: PushFixture.person("Alan Turing", "Dean")])
        #expect(try open.refused() == [])
        let bare = try GitOracle(bare: true)
        try bare.git("fetch", "-q", push.oracle.path, "work")
        let id = try bare.git("rev-parse", "FETCH_HEAD")
        var check = try PushCheck(of: try bare.open())
        let zero = String(repeating: "0", count: 40)
        let update = try #require(ReferenceUpdate(line: "\(zero) \(id) refs/heads/main"))
        #expect(try check.findings(about: update) == [])
    }

    @Test func `a HEAD that names no branch opens nothing`() throws {
        let bare = try GitOracle(bare: true)
        try push.oracle.git("push", "-q", bare.path, "main")
        try bare.git("symbolic-ref", "HEAD", "refs/heads/trunk")
        try changeAlan(as: ada)
        try bare.git("fetch", "-q", push.oracle.path, "work")
        let ids = try ["main", "FETCH_HEAD"].map { try bare.git("rev-parse", $0) }
        var check = try PushCheck(of: try bare.open())
        let zero = String(repeating: "0", count: 40)
        for line in ["\(ids[0]) \(ids[1]) refs/heads/main", "\(zero) \(ids[1]) refs/heads/master"] {
            let update = try #require(ReferenceUpdate(line: line[...]))
            #expect(try check.findings(about: update).count == 1, "\(line)")
        }
    }
}
