import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio publish`: commits on the branches of sites.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PublishTests {
    let site = "ada-lovelace.git"

    @Test func `an empty repository is begun, and nothing is published twice`() async throws {
        let fixture = try PublishFixture()
        let first = await fixture.publish("ada-lovelace")
        #expect((first.status, first.errors) == (0, ""))
        #expect(first.output.contains("published as"))
        #expect(first.output.contains(", a new branch  \(fixture.sites.path)/\(site) main\n"))
        #expect(try fixture.git(site, "rev-list", "--count", "main") == "1")
        let files = try fixture.git(site, "ls-tree", "-r", "--name-only", "main")
        #expect(files.split(separator: "\n").contains("_data/homepage.json"))
        #expect(files.contains(".labfolio/manifest.json"))
        let message = try fixture.git(site, "log", "-1", "--format=%an%n%B", "main")
        let source = try fixture.lab.oracle.git("rev-parse", "HEAD")
        #expect(
            message == """
                Ada Lovelace
                Ada Lovelace: homepage published

                Labfolio-Profile: ada-lovelace
                Labfolio-Source: \(source)

                """)
        let head = try fixture.head(site)
        // A commit of the store that changes nothing of this homepage makes none of the site.
        try fixture.lab.oracle.commit("readme", ["README.md": "x"])
        let second = await fixture.publish("ada-lovelace")
        #expect(second.status == 0)
        #expect(second.output.contains("ada-lovelace  unchanged"))
        #expect(try fixture.head(site) == head)
        #expect(try fixture.faults(site) == "")
    }

    @Test func `a commit says what changed in the record, and nothing private`() async throws {
        let fixture = try PublishFixture()
        _ = await fixture.publish("ada-lovelace")
        try fixture.set(role: "Engineer")
        try fixture.lab.oracle.commit(
            "news", ["profiles/ada-lovelace/news.yml": StoreText.news(("n", "N."), ("m", "M."))])
        #expect(await fixture.publish("ada-lovelace").status == 0)
        let message = try fixture.git(site, "log", "-1", "--format=%B", "main")
        #expect(message.hasPrefix("Ada Lovelace: "))
        #expect(message.contains("\n- two news items added\n"))
        #expect(message.contains("role"))
        #expect(!message.contains("Sesame") && !message.contains("private"))
        let everything = try fixture.git(site, "grep", "-c", "Engineer", "main")
        #expect(!everything.isEmpty)
        #expect(try fixture.lab.oracle.run(["grep", "-q", "Sesame"]).status == 0)
        let leaked = try fixture.lab.oracle.run(
            ["--git-dir=\(fixture.sites.path)/\(site)", "grep", "-q", "Sesame", "main"])
        #expect(leaked.status == 1)
        #expect(try fixture.git(site, "rev-list", "--count", "main") == "2")
    }

    @Test func `several homepages on one branch go there together`() async throws {
        let fixture = try PublishFixture([])
        try fixture.make("all.git")
        try fixture.configure(
            PublishFixture.ids.map {
                "\($0): {repository: ../../\(fixture.sites.name)/all.git, folder: p/\($0)}"
            })
        let outcome = await fixture.publish()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try fixture.git("all.git", "rev-list", "--count", "main") == "3")
        for id in PublishFixture.ids {
            _ = try fixture.git("all.git", "show", "main:p/\(id)/_data/homepage.json")
        }
        try fixture.set(role: "Engineer")
        #expect(await fixture.publish().status == 0)
        #expect(try fixture.git("all.git", "rev-list", "--count", "main") == "4")
        #expect(
            try fixture.git("all.git", "diff", "--name-only", "main~1", "main").split(
                separator: "\n"
            ).allSatisfy { $0.hasPrefix("p/ada-lovelace/") })
        #expect(try fixture.faults("all.git") == "")
    }

    @Test(arguments: [
        ("ada.git", "ada.git"), ("ada.git", "./ada.git/"), ("ada.git", "ada"),
        ("https://h.example/a", "https://h.example/a.git/"),
    ])
    func `two profiles with one target are found before anything is written`(
        first: String, second: String
    ) async throws {
        let fixture = try PublishFixture()
        try fixture.make("ada.git")
        func place(_ name: String) -> String {
            name.contains(":") ? "\"\(name)\"" : "\(fixture.sites.path)/\(name)"
        }
        try fixture.configure([
            "ada-lovelace: {repository: \(place(first))}",
            "alan-turing: {repository: \(place(second))}",
            "grace-hopper: {repository: \(fixture.sites.path)/\(site)}",
        ])
        let outcome = await fixture.publish()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error[publish.same-target]"))
        #expect(try fixture.head(site) == "")
    }

    @Test func `a target that fails does not stop the others`() async throws {
        let fixture = try PublishFixture(["alan-turing", "grace-hopper"])
        try fixture.configure([
            "ada-lovelace: {repository: \(fixture.sites.path)/nowhere.git}",
            "alan-turing: {repository: \(fixture.sites.path)/alan-turing.git}",
            "grace-hopper: {repository: \(fixture.sites.path)/grace-hopper.git}",
        ])
        let hook = fixture.sites.path + "/alan-turing.git/hooks/pre-receive"
        try "#!/bin/sh\necho 'Not on a Sunday'\nexit 1\n".write(
            toFile: hook, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
        let outcome = await fixture.publish()
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("ada-lovelace: Git cannot read the repository: "))
        #expect(outcome.errors.contains("does not appear to be a git repository"))
        #expect(outcome.errors.contains("alan-turing: Git could not push: "))
        #expect(outcome.errors.contains("remote: Not on a Sunday"))
        #expect(try fixture.head("grace-hopper.git") != "")
        #expect(try fixture.head("alan-turing.git") == "")
        let json = await fixture.publish("--format", "json")
        let value =
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let targets = try #require(value?["targets"] as? [[String: Any]])
        #expect(
            targets.compactMap { $0["state"] as? String } == ["failed", "failed", "unchanged"])
        #expect((targets[1]["said"] as? [String])?.contains { $0.contains("Sunday") } == true)
    }

    @Test func `a record with errors, or without a target, is said and left`() async throws {
        let fixture = try PublishFixture(["ada-lovelace", "alan-turing"])
        try fixture.lab.oracle.commit(
            "broken", ["profiles/ada-lovelace/profile.yml": "name: {display: Ada}\nrolle: x\n"])
        let outcome = await fixture.publish()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error[schema.unknown-field]"))
        #expect(outcome.output.contains("grace-hopper  no target\n"))
        #expect(try fixture.head(site) == "")
        #expect(try fixture.head("alan-turing.git") != "")
        #expect(await fixture.publish("alan-turing").status == 0)
        #expect(await fixture.publish("grace-hopper").status == 1)
        #expect(await fixture.publish("nobody").status == 2)
        #expect(await fixture.publish("--at", ":worktree").status == 2)
        try fixture.configure([])
        let none = await fixture.publish()
        #expect(none.status == 1)
        #expect(none.errors.contains("under `targets` in labfolio.yml"))
    }

    @Test(.enabled(if: SystemCommand.find("ssh-keygen") != nil, "ssh-keygen is not installed"))
    func `who signs their commits signs these`() async throws {
        let fixture = try PublishFixture(["ada-lovelace", "alan-turing"])
        let key = fixture.sites.path + "/key"
        try SystemCommand.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
        for (name, value) in [
            ("gpg.format", "ssh"), ("user.signingKey", key), ("commit.gpgSign", "true"),
        ] { try fixture.lab.oracle.git("config", name, value) }
        var signed = fixture
        signed.terminal.environment["GIT_AUTHOR_DATE"] = "1720000000 -0330"
        let outcome = await signed.publish("ada-lovelace")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let commit = try fixture.git(site, "cat-file", "commit", "main")
        #expect(commit.contains("\ngpgsig -----BEGIN SSH SIGNATURE-----\n"))
        #expect(commit.contains("author Ada Lovelace <ada@example.org> 1720000000 -0330\n"))
        #expect(commit.contains("\nLabfolio-Source: "))
        #expect(try fixture.faults(site) == "")
        #expect(await signed.publish("ada-lovelace").output.contains("unchanged"))
        try fixture.lab.oracle.git("config", "user.signingKey", key + ".none")
        let failed = await fixture.publish("alan-turing")
        #expect(failed.status == 3)
        #expect(failed.errors.contains("alan-turing: Git could not sign the commit: "))
        #expect(try fixture.head("alan-turing.git") == "")
    }

    @Test(arguments: ["{", "{\"format\": 99, \"files\": []}"])
    func `a manifest that cannot be used stops its homepage alone`(text: String) async throws {
        let fixture = try PublishFixture([])
        try fixture.make("all.git")
        try fixture.configure(
            ["ada-lovelace", "alan-turing"].map {
                "\($0): {repository: \(fixture.sites.path)/all.git, folder: p/\($0)}"
            })
        try fixture.write(text, to: "p/ada-lovelace/.labfolio/manifest.json", in: "all.git")
        let outcome = await fixture.publish()
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.output.contains("ada-lovelace  not published"))
        _ = try fixture.git("all.git", "show", "main:p/alan-turing/_data/homepage.json")
        #expect(try fixture.git("all.git", "rev-list", "--count", "main") == "2")
    }

    @Test func `only what is committed is published`() async throws {
        let fixture = try PublishFixture()
        try fixture.lab.oracle.write(
            StoreText.person("Ada Lovelace", more: "role: Not yet\n"),
            to: "profiles/ada-lovelace/profile.yml")
        let outcome = await fixture.publish("ada-lovelace")
        #expect(outcome.status == 0)
        #expect(
            outcome.errors
                == "Not committed, so not published: profiles/ada-lovelace/profile.yml\n")
        let found = try fixture.lab.oracle.run(
            ["--git-dir=\(fixture.sites.path)/\(site)", "grep", "-q", "Not yet", "main"])
        #expect(found.status == 1)
    }

    @Test func `a dry run is the patch of what is published then, and pushes nothing`() async throws
    {
        let fixture = try PublishFixture()
        try fixture.write("mine\n", to: "mine.txt", in: site)
        for role in [nil, "Engineer"] {
            if let role { try fixture.set(role: role) }
            let head = try fixture.head(site)
            let dry = await fixture.publish("ada-lovelace", "--dry-run")
            #expect(dry.status == 0)
            #expect(dry.output.contains("would be published: "))
            #expect(try fixture.head(site) == head)
            let clone = fixture.sites.path + "/clone-of-\(role ?? "first")"
            try fixture.lab.oracle.git("clone", "-q", fixture.sites.path + "/" + site, clone)
            let patch = try fixture.sites.write(dry.output, to: "dry.patch")
            // Pictures are named in a patch, not held.
            try fixture.lab.oracle.git(
                "-C", clone, "apply", "--index", "--exclude=assets/*", patch)
            #expect(await fixture.publish("ada-lovelace").status == 0)
            try fixture.lab.oracle.git("-C", clone, "fetch", "-q")
            let rest = try fixture.lab.oracle.git(
                "-C", clone, "diff", "--cached", "--name-only", "origin/main")
            #expect(
                rest.split(separator: "\n").allSatisfy {
                    $0 == ".labfolio/manifest.json" || $0.hasPrefix("assets/")
                }, "\(rest)")
            #expect(!dry.output.contains("manifest.json"))
        }
        let json = await fixture.publish("ada-lovelace", "--dry-run", "--format", "json")
        #expect(json.output.contains("\"unchanged\""))
    }
}

extension TemporaryFolder {
    fileprivate var name: String { (path as NSString).lastPathComponent }
}
