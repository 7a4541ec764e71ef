/// A position automaton of more states than fit a machine word: the set of those that are alive
/// is one vector.
final class WideAutomaton: Sendable {
    /// A set of at most 512 states.
    typealias States = SIMD8<UInt64>
    static let stateLimit = 512

    private let classes: [ScalarClass]
    private let first: States
    private let last: States
    private let follow: [States]

    init(_ automaton: PositionAutomaton) {
        classes = automaton.classes
        first = automaton.first
        last = automaton.last
        follow = automaton.follow
    }

    /// Tells whether the pattern matches anywhere in a text.
    func matches(_ text: String) -> Bool {
        var active = States.zero
        if pass(&active, ScalarClass.start) { return true }
        for scalar in text.unicodeScalars where step(&active, scalar.value) { return true }
        return pass(&active, ScalarClass.end)
    }

    /// Moves over the mark at one end of the text and tells whether a match is complete.
    private func pass(_ active: inout States, _ mark: UInt32) -> Bool {
        while true {
            var next = active
            if step(&next, mark) { return true }
            next |= active
            if next == active { return false }
            active = next
        }
    }

    /// Moves on by one symbol and tells whether a match is complete.
    private func step(_ active: inout States, _ symbol: UInt32) -> Bool {
        // A match may begin at each symbol.
        let candidates = active | first
        var next = States.zero
        var reached = States.zero
        for word in 0..<States.scalarCount {
            var bits = candidates[word]
            while bits != 0 {
                let state = word * 64 + bits.trailingZeroBitCount
                if classes[state].contains(symbol) {
                    next |= follow[state]
                    reached[word] |= bits & (~bits &+ 1)
                }
                bits &= bits &- 1
            }
            if word * 64 + 64 >= classes.count { break }
        }
        active = next
        return reached & last != .zero
    }
}
