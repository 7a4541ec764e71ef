/// The parts of a pattern.
indirect enum PatternSyntax {
    /// One symbol of a class.
    case symbol(ScalarClass)
    /// One part after the other.
    case sequence([PatternSyntax])
    /// One of several parts.
    case choice([PatternSyntax])
    /// A part so many times; no upper bound is nil.
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)
}

/// The position automaton of a pattern (Glushkov 1961): which symbols can come first, which can
/// follow which, and which can be last.
struct PositionAutomaton {
    private(set) var classes: [ScalarClass] = []
    private(set) var follow: [WideAutomaton.States] = []
    private(set) var first = WideAutomaton.States.zero
    private(set) var last = WideAutomaton.States.zero
    private(set) var isNullable = true

    private struct Part {
        var first = WideAutomaton.States.zero
        var last = WideAutomaton.States.zero
        var isNullable = true
    }

    init(_ syntax: PatternSyntax) throws(Pattern.Failure) {
        let whole = try add(syntax)
        (first, last, isNullable) = (whole.first, whole.last, whole.isNullable)
    }

    private mutating func add(_ syntax: PatternSyntax) throws(Pattern.Failure) -> Part {
        switch syntax {
        case .symbol(let symbols):
            guard classes.count < WideAutomaton.stateLimit else {
                throw Pattern.Failure(
                    message:
                        "The pattern has more than \(WideAutomaton.stateLimit) characters once "
                        + "its counted repetitions are written out", offset: 0)
            }
            var states = WideAutomaton.States.zero
            states[classes.count / 64] = 1 << UInt64(classes.count % 64)
            classes.append(symbols)
            follow.append(.zero)
            return Part(first: states, last: states, isNullable: false)
        case .sequence(let parts):
            var whole = Part()
            for part in parts { whole = joined(whole, try add(part)) }
            return whole
        case .choice(let parts):
            var whole = Part(isNullable: false)
            for syntax in parts {
                let part = try add(syntax)
                whole.first |= part.first
                whole.last |= part.last
                whole.isNullable = whole.isNullable || part.isNullable
            }
            return whole
        case .repetition(let syntax, let minimum, let maximum):
            var whole = Part()
            for _ in 0..<minimum { whole = joined(whole, try add(syntax)) }
            guard let maximum else {
                var part = try add(syntax)
                connect(part.last, to: part.first)
                part.isNullable = true
                return joined(whole, part)
            }
            for _ in minimum..<max(minimum, maximum) {
                var part = try add(syntax)
                part.isNullable = true
                whole = joined(whole, part)
            }
            return whole
        }
    }

    private mutating func joined(_ one: Part, _ next: Part) -> Part {
        connect(one.last, to: next.first)
        return Part(
            first: one.isNullable ? one.first | next.first : one.first,
            last: next.isNullable ? one.last | next.last : next.last,
            isNullable: one.isNullable && next.isNullable)
    }

    private mutating func connect(_ sources: WideAutomaton.States, to targets: WideAutomaton.States)
    {
        for state in classes.indices where sources[state / 64] >> UInt64(state % 64) & 1 == 1 {
            follow[state] |= targets
        }
    }
}
