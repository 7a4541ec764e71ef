/// A piece of structured data: what YAML, JSON, records, schemas and layouts have in common.
///
/// Equality is that of JSON Schema: numbers are equal when they name the same quantity (`1` and
/// `1.0`), mappings when they hold the same keys with equal values in whatever order, and texts
/// when they have the same Unicode scalars: `é` in one scalar is not `é` in two, as it is for
/// `String`, since the edit from one to the other changes a file.
public enum Value: Hashable, Sendable {
    /// Nothing: an empty YAML value, or JSON's `null`.
    case null
    /// A truth value.
    case bool(Bool)
    /// An exact decimal number.
    case number(Number)
    /// Text.
    case string(String)
    /// Items in order.
    case list([Value])
    /// Keys with values, in the order they were written.
    case mapping(Mapping)
}

extension Value {
    /// Tells whether two values are the same piece of data.
    public static func == (first: Value, second: Value) -> Bool {
        switch (first, second) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.list(let one), .list(let other)): one == other
        case (.mapping(let one), .mapping(let other)): one == other
        default: false
        }
    }

    /// The text of a string, nil for every other value.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The truth value, nil for every other value.
    public var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The number, nil for every other value.
    public var number: Number? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The items of a list, nil for every other value.
    public var list: [Value]? {
        if case .list(let items) = self { items } else { nil }
    }

    /// The mapping, nil for every other value.
    public var mapping: Mapping? {
        if case .mapping(let mapping) = self { mapping } else { nil }
    }

    /// Tells whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value of a key of a mapping, nil where there is no such key or no mapping.
    public subscript(key: String) -> Value? {
        if case .mapping(let mapping) = self { mapping[key] } else { nil }
    }

    /// The name of the value's type as JSON Schema spells it.
    ///
    /// A number without a fraction is an `integer`, as in the specification (2020-12, 4.2.3).
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number(let number): number.isInteger ? "integer" : "number"
        case .string: "string"
        case .list: "array"
        case .mapping: "object"
        }
    }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// Makes `null`.
    public init(nilLiteral: ()) { self = .null }

    /// Makes a truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Makes a number.
    public init(integerLiteral value: Int) { self = .number(Number(value)) }

    /// Makes a string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// Makes a list.
    public init(arrayLiteral items: Value...) { self = .list(items) }

    /// Makes a mapping; of two entries with one key the later one stays.
    public init(dictionaryLiteral entries: (String, Value)...) {
        var mapping = Mapping()
        for (key, value) in entries { mapping[key] = value }
        self = .mapping(mapping)
    }
}
