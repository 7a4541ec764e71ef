/// A branch and the commit it names.
public struct Branch: Hashable, Sendable {
    /// The name without `refs/heads/`.
    public let name: String
    /// The commit at its tip.
    public let commitID: CommitID

    /// The whole name of the reference.
    public var referenceName: String { Branch.prefix + name }

    static let prefix = "refs/heads/"

    /// Returns the name of the branch that a reference is; nil when it is none.
    static func name(ofReference reference: String) -> String? {
        guard reference.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: reference.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
