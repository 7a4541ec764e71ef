import Profiles
public import RecordModel

/// A set of field paths: steps, of which `*` stands for any one.
///
/// A pattern also covers everything within the fields that it matches.
public struct FieldPattern: Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    private let steps: [String]
    /// The pattern as it was written.
    public let description: String

    /// Takes a pattern such as `/publications/*/isbn`.
    public init(stringLiteral text: String) {
        description = text
        steps = text.split(separator: "/").map(String.init)
    }

    /// Tells whether a path is matched, or leads into a field that is.
    public func covers(_ path: FieldPath) -> Bool {
        path.steps.count >= steps.count
            && zip(steps, path.steps).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// The paths of the fields of a record that the pattern matches, in order.
    public func paths(in value: Value) -> [FieldPath] {
        Self.tails(steps[...], in: value).map { FieldPath(steps: $0.reversed()) }
    }

    /// The steps of the paths that match, last one first; most fields of a record match nothing,
    /// so no path is begun before one ends.
    private static func tails(_ steps: ArraySlice<String>, in value: Value) -> [[String]] {
        guard let step = steps.first else { return [[]] }
        let rest = steps.dropFirst()
        switch value {
        case .mapping(let mapping) where step != "*":
            guard let child = mapping[step] else { return [] }
            return tails(rest, in: child).map { $0 + [step] }
        case .mapping(let mapping):
            return mapping.entries.flatMap { entry in
                tails(rest, in: entry.value).map { $0 + [entry.key] }
            }
        case .list(let items):
            return items.enumerated().flatMap { position, item in
                let found = tails(rest, in: item)
                guard !found.isEmpty else { return found }
                let name = Fields.step(to: item, at: position)
                return step == "*" || step == name ? found.map { $0 + [name] } : []
            }
        default: return []
        }
    }
}
