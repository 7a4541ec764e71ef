/// One order out of two that were made from a third.
///
/// An order says of each two items which one comes first. Merging is then simple for each pair:
/// where the sides agree it is theirs, else that of the side that turned the pair round. All pairs
/// together are an order, or they go in a circle: then both sides moved the same items, each to
/// another place. So a result holds each pair that either side turned round, and nothing else.
enum MergedOrder {
    /// Longer lists are not looked at pair by pair; where both sides sorted such a list anew, that
    /// is for a person to decide.
    private static let limit = 1_000

    /// Returns the merged order of the same items in two orders, nil where there is none.
    ///
    /// The closure gives an item's position in the third order, nil for an item that is new.
    static func of(_ ours: [Int], _ theirs: [Int], base: (Int) -> Int?) -> [Int]? {
        var start = 0
        while start < ours.count, ours[start] == theirs[start] { start += 1 }
        var end = ours.count
        while end > start, ours[end - 1] == theirs[end - 1] { end -= 1 }
        let items = ours[start..<end].map { (item: $0, base: base($0)) }
        if items.allSatisfy({ $0.base != nil }) {
            let sorted = items.sorted { ($0.base ?? 0) < ($1.base ?? 0) }.map(\.item)
            if sorted.elementsEqual(ours[start..<end]) { return theirs }
            if sorted.elementsEqual(theirs[start..<end]) { return ours }
        }
        guard items.count <= limit else { return nil }

        var places: [Int: Int] = [:]
        for (place, item) in theirs.enumerated() { places[item] = place }
        let others = items.map { places[$0.item] ?? 0 }
        // How many items come before each: in an order these are all different numbers.
        var before = Array(repeating: 0, count: items.count)
        for one in items.indices {
            for two in items.index(after: one)..<items.endIndex {
                var isFirst = true
                if others[one] > others[two] {
                    guard let mine = items[one].base, let yours = items[two].base else {
                        return nil
                    }
                    // Ours has them in the order they stand in here; where that is the old one,
                    // theirs turned them round.
                    isFirst = mine > yours
                }
                before[isFirst ? two : one] += 1
            }
        }
        var middle: [Int?] = Array(repeating: nil, count: items.count)
        for (index, place) in before.enumerated() {
            guard middle[place] == nil else { return nil }
            middle[place] = items[index].item
        }
        return ours[..<start] + middle.compactMap(\.self) + ours[end...]
    }
}
