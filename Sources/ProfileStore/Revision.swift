/// A state of a store that records can be read from.
public enum Revision: Hashable, Sendable {
    /// The files in the work tree.
    case workTree
    /// What is staged for the next commit.
    case index
    /// A commit, by any name that git knows it by: `main`, `v1`, `main~2`, `4f79b0a`.
    case commit(String)

    /// Takes what a person types: `:worktree`, `:index`, or the name of a commit.
    ///
    /// No branch, tag or commit can have a name with a colon in front.
    public init(_ text: String) {
        switch text {
        case ":worktree": self = .workTree
        case ":index": self = .index
        default: self = .commit(text)
        }
    }
}
