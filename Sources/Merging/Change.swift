public import RecordModel

/// One difference between two values, at one field path.
///
/// All changes of a diff hold at once, not one after the other. So the steps of a path that lead
/// through lists name items of the value *before*; only the last step of an `add` into a list that
/// names its items by position counts in the list *after*.
public struct Change: Hashable, Sendable {
    /// What happened to a field or an item.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is only in the value after.
        case add
        /// It is only in the value before.
        case remove
        /// It is another value of which no part is the same.
        case replace
        /// The item stands at another place in its list.
        case move
    }

    /// The field or item, from the root of the record.
    public let path: FieldPath
    /// What happened to it.
    public let kind: Kind
    /// What was there, nil for an `add`; for a `move` the position in the list, from 0.
    public let before: Value?
    /// What is there now, nil for a `remove`; for a `move` the position in the list, from 0.
    public let after: Value?
    /// Where an item that was added stands in its list, or one that was removed stood, from 0; nil
    /// for the field of a mapping.
    ///
    /// A path tells an entry by its name, so the place has to be told apart from it.
    public let position: Int?
    /// Tells whether this is the change of the field by which an entry is known.
    ///
    /// The path names the entry as it was called before.
    public let isRename: Bool

    /// Makes a change of a field, or of an item with its position.
    init(
        _ kind: Kind, at path: FieldPath, before: Value?, after: Value?, position: Int? = nil,
        isRename: Bool = false
    ) {
        self.path = path
        self.kind = kind
        self.before = before
        self.after = after
        self.position = position
        self.isRename = isRename
    }

    /// The positions that an item moves from and to, nil for every other change.
    var places: (before: Int, after: Int)? {
        guard kind == .move, let before = before?.number?.integer,
            let after = after?.number?.integer
        else { return nil }
        return (before, after)
    }
}
