/// The way from a record's root to a field.
///
/// Printed as a JSON Pointer (RFC 6901) in which the steps into a list are the ids of its items
/// where those have one: `/publications/fedimpro-2024/venue/name`. Such a path stays valid when
/// entries are reordered. Steps are kept as text; whether `7` is a key or a position is decided
/// against the value it is looked up in.
public struct FieldPath: Hashable, Sendable {
    /// The steps, from the root.
    public var steps: [String]

    /// The path of the root itself.
    public static let root = FieldPath(steps: [])

    /// Makes a path of steps.
    public init(steps: [String]) { self.steps = steps }

    /// Reads a JSON Pointer; nil where it neither is empty nor begins with `/`, or where a `~` is
    /// not followed by `0` or `1`.
    public init?(parsing text: String) {
        guard !text.isEmpty else {
            self = .root
            return
        }
        guard text.first == "/" else { return nil }
        var steps: [String] = []
        for raw in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            var step = ""
            var characters = raw.unicodeScalars.makeIterator()
            while let next = characters.next() {
                guard next == "~" else {
                    step.unicodeScalars.append(next)
                    continue
                }
                switch characters.next() {
                case "0": step.append("~")
                case "1": step.append("/")
                default: return nil
                }
            }
            steps.append(step)
        }
        self.steps = steps
    }

    /// Returns the path with one more step at its end.
    public func appending(_ step: String) -> FieldPath { FieldPath(steps: steps + [step]) }

    /// Returns the path with the steps of another one at its end.
    public func appending(_ path: FieldPath) -> FieldPath {
        FieldPath(steps: steps + path.steps)
    }

    /// The path without its last step, nil for the root.
    public var parent: FieldPath? { steps.isEmpty ? nil : FieldPath(steps: steps.dropLast()) }

    /// Tells whether this path is another one or leads to something within it.
    public func isInside(_ other: FieldPath) -> Bool { steps.starts(with: other.steps) }
}

extension FieldPath: CustomStringConvertible {
    /// The JSON Pointer; the root is the empty text.
    public var description: String {
        var text = ""
        for step in steps {
            text += "/"
            for scalar in step.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}

extension Value {
    /// The key by which the items of a list are told apart wherever they carry it.
    public static let identityKey = "id"

    /// The value at a field path, nil where a step leads nowhere.
    public subscript(path: FieldPath) -> Value? {
        var current = self
        for step in path.steps {
            guard let next = current.child(at: step) else { return nil }
            current = next
        }
        return current
    }

    /// The value one step down: a key of a mapping, or an item of a list by id or, where the step
    /// is a number, by position from 0.
    public func child(at step: String) -> Value? {
        switch self {
        case .mapping(let mapping): mapping[step]
        case .list(let items): Self.position(of: step, in: items).map { items[$0] }
        default: nil
        }
    }

    /// The position, from 0, of the item that a step of a path names, nil where there is none.
    ///
    /// An id holds a letter, so a step of digits only is a position.
    public static func position(of step: String, in items: [Value]) -> Int? {
        if !step.isEmpty, step.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return Int(step).flatMap { items.indices.contains($0) ? $0 : nil }
        }
        return items.firstIndex { $0[identityKey]?.string == step }
    }

    /// The step that names an item of a list: its id where it has one with a letter, else its
    /// position from 0.
    public static func step(to item: Value, at position: Int) -> String {
        guard let id = item[identityKey]?.string,
            id.utf8.contains(where: { $0 < 0x30 || $0 > 0x39 })
        else { return String(position) }
        return id
    }
}
