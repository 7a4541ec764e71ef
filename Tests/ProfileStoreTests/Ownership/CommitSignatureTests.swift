import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Signatures of commits, made and checked by the real programs.
@Suite(.enabled(if: GitOracle.isInstalled && SystemCommand.find("ssh-keygen") != nil))
struct CommitSignatureTests {
    let oracle: GitOracle
    let key: String

    init() throws {
        oracle = try GitOracle()
        key = oracle.folder.path + "/key"
        try SystemCommand.run(
            "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "ada", "-f", key])
        try oracle.git("config", "gpg.format", "ssh")
        try oracle.git("config", "user.signingKey", key + ".pub")
        try oracle.commit("store: begin", StoreText.two)
    }

    private var publicKey: String {
        get throws { try oracle.folder.read("key.pub").split(separator: "\n").joined() }
    }

    private func signature(of revision: String = "HEAD") throws -> Actor.Signature {
        let store = try oracle.open()
        let id = try #require(CommitID(try oracle.git("rev-parse", revision)))
        return try CommitSignatures(of: store, try store.repository()).signature(of: id)
    }

    @Test func `a key is told although nobody has said whose it is`() throws {
        #expect(try signature() == .none)
        try oracle.git("commit", "-q", "--allow-empty", "-S", "-m", "signed")
        let known = try #require(SigningKey(try publicKey))
        #expect(try signature() == .verified([known], principal: nil))
        let shown = try SystemCommand.run("ssh-keygen", ["-l", "-f", key + ".pub"]).output
        #expect(shown.contains(known.fingerprint))
    }

    @Test func `git's own file of signers says whose a key is`() throws {
        try oracle.git("commit", "-q", "--allow-empty", "-S", "-m", "signed")
        let file = try oracle.folder.write("ada@lab.org \(try publicKey)\n", to: "signers")
        try oracle.git("config", "gpg.ssh.allowedSignersFile", file)
        let known = try #require(SigningKey(try publicKey))
        #expect(try signature() == .verified([known], principal: "ada@lab.org"))
    }

    @Test func `a signature of something else is bad`() throws {
        try oracle.git("commit", "-q", "--allow-empty", "-S", "-m", "signed")
        let text = try oracle.git("cat-file", "commit", "HEAD")
        let forged = try oracle.git(
            "hash-object", "-t", "commit", "-w", "--stdin",
            input: text.replacing("\n\nsigned", with: "\n\nforged") + "\n")
        guard case .bad = try signature(of: forged) else {
            Issue.record("a forged commit has a good signature")
            return
        }
    }

    @Test func `a push is refused for want of a signature, and let in with it`() throws {
        let rules = """
            owners:
              - match: /
                keys: ["\(try publicKey)"]
              - match: alan-turing
                emails: [ada@example.org]
                require: signed

            """
        try oracle.commit("rules", ["labfolio.yml": StoreText.configuration + rules])
        try oracle.git("checkout", "-q", "-b", "work")
        var signers: String?
        func findings() throws -> [Diagnostic] {
            let ids = try ["main", "HEAD"].map { try oracle.git("rev-parse", $0) }
            let update = try #require(
                ReferenceUpdate(line: "\(ids[0]) \(ids[1]) refs/heads/main"))
            let server = try oracle.server()
            if let signers { try server.git("config", "gpg.ssh.allowedSignersFile", signers) }
            var check = try PushCheck(of: try server.open())
            return try check.findings(about: update)
        }
        try oracle.commit("ada", ["profiles/ada-lovelace/talks.yml": "# none\n"])
        #expect(try findings().map(\.code) == ["owners.not-owner"])
        try oracle.git("commit", "-q", "--amend", "--no-edit", "-S")
        #expect(try findings() == [])
        try oracle.git("branch", "-f", "main")
        // Here the address has to be that of the key's owner.
        try oracle.commit("alan", ["profiles/alan-turing/talks.yml": "# none\n"])
        #expect(try findings().map(\.code) == ["owners.unsigned"])
        try oracle.git("commit", "-q", "--amend", "--no-edit", "-S")
        #expect(try findings().map(\.code) == ["owners.not-owner"])
        signers = try oracle.folder.write("ada@example.org \(try publicKey)\n", to: "signers")
        #expect(try findings() == [])
    }

    @Test(.enabled(if: OpenPGPKey.isPossible, "needs gpg"))
    func `a key of OpenPGP is told by its fingerprint`() throws {
        let made = try OpenPGPKey(of: "Ada <ada@lab.org>", in: oracle.folder)
        let fingerprint = try made.fingerprint
        try oracle.git("config", "gpg.format", "openpgp")
        try oracle.git("config", "gpg.program", made.program)
        try oracle.git("config", "user.signingKey", fingerprint)
        try oracle.git("commit", "-q", "--allow-empty", "-S", "-m", "signed")
        guard case .verified(let keys, let principal) = try signature() else {
            Issue.record("the signature is not good: \(try signature())")
            return
        }
        #expect(keys.contains { $0.fingerprint == fingerprint })
        // A key brings its own names along, which prove nothing.
        #expect(principal == nil)
    }

    @Test(arguments: ["B", "X", "Y", "R", "E", "N", "?", ""])
    func `no other verdict is a good one`(verdict: String) {
        let found = CommitSignatures.signature(
            verdict: verdict, keys: [OwnersTests.fingerprint], principal: "ada@lab.org")
        guard case .bad = found else {
            Issue.record("\(verdict) is good")
            return
        }
    }
}
