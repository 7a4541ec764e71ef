internal import RecordModel

/// All that happens to the items of one list, carried out at once.
struct ListEdit {
    private var items: [Value?]
    /// What comes to stand at a place of its own: new items and items that move.
    private var placed: [(position: Int, item: Source)] = []
    private var stays: [Bool]
    /// Where the items stand by their content, made when an item has to be searched for.
    private var places: [Value: [Int]]?

    private enum Source {
        case new(Value)
        case moved(from: Int)
    }

    init(items: [Value]) {
        self.items = items
        stays = Array(repeating: true, count: items.count)
    }

    mutating func add(_ item: Value, at position: Int) { placed.append((position, .new(item))) }

    mutating func replace(at position: Int, with item: Value) { items[position] = item }

    mutating func remove(at position: Int) {
        items[position] = nil
        stays[position] = false
    }

    mutating func move(from position: Int, to target: Int) {
        stays[position] = false
        placed.append((target, .moved(from: position)))
    }

    /// The position of an item that a change takes away, nil where it is not there.
    ///
    /// Where the order means nothing, an item without a name is found wherever it stands.
    mutating func position(
        of item: Value?, likely position: Int?, isFixed: Bool, shape: Shape
    ) -> Int? {
        if let position, items[position] != nil, fits(items[position], item, shape) {
            return position
        }
        guard !isFixed, let item else { return nil }
        var places = self.places ?? Self.places(of: items, shape)
        defer { self.places = places }
        let content = CanonicalValue.of(item, shape)
        while let found = places[content]?.popLast() {
            if items[found] != nil { return found }
        }
        return nil
    }

    private static func places(of items: [Value?], _ shape: Shape) -> [Value: [Int]] {
        var places: [Value: [Int]] = [:]
        for (position, item) in items.enumerated().reversed() {
            guard let item else { continue }
            places[CanonicalValue.of(item, shape), default: []].append(position)
        }
        return places
    }

    /// The list after: what has a place stands there, the rest fills up in its old order.
    var result: [Value] {
        var rest = items.indices.filter { stays[$0] }.compactMap { items[$0] }[...]
        var result: [Value] = []
        for (position, source) in placed.sorted(by: { $0.position < $1.position }) {
            while result.count < position, let item = rest.popFirst() { result.append(item) }
            switch source {
            case .new(let item): result.append(item)
            case .moved(let from): if let item = items[from] { result.append(item) }
            }
        }
        return result + rest
    }
}
