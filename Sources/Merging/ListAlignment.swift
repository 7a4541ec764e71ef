internal import RecordModel

/// Which item of one list became which item of another.
///
/// Items with a name belong together by it. The others do so by their content: those that are
/// equal wherever they stand, and where the order counts also those that differ, if they are akin
/// or stand at the same place between equal ones.
struct ListAlignment {
    /// For each item before its position after, nil where it is gone.
    private(set) var target: [Int?]
    /// The positions of the items that are new, in the list after.
    let added: [Int]
    /// The positions before of the items that changed places with others.
    let moved: Set<Int>
    /// Whether items without a name that belong together may have different content.
    let pairsDiffer: Bool

    init(from before: [Value], to after: [Value], shape: Shape) {
        let rule = shape.listRule
        pairsDiffer = rule.hasOwnOrder && rule.identity != .value
        // Both directions have to find the same pairs, else an inverse would be another diff. Of
        // several answers that are equally good the search takes the first it meets, so it always
        // goes from the lesser list to the greater one.
        let isSwapped = rule.hasOwnOrder && CanonicalValue.precedes(after, before)
        let (first, second) = isSwapped ? (after, before) : (before, after)
        var pairs = Self.pairs(first, second, shape, inOrder: pairsDiffer)
        let stays =
            rule.hasOwnOrder
            ? LongestChain.positions(in: pairs.map(\.after)) : Array(pairs.indices)
        var isMoved = Array(repeating: true, count: pairs.count)
        for index in stays { isMoved[index] = false }
        if isSwapped { pairs = pairs.map { (before: $0.after, after: $0.before) } }

        target = Array(repeating: nil, count: before.count)
        var isNew = Array(repeating: true, count: after.count)
        var moved: Set<Int> = []
        for (index, pair) in pairs.enumerated() {
            target[pair.before] = pair.after
            isNew[pair.after] = false
            if isMoved[index] { moved.insert(pair.before) }
        }
        self.moved = moved
        added = isNew.indices.filter { isNew[$0] }
    }

    /// Returns the items that belong together, in the order of the first list.
    private static func pairs(
        _ first: [Value], _ second: [Value], _ shape: Shape, inOrder: Bool
    ) -> [ItemPairing.Pair] {
        let steps = (ItemSteps(of: first, shape.listRule), ItemSteps(of: second, shape.listRule))
        var named: [ItemPairing.Pair] = []
        for position in first.indices {
            guard let name = steps.0.name(position), let other = steps.1.position(ofName: name)
            else { continue }
            named.append((position, other))
        }
        // Without an order an entry that is there twice has no name; it may have had one before.
        let isNameless = { (name: String?, others: ItemSteps) in
            guard let name else { return true }
            return !shape.listRule.hasOwnOrder && others.position(ofName: name) == nil
        }
        let rest = (
            first.indices.filter { isNameless(steps.0.name($0), steps.1) },
            second.indices.filter { isNameless(steps.1.name($0), steps.0) }
        )
        guard !rest.0.isEmpty, !rest.1.isEmpty else { return named }
        let contents = (
            rest.0.map { CanonicalValue.of(first[$0], shape.itemShape) },
            rest.1.map { CanonicalValue.of(second[$0], shape.itemShape) }
        )
        let unnamed: [ItemPairing.Pair]
        if inOrder {
            let rule = shape.listRule
            let pairs = ItemPairing.inOrder(contents.0, contents.1, isKin: rule.isKin)
            unnamed = pairs.kept + pairs.moved
        } else {
            unnamed = ItemPairing.byMembership(contents.0, contents.1)
        }
        return (named + unnamed.map { (rest.0[$0.before], rest.1[$0.after]) })
            .sorted { $0.before < $1.before }
    }
}
