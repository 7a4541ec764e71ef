internal import Formats
internal import Git
internal import RecordModel

/// Finds out who signed commits, by asking the user's own git.
///
/// Why not in this process: git knows the ways of signing, the programs, and the keys that the
/// machine trusts. It is asked for the fingerprint and its verdict, so that the keys that
/// `labfolio.yml` names need not be known to anything else.
///
/// Each signature is checked once; serves one task.
final class CommitSignatures {
    private let path: String
    private let repository: Repository
    private var known: [CommitID: Actor.Signature] = [:]
    private var options: [String]?

    init(of store: Store, _ repository: Repository) {
        path = store.path
        self.repository = repository
    }

    /// Returns what is known of a commit's signature.
    func signature(of id: CommitID) throws(GitError) -> Actor.Signature {
        if let found = known[id] { return found }
        let found = try repository.isSigned(id) ? checked(id) : .none
        known[id] = found
        return found
    }

    private func checked(_ id: CommitID) -> Actor.Signature {
        let format = "--format=%G?%n%GF%n%GP%n%GS"
        guard
            let outcome = git(
                signerOptions() + ["log", "--no-walk", "--no-color", format, id.description]),
            outcome.status == 0
        else { return .bad("git could not check it") }
        let lines = String(decoding: outcome.output, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4 else { return .bad("git could not check it") }
        return Self.signature(
            verdict: lines[0], keys: [lines[1], lines[2]], principal: lines[3])
    }

    /// Reads git's verdict (`%G?` in its documentation of log).
    static func signature(
        verdict: String, keys texts: [String], principal: String
    ) -> Actor.Signature {
        let keys = texts.compactMap(SigningKey.init)
        switch verdict {
        case "G", "U":
            guard let key = keys.first else { return .bad("git does not tell whose it is") }
            // For a key of OpenPGP git tells a name that the key itself brings along; only a file
            // of allowed signers says whose a key is.
            let isKnown = verdict == "G" && key.isSSH && !principal.isEmpty
            return .verified(keys, principal: isKnown ? principal : nil)
        case "B": return .bad("it does not fit what the commit holds")
        case "X": return .bad("it has expired")
        case "Y": return .bad("its key has expired")
        case "R": return .bad("its key was revoked")
        case "E": return .bad("its key is not known on this machine")
        default: return .bad("git could not check it")
        }
    }

    /// The settings that let git check a signature of SSH although nobody has said whose keys are
    /// whose: then it still tells that the signature is good, and by which key it is.
    private func signerOptions() -> [String] {
        if let options { return options }
        let setting = "gpg.ssh.allowedSignersFile"
        let isSet = git(["config", "--get", setting])?.status == 0
        let found = isSet ? [] : ["-c", "\(setting)=/dev/null"]
        options = found
        return found
    }

    /// Runs git in the store; nil where it cannot be run, which makes no signature good.
    private func git(_ arguments: [String]) -> Subprocess.Outcome? {
        try? Subprocess.run("git", ["-C", path] + arguments)
    }
}

extension SigningKey {
    /// Whether it is a key of SSH.
    var isSSH: Bool { fingerprint.hasPrefix("SHA256:") }
}
