/// The way from a record's root to a field.
///
/// Printed as a JSON Pointer (RFC 6901) in which the steps into a list are the ids of its items
/// where those have one: `/publications/fedimpro-2024/venue/name`. Such a path stays valid when
/// entries are reordered. Steps are kept as text; whether `7` is a key or a position is decided
/// against the value it is looked up in.
public struct FieldPath: Hashable, Sendable {
    /// The steps, from the root.
    public var steps: [String]

    /// The path of the root itself.
    public static let root = FieldPath(steps: [])

    /// Makes a path of steps.
    public init(steps: [String]) { self.steps = steps }

    /// Reads a JSON Pointer; nil where it neither is empty nor begins with `/`, or where a `~` is
    /// not followed by `0` or `1`.
    public init?(parsing text: String) {
        guard !text.isEmpty else {
            self = .root
            return
        }
        guard text.first == "/" else { return nil }
        var steps: [String] = []
        for raw in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            var step = ""
            var characters = raw.unicodeScalars.makeIterator()
            while let next = characters.next() {
                guard next == "~" else {
                    step.unicodeScalars.append(next)
                    continue
                }
                switch characters.next() {
                case "0": step.append("~")
                case "1": step.append("/")
                default: return nil
                }
            }
            steps.append(step)
        }
        self.steps = steps
    }

    /// Returns the path with one more step at its end.
    public func appending(_ step: String) -> FieldPath {
        var longer: [String] = []
        longer.reserveCapacity(steps.count + 1)
        longer += steps
        longer.append(step)
        return FieldPath(steps: longer)
    }

    /// Returns the path with the steps of another one at its end.
    public func appending(_ path: FieldPath) -> FieldPath {
        FieldPath(steps: steps + path.steps)
    }

    /// The path without its last step, nil for the root.
    public var parent: FieldPath? { steps.isEmpty ? nil : FieldPath(steps: steps.dropLast()) }

    /// Tells whether this path is another one or leads to something within it.
    public func isInside(_ other: FieldPath) -> Bool { steps.starts(with: other.steps) }
}

extension FieldPath: CustomStringConvertible {
    /// The JSON Pointer; the root is the empty text.
    public var description: String {
        var text = ""
        for step in steps {
            text += "/"
            // Steps are ids and keys, which hardly ever need an escape.
            guard step.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else {
                text += step
                continue
            }
            for scalar in step.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}

extension Value {
    /// The value at a field path, nil where a step leads nowhere.
    ///
    /// The shape says by which key the items of a list are named.
    public func value(at path: FieldPath, shape: Shape = .any) -> Value? {
        var (current, shape) = (self, shape)
        for step in path.steps {
            switch current {
            case .mapping(let mapping):
                guard let next = mapping[step] else { return nil }
                (current, shape) = (next, shape.shape(ofKey: step))
            case .list(let items):
                guard let position = shape.listRule.position(of: step, in: items) else {
                    return nil
                }
                (current, shape) = (items[position], shape.itemShape)
            default: return nil
            }
        }
        return current
    }

    /// Returns a copy in which the field at a path has a value, or is gone if the value is nil.
    ///
    /// Mappings on the way that are missing are made; an item with a new name goes to the end of
    /// its list. The result is nil where the path leads through a scalar or past a list's end.
    public func setting(_ path: FieldPath, to value: Value?, shape: Shape = .any) -> Value? {
        guard let step = path.steps.first else { return value }
        let rest = FieldPath(steps: Array(path.steps.dropFirst()))
        switch self {
        case .mapping(var mapping):
            guard value != nil || mapping[step] != nil else { return self }
            let inner = mapping[step] ?? .mapping(Mapping())
            let next = inner.setting(rest, to: value, shape: shape.shape(ofKey: step))
            guard next != nil || rest.steps.isEmpty else { return nil }
            mapping[step] = next
            return .mapping(mapping)
        case .list(var items):
            if let position = shape.listRule.position(of: step, in: items) {
                guard !rest.steps.isEmpty || value != nil else {
                    items.remove(at: position)
                    return .list(items)
                }
                let next = items[position].setting(rest, to: value, shape: shape.itemShape)
                guard let next else { return nil }
                items[position] = next
                return .list(items)
            }
            guard let value else { return self }
            let isNew = shape.listRule.name(of: value) == step || Int(step) == items.count
            guard rest.steps.isEmpty, isNew else { return nil }
            return .list(items + [value])
        default: return nil
        }
    }
}

extension FieldPath {
    /// Returns the path with the steps into lists written as the names of the items, where the
    /// items have some.
    public func named(in value: Value, shape: Shape) -> FieldPath {
        var result = FieldPath.root
        var (current, shape): (Value?, Shape) = (value, shape)
        for step in steps {
            switch current {
            case .list(let items):
                let item = shape.listRule.position(of: step, in: items).map { items[$0] }
                let name = item.flatMap { shape.listRule.name(of: $0) }
                // Of two items with one name only the first one can be named.
                let isFirst =
                    name.flatMap { shape.listRule.position(of: $0, in: items) }
                    == shape.listRule.position(of: step, in: items)
                result.steps.append(isFirst ? name ?? step : step)
                (current, shape) = (item, shape.itemShape)
            default:
                result.steps.append(step)
                (current, shape) = (current?[step], shape.shape(ofKey: step))
            }
        }
        return result
    }
}
