internal import RecordModel

/// Walks two values side by side and notes where they differ.
struct Comparison {
    private(set) var changes: [Change] = []
    /// The way to the values that are being compared, named in the value before.
    private var path = FieldPath.root

    init() {}

    mutating func compare(_ before: Value, _ after: Value, _ shape: Shape) {
        switch (before, after) {
        case (.mapping(let before), .mapping(let after)): compare(before, after, shape)
        case (.list(let before), .list(let after)): compare(before, after, shape)
        case _ where before != after: note(.replace, before: before, after: after)
        default: break
        }
    }

    private mutating func compare(_ before: Mapping, _ after: Mapping, _ shape: Shape) {
        for entry in before.entries {
            path.steps.append(entry.key)
            if let other = after[entry.key] {
                compare(entry.value, other, shape.shape(ofKey: entry.key))
            } else {
                note(.remove, before: entry.value, after: nil)
            }
            path.steps.removeLast()
        }
        for entry in after.entries where before.position(of: entry.key) == nil {
            note(.add, at: entry.key, before: nil, after: entry.value)
        }
    }

    private mutating func compare(_ before: [Value], _ after: [Value], _ shape: Shape) {
        guard before != after else { return }
        let alignment = ListAlignment(from: before, to: after, shape: shape)
        let steps = ItemSteps(of: before, shape.listRule)
        for (position, item) in before.enumerated() {
            guard let target = alignment.target[position] else {
                note(.remove, at: steps[position], before: item, after: nil, position: position)
                continue
            }
            if alignment.moved.contains(position) {
                note(
                    .move, at: steps[position], before: .number(Number(position)),
                    after: .number(Number(target)))
            }
            // Items that only their content tells apart are the same where they are paired.
            guard alignment.pairsDiffer || steps.isNamed(position) else { continue }
            path.steps.append(steps[position])
            let start = changes.count
            compare(item, after[target], shape.itemShape)
            if alignment.renamed.contains(position) { markRename(from: start, shape.listRule) }
            path.steps.removeLast()
        }
        guard !alignment.added.isEmpty else { return }
        let afterSteps = ItemSteps(of: after, shape.listRule)
        for position in alignment.added {
            note(
                .add, at: afterSteps[position], before: nil, after: after[position],
                position: position)
        }
    }

    /// Marks the change of the name among those of the item that was compared last.
    private mutating func markRename(from start: Int, _ rule: ListRule) {
        guard case .key(let key) = rule.identity else { return }
        let place = path.appending(key)
        guard let index = changes[start...].firstIndex(where: { $0.path == place }) else { return }
        changes[index] = Change(
            changes[index].kind, at: place, before: changes[index].before,
            after: changes[index].after, isRename: true)
    }

    private mutating func note(
        _ kind: Change.Kind, at step: String? = nil, before: Value?, after: Value?,
        position: Int? = nil
    ) {
        changes.append(
            Change(
                kind, at: step.map(path.appending) ?? path, before: before, after: after,
                position: position))
    }
}
