internal import Formats

/// The deterministic automaton of a narrow one, for the basic alphabet: from each set of states
/// that is alive, the next one for each character.
///
/// Most patterns have a handful of sets, and a step along the text is then one look. A pattern with
/// many does without.
final class SetTable: Sendable {
    /// What stands for a match that is complete.
    static let match: UInt8 = 255
    private static let setLimit = 48
    /// With fewer characters leading back to a set, looking for another one finds it at once.
    private static let loopLimit = 80

    /// The sets of states by their positions; that without any state comes first.
    let sets: [UInt64]
    /// Whether the end of the text completes a match, by set.
    let matchesAtEnd: [Bool]
    /// The position of the set at the beginning of a text.
    let start: UInt8
    /// The next set, by set and character.
    private let following: [UInt8]
    /// The bytes that lead elsewhere, by set, for a set that most characters lead back to: a text
    /// is looked through for them.
    private let exits: [ByteSet?]

    /// Makes the table of an automaton; nil where it has too many sets.
    ///
    /// - Parameters:
    ///   - states: The states that each character can lead to.
    ///   - first: Those that a match can begin with.
    ///   - last: Those that a match can end with.
    ///   - follow: Those that can come behind each.
    ///   - start: The set at the beginning of a text.
    ///   - matchesAtEnd: Tells whether the end of the text completes a match of a set.
    init?(
        states: [UInt64], first: UInt64, last: UInt64, follow: [UInt64], start: UInt64,
        matchesAtEnd: (UInt64) -> Bool
    ) {
        var (sets, positions, following) = ([UInt64](), [UInt64: UInt8](), [UInt8]())
        func add(_ set: UInt64) -> UInt8 {
            if let known = positions[set] { return known }
            positions[set] = UInt8(sets.count)
            sets.append(set)
            return UInt8(sets.count - 1)
        }
        _ = add(0)
        let position = add(start)
        // Most characters lead to the same states as many others.
        var masks: [UInt64] = []
        let kinds = states.map { mask in
            if let kind = masks.firstIndex(of: mask) { return kind }
            masks.append(mask)
            return masks.count - 1
        }
        var index = 0
        while index < sets.count {
            guard sets.count <= Self.setLimit else { return nil }
            let row = masks.map { mask in
                var reached = (sets[index] | first) & mask
                guard reached & last == 0 else { return Self.match }
                var next: UInt64 = 0
                while reached != 0 {
                    next |= follow[reached.trailingZeroBitCount]
                    reached &= reached &- 1
                }
                return sets.count > Self.setLimit ? 0 : add(next)
            }
            for kind in kinds { following.append(row[kind]) }
            index += 1
        }
        self.start = position
        self.matchesAtEnd = sets.map(matchesAtEnd)
        (self.sets, self.following) = (sets, following)
        exits = sets.indices.map { set in
            let row = following[set << 7..<(set + 1) << 7]
            guard row.count(where: { $0 == UInt8(set) }) >= Self.loopLimit else { return nil }
            let leaving = (0..<128).filter { row[set << 7 + $0] != UInt8(set) } + (128...255)
            return ByteSet(leaving.map(UInt8.init))
        }
    }

    /// The position of a set, nil for one that no text in the basic alphabet leads to.
    func position(of set: UInt64) -> UInt8? {
        // There are a few, and the one that is asked for is among the first.
        for position in sets.indices where sets[position] == set { return UInt8(position) }
        return nil
    }

    /// Follows a text from a place on, as far as it is in the basic alphabet, and returns the
    /// position of the set that it leads to, or `match`.
    func follow(_ text: Span<UInt8>, from place: inout Int, set: UInt8) -> UInt8 {
        var (set, index) = (set, place)
        while index < text.count {
            let byte = text[index]
            guard byte < 0x80 else { break }
            let next = following[Int(set) << 7 | Int(byte)]
            if next == Self.match {
                set = next
                break
            }
            index += 1
            if next == set, let exits = exits[Int(set)] {
                index = exits.first(in: text, from: index)
            }
            set = next
        }
        place = index
        return set
    }
}
