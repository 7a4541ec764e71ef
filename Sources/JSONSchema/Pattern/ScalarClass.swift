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
