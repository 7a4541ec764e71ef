public import RecordModel

/// Turns schemas into one flat list of parts in which every reference is resolved.
struct SchemaCompiler: Sendable {
    var registry: SchemaRegistry
    private(set) var parts: [Subschema] = []
    /// The parts that are there, by URI and pointer, so that recursion ends.
    private var known: [String: Subschema.ID] = [:]
    private var depth = 0
    private static let depthLimit = 500

    init(registry: SchemaRegistry) { self.registry = registry }

    /// Returns the part for a schema, compiling it and what it refers to; its own `$id` is in the
    /// base already.
    mutating func part(
        for schema: Value, base: String, pointer: FieldPath
    ) throws(Diagnostic) -> Subschema.ID {
        let name = base + "#" + pointer.description
        if let id = known[name] { return id }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw failure("The schemas are nested too deep", at: pointer, in: base)
        }
        let id = parts.count
        known[name] = id
        parts.append(Subschema(base: base, pointer: pointer))
        let scope = Scope(base: base, pointer: pointer)
        switch schema {
        case .bool(let isTrue): parts[id].keywords = [.always(isTrue)]
        case .mapping(let mapping):
            parts[id].keywords = try keywords(of: mapping, in: scope)
            for entry in mapping.entries
            where Self.annotations.contains(entry.key)
                || entry.key.hasPrefix("x-")
            {
                parts[id].annotations[entry.key] = entry.value
            }
        default:
            throw failure("A schema is a mapping, `true` or `false`", at: pointer, in: base)
        }
        return id
    }

    private static let annotations: Set<String> = [
        "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly",
    ]

    /// Where the schema that is being compiled stands.
    private struct Scope {
        let base: String
        let pointer: FieldPath
    }

    private mutating func keywords(
        of schema: Mapping, in scope: Scope
    ) throws(Diagnostic) -> [Keyword] {
        var keywords: [Keyword] = []
        for entry in schema.entries {
            if SchemaKeywords.unsupported.contains(entry.key) {
                throw failure("The keyword `\(entry.key)` is not supported", entry.key, scope)
            }
            if let keyword = try keyword(entry.key, entry.value, of: schema, in: scope) {
                keywords.append(keyword)
            }
        }
        if let rules = try fieldRules(of: schema, in: scope) { keywords.append(.fields(rules)) }
        if let rules = try listRules(of: schema, in: scope) { keywords.append(.list(rules)) }
        return keywords
    }

    /// Returns a keyword that stands for itself, nil for one that asserts nothing or is compiled
    /// together with others.
    private mutating func keyword(
        _ name: String, _ value: Value, of schema: Mapping, in scope: Scope
    ) throws(Diagnostic) -> Keyword? {
        switch name {
        case "type":
            let names = value.list?.compactMap(\.string) ?? [value.string ?? ""]
            var types = Keyword.TypeSet()
            for type in names {
                guard let one = Keyword.TypeSet(name: type) else {
                    throw failure("`\(type)` is no type of JSON", name, scope)
                }
                types.insert(one)
            }
            return .type(types)
        case "const": return .constant(value)
        case "enum": return .options(try list(value, name, scope))
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            guard let limit = value.number else {
                throw failure("`\(name)` takes a number", name, scope)
            }
            return .range(keyword: name, limit: limit)
        case "multipleOf":
            guard let unit = value.number, unit > Number(0) else {
                throw failure("`multipleOf` takes a number above 0", name, scope)
            }
            return .multiple(of: unit)
        case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties":
            return .length(keyword: name, limit: try count(value, name, scope))
        case "pattern": return .pattern(try pattern(value, name, scope))
        case "required": return .required(try strings(value, name, scope))
        case "dependentRequired":
            return .dependentRequired(
                try mapping(value, name, scope).entries.map {
                    entry throws(Diagnostic) in
                    (entry.key, try strings(entry.value, name, scope))
                })
        case "dependentSchemas": return .dependentSchemas(try named(value, name, scope))
        case "propertyNames": return .propertyNames(try inner(value, [name], scope))
        case "$ref":
            guard let reference = value.string,
                let place = registry.place(of: reference, from: scope.base)
            else {
                throw failure(
                    "`\(value.string ?? "")` names no schema that is here", name, scope)
            }
            return .reference(
                try part(for: place.schema, base: place.base, pointer: place.pointer))
        case "allOf": return .all(try branches(value, name, scope))
        case "anyOf": return .any(try branches(value, name, scope))
        case "oneOf": return .exactlyOne(try branches(value, name, scope))
        case "not": return .not(try inner(value, [name], scope))
        case "if":
            return .condition(
                try inner(value, [name], scope),
                then: try optional(schema["then"], "then", scope),
                else: try optional(schema["else"], "else", scope))
        default: return nil
        }
    }

    private mutating func fieldRules(
        of schema: Mapping, in scope: Scope
    ) throws(Diagnostic) -> Keyword.FieldRules? {
        let properties = try schema["properties"].map { value throws(Diagnostic) in
            try named(value, "properties", scope)
        }
        var patterns: [(Pattern, Subschema.ID)] = []
        if let value = schema["patternProperties"] {
            for (source, part) in try named(value, "patternProperties", scope) {
                patterns.append((try pattern(.string(source), "patternProperties", scope), part))
            }
        }
        let others = try optional(schema["additionalProperties"], "additionalProperties", scope)
        if properties?.isEmpty ?? true, patterns.isEmpty, others == nil { return nil }
        return Keyword.FieldRules(
            properties: properties ?? [], patterns: patterns, others: others,
            refusesOthers: schema["additionalProperties"] == .bool(false))
    }

    private mutating func listRules(
        of schema: Mapping, in scope: Scope
    ) throws(Diagnostic) -> Keyword.ListRules? {
        let prefix = try schema["prefixItems"].map { value throws(Diagnostic) in
            try branches(value, "prefixItems", scope)
        }
        let items = try optional(schema["items"], "items", scope)
        let contains = try optional(schema["contains"], "contains", scope)
        let least = try schema["minContains"].map { value throws(Diagnostic) in
            try count(value, "minContains", scope)
        }
        let most = try schema["maxContains"].map { value throws(Diagnostic) in
            try count(value, "maxContains", scope)
        }
        let isUnique = schema["uniqueItems"] == .bool(true)
        if prefix?.isEmpty ?? true, items == nil, contains == nil, !isUnique { return nil }
        return Keyword.ListRules(
            prefix: prefix ?? [], items: items, contains: contains, minContains: least ?? 1,
            maxContains: most, isUnique: isUnique)
    }

    private mutating func inner(
        _ schema: Value, _ steps: [String], _ scope: Scope
    ) throws(Diagnostic) -> Subschema.ID {
        if SchemaRegistry.isResource(schema) {
            let base = SchemaRegistry.base(of: schema, in: scope.base)
            return try part(for: schema, base: base, pointer: .root)
        }
        return try part(
            for: schema, base: scope.base,
            pointer: scope.pointer.appending(FieldPath(steps: steps)))
    }

    private mutating func optional(
        _ schema: Value?, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Subschema.ID? {
        guard let schema else { return nil }
        return try inner(schema, [name], scope)
    }

    private mutating func branches(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [Subschema.ID] {
        var result: [Subschema.ID] = []
        for (index, schema) in try list(value, name, scope).enumerated() {
            result.append(try inner(schema, [name, String(index)], scope))
        }
        return result
    }

    private mutating func named(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [(key: String, schema: Subschema.ID)] {
        var result: [(String, Subschema.ID)] = []
        for entry in try mapping(value, name, scope).entries {
            result.append((entry.key, try inner(entry.value, [name, entry.key], scope)))
        }
        return result
    }

    private func pattern(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Pattern {
        guard let source = value.string else {
            throw failure("`\(name)` takes a text", name, scope)
        }
        do { return try Pattern(source) } catch {
            throw failure(
                "The pattern `\(source)` cannot be used: \(error.message)", name, scope)
        }
    }

    private func list(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [Value] {
        guard let items = value.list else { throw failure("`\(name)` takes a list", name, scope) }
        return items
    }

    private func strings(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [String] {
        let texts = try list(value, name, scope).map(\.string)
        guard !texts.contains(nil) else {
            throw failure("`\(name)` takes a list of texts", name, scope)
        }
        return texts.compactMap { $0 }
    }

    private func mapping(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Mapping {
        guard let mapping = value.mapping else {
            throw failure("`\(name)` takes a mapping", name, scope)
        }
        return mapping
    }

    private func count(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Int {
        guard let number = value.number?.integer, number >= 0 else {
            throw failure("`\(name)` takes a number of things, from 0", name, scope)
        }
        return number
    }

    private func failure(_ message: String, _ keyword: String, _ scope: Scope) -> Diagnostic {
        failure(message, at: scope.pointer.appending(keyword), in: scope.base)
    }

    private func failure(
        _ message: String, at pointer: FieldPath, in base: String
    ) -> Diagnostic {
        Diagnostic(
            .schemaInvalid, message + " (in \(base)#\(pointer))",
            hint: "Mend the schema; no file can be checked against it as it is", path: pointer)
    }
}

extension Diagnostic.Code {
    /// The schema itself is wrong.
    public static let schemaInvalid: Self = "schema.invalid"
}
