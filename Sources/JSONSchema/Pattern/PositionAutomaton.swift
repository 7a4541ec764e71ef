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

    /// Makes the automaton; nil where it would have too many states.
    init?(_ syntax: PatternSyntax) {
        guard let whole = add(syntax) else { return nil }
        (first, last, isNullable) = (whole.first, whole.last, whole.isNullable)
    }

    private mutating func add(_ syntax: PatternSyntax) -> Part? {
        switch syntax {
        case .symbol(let symbols):
            guard classes.count < WideAutomaton.stateLimit else { return nil }
            var states = WideAutomaton.States.zero
            states[classes.count / 64] = 1 << UInt64(classes.count % 64)
            classes.append(symbols)
            follow.append(.zero)
            return Part(first: states, last: states, isNullable: false)
        case .sequence(let parts):
            var whole = Part()
            for syntax in parts {
                guard let part = add(syntax) else { return nil }
                whole = joined(whole, part)
            }
            return whole
        case .choice(let parts):
            var whole = Part(isNullable: false)
            for syntax in parts {
                guard let part = add(syntax) else { return nil }
                whole.first |= part.first
                whole.last |= part.last
                whole.isNullable = whole.isNullable || part.isNullable
            }
            return whole
        case .wordBoundary, .look, .backReference:
            preconditionFailure("a pattern that looks around has another automaton")
        case .repetition(let syntax, let minimum, let maximum):
            var whole = Part()
            for _ in 0..<minimum {
                guard let part = add(syntax) else { return nil }
                whole = joined(whole, part)
            }
            guard let maximum else {
                guard var part = add(syntax) else { return nil }
                connect(part.last, to: part.first)
                part.isNullable = true
                return joined(whole, part)
            }
            for _ in minimum..<max(minimum, maximum) {
                guard var part = add(syntax) else { return nil }
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
