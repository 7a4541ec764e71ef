import RecordModel
import TestSupport

/// Makes schemas in which all keywords meet, and values that nearly fit them.
struct SchemaGenerator {
    private var random: SeededGenerator
    let isDraft7: Bool
    private var depth = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        isDraft7 = seed % 4 == 0
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    private mutating func one<Item>(_ items: [Item]) -> Item { items[number(items.count)] }

    private static let keys = ["a", "b", "c", "ab"]
    private static let texts = ["", "a", "b", "ab", "é", "👩x", "abc"]
    private static let types = [
        "null", "boolean", "integer", "number", "string", "array", "object",
    ]

    // MARK: Values

    mutating func value(_ depth: Int = 0) -> Value {
        switch number(depth < 3 ? 10 : 6) {
        case 0: return nil
        case 1: return .bool(number(2) == 0)
        case 2: return .number(Number(number(5) - 1))
        case 3: return one(["1.0", "0.5", "2.5", "1e2", "12345678901234567890"]).asNumber
        case 4, 5: return .string(one(Self.texts))
        case 6, 7: return .list((0..<number(4)).map { _ in value(depth + 1) })
        default:
            var mapping = Mapping()
            for _ in 0..<number(4) { mapping[one(Self.keys)] = value(depth + 1) }
            return .mapping(mapping)
        }
    }

    // MARK: Schemas

    /// Returns a whole schema with definitions that its references lead to.
    mutating func document() -> Value {
        guard case .mapping(var schema) = subschema() else { return document() }
        let definitions = isDraft7 ? "definitions" : "$defs"
        schema["$schema"] =
            isDraft7
            ? "http://json-schema.org/draft-07/schema#"
            : "https://json-schema.org/draft/2020-12/schema"
        schema[definitions] = ["one": subschema(), "two": named(subschema())]
        return .mapping(schema)
    }

    /// A definition that an anchor names.
    private func named(_ schema: Value) -> Value {
        guard case .mapping(var mapping) = schema else { return named([:]) }
        if isDraft7 { mapping["$id"] = "#two" } else { mapping["$anchor"] = "two" }
        // In draft 7 nothing stands beside a reference, not even a name.
        if isDraft7 { mapping["$ref"] = nil }
        return .mapping(mapping)
    }

    private mutating func subschema() -> Value {
        depth += 1
        defer { depth -= 1 }
        if depth > 4 || number(10) == 0 { return .bool(number(4) > 0) }
        var schema = Mapping()
        for _ in 0..<(1 + number(3)) { add(to: &schema) }
        return .mapping(schema)
    }

    private mutating func subschemas() -> Value {
        .list((0..<(1 + number(3))).map { _ in subschema() })
    }

    private mutating func named() -> Value {
        var mapping = Mapping()
        for _ in 0..<(1 + number(3)) { mapping[one(Self.keys)] = subschema() }
        return .mapping(mapping)
    }

    private mutating func keys() -> Value {
        .list(Self.keys.filter { _ in number(3) == 0 }.map { .string($0) })
    }

    private mutating func count() -> Value { .number(Number(number(4))) }

    private mutating func add(to schema: inout Mapping) {
        switch number(isDraft7 ? 31 : 38) {
        case 0: schema["type"] = .string(one(Self.types))
        case 1:
            schema["type"] = .list(
                Self.types.filter { $0 == "null" || number(3) == 0 }.map { .string($0) })
        case 2: schema["const"] = value()
        case 3: schema["enum"] = .list((0..<(1 + number(4))).map { _ in value(1) })
        case 4: schema[one(["minimum", "exclusiveMinimum"])] = count()
        case 5: schema[one(["maximum", "exclusiveMaximum"])] = count()
        case 6: schema["multipleOf"] = one(["1", "2", "0.5", "1.5"]).asNumber
        case 7: schema[one(["minLength", "maxLength"])] = count()
        case 8: schema[one(["minItems", "maxItems"])] = count()
        case 9: schema[one(["minProperties", "maxProperties"])] = count()
        case 10: schema["pattern"] = .string(one(["^a", "b$", "^.$", "a+b?", "[^a]"]))
        case 11: schema["uniqueItems"] = true
        case 12: schema["required"] = keys()
        case 13, 14, 15: schema["properties"] = named()
        case 16: schema["patternProperties"] = [one(["^a", "b$", "."]): subschema()]
        case 17: schema["additionalProperties"] = subschema()
        case 18: schema["propertyNames"] = subschema()
        case 19: schema["items"] = subschema()
        case 20: schema["contains"] = subschema()
        case 21: schema["allOf"] = subschemas()
        case 22: schema["anyOf"] = subschemas()
        case 23: schema["oneOf"] = subschemas()
        case 24: schema["not"] = subschema()
        case 25:
            schema["if"] = subschema()
            schema[one(["then", "else"])] = subschema()
        case 26, 27: addReference(to: &schema)
        case 28:
            schema[isDraft7 ? "dependencies" : "dependentRequired"] = [one(Self.keys): keys()]
        case 29:
            schema[isDraft7 ? "dependencies" : "dependentSchemas"] = [one(Self.keys): subschema()]
        case 30:
            schema[isDraft7 ? "items" : "prefixItems"] = subschemas()
            if isDraft7 { schema["additionalItems"] = subschema() }
        case 31:
            schema["contains"] = subschema()
            schema[one(["minContains", "maxContains"])] = count()
        case 32, 33: schema["unevaluatedProperties"] = subschema()
        case 34: schema["unevaluatedItems"] = subschema()
        default: schema["unevaluatedProperties"] = false
        }
    }

    /// A reference whose way takes a step into the value wherever it leads back to the root.
    private mutating func addReference(to schema: inout Mapping) {
        let definitions = isDraft7 ? "definitions" : "$defs"
        if number(3) == 0 {
            schema["properties"] = [one(Self.keys): ["$ref": "#"]]
        } else if depth > 1 {
            schema["items"] = ["$ref": .string(one(["#/\(definitions)/one", "#two"]))]
        } else if isDraft7 {
            // Beside a reference the definitions that it leads to would not count.
            schema["allOf"] = [["$ref": .string(one(["#/\(definitions)/one", "#two"]))]]
        } else {
            schema["$ref"] = .string(one(["#/\(definitions)/one", "#two"]))
        }
    }
}

extension String {
    /// The number that the text is.
    fileprivate var asNumber: Value { Number(parsing: self).map { .number($0) } ?? nil }
}
