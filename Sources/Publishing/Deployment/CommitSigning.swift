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
        let commit = SignedCommit(
            tree: tree, parents: parent.map { [$0] } ?? [], author: author, committer: author,
            message: message)
        do throws(SignedCommit.Failure) {
            return try commit.write(
                in: mirror.path, settings: settings, environment: Mirror.environment)
        } catch {
            throw PublishFailure(
                message: "Git could not sign the commit", said: error.said,
                hint: "`commit.gpgSign` asks for it; does `git commit -S` work for you?")
        }
    }
}
