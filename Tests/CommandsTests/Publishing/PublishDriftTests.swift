import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What `labfolio publish` does with files of others, and with those that somebody changed.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PublishDriftTests {
    let site = "ada-lovelace.git"

    @Test func `files of others stay, and shared files are edited`() async throws {
        let fixture = try PublishFixture(layout: "al-folio")
        try fixture.lab.oracle.commit(
            "theme",
            ["profiles/ada-lovelace/profile.yml": "name:\n  display: Ada Lovelace\nrole: A\n"])
        try fixture.write(
            "# mine\ntitle: Theme\nscholar:\n  style: apa\nfirst_name: You\n", to: "_config.yml",
            in: site)
        try fixture.write("mine\n", to: "_sass/mine.scss", in: site)
        let outcome = await fixture.publish("ada-lovelace")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let config = try fixture.git(site, "show", "main:_config.yml")
        #expect(config.hasPrefix("# mine\n"))
        #expect(config.contains("style: apa") && config.contains("\"Ada\""))
        #expect(try fixture.git(site, "show", "main:_sass/mine.scss") == "mine")
        // The owner's own key of a shared file is no drift, and no reason for a commit.
        try fixture.write(config + "\nmine: true\n", to: "_config.yml", in: site)
        let head = try fixture.head(site)
        let again = await fixture.publish("ada-lovelace")
        #expect(again.output.contains("unchanged"), "\(again.errors)")
        #expect(try fixture.head(site) == head)
        // A key of ours is.
        try fixture.write(
            config.replacing("\"Ada\"", with: "Countess"), to: "_config.yml", in: site)
        let drift = await fixture.publish("ada-lovelace")
        #expect(drift.status == 1)
        #expect(drift.errors.contains("error[publish.drift]"))
        #expect(drift.errors.contains("\n-first_name: \"Ada\"\n"))
        #expect(drift.errors.contains("\n+first_name: Countess\n"))
    }

    @Test func `files of a theme that was laid under it are the owner's to change`() async throws {
        let fixture = try PublishFixture(layout: "al-folio")
        try fixture.lab.oracle.commit(
            "theme",
            ["profiles/ada-lovelace/profile.yml": "name:\n  display: Ada Lovelace\nrole: A\n"])
        try fixture.sites.write("title: Theme\n", to: "theme/_config.yml")
        try fixture.sites.write("a {}\n", to: "theme/_sass/a.scss")
        let theme = fixture.sites.path + "/theme"
        #expect(await fixture.publish("ada-lovelace", "--theme", theme).status == 0)
        try fixture.write("a { color: red }\n", to: "_sass/a.scss", in: site)
        let plain = await fixture.publish("ada-lovelace")
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(plain.output.contains("unchanged"))
        let again = await fixture.publish("ada-lovelace", "--theme", theme)
        #expect(again.status == 1)
        #expect(again.errors.contains("+a { color: red }"))
        #expect(try fixture.git(site, "show", "main:_sass/a.scss") == "a { color: red }")
    }

    @Test(arguments: [false, true])
    func `what the owner changed by hand is shown and kept`(isRemoval: Bool) async throws {
        let fixture = try PublishFixture()
        _ = await fixture.publish("ada-lovelace")
        let file = "_data/homepage.json"
        let before = try fixture.git(site, "show", "main:" + file)
        try fixture.edit(site) { clone in
            if isRemoval {
                try FileManager.default.removeItem(atPath: clone + "/" + file)
            } else {
                try (before + "\n// by hand\n").write(
                    toFile: clone + "/" + file, atomically: true, encoding: .utf8)
            }
        }
        let head = try fixture.head(site)
        // With and without a change of the record.
        for role in [nil, "Engineer"] {
            if let role { try fixture.set(role: role) }
            let outcome = await fixture.publish("ada-lovelace")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("error[publish.drift]"))
            #expect(outcome.errors.contains("on the site of ada-lovelace by hand:\ndiff --git"))
            #expect(outcome.errors.contains(isRemoval ? "\n--- a/\(file)" : "\n+// by hand\n"))
            #expect(outcome.output.contains("not published"))
            #expect(try fixture.head(site) == head)
        }
        let kept = await fixture.publish("ada-lovelace", "--keep-theirs")
        #expect(kept.status == 0)
        #expect(kept.errors.contains("warning[publish.drift]"))
        #expect(
            try fixture.lab.oracle.run(
                [
                    "--git-dir=\(fixture.sites.path)/\(site)", "diff", "--quiet", head, "main",
                    "--",
                    file,
                ]
            ).status == 0)
        #expect(await fixture.publish("ada-lovelace").status == 1)
        #expect(await fixture.publish("ada-lovelace", "--force").status == 0)
        #expect(try fixture.git(site, "show", "main:" + file).contains("Engineer"))
        // What was overwritten is still in the history.
        try fixture.git(site, "merge-base", "--is-ancestor", head, "main")
        #expect(await fixture.publish("ada-lovelace").output.contains("unchanged"))
    }
}
