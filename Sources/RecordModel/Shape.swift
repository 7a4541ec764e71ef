/// What kind of value a place in a file expects, as far as reading its plain scalars needs it.
///
/// YAML leaves open whether `1.10` or `no` is text. A schema knows; a shape is the part of that
/// knowledge a reader needs, so that a title stays a title.
public indirect enum Shape: Hashable, Sendable {
    /// No expectation: plain scalars are typed by YAML's core schema.
    case any
    /// Text: a plain scalar is what was written.
    case text
    /// A mapping, with the shapes of the keys that are known and of all others.
    case mapping([String: Shape], others: Shape)
    /// A list, with the shape of its items.
    case list(Shape)

    /// The shape of the value of a key.
    public func shape(ofKey key: String) -> Shape {
        if case .mapping(let known, let others) = self { known[key] ?? others } else { .any }
    }

    /// The shape of an item.
    public var itemShape: Shape {
        if case .list(let shape) = self { shape } else { .any }
    }
}
