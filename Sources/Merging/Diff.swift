public import RecordModel

/// The changes that lead from one value to another.
///
/// The laws: `Diff(from: a, to: b).applied(to: a)` is `b`; a diff of equal values is empty; the
/// inverse of `Diff(from: a, to: b)` is `Diff(from: b, to: a)`. Where a list has no order of its
/// own they hold up to that order.
public struct Diff: Sendable {
    /// The changes, in the order in which a person meets them in the value before.
    public let changes: [Change]
    /// What the values look like: by which key items are named, which order counts.
    public let shape: Shape

    /// Compares two values of one shape.
    public init(from before: Value, to after: Value, shape: Shape) {
        var comparison = Comparison()
        comparison.compare(before, after, shape)
        self.init(changes: comparison.changes, shape: shape)
    }

    init(changes: [Change], shape: Shape) {
        self.changes = changes
        self.shape = shape
    }

    /// Tells whether the values are the same.
    public var isEmpty: Bool { changes.isEmpty }
}

extension Diff: Hashable {
    /// Tells whether two diffs say the same, in whatever order: changes hold at once.
    public static func == (first: Diff, second: Diff) -> Bool {
        first.changes.count == second.changes.count && first.shape == second.shape
            && Set(first.changes) == Set(second.changes)
    }

    /// Hashes the changes so that their order does not count.
    public func hash(into hasher: inout Hasher) { hasher.combine(Set(changes)) }
}
