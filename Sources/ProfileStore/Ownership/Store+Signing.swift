public import Git

extension Store {
    /// Writes a commit, which no reference names yet, and returns its id; signed where the user's git
    /// signs commits (`commit.gpgSign`).
    ///
    /// - Throws: `unsigned` where it could not be signed; then there is no commit.
    func writeCommit(
        tree: TreeID, parents: [CommitID], author: Signature, committer: Signature,
        message: String, in repository: Repository
    ) throws(GitError) -> CommitID {
        guard try repository.isOn("commit.gpgSign") else {
            return try repository.writeCommit(
                tree: tree, parents: parents, author: author, committer: committer,
                message: message)
        }
        do throws(SignedCommit.Failure) {
            return try SignedCommit(
                tree: tree, parents: parents, author: author, committer: committer,
                message: message
            ).write(in: repository.gitDirectoryPath)
        } catch {
            throw Self.unsigned(error.said.prefix(5).joined(separator: "; "), tree)
        }
    }

    private static func unsigned(_ reason: String, _ tree: TreeID) -> GitError {
        GitError(
            .unsigned, in: "git commit-tree", on: "the commit of tree \(tree)",
            message: reason.isEmpty ? "git does not say why" : reason)
    }

    /// Returns who commits in the eyes of the owners' rules, by the address and by the key that
    /// commits are signed with.
    ///
    /// Nothing tells the key but a signature; so a commit is signed that no reference names, if a
    /// rule asks for signatures at all.
    ///
    /// - Parameters:
    ///   - author: Who commits.
    ///   - owners: The rules.
    /// - Returns: Who commits; without a signature where the user's git does not sign.
    /// - Throws: `git` with `unsigned` where nothing can be signed.
    public func actor(
        _ author: Signature, asking owners: Owners
    ) throws(StoreError) -> Actor {
        let unsigned = Actor(email: author.email)
        guard owners.rules.contains(where: { $0.requiresSignature || !$0.keys.isEmpty }) else {
            return unsigned
        }
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            guard try repository.isOn("commit.gpgSign"), let head = try repository.headCommitID()
            else { return unsigned }
            let id = try writeCommit(
                tree: try repository.commit(head).treeID, parents: [], author: author,
                committer: author, message: "Who signs?\n", in: repository)
            return Actor(
                email: author.email,
                signature: try CommitSignatures(of: self, repository).signature(of: id))
        }
    }
}
