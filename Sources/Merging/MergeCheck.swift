public import RecordModel

/// What the result of a merge says about the edits of either side.
///
/// A merge that is wrong in silence is worse than none. So nothing here knows how a merge was done:
/// base, sides and result are compared as any two values are, and each edit of a side has to be
/// found again in the result, or in a conflict. It can be made for a result that was stored, too.
public struct MergeCheck: Hashable, Sendable {
    /// What became of an edit.
    private enum Fate: String, Hashable {
        case kept, contested, lost
    }

    private struct Edit: Hashable {
        let side: MergeSide
        let change: Change
        let fate: Fate
    }

    private let edits: [Edit]
    private let conflicts: Int

    /// The edits of a side that are in neither the result nor a conflict; must be empty.
    public var lostEdits: [LostEdit] {
        edits.compactMap { $0.fate == .lost ? LostEdit(side: $0.side, change: $0.change) : nil }
    }

    /// Checks a result, which may have been kept somewhere in between.
    ///
    /// Whatever the result holds where the sides disagree, somebody has been told.
    public init(
        base: Value, ours: Value, theirs: Value, result: Value, conflicts: [Conflict],
        shape: Shape
    ) {
        let edits = (
            Diff(from: base, to: ours, shape: shape).changes,
            Diff(from: base, to: theirs, shape: shape).changes
        )
        let toResult = Set(Diff(from: base, to: result, shape: shape).changes)
        var all: [Edit] = []
        for side in MergeSide.allCases {
            var search = EditSearch(
                base: base, side: side == .ours ? ours : theirs,
                other: side == .ours ? theirs : ours,
                edits: side == .ours ? edits.1 : edits.0, result: result, conflicts: conflicts,
                shape: shape)
            for change in side == .ours ? edits.0 : edits.1 {
                let fate: Fate =
                    if search.isInConflict(change.path) {
                        .contested
                    } else if toResult.contains(change) || search.finds(change) {
                        .kept
                    } else { .lost }
                all.append(Edit(side: side, change: change, fate: fate))
            }
        }
        self.edits = all
        self.conflicts = conflicts.count
    }

    /// The numbers of edits and a hash of all of them, in one line that stays the same.
    ///
    /// To be kept beside the result, computed again and compared.
    public var proof: String {
        var counts = MergeSide.allCases.map { side in
            "\(side)=\(edits.count { $0.side == side })"
        }
        for fate in [Fate.kept, .contested, .lost] {
            counts.append("\(fate)=\(edits.count { $0.fate == fate })")
        }
        let texts = edits.map { "\($0.side) \($0.fate) \(StableHash.text(of: $0.change))" }
        var hash = StableHash()
        for text in texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            hash.combine(text)
        }
        counts += ["conflicts=\(conflicts)", "edits=\(hash.hexadecimal)"]
        return counts.joined(separator: " ")
    }
}
