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
    /// The script of the last letter.
    private var script = SignKind.Script.none
    /// The last character.
    private(set) var last: Unicode.Scalar = " "

    init() {}

    /// Goes on with a character.
    ///
    /// What stands between two layers of damage is not plausible yet, so neighbours of a chain of
    /// sequences do not count for much.
    mutating func add(_ scalar: Unicode.Scalar, isChained: Bool = false) {
        let kind = SignKind(of: scalar)
        cost += kind.rarity
        if scalar == last, !scalar.isASCII {
            cost -= kind.rarity * 0.7
        } else {
            let step = Self.cost(of: kind, scalar, after: previous, last, beforePrevious)
            cost += isChained && !last.isASCII ? min(step, 1) : step
        }
        if kind.isLetter {
            if !previous.isLetter, script != .none, kind.script != script,
                kind.script != .east, script != .east
            {
                cost += kind.script == .greek || script == .greek ? 0.5 : 1.4
            }
            script = kind.script
        }
        (beforePrevious, previous, last) = (previous, kind, scalar)
    }

    /// The same for a text that goes on with some characters.
    func adding(_ scalars: [Unicode.Scalar], isChained: Bool = false) -> Plausibility {
        var result = self
        for scalar in scalars { result.add(scalar, isChained: isChained) }
        return result
    }

    /// What it costs that one character stands behind another.
    private static func cost(
        of kind: SignKind, _ scalar: Unicode.Scalar, after previous: SignKind,
        _ last: Unicode.Scalar, _ beforePrevious: SignKind
    ) -> Double {
        let isPlain = scalar.isASCII && last.isASCII
        if isPlain || kind.sort == .unknown || previous.sort == .unknown { return 0 }
        // Nearly nothing but damage has this letter before a sign.
        let extra: Double =
            last != "Ã" || scalar.isASCII || kind.isLetter ? 0 : kind.sort == .space ? 2 : 1.5
        return extra + plainCost(of: kind, scalar, after: previous, last, beforePrevious)
    }

    private static func plainCost(
        of kind: SignKind, _ scalar: Unicode.Scalar, after previous: SignKind,
        _ last: Unicode.Scalar, _ beforePrevious: SignKind
    ) -> Double {
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
            case (.latin, .greek), (.greek, .latin): return 1
            default: return 4
            }
        }
        var cost = 0.0
        switch (previous.sort, kind.sort) {
        case (.small, .capital): cost += 2.5
        case (.capital, .small) where beforePrevious.sort == .capital: cost += 2
        default: break
        }
        if kind.script == .latin, !scalar.isASCII, !last.isASCII {
            cost += kind.sort == .capital ? 1.2 : 2
        }
        if last == "Ã", kind.sort == .small { cost += beforePrevious.sort == .small ? 3 : 2 }
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
        case .opening: return scalar == "“" ? 1.5 : scalar == "‘" ? 2.5 : 3.5
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
        case .digit: return kind.script == .hebrew || kind.script == .arabic ? 1.5 : 0
        case .space, .punctuation, .opening, .dash, .joiner, .mark: return 0
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
        case (_, .mark): return 1.5
        case (.space, .closing) where kind.script == .none: return scalar == "…" ? 0 : 1.2
        case (.opening, .space): return last == "«" ? 0.2 : 1.2
        case (.space, _), (_, .space): return 0
        case (.digit, .postfix), (.digit, .symbol), (.symbol, .digit): return 0.2
        case (.box, .box): return 0.2
        case (.punctuation, _), (_, .punctuation): return 0.2
        case (.opening, .opening), (.closing, .closing), (.opening, .closing), (.closing, .dash),
            (.dash, .opening), (.digit, .dash), (.dash, .digit), (.digit, .closing),
            (.opening, .digit), (.opening, .emoji), (.emoji, .closing), (.opening, .symbol),
            (.symbol, .closing):
            return 0.3
        case (.dash, .dash): return 0.5
        default: return 1.7
        }
    }
}
