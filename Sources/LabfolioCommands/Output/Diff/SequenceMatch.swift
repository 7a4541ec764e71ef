/// Which items of two sequences stay in place, so that the others are what changed.
///
/// The shortest edit is searched for first (Myers' greedy algorithm); texts that have little in
/// common would take it too long, and are matched by what occurs once in both.
enum SequenceMatch {
    /// An item before and the same item after.
    typealias Pair = (before: Int, after: Int)

    /// The most items that may come and go before the shortest edit is given up.
    private static let editLimit = 600

    /// Returns the items that stay, in order.
    static func pairs<Item: Hashable>(_ before: [Item], _ after: [Item]) -> [Pair] {
        pairs(before[...], after[...], isLast: false)
    }

    private static func pairs<Item: Hashable>(
        _ before: ArraySlice<Item>, _ after: ArraySlice<Item>, isLast: Bool
    ) -> [Pair] {
        var (old, new) = (before, after)
        var (head, tail): ([Pair], [Pair]) = ([], [])
        while let one = old.first, one == new.first {
            head.append((old.startIndex, new.startIndex))
            old.removeFirst()
            new.removeFirst()
        }
        while let one = old.last, one == new.last {
            tail.append((old.endIndex - 1, new.endIndex - 1))
            old.removeLast()
            new.removeLast()
        }
        var middle: [Pair] = []
        if !old.isEmpty, !new.isEmpty {
            if let found = shortestEdit(Array(old), Array(new)) {
                middle = found.map { ($0.before + old.startIndex, $0.after + new.startIndex) }
            } else if !isLast {
                middle = anchored(old, new)
            }
        }
        return head + middle + tail.reversed()
    }

    /// Pairs what occurs once in both, as far as it keeps its order, then what lies between.
    private static func anchored<Item: Hashable>(
        _ old: ArraySlice<Item>, _ new: ArraySlice<Item>
    ) -> [Pair] {
        let (oldPlaces, newPlaces) = (places(of: old), places(of: new))
        var candidates: [Pair] = []
        for (position, item) in zip(old.indices, old)
        where oldPlaces[item] == .some(.some(position)) {
            if case .some(.some(let other)) = newPlaces[item] {
                candidates.append((position, other))
            }
        }
        var result: [Pair] = []
        var next: Pair = (old.startIndex, new.startIndex)
        let end: Pair = (old.endIndex, new.endIndex)
        for anchor in growing(candidates) + [end] {
            result += pairs(
                old[next.before..<anchor.before], new[next.after..<anchor.after], isLast: true)
            if anchor != end { result.append(anchor) }
            next = (min(anchor.before + 1, end.before), min(anchor.after + 1, end.after))
        }
        return result
    }

    /// Where each item stands; nil for one that is there more than once.
    private static func places<Item: Hashable>(of items: ArraySlice<Item>) -> [Item: Int?] {
        var places: [Item: Int?] = [:]
        for (position, item) in zip(items.indices, items) {
            places.updateValue(places[item] == nil ? position : nil, forKey: item)
        }
        return places
    }

    /// The longest run of pairs that keeps the order on both sides (patience sorting).
    static func growing(_ pairs: [Pair]) -> [Pair] {
        var ends: [Int] = []
        var previous: [Int?] = []
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].after < pair.after {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            previous.append(low > 0 ? ends[low - 1] : nil)
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var chain: [Pair] = []
        var next = ends.last
        while let index = next {
            chain.append(pairs[index])
            next = previous[index]
        }
        return chain.reversed()
    }

    /// Returns the items that stay in a shortest edit, nil where that is longer than the limit.
    private static func shortestEdit<Item: Hashable>(_ old: [Item], _ new: [Item]) -> [Pair]? {
        let limit = min(old.count + new.count, editLimit)
        // For each diagonal, how far along the sequence before an edit has come; one row for each
        // length of an edit, from which the way back is read.
        var rows: [[Int]] = []
        var reach = Array(repeating: 0, count: 2 * limit + 3)
        let middle = limit + 1
        for edits in 0...limit {
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let place = middle + diagonal
                let isDown =
                    diagonal == -edits
                    || (diagonal != edits && reach[place - 1] < reach[place + 1])
                var x = isDown ? reach[place + 1] : reach[place - 1] + 1
                while x < old.count, x - diagonal < new.count, x - diagonal >= 0,
                    old[x] == new[x - diagonal]
                { x += 1 }
                reach[place] = x
                if x >= old.count, x - diagonal >= new.count {
                    return trace(rows, middle, edits, (old.count, new.count))
                }
            }
            rows.append(Array(reach[(middle - edits - 1)...(middle + edits + 1)]))
        }
        return nil
    }

    private static func trace(
        _ rows: [[Int]], _ middle: Int, _ edits: Int, _ end: Pair
    ) -> [Pair] {
        var pairs: [Pair] = []
        var (x, y) = end
        for count in stride(from: edits, to: 0, by: -1) {
            // The row of one edit fewer, whose diagonals run from -count to count.
            let row = rows[count - 1]
            func reach(_ diagonal: Int) -> Int {
                row.indices.contains(diagonal + count) ? row[diagonal + count] : -1
            }
            let diagonal = x - y
            let isDown =
                diagonal == -count
                || (diagonal != count && reach(diagonal - 1) < reach(diagonal + 1))
            let from = isDown ? diagonal + 1 : diagonal - 1
            let (startX, startY) = (reach(from), reach(from) - from)
            let snakeX = isDown ? startX : startX + 1
            while x > snakeX {
                (x, y) = (x - 1, y - 1)
                pairs.append((x, y))
            }
            (x, y) = (startX, startY)
        }
        while x > 0 {
            (x, y) = (x - 1, y - 1)
            pairs.append((x, y))
        }
        return pairs.reversed()
    }
}
