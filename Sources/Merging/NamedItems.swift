internal import RecordModel

/// The items of two lists that belong together by their names, and what is left.
struct NamedItems {
    /// The items of one name, in the order of the list before.
    private(set) var pairs: [ItemPairing.Pair] = []
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
}
