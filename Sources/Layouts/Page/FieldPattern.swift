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
        var found: [FieldPath] = []
        collect(steps[...], in: value, &found) { _ in }
        return found
    }

    /// Collects the paths that match within a value.
    ///
    /// Most fields of a record match nothing, so no path is begun before one ends: `begin` puts the
    /// steps to the value, last one first, in front of it.
    private func collect(
        _ steps: ArraySlice<String>, in value: Value, _ found: inout [FieldPath],
        begin: (inout [String]) -> Void
    ) {
        guard let step = steps.first else {
            var path: [String] = []
            begin(&path)
            found.append(FieldPath(steps: path.reversed()))
            return
        }
        let rest = steps.dropFirst()
        switch value {
        case .mapping(let mapping) where step != "*":
            guard let child = mapping[step] else { return }
            collect(rest, in: child, &found) { path in
                path.append(step)
                begin(&path)
            }
        case .mapping(let mapping):
            for entry in mapping.entries {
                collect(rest, in: entry.value, &found) { path in
                    path.append(entry.key)
                    begin(&path)
                }
            }
        case .list(let items):
            for position in items.indices {
                if step != "*", step != Fields.step(to: items[position], at: position) { continue }
                collect(rest, in: items[position], &found) { path in
                    path.append(Fields.step(to: items[position], at: position))
                    begin(&path)
                }
            }
        default: break
        }
    }
}
