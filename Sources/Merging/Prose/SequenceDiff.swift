/// Where two sequences of numbers differ.
///
/// The shortest way from one to the other (Myers) as long as it is short; a longer one is cut at
/// the numbers that occur once in both, which takes n log n steps for texts of any content.
struct SequenceDiff {
    /// A stretch of the sequence before and what stands there after.
    struct Hunk: Hashable {
        var before: Range<Int>
        var after: Range<Int>
    }

    private(set) var hunks: [Hunk] = []
    private let before: [Int]
    private let after: [Int]

    /// More differences than this are not looked at one by one; the memory grows with the square.
    private static let differenceLimit = 400

    init(from before: [Int], to after: [Int]) {
        self.before = before
        self.after = after
        compare(before.indices, after.indices, canCut: true)
    }

    private mutating func note(_ one: Range<Int>, _ other: Range<Int>) {
        guard !one.isEmpty || !other.isEmpty else { return }
        if let last = hunks.last, last.before.upperBound == one.lowerBound,
            last.after.upperBound == other.lowerBound
        {
            hunks[hunks.count - 1] = Hunk(
                before: last.before.lowerBound..<one.upperBound,
                after: last.after.lowerBound..<other.upperBound)
        } else {
            hunks.append(Hunk(before: one, after: other))
        }
    }

    private mutating func compare(_ one: Range<Int>, _ other: Range<Int>, canCut: Bool) {
        var (one, other) = (one, other)
        while let first = one.first, let second = other.first, before[first] == after[second] {
            one = one.dropFirst()
            other = other.dropFirst()
        }
        while let last = one.last, let second = other.last, before[last] == after[second] {
            one = one.dropLast()
            other = other.dropLast()
        }
        guard !one.isEmpty, !other.isEmpty else { return note(one, other) }
        if let path = shortestPath(one, other) {
            var next = (one.lowerBound, other.lowerBound)
            for match in path {
                note(next.0..<match.before, next.1..<match.after)
                next = (match.before + match.length, match.after + match.length)
            }
            return note(next.0..<one.upperBound, next.1..<other.upperBound)
        }
        let anchors = canCut ? self.anchors(one, other) : []
        guard !anchors.isEmpty else { return note(one, other) }
        var next = (one.lowerBound, other.lowerBound)
        for anchor in anchors {
            compare(next.0..<anchor.before, next.1..<anchor.after, canCut: true)
            next = (anchor.before + 1, anchor.after + 1)
        }
        compare(next.0..<one.upperBound, next.1..<other.upperBound, canCut: true)
    }

    /// Returns the numbers that occur once in both stretches and keep their order.
    private func anchors(_ one: Range<Int>, _ other: Range<Int>) -> [ItemPairing.Pair] {
        var places: [Int: (count: Int, before: Int, after: Int?)] = [:]
        for index in one { places[before[index], default: (0, index, nil)].count += 1 }
        for index in other {
            guard var place = places[after[index]], place.count == 1 else { continue }
            place.count = place.after == nil ? 1 : 2
            place.after = index
            places[after[index]] = place
        }
        let pairs = places.values.compactMap { place -> ItemPairing.Pair? in
            guard place.count == 1, let after = place.after else { return nil }
            return (place.before, after)
        }.sorted { $0.before < $1.before }
        return LongestChain.positions(in: pairs.map(\.after)).map { pairs[$0] }
    }

    private struct Match {
        var before: Int
        var after: Int
        var length: Int
    }

    /// Returns the equal stretches on a shortest way, nil where it is too long.
    private func shortestPath(_ one: Range<Int>, _ other: Range<Int>) -> [Match]? {
        let (count, otherCount) = (one.count, other.count)
        // On the diagonal k the furthest position before, by the number of differences.
        var furthest = Array(repeating: 0, count: 2 * Self.differenceLimit + 3)
        let middle = Self.differenceLimit + 1
        var trace: [ArraySlice<Int>] = []
        for differences in 0...min(Self.differenceLimit, count + otherCount) {
            trace.append(furthest[(middle - differences - 1)...(middle + differences + 1)])
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                let isDown =
                    diagonal == -differences
                    || diagonal != differences
                        && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
                var place =
                    isDown
                    ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
                while place < count, place - diagonal < otherCount,
                    before[one.lowerBound + place] == after[other.lowerBound + place - diagonal]
                {
                    place += 1
                }
                furthest[middle + diagonal] = place
                if place >= count, place - diagonal >= otherCount {
                    return matches(trace, one, other, middle)
                }
            }
        }
        return nil
    }

    private func matches(
        _ trace: [ArraySlice<Int>], _ one: Range<Int>, _ other: Range<Int>, _ middle: Int
    ) -> [Match] {
        var matches: [Match] = []
        var (place, otherPlace) = (one.count, other.count)
        for (differences, furthest) in trace.enumerated().reversed() {
            let diagonal = place - otherPlace
            let isDown =
                diagonal == -differences
                || diagonal != differences
                    && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
            let previous = isDown ? diagonal + 1 : diagonal - 1
            let start = differences == 0 ? 0 : furthest[middle + previous]
            let begin = differences == 0 ? 0 : isDown ? start : start + 1
            if place > begin {
                matches.append(
                    Match(
                        before: one.lowerBound + begin,
                        after: other.lowerBound + begin - diagonal, length: place - begin))
            }
            (place, otherPlace) = (start, start - previous)
        }
        return matches.reversed()
    }
}
