import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio owners`, and the hook of a server as it is called by hand.
@Suite(.enabled(if: GitOracle.isInstalled)) struct OwnersCommandTests {
    let lab: LabFixture
    var transcript: Transcript

    private static let owners = """
        owners:
          - match: /
            emails: [manager@example.org]
            require: signed
          - match: ada-lovelace
            emails: [ada@example.org]
            keys:
              - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGFcf0kJwBlZ+KZMiOxeyxHNzw1sWLNmRzo8Ff07wr9D Ada's laptop
          - match: "*/publications/*/citations"
            emails: [counter@example.org, "*@count.example.org"]
          - match: alan-turing/profile
            emails: []

        """

    init() throws {
        lab = try LabFixture()
        transcript = lab.transcript()
    }

    @Test mutating func owners() async throws {
        await transcript.run("owners")
        transcript.note("with rules in labfolio.yml")
        try lab.oracle.commit("rules", ["labfolio.yml": StoreText.configuration + Self.owners])
        await transcript.run("owners")
        await transcript.run("owners", "ada-lovelace")
        await transcript.run("owners", "ada-lovelace", "/publications/fast-sgd-2024/citations")
        await transcript.run("owners", "alan-turing", "/profile/role", "--format", "json")
        await transcript.run("owners", "/labfolio.yml")
        await transcript.run("owners", "ada-lovelace", "--at", "v1")
        await transcript.run("owners", "ada-lovelce")
        await transcript.run("owners", "ada-lovelace", "profile")
        await transcript.run("owners", "/profiles", "/x")
        transcript.note("without a rule for the rest")
        try lab.oracle.write(
            StoreText.configuration + "owners:\n  - match: ada-lovelace\n    emails: [a@b.org]\n"
                + "  - match: ada-lovelce\n    emails: [a@b.org]\n", to: "labfolio.yml")
        await transcript.run("owners")
        await transcript.run("owners", "alan-turing", "/news")
        await transcript.run("validate")
        #expect(try transcript.mismatch("owners") == nil)
    }

    @Test(.enabled(if: SystemCommand.find("ssh-keygen") != nil, "needs ssh-keygen"))
    func `an owner whose rule asks for a signature accepts with the tool`() async throws {
        let key = lab.oracle.folder.path + "/key"
        try SystemCommand.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
        let line = try lab.oracle.folder.read("key.pub").split(separator: "\n").joined()
        let rules = "owners:\n  - match: /\n    keys: [\"\(line)\"]\n"
        try lab.oracle.commit("rules", ["labfolio.yml": StoreText.configuration + rules])
        let terminal = transcript.terminal
        try lab.oracle.write("[]\n", to: "profiles/ada-lovelace/talks.yml")
        #expect(await terminal.run(["propose", "talks"]).status == 0)
        let refused = await terminal.run(["accept", "talks"])
        #expect(refused.status == 1 && refused.errors.contains("owners.not-owner"))
        #expect(refused.errors.contains("or sign with such a key"))
        try lab.oracle.git("config", "gpg.format", "ssh")
        try lab.oracle.git("config", "user.signingKey", key + ".missing")
        try lab.oracle.git("config", "commit.gpgSign", "true")
        let failed = await terminal.run(["accept", "talks"])
        #expect(failed.status == 3, "\(failed)")
        #expect(failed.errors.contains("The commit could not be signed"))
        try lab.oracle.git("config", "user.signingKey", key + ".pub")
        let accepted = await terminal.run(["accept", "talks"])
        #expect(accepted.status == 0, "\(accepted)")
        let signature = try lab.oracle.git(
            "-c", "gpg.ssh.allowedSignersFile=/dev/null", "log", "-1", "--format=%G?")
        #expect(signature == "U")
    }

    @Test mutating func hookPreReceive() async throws {
        try lab.oracle.commit("rules", ["labfolio.yml": StoreText.configuration + Self.owners])
        let before = try lab.oracle.git("rev-parse", "HEAD")
        try lab.oracle.git("checkout", "-q", "-b", "work")
        try lab.oracle.commit(
            "alan", ["profiles/alan-turing/profile.yml": StoreText.person("Alan M. Turing")])
        try lab.oracle.commit("ada", ["profiles/ada-lovelace/talks.yml": "- id: x\n"])
        let after = try lab.oracle.git("rev-parse", "HEAD")
        let short = try lab.oracle.git("rev-parse", "--short=9", "HEAD~")
        // The commits are there, and no branch of the server leads to them yet.
        try lab.oracle.git("checkout", "-q", "main")
        try lab.oracle.git("branch", "-qD", "work")
        let zero = String(repeating: "0", count: 40)
        for (id, name) in [
            (before, "<before>"), (after, "<after>"),
            (short, "<commit>"),
        ] {
            transcript.hide(id, as: name)
        }
        for input in [
            "", "\(before) \(after) refs/heads/main\n", "\(zero) \(after) refs/heads/feature\n",
            "\(zero) \(after) refs/heads/proposals/x\n\(before) \(zero) refs/heads/main\n",
            "\(before) \(after)\n",
        ] {
            transcript.note("read: " + input.replacingOccurrences(of: "\n", with: "|"))
            transcript.terminal.input = input
            await transcript.run("hook", "pre-receive")
        }
        transcript.note("as the design has it")
        transcript.terminal.input = ""
        await transcript.run("git", "hook", "pre-receive")
        #expect(try transcript.mismatch("pre-receive") == nil)
    }
}
