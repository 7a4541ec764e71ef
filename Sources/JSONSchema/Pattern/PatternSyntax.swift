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
    /// The beginning or end of a word, or that neither is here.
    case wordBoundary(isNegated: Bool)
    /// Whether a part matches before or behind a place.
    case look(PatternSyntax, isAhead: Bool, isNegated: Bool)
    /// What a group matched before.
    case backReference(String)

    /// The first back-reference in the pattern, nil where there is none.
    var backReference: String? {
        switch self {
        case .symbol, .wordBoundary: nil
        case .backReference(let name): name
        case .sequence(let parts), .choice(let parts): parts.lazy.compactMap(\.backReference).first
        case .repetition(let part, _, _), .look(let part, _, _): part.backReference
        }
    }

    /// Whether what is around a place decides, beyond the ends of the text.
    var looksAround: Bool {
        switch self {
        case .symbol, .backReference: false
        case .wordBoundary, .look: true
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.looksAround)
        case .repetition(let part, _, _): part.looksAround
        }
    }
}
