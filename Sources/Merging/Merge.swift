public import RecordModel

/// What becomes of a value that two sides edited.
///
/// Entries merge by their names, field by field; sets by membership; lists whose order means nothing
/// have no order to disagree about; other lists merge their order; everything else is one value
/// that one side at most may change. The laws: `Merge(base: b, ours: x, theirs: b)` and
/// `Merge(base: b, ours: x, theirs: x)` give `x`; edits of different fields never meet in a
/// conflict; swapping the sides swaps nothing but the sides of the conflicts.
public struct Merge: Sendable {
    /// The value with the edits of both sides; in a conflict it holds what ours has.
    public let result: Value
    /// The fields that no rule decides, in the order of the result; none where the merge is clean.
    public let conflicts: [Conflict]
    /// What the result says about the edits of either side, found out without the merge's help.
    public let check: MergeCheck

    /// Merges two edits of one value.
    public init(base: Value, ours: Value, theirs: Value, shape: Shape) {
        var merge = ThreeWayMerge()
        let result = merge.merge(base, ours, theirs, shape).value(orOurs: ours) ?? ours
        self.result = result
        conflicts = merge.conflicts
        check = MergeCheck(
            base: base, ours: ours, theirs: theirs, result: result, conflicts: conflicts,
            shape: shape)
    }

    /// The edits of a side that are in neither the result nor the conflicts.
    ///
    /// One is a fault of the merge, and whoever asked for it has to refuse it.
    public var lostEdits: [LostEdit] { check.lostEdits }

    /// What can be kept beside the result, to be computed again and compared.
    public var proof: String { check.proof }
}
