internal import RecordModel

/// The fields of a value that have no fields within them, in order.
struct FieldLeaves {
    private(set) var found: [(path: FieldPath, value: Value)] = []

    /// Adds those of a value.
    mutating func add(_ value: Value, at path: FieldPath, _ shape: Shape) {
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            for entry in mapping.entries {
                add(entry.value, at: path.appending(entry.key), shape.shape(ofKey: entry.key))
            }
        case .list(let items) where !items.isEmpty:
            let names = items.map { shape.listRule.name(of: $0) }
            var counts: [String: Int] = [:]
            for name in names { if let name { counts[name, default: 0] += 1 } }
            for (position, item) in items.enumerated() {
                // Of several items with one name none has it.
                let name = names[position].flatMap { counts[$0] == 1 ? $0 : nil }
                add(item, at: path.appending(name ?? String(position)), shape.itemShape)
            }
        default: found.append((path, value))
        }
    }
}
