internal import RecordModel

/// One form for all values that differ only in what does not count: the order of lists that have
/// none of their own.
enum CanonicalValue {
    /// Returns the value with such lists sorted.
    static func of(_ value: Value, _ shape: Shape) -> Value {
        switch value {
        case .list(let items):
            let inner = items.map { of($0, shape.itemShape) }
            return .list(shape.listRule.hasOwnOrder ? inner : inner.sorted { compare($0, $1) < 0 })
        case .mapping(let mapping):
            var result = Mapping()
            for entry in mapping.entries {
                result[entry.key] = of(entry.value, shape.shape(ofKey: entry.key))
            }
            return .mapping(result)
        default: return value
        }
    }

    /// Tells whether one list comes before another in an order that means nothing but is total.
    static func precedes(_ first: [Value], _ second: [Value]) -> Bool {
        compare(.list(first), .list(second)) < 0
    }

    /// Returns a number below, at or above zero; zero exactly for equal values.
    private static func compare(_ first: Value, _ second: Value) -> Int {
        switch (first, second) {
        case (.bool(let one), .bool(let other)): return order(one ? 1 : 0, other ? 1 : 0)
        case (.number(let one), .number(let other)): return order(one, other)
        case (.string(let one), .string(let other)):
            // Texts that look alike may still be different ones.
            return one.utf8.elementsEqual(other.utf8)
                ? 0 : one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
        case (.list(let one), .list(let other)):
            guard one.count == other.count else { return order(one.count, other.count) }
            for (mine, yours) in zip(one, other) {
                let result = compare(mine, yours)
                if result != 0 { return result }
            }
            return 0
        case (.mapping(let one), .mapping(let other)):
            guard one.count == other.count else { return order(one.count, other.count) }
            for (mine, yours) in zip(sorted(one), sorted(other)) {
                let result =
                    mine.key == yours.key
                    ? compare(mine.value, yours.value) : order(mine.key, yours.key)
                if result != 0 { return result }
            }
            return 0
        default: return order(rank(first), rank(second))
        }
    }

    private static func sorted(_ mapping: Mapping) -> [Mapping.Entry] {
        mapping.entries.sorted { $0.key < $1.key }
    }

    private static func order<Item: Comparable>(_ first: Item, _ second: Item) -> Int {
        first == second ? 0 : first < second ? -1 : 1
    }

    private static func rank(_ value: Value) -> Int {
        switch value {
        case .null: 0
        case .bool: 1
        case .number: 2
        case .string: 3
        case .list: 4
        case .mapping: 5
        }
    }
}
