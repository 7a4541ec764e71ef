/// The deterministic automaton of a narrow one, for the basic alphabet: from each set of states
/// that is alive, the next one for each character.
///
/// Most patterns have a handful of sets, and a step along the text is then one look. A pattern with
/// many does without.
struct SetTable: Sendable {
    /// What stands for a match that is complete.
    static let match = Int.max
    private static let setLimit = 48

    /// The sets of states by their positions; that without any state comes first.
    private(set) var sets: [UInt64] = [0]
    private var positions: [UInt64: Int] = [0: 0]
    /// The kinds of characters that no state tells apart, by character.
    private var kinds: [Int] = []
    private var kindCount = 0
    /// The next set, by set and kind.
    private var following: [Int] = []

    /// Makes the table of an automaton; nil where it has too many sets.
    ///
    /// - Parameters:
    ///   - states: The states that each character can lead to.
    ///   - first: Those that a match can begin with.
    ///   - last: Those that a match can end with.
    ///   - follow: Those that can come behind each.
    ///   - start: The set at the beginning of a text.
    init?(
        states: [UInt64], first: UInt64, last: UInt64, follow: [UInt64], start: UInt64
    ) {
        var masks: [UInt64] = []
        for mask in states {
            if let kind = masks.firstIndex(of: mask) {
                kinds.append(kind)
            } else {
                kinds.append(masks.count)
                masks.append(mask)
            }
        }
        kindCount = masks.count
        _ = add(start)
        var index = 0
        while index < sets.count {
            for mask in masks {
                var reached = (sets[index] | first) & mask
                guard reached & last == 0 else {
                    following.append(Self.match)
                    continue
                }
                var next: UInt64 = 0
                while reached != 0 {
                    next |= follow[reached.trailingZeroBitCount]
                    reached &= reached &- 1
                }
                following.append(add(next))
            }
            guard sets.count <= Self.setLimit else { return nil }
            index += 1
        }
    }

    private mutating func add(_ set: UInt64) -> Int {
        if let known = positions[set] { return known }
        positions[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }

    func position(of set: UInt64) -> Int? { set == 0 ? 0 : positions[set] }

    func next(_ set: Int, _ byte: UInt8) -> Int {
        following[set * kindCount + kinds[Int(byte)]]
    }
}
