public import RecordModel

/// A field on which two sides disagree and that no rule decides.
///
/// The path names items as the value before does, so it is the same whichever side is called ours.
public struct Conflict: Hashable, Sendable {
    /// Why no rule decides.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Both sides set another value.
        case changedDifferently = "changed-differently"
        /// Both sides added the field or the entry, with different content.
        case addedDifferently = "added-differently"
        /// One side took away what the other side changed.
        case removedAndChanged = "removed-and-changed"
        /// Both sides brought the items of a list into orders that do not go together.
        case orderedDifferently = "ordered-differently"
        /// Both sides changed the same words of a text, or words next to each other.
        case sameWords = "same-words"

        /// The reason as a sentence for a person.
        public var sentence: String {
            switch self {
            case .changedDifferently: "Both sides changed it, to different values"
            case .addedDifferently: "Both sides added it, with different values"
            case .removedAndChanged: "One side removed what the other side changed"
            case .orderedDifferently:
                "Both sides changed the order, in ways that exclude each other"
            case .sameWords: "Both sides changed the same part of the text"
            }
        }
    }

    /// The field or item, with items named as in the value before.
    public let path: FieldPath
    /// What was there, nil where there was nothing.
    public let base: Value?
    /// What our side has there, nil where it removed it; the result of the merge holds this.
    public let ours: Value?
    /// What their side has there, nil where it removed it.
    public let theirs: Value?
    /// Why no rule decides.
    public let reason: Reason

    /// The same conflict as the other side sees it.
    public var swapped: Conflict {
        Conflict(path: path, base: base, ours: theirs, theirs: ours, reason: reason)
    }
}
