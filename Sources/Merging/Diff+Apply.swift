public import RecordModel

extension Diff {
    /// A place where a value is not the one that a diff was made for.
    public struct Mismatch: Error, Hashable, Sendable {
        /// The field or item that is not what the diff says it was.
        public let path: FieldPath
    }

    /// Returns the value after, given the value before.
    ///
    /// - Throws: The first place where the value differs from what the diff takes away or replaces;
    ///   nothing is written over that the diff does not know.
    public func applied(to value: Value) throws(Mismatch) -> Value {
        let tree = ChangeTree(changes)
        guard let result = try Application.field(tree, value, shape, at: .root) else {
            throw Mismatch(path: .root)
        }
        return result
    }
}

/// Carries changes out, each place at once.
private enum Application {
    /// Returns what a field becomes, nil where it is gone.
    static func field(
        _ tree: ChangeTree, _ value: Value?, _ shape: Shape, at path: FieldPath
    ) throws(Diff.Mismatch) -> Value? {
        if let change = tree.changes.first {
            guard fits(value, change.before, shape) else { throw Diff.Mismatch(path: path) }
            return change.after
        }
        guard tree.hasChildren, let value else { return value }
        return try inside(tree, value, shape, at: path)
    }

    /// Returns a value with the changes within it.
    private static func inside(
        _ tree: ChangeTree, _ value: Value, _ shape: Shape, at path: FieldPath
    ) throws(Diff.Mismatch) -> Value {
        switch value {
        case .mapping(let mapping):
            return .mapping(try fields(tree, of: mapping, shape, at: path))
        case .list(let items): return .list(try list(tree, of: items, shape, at: path))
        default: throw Diff.Mismatch(path: path)
        }
    }

    private static func fields(
        _ tree: ChangeTree, of mapping: Mapping, _ shape: Shape, at path: FieldPath
    ) throws(Diff.Mismatch) -> Mapping {
        var result = Mapping()
        for entry in mapping.entries {
            guard let inner = tree[entry.key] else {
                result.insert(entry.value, forNew: entry.key)
                continue
            }
            let value = try field(
                inner, entry.value, shape.shape(ofKey: entry.key), at: path.appending(entry.key))
            if let value { result.insert(value, forNew: entry.key) }
        }
        for key in tree.steps where mapping.position(of: key) == nil {
            guard let inner = tree[key] else { continue }
            let value = try field(inner, nil, shape.shape(ofKey: key), at: path.appending(key))
            if let value { result.insert(value, forNew: key) }
        }
        return result
    }

    private static func list(
        _ tree: ChangeTree, of items: [Value], _ shape: Shape, at path: FieldPath
    ) throws(Diff.Mismatch) -> [Value] {
        let steps = ItemSteps(of: items, shape.listRule)
        var edit = ListEdit(items: items)
        for step in tree.steps {
            guard let inner = tree[step] else { continue }
            let place = path.appending(step)
            let position = steps.position(of: step)
            for change in inner.changes {
                switch (change.kind, position) {
                case (.add, _):
                    // A second entry of a name would hide the first one.
                    guard let item = change.after, inner.isRenamed || !isTaken(step, steps) else {
                        throw Diff.Mismatch(path: place)
                    }
                    edit.add(item, at: change.position ?? items.count)
                case (.remove, _):
                    guard
                        let found = edit.position(
                            of: change.before, likely: position,
                            isFixed: shape.listRule.hasOwnOrder || isName(step),
                            shape: shape.itemShape)
                    else { throw Diff.Mismatch(path: place) }
                    edit.remove(at: found)
                case (.move, let position?):
                    edit.move(from: position, to: change.places?.after ?? position)
                case (.replace, let position?)
                where fits(items[position], change.before, shape.itemShape):
                    if let item = change.after { edit.replace(at: position, with: item) }
                default: throw Diff.Mismatch(path: place)
                }
            }
            guard inner.hasChildren else { continue }
            guard let position else { throw Diff.Mismatch(path: place) }
            let item = try inside(inner, items[position], shape.itemShape, at: place)
            edit.replace(at: position, with: item)
        }
        return edit.result
    }

    private static func isName(_ step: String) -> Bool { ItemSteps.number(step) == nil }

    private static func isTaken(_ step: String, _ steps: ItemSteps) -> Bool {
        isName(step) && steps.position(of: step) != nil
    }
}

/// Tells whether a value is the one that a change speaks of, up to order that does not count.
func fits(_ value: Value?, _ expected: Value?, _ shape: Shape) -> Bool {
    guard value != expected else { return true }
    guard let value, let expected else { return false }
    return CanonicalValue.of(value, shape) == CanonicalValue.of(expected, shape)
}
