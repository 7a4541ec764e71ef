public import RecordModel

extension Value {
    /// The paths of all scalars within this value, in order.
    public var leafPaths: [FieldPath] {
        switch self {
        case .mapping(let mapping):
            mapping.entries.flatMap { entry in
                entry.value.leafPaths.map { FieldPath(steps: [entry.key]).appending($0) }
            }
        case .list(let items):
            items.enumerated().flatMap { position, item in
                item.leafPaths.map { FieldPath(steps: [String(position)]).appending($0) }
            }
        default: [.root]
        }
    }

    /// Returns the value with another one at a path whose steps all lead somewhere; nil takes the
    /// field or the item away.
    public func replacing(_ path: FieldPath, with value: Value?) -> Value {
        guard let step = path.steps.first else { return value ?? .null }
        let rest = FieldPath(steps: Array(path.steps.dropFirst()))
        switch self {
        case .mapping(var mapping):
            mapping[step] =
                rest.steps.isEmpty ? value : mapping[step]?.replacing(rest, with: value)
            return .mapping(mapping)
        case .list(var items):
            guard let position = Int(step) else { return self }
            if rest.steps.isEmpty, value == nil {
                items.remove(at: position)
            } else {
                items[position] = items[position].replacing(rest, with: value)
            }
            return .list(items)
        default: return self
        }
    }
}
