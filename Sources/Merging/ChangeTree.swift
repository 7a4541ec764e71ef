internal import RecordModel

/// The changes of a diff by the steps of their paths, so that all that happens at one place is
/// found together.
struct ChangeTree {
    /// The changes of this very field or item.
    private(set) var changes: [Change] = []
    /// The next steps, in the order of the changes.
    private(set) var steps: [String] = []
    private var children: [String: ChangeTree] = [:]

    init(_ changes: [Change]) {
        for change in changes { insert(change, change.path.steps[...]) }
    }

    private init() {}

    subscript(step: String) -> ChangeTree? { children[step] }

    /// Tells whether something changes within the field or item.
    var hasChildren: Bool { !steps.isEmpty }

    /// Tells whether the entry gets another name.
    var isRenamed: Bool { children.values.contains { $0.changes.first?.isRename ?? false } }

    private mutating func insert(_ change: Change, _ rest: ArraySlice<String>) {
        guard let step = rest.first else {
            changes.append(change)
            return
        }
        if children[step] == nil { steps.append(step) }
        children[step, default: ChangeTree()].insert(change, rest.dropFirst())
    }
}
