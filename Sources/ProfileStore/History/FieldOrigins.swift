internal import Merging
internal import RecordModel

/// Where the fields of one version of a section were in the version before it.
///
/// The way there follows entries that were reordered, by their names, and entries that were
/// renamed, as the diff recognises them.
struct FieldOrigins {
    private let after: Value
    private let before: Value
    private let shape: Shape
    private let changes: Node

    /// What the diff from the later value to the earlier one says of one place.
    private final class Node {
        var children: [String: Node] = [:]
        /// The earlier value of a field that was replaced.
        var replacement: Value?
        /// Whether the earlier value does not have the field or item.
        var isGone = false
        /// The positions of items of the list here that the earlier one does not have.
        var removed: Set<Int> = []
        /// The positions of items in the earlier list that the later one does not have.
        var added: Set<Int> = []
        /// The positions of items in the earlier list, by their positions here.
        var moves: [Int: Int] = [:]
    }

    /// Compares a section, or parts of one, with what it was before.
    init(of after: Value, before: Value, shape: Shape) {
        self.after = after
        self.before = before
        self.shape = shape
        changes = Node()
        for change in Diff(from: after, to: before, shape: shape).changes {
            var node = changes
            for step in change.path.steps.dropLast() { node = Self.child(step, of: node) }
            guard let step = change.path.steps.last else {
                node.replacement = change.after
                node.isGone = true
                continue
            }
            switch change.kind {
            case .add: if let position = change.position { node.added.insert(position) }
            case .remove:
                if let position = change.position { node.removed.insert(position) }
                Self.child(step, of: node).isGone = true
            case .replace: Self.child(step, of: node).replacement = change.after
            case .move:
                if let from = change.before?.number?.integer,
                    let to = change.after?.number?.integer
                {
                    node.moves[from] = to
                }
            }
        }
    }

    private static func child(_ step: String, of node: Node) -> Node {
        if let found = node.children[step] { return found }
        let made = Node()
        node.children[step] = made
        return made
    }

    /// Returns where a field was; nil where there was none, or another value stood in its place
    /// or around it.
    ///
    /// The value of the field itself may have been another one.
    func origin(of path: FieldPath) -> FieldPath? {
        var origin = FieldPath.root
        var node: Node? = changes
        var (after, before): (Value?, Value?) = (self.after, self.before)
        var shape = shape
        for (depth, step) in path.steps.enumerated() {
            guard node?.isGone != true, depth == 0 || node?.replacement == nil else { return nil }
            switch (after, before) {
            case (.mapping(let mapping), .mapping(let old)):
                guard old[step] != nil else { return nil }
                origin.steps.append(step)
                (after, before) = (mapping[step], old[step])
                shape = shape.shape(ofKey: step)
                node = node?.children[step]
            case (.list(let items), .list(let old)):
                guard let position = shape.listRule.position(of: step, in: items) else {
                    return nil
                }
                let inner = node?.children[step]
                guard inner?.isGone != true,
                    let place = place(
                        of: items[position], position, step, node: node, inner, items, old,
                        shape: shape)
                else { return nil }
                origin.steps.append(place.step)
                (after, before) = (items[position], old[place.position])
                shape = shape.itemShape
                node = inner
            default: return nil
            }
        }
        return node?.isGone == true ? nil : origin
    }

    /// Where an item was in the list before.
    private func place(
        of item: Value, _ position: Int, _ step: String, node: Node?, _ inner: Node?,
        _ items: [Value], _ old: [Value], shape: Shape
    ) -> (position: Int, step: String)? {
        let rule = shape.listRule
        if case .key(let key) = rule.identity, let name = rule.name(of: item), name == step {
            // An item with another name before is one that was renamed.
            let former = inner?.children[key]?.replacement?.string ?? name
            return rule.position(of: former, in: old).map { ($0, former) }
        }
        if !rule.hasOwnOrder {
            // Equal items belong together wherever they stand, the first with the first.
            let count = items[..<position].count { $0 == item }
            let found = old.indices.filter { old[$0] == item }.dropFirst(count).first
            return found.map { ($0, String($0)) }
        }
        let moves = node?.moves ?? [:]
        guard node?.removed.contains(position) != true else { return nil }
        var place = moves[position]
        if place == nil {
            let taken = (node?.added ?? []).union(moves.values)
            let rank = (0..<position).count {
                node?.removed.contains($0) != true && moves[$0] == nil
            }
            place = old.indices.filter { !taken.contains($0) }.dropFirst(rank).first
        }
        guard let place, old.indices.contains(place) else { return nil }
        return (place, String(place))
    }
}
