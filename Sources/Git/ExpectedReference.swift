/// The value that a reference must still have for it to be changed.
///
/// There is no case for "whatever it is": in libgit2 a missing expectation means "do not check",
/// and a check that can be forgotten is one that is.
public enum ExpectedReference: Hashable, Sendable {
    /// The reference names this commit.
    case at(CommitID)
    /// There is no such reference.
    case absent

    /// Expects what was read before, nil having meant that there was no reference.
    public init(_ commitID: CommitID?) { self = commitID.map { .at($0) } ?? .absent }
}
