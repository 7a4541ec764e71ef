internal import RecordModel

/// Makes the data that the theme's templates read.
///
/// Liquid takes an empty text and an empty list for true, so what is not there is left out.
enum PlainValue {
    /// A mapping of the fields that are there.
    static func mapping(_ fields: KeyValuePairs<String, Value?>) -> Value {
        var mapping = Mapping()
        for (key, value) in fields {
            // Beside a value, Swift reads the literal `nil` as the value null.
            if let value, !value.isNull { mapping[key] = value }
        }
        return .mapping(mapping)
    }

    /// The fields of a mapping after some others; none of them may be in both.
    static func mapping(_ fields: KeyValuePairs<String, Value?>, and others: Value) -> Value {
        guard case .mapping(var mapping) = mapping(fields) else { return others }
        for entry in others.mapping?.entries ?? [] { mapping[entry.key] = entry.value }
        return .mapping(mapping)
    }

    /// A text, nil where it is missing or empty.
    static func text(_ text: String?) -> Value? {
        guard let text, !text.isEmpty else { return nil }
        return .string(text)
    }

    /// A list, nil where it is empty.
    static func list(_ items: [Value]) -> Value? { items.isEmpty ? nil : .list(items) }

    /// A list of texts, nil where it is empty.
    static func texts(_ items: [String]) -> Value? { list(items.compactMap(text)) }

    /// The word `true`, nil where the flag is not set: a template asks only whether it is there.
    static func flag(_ flag: Bool) -> Value? { flag ? .bool(true) : nil }
}
