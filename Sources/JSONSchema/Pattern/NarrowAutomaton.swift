/// A position automaton of at most 64 states, so that a set of states is one machine word.
///
/// Nearly all patterns are this small, and every text of every record goes through one: for the
/// basic alphabet a table says which states a character leads to, so a step is a look, an `and`,
/// and an `or` for each state that is alive.
final class NarrowAutomaton: Sendable {
    static let stateLimit = 64

    private let classes: [ScalarClass]
    /// The states whose class holds a character, for each of the first 128.
    private let states: [UInt64]
    /// The states that the mark behind a text leads to.
    private let ends: UInt64
    /// The states that are alive at the beginning of a text, and whether that is a match by itself.
    private let start: UInt64
    private let matchesAtStart: Bool
    private let first: UInt64
    private let last: UInt64
    private let follow: [UInt64]

    /// The sets of states that a text can lead to, where they are few enough, as a table.
    private let table: SetTable?

    /// Narrows an automaton; nil where it has too many states.
    init?(_ automaton: PositionAutomaton) {
        guard automaton.classes.count <= Self.stateLimit else { return nil }
        classes = automaton.classes
        first = automaton.first[0]
        last = automaton.last[0]
        follow = automaton.follow.map { $0[0] }
        states = (0..<128).map { Self.states(holding: $0, in: automaton.classes) }
        let ends = Self.states(holding: ScalarClass.end, in: automaton.classes)
        self.ends = ends
        let starts = Self.states(holding: ScalarClass.start, in: automaton.classes)
        var start: UInt64 = 0
        let (first, last, follow) = (first, last, follow)
        matchesAtStart = Self.pass(&start, starts, first: first, last: last, follow: follow)
        self.start = start
        table = SetTable(
            states: states, first: first, last: last, follow: follow, start: start
        ) { set in
            var set = set
            return Self.pass(&set, ends, first: first, last: last, follow: follow)
        }
    }

    /// Tells whether the pattern matches anywhere in a text.
    func matches(_ text: String) -> Bool {
        if matchesAtStart { return true }
        var active = start
        let bytes = text.utf8Span.span
        var index = 0
        // As long as the text is in the basic alphabet, the table knows each step.
        var set = table?.start
        while index < bytes.count {
            if let table, let known = set {
                let next = table.follow(bytes, from: &index, set: known)
                if next == SetTable.match { return true }
                if index == bytes.count { return table.matchesAtEnd[Int(next)] }
                active = table.sets[Int(next)]
            }
            let byte = bytes[index]
            let possible: UInt64
            if byte < 0x80 {
                possible = states[Int(byte)]
                index += 1
            } else {
                let (scalar, length) = Self.scalar(bytes, index)
                possible = states(holding: scalar, of: active)
                index += length
            }
            if step(&active, possible) { return true }
            // Behind another character the table goes on where it knows the set.
            set = table?.position(of: active)
        }
        return pass(&active, ends)
    }

    /// Reads a character of two to four bytes; the text of a `String` is valid UTF-8.
    private static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (UInt32, length: Int) {
        let first = UInt32(bytes[index])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, length)
    }

    /// The states that a character beyond the table leads to, among those that may be next.
    private func states(holding symbol: UInt32, of active: UInt64) -> UInt64 {
        var rest = active | first
        var states: UInt64 = 0
        while rest != 0 {
            let state = rest.trailingZeroBitCount
            if classes[state].contains(symbol) { states |= 1 << UInt64(state) }
            rest &= rest &- 1
        }
        return states
    }

    /// Moves over the mark at one end of the text and tells whether a match is complete.
    ///
    /// A mark takes no room, so several assertions can hold at it, as in `^(^a|b)`.
    private func pass(_ active: inout UInt64, _ possible: UInt64) -> Bool {
        Self.pass(&active, possible, first: first, last: last, follow: follow)
    }

    private static func pass(
        _ active: inout UInt64, _ possible: UInt64, first: UInt64, last: UInt64, follow: [UInt64]
    ) -> Bool {
        while true {
            var next = active
            if step(&next, possible, first: first, last: last, follow: follow) { return true }
            next |= active
            if next == active { return false }
            active = next
        }
    }

    /// Moves on by one symbol, given the states that it may lead to, and tells whether a match is
    /// complete.
    @inline(__always)
    private func step(_ active: inout UInt64, _ possible: UInt64) -> Bool {
        Self.step(&active, possible, first: first, last: last, follow: follow)
    }

    @inline(__always)
    private static func step(
        _ active: inout UInt64, _ possible: UInt64, first: UInt64, last: UInt64, follow: [UInt64]
    ) -> Bool {
        // A match may begin at each symbol.
        var reached = (active | first) & possible
        if reached & last != 0 { return true }
        var next: UInt64 = 0
        while reached != 0 {
            next |= follow[reached.trailingZeroBitCount]
            reached &= reached &- 1
        }
        active = next
        return false
    }

    private static func states(holding symbol: UInt32, in classes: [ScalarClass]) -> UInt64 {
        var states: UInt64 = 0
        for (state, members) in classes.enumerated() where members.contains(symbol) {
            states |= 1 << UInt64(state)
        }
        return states
    }
}
