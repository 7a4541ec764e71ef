/// The sides of a merge.
public enum MergeSide: String, Hashable, Sendable, CaseIterable {
    /// The side that is merged into.
    case ours
    /// The side that is merged.
    case theirs
}

/// An edit of one side that is in neither the result of a merge nor its conflicts.
public struct LostEdit: Hashable, Sendable {
    /// Whose edit it is.
    public let side: MergeSide
    /// The edit, from the base to that side.
    public let change: Change
}
