import Profiles
public import RecordModel

/// A set of field paths: steps, of which `*` stands for any one.
///
/// A pattern also covers everything within the fields that it matches.
public struct FieldPattern: Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    private let steps: [Substring]
    /// The pattern as it was written.
    public let description: String

    /// Takes a pattern such as `/publications/*/isbn`.
    public init(stringLiteral text: String) {
        description = text
        steps = text.split(separator: "/")
    }

    /// Tells whether a path is matched, or leads into a field that is.
    public func covers(_ path: FieldPath) -> Bool {
        path.steps.count >= steps.count
            && zip(steps, path.steps).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// The paths of the fields of a record that the pattern matches, in order.
    public func paths(in value: Value) -> [FieldPath] { Self.paths(steps[...], in: value) }

    private static func paths(_ steps: ArraySlice<Substring>, in value: Value) -> [FieldPath] {
        guard let step = steps.first else { return [.root] }
        var children: [(String, Value)] = []
        switch value {
        case .mapping(let mapping):
            children = mapping.entries.map { ($0.key, $0.value) }
        case .list(let items):
            children = items.enumerated().map { (Fields.step(to: $1, at: $0), $1) }
        default: return []
        }
        return children.filter { step == "*" || step == $0.0 }.flatMap { name, child in
            paths(steps.dropFirst(), in: child).map { FieldPath(steps: [name]).appending($0) }
        }
    }
}
