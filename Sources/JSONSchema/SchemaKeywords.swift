internal import RecordModel

/// Where schemas stand within a schema (JSON Schema 2020-12, 10 and 11).
enum SchemaKeywords {
    /// Keywords whose value is a schema.
    static let single: Set<String> = [
        "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not",
        "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ]
    /// Keywords whose value is a list of schemas.
    static let lists: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
    /// Keywords whose value is a mapping of names to schemas.
    static let mappings: Set<String> = [
        "$defs", "definitions", "dependentSchemas", "patternProperties", "properties",
    ]
    /// Keywords that decide over an instance but are not built yet; a schema that uses one is
    /// refused, since passing over it would accept what it forbids.
    static let unsupported: Set<String> = [
        "$dynamicRef", "$recursiveRef", "unevaluatedItems", "unevaluatedProperties",
    ]

    /// Returns the schemas directly within a schema, each with the way to it.
    static func subschemas(of schema: Mapping) -> [(path: FieldPath, schema: Value)] {
        var result: [(FieldPath, Value)] = []
        for entry in schema.entries {
            let path = FieldPath(steps: [entry.key])
            if single.contains(entry.key) {
                result.append((path, entry.value))
            } else if lists.contains(entry.key), case .list(let items) = entry.value {
                for (index, item) in items.enumerated() {
                    result.append((path.appending(String(index)), item))
                }
            } else if mappings.contains(entry.key), case .mapping(let named) = entry.value {
                for inner in named.entries {
                    result.append((path.appending(inner.key), inner.value))
                }
            }
        }
        return result
    }
}
