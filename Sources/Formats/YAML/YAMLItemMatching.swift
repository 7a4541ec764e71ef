internal import RecordModel

/// Which items of a list after an edit are items that were there before.
struct YAMLItemMatching {
    /// For each item after the edit the position it had before, nil where it is new.
    ///
    /// The positions rise: an item that moved counts as taken out and put in.
    private(set) var origins: [Int?]

    /// Matches items that are equal or have the same name, as many as can be without a change of
    /// order; what is left between two of them is paired one by one.
    init(before: [Value], after: [Value], rule: ListRule, pairsAll: Bool) {
        origins = [Int?](repeating: nil, count: after.count)
        var known: [Identity: Int] = [:]
        func identities(_ items: [Value]) -> [Int] {
            items.map { item in
                let identity = Identity(item, rule: rule)
                if let number = known[identity] { return number }
                known[identity] = known.count
                return known.count - 1
            }
        }
        let (old, new) = (identities(before), identities(after))
        align(old, new)
        pairGaps(before, after, rule: rule, pairsAll: pairsAll)
    }

    private enum Identity: Hashable {
        case name(String)
        case value(Value)

        init(_ item: Value, rule: ListRule) {
            self = rule.name(of: item).map(Identity.name) ?? .value(item)
        }
    }

    private static let tableLimit = 4_000_000

    /// Finds a longest common subsequence, after what is alike at both ends.
    private mutating func align(_ old: [Int], _ new: [Int]) {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] {
            origins[start] = start
            start += 1
        }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            origins[newEnd] = oldEnd
        }
        let (rows, columns) = (oldEnd - start, newEnd - start)
        guard rows > 0, columns > 0, rows * columns <= Self.tableLimit else { return }
        // lengths[row][column] is the length of the longest one from there to the end.
        let width = columns + 1
        var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
        for row in (0..<rows).reversed() {
            for column in (0..<columns).reversed() {
                lengths[row * width + column] =
                    old[start + row] == new[start + column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            if old[start + row] == new[start + column] {
                origins[start + column] = start + row
                row += 1
                column += 1
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }

    private mutating func pairGaps(
        _ before: [Value], _ after: [Value], rule: ListRule, pairsAll: Bool
    ) {
        var free = 0
        for position in origins.indices {
            if let origin = origins[position] {
                free = origin + 1
                continue
            }
            let end = origins[position...].first { $0 != nil } ?? nil
            guard free < end ?? before.count else { continue }
            if pairsAll || Self.isLike(before[free], after[position], rule: rule) {
                origins[position] = free
                free += 1
            }
        }
    }

    /// Tells whether one item may be a later state of another one: at least half of it is the same
    /// apart from its name, or one of them has none.
    private static func isLike(_ one: Value, _ other: Value, rule: ListRule) -> Bool {
        guard case .key(let key) = rule.identity, rule.name(of: one) != nil,
            rule.name(of: other) != nil, let fields = one.mapping, let others = other.mapping
        else { return true }
        let same = fields.entries.count { $0.key != key && others[$0.key] == $0.value }
        return same * 2 >= max(fields.count, others.count) - 1
    }
}
