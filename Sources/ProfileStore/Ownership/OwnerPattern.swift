public import RecordModel

/// Which places of a store a rule is about: `ada-lovelace`, `*/publications/*/citations`,
/// `/schema`.
///
/// A place is the way from the store's root to a field or a file: `/profiles/ada-lovelace/news/x`.
/// A pattern names a place and everything within it; `*` stands for any run of characters within
/// one step. A pattern that does not begin with `/` begins in `profiles/`.
public struct OwnerPattern: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as it was written.
    public let description: String
    /// The steps from the store's root, as patterns.
    public let steps: [String]

    /// Reads a pattern; nil for a text that is none.
    public init?(_ text: String) {
        let isFromRoot = text.hasPrefix("/")
        guard !text.isEmpty, var path = FieldPath(parsing: isFromRoot ? text : "/" + text) else {
            return nil
        }
        if path.steps.count > 0, path.steps.last == "" { path.steps.removeLast() }
        guard !path.steps.contains("") else { return nil }
        if !isFromRoot { path.steps.insert(StoreLayout.profiles, at: 0) }
        // A section goes by its name, but its file's name is what a person sees.
        if path.steps.count > 2, path.steps[0] == StoreLayout.profiles,
            path.steps[2].hasSuffix(StoreLayout.sectionSuffix)
        {
            path.steps[2].removeLast(StoreLayout.sectionSuffix.count)
        }
        description = text
        steps = path.steps
    }

    /// Tells whether a place is one that the pattern names, or within one.
    public func matches(_ place: FieldPath) -> Bool {
        place.steps.count >= steps.count && zip(steps, place.steps).allSatisfy(Self.matches)
    }

    /// Tells whether a pattern of one step matches one.
    static func matches(_ pattern: String, _ step: String) -> Bool {
        let (pattern, step) = (Array(pattern.utf8), Array(step.utf8))
        var (read, position) = (0, 0)
        // Where the last star stands, and how much of the step it has taken so far.
        var star: (pattern: Int, position: Int)?
        while position < step.count {
            if read < pattern.count, pattern[read] == UInt8(ascii: "*") {
                star = (read, position)
                read += 1
            } else if read < pattern.count, pattern[read] == step[position] {
                read += 1
                position += 1
            } else if let last = star {
                star = (last.pattern, last.position + 1)
                (read, position) = (last.pattern + 1, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[read...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension OwnerPattern {
    /// How narrow a pattern is: one with more steps is narrower; among those of equal length the
    /// first step decides in which one has no star, or more characters beside it.
    ///
    /// It depends on the pattern alone, so that the order in which rules are written does not
    /// count.
    struct Specificity: Comparable {
        private let weights: [Int]

        init(_ pattern: OwnerPattern) {
            weights = pattern.steps.map { step in
                let count = step.utf8.count { $0 != UInt8(ascii: "*") }
                return count == step.utf8.count ? .max : count
            }
        }

        static func < (first: Self, second: Self) -> Bool {
            guard first.weights.count == second.weights.count else {
                return first.weights.count < second.weights.count
            }
            return first.weights.lexicographicallyPrecedes(second.weights)
        }
    }

    /// How narrow the pattern is.
    var specificity: Specificity { Specificity(self) }
}
