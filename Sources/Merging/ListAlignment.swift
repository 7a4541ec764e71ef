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
    private(set) var added: [Int]
    /// The positions before of the items that changed places with others.
    let moved: Set<Int>
    /// The positions before of the items that have another name after.
    private(set) var renamed: Set<Int>
    /// Whether items without a name that belong together may have different content.
    let pairsDiffer: Bool

    init(from before: [Value], to after: [Value], shape: Shape) {
        let rule = shape.listRule
        pairsDiffer = rule.hasOwnOrder && rule.identity != .value
        let names = NamedItems(before, after, rule)
        renamed = names.renamed
        var pairs = names.pairs
        var moved: Set<Int> = []
        if !names.isComplete || rule.hasOwnOrder && !Self.isGrowing(pairs) {
            // Both directions have to find the same pairs, else an inverse would be another diff. Of
            // several answers that are equally good the search takes the first it meets, so it
            // always goes from the lesser list to the greater one.
            let isSwapped = rule.hasOwnOrder && CanonicalValue.precedes(after, before)
            if isSwapped {
                let rest = (before: names.rest.after, after: names.rest.before)
                pairs = Self.turned(pairs)
                pairs += Self.unnamed(after, before, rest, shape, pairsDiffer)
            } else {
                pairs += Self.unnamed(before, after, names.rest, shape, pairsDiffer)
            }
            pairs.sort { $0.before < $1.before }
            var isMoved = Array(repeating: rule.hasOwnOrder, count: pairs.count)
            if rule.hasOwnOrder {
                for index in LongestChain.positions(in: pairs.map(\.after)) {
                    isMoved[index] = false
                }
            }
            if isSwapped { pairs = Self.turned(pairs) }
            for (index, pair) in pairs.enumerated() where isMoved[index] {
                moved.insert(pair.before)
            }
        }

        target = Array(repeating: nil, count: before.count)
        var isNew = Array(repeating: true, count: after.count)
        for pair in pairs {
            target[pair.before] = pair.after
            isNew[pair.after] = false
        }
        self.moved = moved
        added = isNew.indices.filter { isNew[$0] }
    }

    /// Takes an item that has another name for one that went and one that came.
    mutating func separate(_ position: Int) {
        guard renamed.remove(position) != nil, let other = target[position] else { return }
        target[position] = nil
        added.append(other)
        added.sort()
    }

    private static func isGrowing(_ pairs: [ItemPairing.Pair]) -> Bool {
        zip(pairs, pairs.dropFirst()).allSatisfy { $0.after < $1.after }
    }

    private static func turned(_ pairs: [ItemPairing.Pair]) -> [ItemPairing.Pair] {
        pairs.map { (before: $0.after, after: $0.before) }
    }

    /// Returns the pairs of items that only their content tells apart.
    private static func unnamed(
        _ first: [Value], _ second: [Value], _ rest: (before: [Int], after: [Int]),
        _ shape: Shape, _ inOrder: Bool
    ) -> [ItemPairing.Pair] {
        guard !rest.before.isEmpty, !rest.after.isEmpty else { return [] }
        let contents = (
            rest.before.map { CanonicalValue.of(first[$0], shape.itemShape) },
            rest.after.map { CanonicalValue.of(second[$0], shape.itemShape) }
        )
        let pairs: [ItemPairing.Pair]
        if inOrder {
            let found = ItemPairing.inOrder(contents.0, contents.1, isKin: shape.listRule.isKin)
            pairs = found.kept + found.moved
        } else {
            pairs = ItemPairing.byMembership(contents.0, contents.1)
        }
        return pairs.map { (rest.before[$0.before], rest.after[$0.after]) }
    }
}
