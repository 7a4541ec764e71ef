internal import Formats
internal import Git
public import ProfileStore

/// How the user's own git signs the commits that are published, where they want it to
/// (`commit.gpgSign`): a branch of a site may take no others.
public struct CommitSigning: Sendable {
    /// The settings that git needs for it, which a mirror does not have.
    private let settings: [String]
    private static let keys = [
        "gpg.format", "user.signingKey", "gpg.program", "gpg.ssh.program", "gpg.x509.program",
        "gpg.ssh.defaultKeyCommand",
    ]

    /// Takes what the configuration says for the store; nil where commits are not signed.
    public init?(of store: Store) throws(StoreError) {
        let repository = try store.repository()
        do throws(GitError) {
            let isOn = try repository.configuration("commit.gpgSign")?.lowercased()
            guard let isOn, ["true", "yes", "on", "1", ""].contains(isOn) else { return nil }
            var settings: [String] = []
            for key in Self.keys {
                guard let value = try repository.configuration(key) else { continue }
                settings += ["-c", "\(key)=\(value)"]
            }
            self.settings = settings
        } catch { throw .git(error) }
    }

    /// Makes a signed commit of a tree that is on the disk.
    ///
    /// - Parameters:
    ///   - tree: What it holds.
    ///   - parent: What it comes on top of.
    ///   - author: Who makes it.
    ///   - message: What it says.
    ///   - mirror: The repository.
    /// - Returns: The commit.
    /// - Throws: Why it could not be signed.
    func commit(
        _ tree: TreeID, on parent: CommitID?, by author: Signature, message: String,
        in mirror: Mirror
    ) throws(PublishFailure) -> CommitID {
        let parents = parent.map { ["-p", $0.description] } ?? []
        var call = mirror.git(
            ["commit-tree", "-S", tree.description] + parents + ["-m", message],
            settings: settings)
        let minutes = abs(author.offset)
        let zone =
            (author.offset < 0 ? "-" : "+")
            + "\(10_000 + minutes / 60 * 100 + minutes % 60)"
            .dropFirst()
        for role in ["AUTHOR", "COMMITTER"] {
            call.environment["GIT_\(role)_NAME"] = author.name
            call.environment["GIT_\(role)_EMAIL"] = author.email
            call.environment["GIT_\(role)_DATE"] = "@\(author.seconds) \(zone)"
        }
        let outcome: Subprocess.Outcome
        do throws(FileError) {
            guard let result = Subprocess.runTogether([call]).first else {
                preconditionFailure("every call has a result")
            }
            outcome = try result.get()
        } catch { throw PublishFailure(error) }
        let lines = String(decoding: outcome.output, as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
        guard outcome.status == 0, let id = lines.last.flatMap({ CommitID($0) }) else {
            throw PublishFailure(
                message: "Git could not sign the commit", said: lines,
                hint: "`commit.gpgSign` asks for it; does `git commit -S` work for you?")
        }
        return id
    }
}
