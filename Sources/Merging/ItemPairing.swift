/// Which items of two lists belong together when they have no names.
///
/// Works on positions in whatever can be compared, in n log n steps for lists of any content.
enum ItemPairing {
    /// An item of the list before and what became of it.
    typealias Pair = (before: Int, after: Int)

    /// Pairs equal items wherever they stand; of several equal ones the first with the first.
    static func byMembership<Item: Hashable>(_ before: [Item], _ after: [Item]) -> [Pair] {
        var places: [Item: [Int]] = [:]
        for (position, item) in after.enumerated().reversed() {
            places[item, default: []].append(position)
        }
        var pairs: [Pair] = []
        for (position, item) in before.enumerated() {
            if let place = places[item]?.popLast() { pairs.append((position, place)) }
        }
        return pairs
    }

    /// The pairs of two lists whose order counts.
    struct OrderedPairs {
        /// What keeps its order, in that order.
        var kept: [Pair] = []
        /// Equal items that others have passed by.
        var moved: [Pair] = []
    }

    /// How many comparisons it may take to find out which items of two stretches are akin.
    private static let kinLimit = 10_000

    /// Pairs equal items, and between those that keep their order what is akin or, where as many
    /// came as went, what stands at the same place.
    ///
    /// Where no item occurs twice, the equal ones are a longest common subsequence.
    static func inOrder<Item: Hashable>(
        _ before: [Item], _ after: [Item], isKin: ((Item, Item) -> Bool)? = nil
    ) -> OrderedPairs {
        var start = 0
        let shorter = min(before.count, after.count)
        while start < shorter, before[start] == after[start] { start += 1 }
        var end = 0
        while end < shorter - start,
            before[before.count - 1 - end] == after[after.count - 1 - end]
        { end += 1 }
        let equal = byMembership(
            Array(before[start..<before.count - end]), Array(after[start..<after.count - end])
        ).map { (before: $0.before + start, after: $0.after + start) }
        var isChained = Array(repeating: false, count: equal.count)
        for index in LongestChain.positions(in: equal.map(\.after)) { isChained[index] = true }
        let moved = equal.indices.filter { !isChained[$0] }.map { equal[$0] }
        let limit: Pair = (before.count - end, after.count - end)
        let anchors = equal.indices.filter { isChained[$0] }.map { equal[$0] } + [limit]

        // What moved has its partner already, so it is no candidate for another one.
        let taken = (Set(moved.map(\.before)), Set(moved.map(\.after)))
        var result = OrderedPairs(kept: (0..<start).map { ($0, $0) }, moved: moved)
        var next: Pair = (start, start)
        for anchor in anchors {
            result.kept += between(
                (next.before..<anchor.before).filter { !taken.0.contains($0) },
                (next.after..<anchor.after).filter { !taken.1.contains($0) },
                isKin: isKin.map { isKin in { isKin(before[$0], after[$1]) } })
            if anchor != limit { result.kept.append(anchor) }
            next = (anchor.before + 1, anchor.after + 1)
        }
        for offset in (0..<end).reversed() {
            result.kept.append((before.count - 1 - offset, after.count - 1 - offset))
        }
        return result
    }

    /// Pairs items that differ, of two stretches that stand at the same place.
    private static func between(
        _ before: [Int], _ after: [Int], isKin: ((Int, Int) -> Bool)?
    ) -> [Pair] {
        guard !before.isEmpty, !after.isEmpty else { return [] }
        if let isKin, before.count * after.count <= kinLimit {
            let kin = longest(before, after, isKin)
            var pairs: [Pair] = []
            var next: Pair = (0, 0)
            for anchor in kin + [(before.count, after.count)] {
                pairs += between(
                    Array(before[next.before..<anchor.before]),
                    Array(after[next.after..<anchor.after]), isKin: nil)
                guard anchor.before < before.count else { break }
                pairs.append((before[anchor.before], after[anchor.after]))
                next = (anchor.before + 1, anchor.after + 1)
            }
            return pairs
        }
        // Where the numbers differ, nothing says which item became which.
        guard before.count == after.count else { return [] }
        return zip(before, after).map { ($0, $1) }
    }

    /// Returns a longest common subsequence of items that are akin, as offsets.
    private static func longest(
        _ before: [Int], _ after: [Int], _ isKin: (Int, Int) -> Bool
    ) -> [Pair] {
        var lengths = Array(
            repeating: Array(repeating: 0, count: after.count + 1), count: before.count + 1)
        var kin = Array(
            repeating: Array(repeating: false, count: after.count), count: before.count)
        for one in before.indices.reversed() {
            for two in after.indices.reversed() {
                kin[one][two] = isKin(before[one], after[two])
                lengths[one][two] = max(
                    lengths[one + 1][two], lengths[one][two + 1],
                    kin[one][two] ? lengths[one + 1][two + 1] + 1 : 0)
            }
        }
        var pairs: [Pair] = []
        var (one, two) = (0, 0)
        while one < before.count, two < after.count {
            if kin[one][two], lengths[one][two] == lengths[one + 1][two + 1] + 1 {
                pairs.append((one, two))
                (one, two) = (one + 1, two + 1)
            } else if lengths[one + 1][two] >= lengths[one][two + 1] {
                one += 1
            } else {
                two += 1
            }
        }
        return pairs
    }
}
