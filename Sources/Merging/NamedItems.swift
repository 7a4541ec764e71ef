internal import RecordModel

/// The items of two lists that belong together by their names, and what is left.
struct NamedItems {
    /// The items of one name, in the order of the list before.
    private(set) var pairs: [ItemPairing.Pair] = []
    /// The positions before of the items that have another name after.
    private(set) var renamed: Set<Int> = []
    /// The positions of the items that only their content can tell apart.
    private(set) var rest: (before: [Int], after: [Int]) = ([], [])

    /// Tells whether no two items are left that could belong together.
    var isComplete: Bool { rest.before.isEmpty || rest.after.isEmpty }

    init(_ before: [Value], _ after: [Value], _ rule: ListRule) {
        guard case .key = rule.identity else {
            rest = (Array(before.indices), Array(after.indices))
            return
        }
        let steps = (ItemSteps(of: before, rule), ItemSteps(of: after, rule))
        for position in before.indices {
            guard let name = steps.0.name(position), let other = steps.1.position(ofName: name)
            else { continue }
            pairs.append((position, other))
        }
        if !rule.recognise.isEmpty { recognise(before, after, steps, rule) }
        // Without an order an entry that is there twice has no name; it may have had one before.
        let isNameless = { (name: String?, others: ItemSteps) in
            guard let name else { return true }
            return !rule.hasOwnOrder && others.position(ofName: name) == nil
        }
        rest = (
            before.indices.filter { isNameless(steps.0.name($0), steps.1) },
            after.indices.filter { isNameless(steps.1.name($0), steps.0) }
        )
    }

    /// Pairs the items whose names are on one side only, where what they hold says which became
    /// which.
    ///
    /// What two items hold alike says nothing, so it has to be the only one on both sides.
    private mutating func recognise(
        _ before: [Value], _ after: [Value], _ steps: (ItemSteps, ItemSteps), _ rule: ListRule
    ) {
        // A name that an item of the other list has by itself need not be looked for further.
        func isMissing(_ name: String?, in others: ItemSteps) -> Bool {
            name.map { others.position(ofName: $0) == nil } ?? false
        }
        var gone = before.indices.filter { isMissing(steps.0.name($0), in: steps.1) }
        var new = after.indices.filter { isMissing(steps.1.name($0), in: steps.0) }
        guard !gone.isEmpty, !new.isEmpty else { return }
        let names = (Set(before.compactMap(rule.name)), Set(after.compactMap(rule.name)))
        gone.removeAll { position in steps.0.name(position).map(names.1.contains) ?? false }
        new.removeAll { position in steps.1.name(position).map(names.0.contains) ?? false }
        for keys in rule.recognise {
            guard !gone.isEmpty, !new.isEmpty else { break }
            let places = (Self.places(gone, before, keys), Self.places(new, after, keys))
            for (content, positions) in places.0 {
                guard positions.count == 1, let found = places.1[content], found.count == 1
                else { continue }
                pairs.append((positions[0], found[0]))
                renamed.insert(positions[0])
            }
            let taken = Set(pairs.map(\.after))
            gone.removeAll { renamed.contains($0) }
            new.removeAll { taken.contains($0) }
        }
        if !renamed.isEmpty { pairs.sort { $0.before < $1.before } }
    }

    /// Returns where the items stand, by the values of some keys that they all have.
    private static func places(
        _ positions: [Int], _ items: [Value], _ keys: [String]
    ) -> [[Value]: [Int]] {
        var places: [[Value]: [Int]] = [:]
        for position in positions {
            let values = keys.compactMap { items[position][$0] }
            guard values.count == keys.count, !values.contains(.null) else { continue }
            places[values, default: []].append(position)
        }
        return places
    }
}
