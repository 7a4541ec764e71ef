/// An automaton (Thompson 1968) for patterns that look around, and for large ones.
///
/// Whether a condition such as `(?=…)` holds at a place does not depend on how the place was
/// reached, as groups are not remembered. So each condition is first answered for all places of
/// the text at once: its part is run over the text, backwards for what lies ahead, and the places
/// where it can end are its answer. Conditions within conditions come first. The time is that of
/// all parts together, once along the text.
final class LookaroundAutomaton: Sendable {
    /// What a state does.
    fileprivate enum Step {
        /// Takes one symbol of a class and goes on.
        case take(ScalarClass, next: Int)
        /// Goes on at two places.
        case fork(Int, Int)
        /// Goes on where a condition holds, or does not.
        case condition(Int, isNegated: Bool, next: Int)
        /// The part has matched.
        case end
    }

    /// A part of the pattern, as the states from `start` on.
    fileprivate struct Program {
        let start: Int
        /// Whether it is run from the end of the text to its beginning.
        let isReversed: Bool
    }

    fileprivate enum Condition {
        case start
        case end
        case wordBoundary
        case part(Program)
    }

    private let steps: [Step]
    private let conditions: [Condition]
    private let whole: Program

    init(_ syntax: PatternSyntax) throws(Pattern.Failure) {
        var compiler = Compiler()
        let end = try compiler.add(.end)
        let start = try compiler.compile(syntax, next: end, isReversed: false)
        whole = Program(start: start, isReversed: false)
        (steps, conditions) = (compiler.steps, compiler.conditions)
    }

    /// Tells whether the pattern matches anywhere in a text.
    func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        var answers: [[Bool]] = []
        for condition in conditions { answers.append(answer(condition, scalars, answers)) }
        return run(whole, scalars, answers, isOneEnough: true).contains(true)
    }

    // MARK: Running

    /// Tells for each place, before the first character to behind the last, whether a condition
    /// holds.
    private func answer(
        _ condition: Condition, _ text: [UInt32], _ answers: [[Bool]]
    ) -> [Bool] {
        switch condition {
        case .start: return (0...text.count).map { $0 == 0 }
        case .end: return (0...text.count).map { $0 == text.count }
        case .wordBoundary:
            let isWord = text.map(ScalarClass.word.contains)
            return (0...text.count).map { place in
                (place > 0 && isWord[place - 1]) != (place < text.count && isWord[place])
            }
        case .part(let program): return run(program, text, answers, isOneEnough: false)
        }
    }

    /// Runs a part from every place of a text at once, and tells for each place whether it can end
    /// there; for a part that is run backwards, whether it can begin there.
    private func run(
        _ program: Program, _ text: [UInt32], _ answers: [[Bool]], isOneEnough: Bool
    ) -> [Bool] {
        var isEnd = Array(repeating: false, count: text.count + 1)
        var active = StateSet(count: steps.count)
        var next = StateSet(count: steps.count)
        for offset in 0...text.count {
            let place = program.isReversed ? text.count - offset : offset
            active.insert(program.start)
            // States that take nothing add those behind them, at the same place.
            var index = 0
            while index < active.members.count {
                switch steps[active.members[index]] {
                case .take: break
                case .fork(let one, let other):
                    active.insert(one)
                    active.insert(other)
                case .condition(let condition, let isNegated, let following):
                    if answers[condition][place] != isNegated { active.insert(following) }
                case .end: isEnd[place] = true
                }
                index += 1
            }
            if isOneEnough, isEnd[place] { return [true] }
            guard offset < text.count else { break }
            let symbol = text[program.isReversed ? place - 1 : place]
            next.removeAll()
            for state in active.members {
                if case .take(let members, let following) = steps[state], members.contains(symbol) {
                    next.insert(following)
                }
            }
            swap(&active, &next)
        }
        return isEnd
    }

    /// A set of states that remembers the order in which they came.
    private struct StateSet {
        private(set) var members: [Int] = []
        private var isMember: [Bool]

        init(count: Int) { isMember = Array(repeating: false, count: count) }

        mutating func insert(_ state: Int) {
            guard !isMember[state] else { return }
            isMember[state] = true
            members.append(state)
        }

        mutating func removeAll() {
            for state in members { isMember[state] = false }
            members.removeAll(keepingCapacity: true)
        }
    }
}

extension LookaroundAutomaton {
    /// Turns the parts of a pattern into states.
    private struct Compiler {
        private static let stepLimit = 4_096
        private(set) var steps: [Step] = []
        private(set) var conditions: [Condition] = [.start, .end, .wordBoundary]

        mutating func add(_ step: Step) throws(Pattern.Failure) -> Int {
            guard steps.count < Self.stepLimit else {
                throw Pattern.Failure(
                    message:
                        "The pattern has more than \(Self.stepLimit) characters once its counted "
                        + "repetitions are written out", offset: 0)
            }
            steps.append(step)
            return steps.count - 1
        }

        /// Adds the states of a part that goes on at `next`, and returns the first of them.
        mutating func compile(
            _ syntax: PatternSyntax, next: Int, isReversed: Bool
        ) throws(Pattern.Failure) -> Int {
            switch syntax {
            case .symbol(let members):
                switch members.mark {
                case ScalarClass.start: return try add(.condition(0, isNegated: false, next: next))
                case ScalarClass.end: return try add(.condition(1, isNegated: false, next: next))
                default: return try add(.take(members, next: next))
                }
            case .sequence(let parts):
                var next = next
                for part in isReversed ? parts : parts.reversed() {
                    next = try compile(part, next: next, isReversed: isReversed)
                }
                return next
            case .choice(let parts):
                var first: Int?
                for part in parts.reversed() {
                    let branch = try compile(part, next: next, isReversed: isReversed)
                    first = if let first { try add(.fork(branch, first)) } else { branch }
                }
                return first ?? next
            case .repetition(let part, let minimum, let maximum):
                return try compile(
                    part, minimum: minimum, maximum: maximum, next: next, isReversed: isReversed)
            case .wordBoundary(let isNegated):
                return try add(.condition(2, isNegated: isNegated, next: next))
            case .look(let part, let isAhead, let isNegated):
                let end = try add(.end)
                let start = try compile(part, next: end, isReversed: isAhead)
                conditions.append(.part(Program(start: start, isReversed: isAhead)))
                return try add(
                    .condition(conditions.count - 1, isNegated: isNegated, next: next))
            case .backReference:
                preconditionFailure("a pattern with back-references is refused before")
            }
        }

        private mutating func compile(
            _ part: PatternSyntax, minimum: Int, maximum: Int?, next: Int, isReversed: Bool
        ) throws(Pattern.Failure) -> Int {
            var next = next
            if let maximum {
                let after = next
                for _ in minimum..<max(minimum, maximum) {
                    let inner = try compile(part, next: next, isReversed: isReversed)
                    next = try add(.fork(inner, after))
                }
            } else {
                let loop = try add(.fork(next, next))
                let inner = try compile(part, next: loop, isReversed: isReversed)
                steps[loop] = .fork(inner, next)
                next = loop
            }
            for _ in 0..<minimum { next = try compile(part, next: next, isReversed: isReversed) }
            return next
        }
    }
}
