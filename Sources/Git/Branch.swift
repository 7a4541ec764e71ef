/// A branch and the commit it names.
public struct Branch: Hashable, Sendable {
    /// The name without `refs/heads/`.
    public let name: String
    /// The commit at its tip.
    public let commitID: CommitID

    /// The whole name of the reference.
    public var referenceName: String { Branch.prefix + name }

    static let prefix = "refs/heads/"
}
