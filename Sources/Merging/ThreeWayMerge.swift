internal import RecordModel

/// Walks three values side by side.
struct ThreeWayMerge {
    /// What becomes of one field or item.
    enum Outcome {
        /// What ours has, as it stands.
        case ours
        /// Another value, nil where it is gone.
        case other(Value?)

        func value(orOurs ours: Value?) -> Value? {
            switch self {
            case .ours: ours
            case .other(let value): value
            }
        }
    }

    private(set) var conflicts: [Conflict] = []
    /// The way to the values that are being merged, named in the base.
    private var path = FieldPath.root

    mutating func merge(
        _ base: Value?, _ ours: Value?, _ theirs: Value?, _ shape: Shape
    ) -> Outcome {
        switch (base, ours, theirs) {
        case (nil, .mapping(let ours)?, .mapping(let theirs)?):
            return merge(Mapping(), ours, theirs, shape)
        case (.mapping(let base)?, .mapping(let ours)?, .mapping(let theirs)?):
            return merge(base, ours, theirs, shape)
        case (nil, .list(let ours)?, .list(let theirs)?): return merge([], ours, theirs, shape)
        case (.list(let base)?, .list(let ours)?, .list(let theirs)?):
            return merge(base, ours, theirs, shape)
        default: return decide(base, ours, theirs, shape)
        }
    }

    /// Merges what has no parts.
    private mutating func decide(
        _ base: Value?, _ ours: Value?, _ theirs: Value?, _ shape: Shape
    ) -> Outcome {
        if fits(theirs, base, shape) || fits(ours, theirs, shape) { return .ours }
        if fits(ours, base, shape) { return .other(theirs) }
        if shape == .prose, case .string(let base)? = base, case .string(let ours)? = ours,
            case .string(let theirs)? = theirs
        {
            if let text = ProseMerge.merge(base: base, ours: ours, theirs: theirs) {
                return .other(.string(text))
            }
            note(.sameWords, .string(base), .string(ours), .string(theirs))
            return .ours
        }
        let reason: Conflict.Reason =
            if base == nil { .addedDifferently } else if ours == nil || theirs == nil {
                .removedAndChanged
            } else { .changedDifferently }
        note(reason, base, ours, theirs)
        return .ours
    }

    private mutating func merge(
        _ base: Mapping, _ ours: Mapping, _ theirs: Mapping, _ shape: Shape
    ) -> Outcome {
        // Most fields are the same on both sides, so ours is only copied when something comes in.
        var result: Mapping?
        for (index, entry) in ours.entries.enumerated() {
            let outcome = merge(
                field: entry.key, base.value(of: entry.key, near: index), entry.value,
                theirs.value(of: entry.key, near: index), shape)
            guard case .other(let value) = outcome else { continue }
            result = result ?? ours
            result?[entry.key] = value
        }
        for (index, entry) in theirs.entries.enumerated()
        where ours.value(of: entry.key, near: index) == nil {
            let outcome = merge(
                field: entry.key, base.value(of: entry.key, near: index), nil, entry.value, shape)
            guard case .other(let value?) = outcome else { continue }
            result = result ?? ours
            result?[entry.key] = value
        }
        return result.map { .other(.mapping($0)) } ?? .ours
    }

    private mutating func merge(
        field key: String, _ base: Value?, _ ours: Value?, _ theirs: Value?, _ shape: Shape
    ) -> Outcome {
        path.steps.append(key)
        defer { path.steps.removeLast() }
        return merge(base, ours, theirs, shape.shape(ofKey: key))
    }

    private mutating func merge(
        _ base: [Value], _ ours: [Value], _ theirs: [Value], _ shape: Shape
    ) -> Outcome {
        if theirs == base || ours == theirs { return .ours }
        if ours == base { return .other(.list(theirs)) }
        let items = MergedItems(base: base, ours: ours, theirs: theirs, shape: shape)
        let conflictsBefore = conflicts.count
        var values: [Value?] = []
        var isOurs = true
        for node in items.nodes {
            let outcome = merge(node, base, ours, theirs, shape, items)
            let value = outcome.value(orOurs: node.ours.map { ours[$0] })
            if case .other = outcome, node.ours != nil { isOurs = false }
            values.append(value)
        }
        guard let order = items.order(ofThose: { values[$0] != nil }, in: (ours, theirs), shape)
        else {
            // Which items stand where is one question; the answer brings the items with it.
            conflicts.removeLast(conflicts.count - conflictsBefore)
            note(.orderedDifferently, .list(base), .list(ours), .list(theirs))
            return .ours
        }
        if isOurs, order.count == ours.count,
            order.indices.allSatisfy({ items.nodes[order[$0]].ours == $0 })
        {
            return .ours
        }
        return .other(.list(order.compactMap { values[$0] }))
    }

    private mutating func merge(
        _ node: MergedItems.Node, _ base: [Value], _ ours: [Value], _ theirs: [Value],
        _ shape: Shape, _ items: MergedItems
    ) -> Outcome {
        guard let step = node.step else {
            // Items that only their content tells apart are the same where they are paired.
            let isGone = node.base != nil && (node.ours == nil || node.theirs == nil)
            if node.ours != nil, !isGone { return .ours }
            return .other(isGone ? nil : node.theirs.map { theirs[$0] })
        }
        path.steps.append(step)
        defer { path.steps.removeLast() }
        return merge(
            node.base.map { base[$0] }, node.ours.map { ours[$0] },
            node.theirs.map { theirs[$0] }, shape.itemShape)
    }

    private mutating func note(
        _ reason: Conflict.Reason, _ base: Value?, _ ours: Value?, _ theirs: Value?
    ) {
        conflicts.append(
            Conflict(path: path, base: base, ours: ours, theirs: theirs, reason: reason))
    }
}

extension Mapping {
    /// The value of a key that probably stands near a position, as it did in another version.
    func value(of key: String, near position: Int) -> Value? {
        guard position < count, entries[position].key == key else { return self[key] }
        return entries[position].value
    }
}
