import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Commits of labfolio where the user's git signs commits.
@Suite(
    .enabled(
        if: GitOracle.isInstalled && SystemCommand.find("ssh-keygen") != nil, "needs ssh-keygen"))
struct SigningTests {
    let oracle: GitOracle
    let store: Store
    let key: String
    private static let role = FieldPath(steps: ["profile", "role"])

    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
        key = oracle.folder.path + "/key"
        try SystemCommand.run(
            "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "ada", "-f", key])
        try oracle.git("config", "gpg.format", "ssh")
        try oracle.git("config", "user.signingKey", key + ".pub")
        try oracle.git("config", "commit.gpgSign", "true")
        let line = try oracle.folder.read("key.pub")
        let signers = try oracle.folder.write("ada@example.org \(line)", to: "signers")
        try oracle.git("config", "gpg.ssh.allowedSignersFile", signers)
    }

    private func set(_ role: String, message: String = "role") throws -> CommitID? {
        try store.commit(message: message, author: ada) { snapshot throws(StoreError) in
            guard let snapshot else { return [:] }
            return try snapshot.edited(
                [FieldEdit(Self.role, .string(role))], in: .known("ada-lovelace")
            ).files
        }
    }

    /// What git says of the signatures of some commits.
    private func verdicts(_ range: String) throws -> String {
        try oracle.git("log", "--format=%G?%GS", range)
    }

    @Test func `a commit is signed, and otherwise what it would be without`() throws {
        let message = "role\n\n-p is no option, and ä is no ASCII\n\n  indented\nTrailer: x"
        let id = try #require(try set("Countess", message: message))
        #expect(try verdicts("HEAD~..HEAD") == "Gada@example.org")
        #expect(try oracle.git("rev-parse", "HEAD") == id.description)
        let signed = try oracle.git("cat-file", "commit", "HEAD")
        let unsigned = try oracle.git("rev-parse", "HEAD^{tree}")
        try oracle.git("config", "commit.gpgSign", "false")
        try oracle.git("reset", "-q", "--hard", "HEAD~")
        try #require(try set("Countess", message: message) != nil)
        let plain = try oracle.git("cat-file", "commit", "HEAD")
        #expect(try oracle.git("rev-parse", "HEAD^{tree}") == unsigned)
        var lines = signed.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("gpgsig") })
        let end = try #require(
            lines[start...].firstIndex { $0.hasSuffix("END SSH SIGNATURE-----") })
        lines.removeSubrange(start...end)
        // What git writes behind an SSH signature is an empty line of the header.
        if lines[start] == " " { lines.remove(at: start) }
        #expect(lines.joined(separator: "\n") == plain)
        #expect(try oracle.faults() == "")
    }

    @Test func `a merge, a proposal and its acceptance are signed`() throws {
        try oracle.write(StoreText.person("Ada Lovelace", more: "role: Queen\n"), to: Self.file)
        let changes = try store.changesToPropose()
        _ = try store.propose(changes, as: "queen", by: ada)
        try store.takeBack(changes)
        #expect(try verdicts("main..proposals/queen") == "Gada@example.org")
        try oracle.commit("other", ["profiles/ada-lovelace/talks.yml": "[]\n"])
        let proposal = try store.proposal(named: "queen")
        let scope = try #require(try store.scope(of: proposal))
        let acceptance = try store.accept(proposal, try store.merge(scope), by: ada)
        #expect(try oracle.git("rev-parse", "HEAD") == acceptance.commitID?.description)
        #expect(try verdicts("-1") == "Gada@example.org")
        #expect(try oracle.git("log", "-1", "--format=%P").split(separator: " ").count == 2)
        #expect(try oracle.faults() == "")
    }

    private static let file = "profiles/ada-lovelace/profile.yml"

    @Test func `what cannot be signed is not written`() throws {
        let before = try (
            oracle.git("rev-parse", "HEAD"), oracle.git("for-each-ref"), oracle.read(Self.file)
        )
        for (setting, value) in [
            ("user.signingKey", oracle.folder.path + "/none.pub"), ("gpg.ssh.program", "/none"),
        ] {
            try oracle.git("config", setting, value)
            let error = try #require(
                failure { () throws(StoreError) in
                    do { _ = try set("Countess") } catch let error as StoreError {
                        throw error
                    } catch {}
                })
            #expect(error.message.hasPrefix("The commit could not be signed: "), "\(error.message)")
            #expect(error.message.contains("none"))
            #expect(error.hint?.contains("user.signingKey") == true)
            #expect(try oracle.git("rev-parse", "HEAD") == before.0)
            #expect(try oracle.git("for-each-ref") == before.1)
            #expect(try oracle.read(Self.file) == before.2)
            #expect(try oracle.git("status", "--porcelain") == "")
        }
    }

    @Test func `who signs is an owner by the key, and only where a rule asks for one`() throws {
        let line = try oracle.folder.read("key.pub").split(separator: "\n").joined()
        func actor(_ rule: String) throws -> Actor {
            try oracle.commit(
                "rules",
                ["labfolio.yml": StoreText.configuration + "owners:\n  - match: /\n    \(rule)\n"])
            return try store.actor(ada, asking: try store.snapshot(at: .commit("HEAD")).owners)
        }
        #expect(try actor("emails: [ada@example.org]") == Actor(email: "ada@example.org"))
        let known = try #require(SigningKey(line))
        let signed = Actor(
            email: "ada@example.org",
            signature: .verified([known], principal: "ada@example.org"))
        #expect(try actor("keys: [\"\(line)\"]") == signed)
        #expect(try actor("emails: [ada@example.org]\n    require: signed") == signed)
        try oracle.git("config", "commit.gpgSign", "false")
        #expect(try actor("keys: [\"\(line)\"]") == Actor(email: "ada@example.org"))
    }

    @Test(.enabled(if: OpenPGPKey.isPossible, "needs gpg"))
    func `a key of OpenPGP signs as well`() throws {
        let made = try OpenPGPKey(of: "Ada <ada@example.org>", in: oracle.folder)
        try oracle.git("config", "gpg.format", "openpgp")
        try oracle.git("config", "gpg.program", made.program)
        try oracle.git("config", "user.signingKey", "ada@example.org")
        try #require(try set("Countess") != nil)
        #expect(try verdicts("-1").hasPrefix("G"))
    }
}
