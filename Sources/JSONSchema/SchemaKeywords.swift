internal import RecordModel

/// The keywords that decide over instances: which dialects have them, and where schemas stand in
/// them (2020-12, 10 and 11).
enum SchemaKeywords {
    /// The vocabulary of a keyword, and the drafts that have it.
    struct Home {
        let vocabulary: Dialect.Vocabulary
        var since = Dialect.Draft.draft7
        var until = Dialect.Draft.draft2020
    }

    static let home: [String: Home] = {
        var home: [String: Home] = [:]
        func add(
            _ vocabulary: Dialect.Vocabulary, since: Dialect.Draft = .draft7,
            until: Dialect.Draft = .draft2020, _ names: String...
        ) {
            for name in names {
                home[name] = Home(vocabulary: vocabulary, since: since, until: until)
            }
        }
        add(.core, "$ref")
        add(.core, since: .draft2019, until: .draft2019, "$recursiveRef")
        add(.core, since: .draft2020, "$dynamicRef")
        add(
            .applicator, "additionalProperties", "allOf", "anyOf", "contains", "dependencies",
            "else", "if", "items", "not", "oneOf", "patternProperties", "properties",
            "propertyNames", "then")
        add(.applicator, until: .draft2019, "additionalItems")
        add(.applicator, since: .draft2019, "dependentSchemas")
        add(.applicator, since: .draft2020, "prefixItems")
        add(.unevaluated, since: .draft2019, "unevaluatedItems", "unevaluatedProperties")
        add(
            .validation, "const", "enum", "exclusiveMaximum", "exclusiveMinimum", "maxItems",
            "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties",
            "minimum", "multipleOf", "pattern", "required", "type", "uniqueItems")
        add(.validation, since: .draft2019, "dependentRequired", "maxContains", "minContains")
        add(.content, "contentEncoding", "contentMediaType")
        return home
    }()

    /// Keywords whose value is a schema.
    private static let single: Set<String> = [
        "additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if",
        "items", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ]
    /// Keywords whose value is a list of schemas.
    private static let lists: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
    /// Keywords whose value is a mapping of names to schemas.
    private static let mappings: Set<String> = [
        "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties",
        "properties",
    ]

    /// Returns the schemas directly within a schema, each with the way to it.
    static func subschemas(
        of schema: Mapping, in dialect: Dialect
    ) -> [(path: FieldPath, schema: Value)] {
        if dialect.ignoresSiblings, schema["$ref"] != nil { return [] }
        var result: [(FieldPath, Value)] = []
        for entry in schema.entries {
            let path = FieldPath(steps: [entry.key])
            switch entry.value {
            case .list(let items)
            where lists.contains(entry.key) || entry.key == "items" && dialect.draft < .draft2020:
                for (index, item) in items.enumerated() {
                    result.append((path.appending(String(index)), item))
                }
            case .mapping(let named) where mappings.contains(entry.key):
                for inner in named.entries {
                    result.append((path.appending(inner.key), inner.value))
                }
            case .mapping where single.contains(entry.key), .bool where single.contains(entry.key):
                result.append((path, entry.value))
            default: break
            }
        }
        return result
    }
}
