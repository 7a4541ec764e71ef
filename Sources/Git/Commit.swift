internal import CGit2

/// A commit: an immutable snapshot with its parents, its author and its message.
public struct Commit: Hashable, Sendable {
    /// The ID of the commit itself.
    public let id: CommitID
    /// The ID of the tree that it holds.
    public let treeID: TreeID
    /// The IDs of its parents, the line it was made on first; none for a first commit.
    public let parentIDs: [CommitID]
    /// Who made the change.
    public let author: Signature
    /// Who made the commit.
    public let committer: Signature
    /// The whole message; bytes that cannot be decoded are U+FFFD.
    public let message: String

    /// The first line of the message.
    public var summary: String {
        String(message.prefix { !$0.isNewline })
    }

    /// Copies all fields out of libgit2's commit, which `owner` keeps alive.
    init(_ owner: borrowing GitObject) {
        let commit = owner.pointer
        let encoding = git_commit_message_encoding(commit).map { String(cString: $0) }
        id = CommitID(git_commit_id(commit).pointee)
        treeID = TreeID(git_commit_tree_id(commit).pointee)
        parentIDs = (0..<git_commit_parentcount(commit)).map {
            CommitID(git_commit_parent_id(commit, $0).pointee)
        }
        author = Signature(git_commit_author(commit).pointee, encoding: encoding)
        committer = Signature(git_commit_committer(commit).pointee, encoding: encoding)
        message = repairedText(git_commit_message(commit), encoding: encoding)
    }
}
