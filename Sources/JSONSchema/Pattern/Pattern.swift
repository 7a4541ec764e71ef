/// A regular expression of JSON Schema (ECMA-262 with the `u` flag), matched in linear time.
///
/// Compiled to the position automaton of Glushkov: one state for each character of the pattern,
/// and the set of states that are alive is one machine vector. So no text, however hostile, costs
/// more than its length times the pattern's, and the compiled value is immutable. What such an
/// automaton cannot do, look-around and back-references, is refused when a pattern is compiled.
public struct Pattern: Hashable, Sendable {
    /// Why a pattern cannot be used.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong, as a sentence.
        public let message: String
        /// Where, in Unicode scalars from 0.
        public let offset: Int
    }

    /// A set of at most 512 states.
    typealias States = SIMD8<UInt64>
    static let stateLimit = 512

    /// The pattern as it was written.
    public let source: String
    private let classes: [ScalarClass]
    private let first: States
    private let follow: [States]
    private let last: States
    private let matchesEmpty: Bool
    /// The same automaton in the form for few states, where they are few.
    private let narrow: NarrowAutomaton?

    /// Compiles a pattern.
    public init(_ source: String) throws(Failure) {
        self.source = source
        var parser = PatternParser(source)
        let automaton = try PositionAutomaton(try parser.wholePattern())
        classes = automaton.classes
        first = automaton.first
        follow = automaton.follow
        last = automaton.last
        matchesEmpty = automaton.isNullable
        narrow = NarrowAutomaton(automaton)
    }

    /// Tells whether the pattern matches anywhere in a text.
    public func matches(_ text: String) -> Bool {
        if matchesEmpty { return true }
        if let narrow { return narrow.matches(text) }
        var active = States.zero
        if pass(&active, ScalarClass.start) { return true }
        for scalar in text.unicodeScalars where step(&active, scalar.value) { return true }
        return pass(&active, ScalarClass.end)
    }

    /// Moves over the mark at one end of the text and tells whether a match is complete.
    ///
    /// A mark takes no room, so several assertions can hold at it, as in `^(^a|b)`.
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

/// A set of symbols: Unicode scalars, and the two marks at the ends of a text.
struct ScalarClass: Hashable, Sendable {
    /// The symbol before the first scalar of a text, which only `^` matches.
    static let start: UInt32 = 0x11_0000
    /// The symbol behind the last scalar of a text, which only `$` matches.
    static let end: UInt32 = 0x11_0001

    private let ranges: [ClosedRange<UInt32>]
    private let categories: Set<Unicode.GeneralCategory>
    private let isNegated: Bool
    /// The members below 128, so that the common case is one look.
    private let ascii: (UInt64, UInt64)

    init(
        _ ranges: [ClosedRange<UInt32>], categories: Set<Unicode.GeneralCategory> = [],
        isNegated: Bool = false
    ) {
        self.ranges = ranges
        self.categories = categories
        self.isNegated = isNegated
        var words: (UInt64, UInt64) = (0, 0)
        for value in UInt32(0)..<128 {
            guard
                Self.contains(
                    value, ranges: ranges, categories: categories, isNegated: isNegated)
            else { continue }
            if value < 64 {
                words.0 |= 1 << UInt64(value)
            } else {
                words.1 |= 1 << UInt64(value - 64)
            }
        }
        ascii = words
    }

    func contains(_ symbol: UInt32) -> Bool {
        if symbol < 64 { return ascii.0 >> UInt64(symbol) & 1 == 1 }
        if symbol < 128 { return ascii.1 >> UInt64(symbol - 64) & 1 == 1 }
        return Self.contains(
            symbol, ranges: ranges, categories: categories, isNegated: isNegated)
    }

    private static func contains(
        _ symbol: UInt32, ranges: [ClosedRange<UInt32>],
        categories: Set<Unicode.GeneralCategory>, isNegated: Bool
    ) -> Bool {
        // The marks are no characters: no negated class matches them.
        let isMark = symbol >= start
        var isMember = ranges.contains { $0.contains(symbol) }
        if !isMember, !categories.isEmpty, let scalar = Unicode.Scalar(symbol) {
            isMember = categories.contains(scalar.properties.generalCategory)
        }
        return isMark ? isMember && !isNegated : isMember != isNegated
    }

    static func == (first: Self, second: Self) -> Bool {
        first.ranges == second.ranges && first.categories == second.categories
            && first.isNegated == second.isNegated
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ranges)
        hasher.combine(isNegated)
    }
}
