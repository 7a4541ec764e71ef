internal import RecordModel

/// Which items of a list or entries of a mapping some schema has looked at: what `unevaluated…`
/// leaves alone.
struct Coverage {
    private(set) var marks: [Bool]

    /// Nothing of a value is covered yet.
    init(_ value: Value) {
        let count =
            switch value {
            case .list(let items): items.count
            case .mapping(let mapping): mapping.count
            default: 0
            }
        marks = Array(repeating: false, count: count)
    }

    mutating func mark(_ position: Int) { marks[position] = true }

    mutating func markAll() { for position in marks.indices { marks[position] = true } }

    mutating func merge(_ other: Coverage) {
        for position in marks.indices where other.marks[position] { marks[position] = true }
    }
}
