/// A set of symbols: Unicode scalars, and the two marks at the ends of a text.
struct ScalarClass: Hashable, Sendable {
    /// The symbol before the first scalar of a text, which only `^` matches.
    static let start: UInt32 = 0x11_0000
    /// The symbol behind the last scalar of a text, which only `$` matches.
    static let end: UInt32 = 0x11_0001

    /// The characters of words: `\w`.
    static let word = ScalarClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

    private let ranges: [ClosedRange<UInt32>]
    private let properties: [ScalarProperty]
    private let isNegated: Bool
    /// The members below 128, so that the common case is one look.
    private let ascii: (UInt64, UInt64)

    init(
        _ ranges: [ClosedRange<UInt32>], properties: [ScalarProperty] = [],
        isNegated: Bool = false
    ) {
        self.ranges = ranges
        self.properties = properties
        self.isNegated = isNegated
        var words: (UInt64, UInt64) = (0, 0)
        for value in UInt32(0)..<128 {
            guard
                Self.contains(
                    value, ranges: ranges, properties: properties, isNegated: isNegated)
            else { continue }
            if value < 64 {
                words.0 |= 1 << UInt64(value)
            } else {
                words.1 |= 1 << UInt64(value - 64)
            }
        }
        ascii = words
    }

    /// The mark at an end of a text, where the class is one; nil for a class of characters.
    var mark: UInt32? {
        ranges.first.flatMap { !isNegated && $0.lowerBound >= Self.start ? $0.lowerBound : nil }
    }

    func contains(_ symbol: UInt32) -> Bool {
        if symbol < 64 { return ascii.0 >> UInt64(symbol) & 1 == 1 }
        if symbol < 128 { return ascii.1 >> UInt64(symbol - 64) & 1 == 1 }
        return Self.contains(
            symbol, ranges: ranges, properties: properties, isNegated: isNegated)
    }

    private static func contains(
        _ symbol: UInt32, ranges: [ClosedRange<UInt32>], properties: [ScalarProperty],
        isNegated: Bool
    ) -> Bool {
        // The marks are no characters: no negated class matches them.
        let isMark = symbol >= start
        var isMember = ranges.contains { $0.contains(symbol) }
        if !isMember, !properties.isEmpty, let scalar = Unicode.Scalar(symbol) {
            isMember = properties.contains { $0.holds(for: scalar) }
        }
        return isMark ? isMember && !isNegated : isMember != isNegated
    }

    static func == (first: Self, second: Self) -> Bool {
        first.ranges == second.ranges && first.properties == second.properties
            && first.isNegated == second.isNegated
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ranges)
        hasher.combine(isNegated)
    }
}
