public import Git

/// Changes on a branch, waiting for a decision.
///
/// A proposal is the branch `proposals/NAME` and nothing else: one that was made and pushed by
/// plain git counts like any other. Who opened it, and what was said and decided about it, is in
/// its events.
public struct Proposal: Sendable {
    /// Where a proposal stands.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// It waits.
        case open
        /// It was merged.
        case accepted
        /// It was turned down.
        case rejected
        /// Its branch is gone, and nobody said why.
        case withdrawn
    }

    /// The prefix of the branches that are proposals.
    static let branchPrefix = "proposals/"

    /// The name: that of the branch without `proposals/`.
    public let name: String
    /// Where it stands.
    public let state: State
    /// The newest of its commits.
    public let commitID: CommitID
    /// The reference that names it, this store's own or one that was fetched; nil where none does.
    public let reference: String?
    /// Who opened it, and when.
    public let author: Signature
    /// What its author said of it.
    public let message: String
    /// What happened to it, in the order of time.
    public let events: [ReviewEvent]

    /// The first line of the message.
    public var summary: String { String(message.prefix { !$0.isNewline }) }

    /// The whole name of this store's own branch.
    public var branchReference: String { Self.reference(of: name) }

    /// Whether the branch is this store's own and not only in a remote repository.
    public var isLocal: Bool { reference == branchReference }

    /// What was said at the last decision: the reason of a rejection.
    public var lastDecision: ReviewEvent? { events.last(where: \.isClosing) }

    static func reference(of name: String) -> String { "refs/heads/" + branchPrefix + name }
}
