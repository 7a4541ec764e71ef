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

    /// Pairs equal items that keep their order, and between them what stands at the same place.
    ///
    /// Where no item occurs twice, the equal ones are a longest common subsequence.
    static func inOrder<Item: Hashable>(_ before: [Item], _ after: [Item]) -> [Pair] {
        var start = 0
        let shorter = min(before.count, after.count)
        while start < shorter, before[start] == after[start] { start += 1 }
        var end = 0
        while end < shorter - start,
            before[before.count - 1 - end] == after[after.count - 1 - end]
        { end += 1 }
        let equal = byMembership(
            Array(before[start..<before.count - end]), Array(after[start..<after.count - end]))
        let chain = LongestChain.positions(in: equal.map(\.after)).map { equal[$0] }
        let limit: Pair = (before.count - end, after.count - end)
        let anchors: [Pair] =
            chain.map { ($0.before + start, $0.after + start) } + [limit]

        var pairs: [Pair] = (0..<start).map { ($0, $0) }
        var next: Pair = (start, start)
        for anchor in anchors {
            let gap = min(anchor.before - next.before, anchor.after - next.after)
            for offset in 0..<gap { pairs.append((next.before + offset, next.after + offset)) }
            if anchor != limit { pairs.append(anchor) }
            next = (anchor.before + 1, anchor.after + 1)
        }
        for offset in (0..<end).reversed() {
            pairs.append((before.count - 1 - offset, after.count - 1 - offset))
        }
        return pairs
    }
}
