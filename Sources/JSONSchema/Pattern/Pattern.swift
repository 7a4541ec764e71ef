/// A regular expression of JSON Schema (ECMA-262 with the `u` flag), matched in linear time.
///
/// Compiled to the position automaton of Glushkov: one state for each character of the pattern,
/// and the set of states that are alive is one machine vector. So no text, however hostile, costs
/// more than its length times the pattern's, and the compiled value is immutable. What looks
/// around has an automaton of its own, as fast in the same sense. Back-references, which no one
/// knows how to match so, are refused when a pattern is compiled.
public struct Pattern: Hashable, Sendable {
    /// Why a pattern cannot be used.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong, as a sentence.
        public let message: String
        /// Where, in Unicode scalars from 0.
        public let offset: Int
    }

    /// The pattern as it was written.
    public let source: String
    private let automaton: Automaton

    /// The automaton in the form that fits its size.
    ///
    /// They are classes, so that handing a pattern around costs one reference.
    private enum Automaton: Sendable {
        case narrow(NarrowAutomaton)
        case wide(WideAutomaton)
        case lookaround(LookaroundAutomaton)
        /// The pattern matches nothing at all, which every text holds.
        case always
    }

    /// Compiles a pattern.
    public init(_ source: String) throws(Failure) {
        self.source = source
        var parser = PatternParser(source)
        let syntax = try parser.wholePattern()
        if let name = syntax.backReference {
            throw Failure(
                message: "It refers back to its group `\(name)`, which cannot be matched in a time "
                    + "that is known beforehand", offset: 0)
        }
        guard !syntax.looksAround, let positions = PositionAutomaton(syntax) else {
            automaton = .lookaround(try LookaroundAutomaton(syntax))
            return
        }
        if positions.isNullable {
            automaton = .always
        } else if let narrow = NarrowAutomaton(positions) {
            automaton = .narrow(narrow)
        } else {
            automaton = .wide(WideAutomaton(positions))
        }
    }

    /// Tells whether the pattern matches anywhere in a text.
    public func matches(_ text: String) -> Bool {
        switch automaton {
        case .always: true
        case .narrow(let narrow): narrow.matches(text)
        case .wide(let wide): wide.matches(text)
        case .lookaround(let lookaround): lookaround.matches(text)
        }
    }

    /// Tells whether two patterns are written alike.
    public static func == (first: Self, second: Self) -> Bool { first.source == second.source }

    /// Hashes what was written.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
