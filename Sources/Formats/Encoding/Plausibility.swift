/// How unlikely a text is, by what stands next to what: letters of one script, capitals at the
/// start of a word, quotation marks at its edges.
///
/// Costs are logarithms of odds, as far as one can say so of numbers that were set by hand on texts
/// that are damaged and on texts that only look so. No word list is asked: a name is as good as a
/// word.
struct Plausibility {
    /// What the text costs so far.
    private(set) var cost = 0.0
    private var previous = SignKind(.space, 0)
    private var beforePrevious = SignKind(.space, 0)
    /// The last character.
    private(set) var last: Unicode.Scalar = " "

    init() {}

    /// Goes on with a character.
    mutating func add(_ scalar: Unicode.Scalar) {
        let kind = SignKind(of: scalar)
        cost += kind.rarity
        if scalar == last, !scalar.isASCII {
            cost -= kind.rarity * 0.7
        } else {
            cost += Self.cost(
                of: kind, scalar, after: previous, last, beforePrevious)
        }
        (beforePrevious, previous, last) = (previous, kind, scalar)
    }

    /// The same for a text that goes on with some characters.
    func adding(_ scalars: [Unicode.Scalar]) -> Plausibility {
        var result = self
        for scalar in scalars { result.add(scalar) }
        return result
    }

    /// What it costs that one character stands behind another.
    private static func cost(
        of kind: SignKind, _ scalar: Unicode.Scalar, after previous: SignKind,
        _ last: Unicode.Scalar, _ beforePrevious: SignKind
    ) -> Double {
        let isPlain = scalar.isASCII && last.isASCII
        if isPlain { return 0 }
        if previous.isLetter, kind.isLetter {
            return letterCost(kind, scalar, previous, last, beforePrevious)
        }
        if previous.isLetter { return signCost(kind, scalar, previous) }
        if kind.isLetter { return letterCost(kind, after: previous, last) }
        return otherCost(kind, scalar, previous, last)
    }

    /// A letter behind a letter.
    private static func letterCost(
        _ kind: SignKind, _ scalar: Unicode.Scalar, _ previous: SignKind, _ last: Unicode.Scalar,
        _ beforePrevious: SignKind
    ) -> Double {
        guard kind.script == previous.script else {
            switch (kind.script, previous.script) {
            case (.latin, .east), (.east, .latin), (.latin, .hangul), (.hangul, .latin),
                (.east, .hangul), (.hangul, .east):
                return 0.7
            case (.latin, .greek), (.greek, .latin): return 1.5
            default: return 4
            }
        }
        var cost = 0.0
        switch (previous.sort, kind.sort) {
        case (.small, .capital): cost += 2.5
        case (.capital, .small) where beforePrevious.sort == .capital: cost += 2
        default: break
        }
        if kind.script == .latin, !scalar.isASCII, !last.isASCII { cost += 1.2 }
        return cost
    }

    /// A sign behind a letter.
    private static func signCost(
        _ kind: SignKind, _ scalar: Unicode.Scalar, _ previous: SignKind
    ) -> Double {
        switch kind.sort {
        case .space, .punctuation, .digit, .closing: return 0
        case .dash: return 0.2
        case .emoji: return 0.8
        case .mark: return previous.script == .latin ? 0 : 2
        case .joiner: return 2.5
        case .opening: return scalar == "“" || scalar == "‘" ? 1.5 : 2.5
        case .postfix: return scalar == "™" || scalar == "®" || scalar == "²" ? 0.5 : 2.5
        case .box: return 2.5
        default:
            if scalar == "·" || scalar == "\u{AD}" || scalar == "×" { return 1 }
            return previous.script == .east ? 1.5 : 3
        }
    }

    /// A letter behind a sign.
    private static func letterCost(
        _ kind: SignKind, after previous: SignKind, _ last: Unicode.Scalar
    ) -> Double {
        switch previous.sort {
        case .space, .punctuation, .opening, .digit, .dash, .joiner, .mark: return 0
        case .closing:
            if previous.script == .east || kind.script == .east || last == "’" { return 0.2 }
            return last == "…" ? 0.7 : 2.5
        case .postfix: return 3
        case .emoji: return 0.5
        case .box: return 2
        default:
            if last == "·" || last == "\u{AD}" || last == "×" { return 1 }
            return last == "£" || last == "€" || last == "•" || last == "§" || last == "√" ? 0.5 : 2
        }
    }

    /// No letter among the two.
    private static func otherCost(
        _ kind: SignKind, _ scalar: Unicode.Scalar, _ previous: SignKind, _ last: Unicode.Scalar
    ) -> Double {
        switch (previous.sort, kind.sort) {
        case (.emoji, .joiner), (.joiner, .emoji), (.emoji, .emoji), (.joiner, .joiner): return 0
        case (_, .joiner): return scalar == "\u{FE0F}" ? 3 : 5
        case (_, .mark): return 2.5
        case (.space, .closing) where kind.script == .none: return scalar == "…" ? 0 : 1.2
        case (.opening, .space): return last == "«" ? 0.2 : 1.2
        case (.space, _), (_, .space): return 0
        case (.digit, .postfix), (.digit, .symbol), (.symbol, .digit): return 0.2
        case (.box, .box): return 0.2
        case (.punctuation, _), (_, .punctuation): return 0.2
        case (.opening, .opening), (.closing, .closing), (.opening, .closing), (.closing, .dash),
            (.dash, .opening), (.digit, .dash), (.dash, .digit), (.digit, .closing),
            (.opening, .digit), (.opening, .emoji), (.emoji, .closing):
            return 0.3
        case (.dash, .dash): return 0.5
        default: return 1.7
        }
    }
}
