internal import Merging
internal import RecordModel

/// One line of a diff as people read it.
///
/// A diff has a change for each field and each item. What is new or gone as a whole is told field
/// by field and entry by entry; many changes of one list without names are told at once.
struct DiffLine {
    /// What happened.
    enum Event {
        case added(Value)
        case removed(Value)
        case replaced(Value, by: Value)
        case moved(from: Int, to: Int)
        /// Several changes of a list whose items have no names, and the fields they are about.
        case list(before: [Value], after: [Value], fields: [String], items: Int)
    }

    let path: FieldPath
    let event: Event

    /// As many changes of one list without names are told one by one.
    private static let listLimit = 3

    /// Returns the lines of a profile's changes, in their order.
    static func lines(of profile: ProfileDiff) -> [DiffLine] {
        let shape = profile.diff.shape
        var groups: [FieldPath: [Change]] = [:]
        for change in profile.diff.changes {
            if let list = listPath(of: change.path, shape) {
                groups[list, default: []].append(change)
            }
        }
        var lines: [DiffLine] = []
        var told: Set<FieldPath> = []
        for change in profile.diff.changes {
            guard let list = listPath(of: change.path, shape),
                let group = groups[list], group.count > listLimit
            else {
                lines += Self.lines(of: change, shape)
                continue
            }
            guard told.insert(list).inserted else { continue }
            var fields: [String] = []
            var items: Set<String> = []
            for change in group {
                let steps = change.path.steps.dropFirst(list.steps.count + 1)
                if let field = steps.first, !fields.contains(field) { fields.append(field) }
                items.insert(change.path.steps[list.steps.count])
            }
            lines.append(
                DiffLine(
                    path: list,
                    event: .list(
                        before: Self.items(of: profile.before, list, shape),
                        after: Self.items(of: profile.after, list, shape), fields: fields,
                        items: items.count)))
        }
        return lines
    }

    private static func items(of record: Record?, _ path: FieldPath, _ shape: Shape) -> [Value] {
        record?.value.value(at: path, shape: shape)?.list ?? []
    }

    /// The outermost list within a section whose items a path tells by their positions.
    private static func listPath(of path: FieldPath, _ shape: Shape) -> FieldPath? {
        var shape = shape
        for (index, step) in path.steps.enumerated() {
            if case .list(let item, let rule) = shape {
                if index > 1, rule.identity == .position {
                    return FieldPath(steps: Array(path.steps[..<index]))
                }
                shape = item
            } else {
                shape = shape.shape(ofKey: step)
            }
        }
        return nil
    }

    private static func lines(of change: Change, _ shape: Shape) -> [DiffLine] {
        let (before, after) = (change.before ?? .null, change.after ?? .null)
        switch change.kind {
        case .add: return parts(of: after, at: change.path, shape) { .added($0) }
        case .remove: return parts(of: before, at: change.path, shape) { .removed($0) }
        case .replace: return [DiffLine(path: change.path, event: .replaced(before, by: after))]
        case .move:
            let places = (before.number?.integer ?? 0, after.number?.integer ?? 0)
            return [DiffLine(path: change.path, event: .moved(from: places.0, to: places.1))]
        }
    }

    /// A whole section as its fields or its entries; anything smaller as it is.
    private static func parts(
        of value: Value, at path: FieldPath, _ shape: Shape, _ event: (Value) -> Event
    ) -> [DiffLine] {
        let whole = [DiffLine(path: path, event: event(value))]
        guard path.steps.count == 1 else { return whole }
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            return mapping.entries.map {
                DiffLine(path: path.appending($0.key), event: event($0.value))
            }
        case .list(let items) where !items.isEmpty:
            let rule = shape.shape(ofKey: path.steps[0]).listRule
            return items.enumerated().map { index, item in
                DiffLine(
                    path: path.appending(rule.name(of: item) ?? String(index)), event: event(item))
            }
        default: return whole
        }
    }
}
