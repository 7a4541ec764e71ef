/// What kind of value a place expects, as far as reading, naming and comparing values needs it.
///
/// YAML leaves open whether `1.10` or `no` is text, and no value says how the items of a list are
/// told apart. A schema knows both; a shape is that part of its knowledge, so that a title stays a
/// title and an entry keeps its path when it moves.
public indirect enum Shape: Hashable, Sendable {
    /// No expectation: plain scalars are typed by YAML's core schema.
    case any
    /// Text: a plain scalar is what was written.
    case text
    /// Text in Markdown, whose words two people can change without disagreeing.
    case prose
    /// A mapping, with the shapes of the keys that are known and of all others.
    case mapping([String: Shape], others: Shape)
    /// A list, with the shape of its items and the rule by which they are told apart.
    case list(Shape, ListRule)

    /// Tells whether a plain scalar is text, whatever it looks like.
    public var isText: Bool { self == .text || self == .prose }

    /// The shape of the value of a key.
    public func shape(ofKey key: String) -> Shape {
        if case .mapping(let known, let others) = self { known[key] ?? others } else { .any }
    }

    /// The shape of an item.
    public var itemShape: Shape {
        if case .list(let shape, _) = self { shape } else { .any }
    }

    /// The rule of a list; where nothing is said, items that have an `id` are told apart by it.
    public var listRule: ListRule {
        if case .list(_, let rule) = self { rule } else { ListRule(identity: .key("id")) }
    }
}

/// How the items of a list are told apart, and whether their order means anything.
public struct ListRule: Hashable, Sendable {
    /// What makes two items of two versions of a list the same item.
    public enum Identity: Hashable, Sendable {
        /// The value of this key.
        case key(String)
        /// The whole value: the list is a set.
        case value
        /// The position in the list.
        case position
    }

    /// What makes two items the same.
    public var identity: Identity
    /// Whether the order is the person's; false where an export orders the items by a field.
    public var hasOwnOrder: Bool
    /// Whether the order says something of its own, as that of authors does: then two people who
    /// add items at the same place have to agree which comes first.
    public var isSequence: Bool
    /// The keys that tell an item apart when it has got another name: the first group of keys whose
    /// values are all the same decides.
    public var recognise: [[String]]

    /// Makes a rule.
    public init(
        identity: Identity, hasOwnOrder: Bool = true, isSequence: Bool = false,
        recognise: [[String]] = []
    ) {
        self.identity = identity
        self.hasOwnOrder = hasOwnOrder
        self.isSequence = isSequence
        self.recognise = recognise
    }

    /// The text by which an item is known in a field path, nil where its position has to do.
    ///
    /// A text of digits only names a position, so it never names an item.
    public func name(of item: Value) -> String? { item.mapping.flatMap(name) }

    /// The text by which a mapping is known in a field path; see `name(of:)` of a value.
    public func name(of item: Mapping) -> String? {
        guard case .key(let key) = identity, let name = item[key]?.string else { return nil }
        return name.utf8.contains { $0 < 0x30 || $0 > 0x39 } ? name : nil
    }

    /// The position, from 0, of the item that a step of a field path names, nil if there is none.
    public func position(of step: String, in items: [Value]) -> Int? {
        if !step.isEmpty, step.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return Int(step).flatMap { items.indices.contains($0) ? $0 : nil }
        }
        return items.firstIndex { name(of: $0) == step }
    }
}
