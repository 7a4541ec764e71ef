internal import RecordModel

/// What the words of a schema stand for.
extension SchemaCompiler {
    /// The keywords of a schema that its dialect knows.
    struct Words {
        let schema: Mapping
        let dialect: Dialect

        subscript(_ keyword: String) -> Value? { dialect.knows(keyword) ? schema[keyword] : nil }
    }

    mutating func keywords(of words: Words, in scope: Scope) throws(Diagnostic) -> [Keyword] {
        let dialect = words.dialect
        if dialect.ignoresSiblings, let reference = words["$ref"] {
            return [.reference(try target(reference, "$ref", scope))]
        }
        var keywords: [Keyword] = []
        for entry in words.schema.entries {
            if entry.key == "format" {
                guard assertsFormats || dialect.assertsFormats,
                    let format = entry.value.string.flatMap(Format.init(rawValue:)),
                    dialect.draft >= format.since
                else { continue }
                keywords.append(.format(format))
            } else if dialect.knows(entry.key) {
                keywords += try self.keywords(entry.key, entry.value, of: words, in: scope)
            }
        }
        if let rules = try fieldRules(of: words, in: scope) { keywords.append(.fields(rules)) }
        if let rules = try listRules(of: words, in: scope) { keywords.append(.list(rules)) }
        if assertsFormats, dialect.draft == .draft7, let content = EncodedContent(words.schema) {
            keywords.append(.content(content))
        }
        // What is left over is known once everything else has been looked at.
        if let rest = try optional(words["unevaluatedItems"], "unevaluatedItems", scope) {
            keywords.append(.unevaluatedItems(rest))
        }
        if let rest = try optional(words["unevaluatedProperties"], "unevaluatedProperties", scope) {
            keywords.append(
                .unevaluatedFields(
                    rest, isRefused: words["unevaluatedProperties"] == .bool(false)))
        }
        return keywords
    }

    /// Returns what a keyword stands for by itself, nothing for one that is compiled together with
    /// others.
    private mutating func keywords(
        _ name: String, _ value: Value, of words: Words, in scope: Scope
    ) throws(Diagnostic) -> [Keyword] {
        switch name {
        case "type":
            let names = value.list?.compactMap(\.string) ?? [value.string ?? ""]
            var types = Keyword.TypeSet()
            for type in names {
                guard let one = Keyword.TypeSet(name: type) else {
                    throw failure(
                        "`\(Wording.cut(type))` is no type of JSON", name, scope,
                        hint: Suggestion.closest(to: type, in: Keyword.TypeSet.names).map {
                            "Did you mean `\($0)`?"
                        })
                }
                types.insert(one)
            }
            return [.type(types)]
        case "const": return [.constant(value)]
        case "enum": return [.options(try list(value, name, scope))]
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            guard let limit = value.number else {
                throw failure("`\(name)` takes a number", name, scope)
            }
            return [.range(keyword: name, limit: limit)]
        case "multipleOf":
            guard let unit = value.number, unit > Number(0) else {
                throw failure("`multipleOf` takes a number above 0", name, scope)
            }
            return [.multiple(of: unit)]
        case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties":
            guard let length = Keyword.Length(rawValue: name) else { return [] }
            return [.length(length, limit: try count(value, name, scope))]
        case "pattern": return [.pattern(try pattern(value, name, scope))]
        case "required": return [.required(try strings(value, name, scope))]
        case "dependentRequired":
            return [
                .dependentRequired(
                    try mapping(value, name, scope).entries.map {
                        entry throws(Diagnostic) in
                        (entry.key, try strings(entry.value, name, scope))
                    }, keyword: name)
            ]
        case "dependentSchemas":
            return [.dependentSchemas(try named(value, name, scope), keyword: name)]
        case "dependencies": return try dependencies(value, scope)
        case "propertyNames": return [.propertyNames(try inner(value, [name], scope))]
        case "$ref": return [.reference(try target(value, name, scope))]
        case "$dynamicRef", "$recursiveRef": return [try dynamicReference(value, name, scope)]
        case "allOf": return [.all(try branches(value, name, scope))]
        case "anyOf": return [.any(try branches(value, name, scope))]
        case "oneOf": return [.exactlyOne(try branches(value, name, scope))]
        case "not": return [.not(try inner(value, [name], scope))]
        case "if":
            return [
                .condition(
                    try inner(value, [name], scope),
                    then: try optional(words["then"], "then", scope),
                    else: try optional(words["else"], "else", scope))
            ]
        default: return []
        }
    }

    /// What later drafts split in two: names of fields, or a schema.
    private mutating func dependencies(
        _ value: Value, _ scope: Scope
    ) throws(Diagnostic) -> [Keyword] {
        var required: [(String, [String])] = []
        var schemas: [(String, Subschema.ID)] = []
        for entry in try mapping(value, "dependencies", scope).entries {
            if entry.value.list != nil {
                required.append((entry.key, try strings(entry.value, "dependencies", scope)))
            } else {
                schemas.append(
                    (entry.key, try inner(entry.value, ["dependencies", entry.key], scope)))
            }
        }
        return [
            .dependentRequired(required, keyword: "dependencies"),
            .dependentSchemas(schemas, keyword: "dependencies"),
        ]
    }

    private mutating func fieldRules(
        of words: Words, in scope: Scope
    ) throws(Diagnostic) -> Keyword.FieldRules? {
        let properties = try words["properties"].map { value throws(Diagnostic) in
            try named(value, "properties", scope)
        }
        var patterns: [(Pattern, Subschema.ID)] = []
        if let value = words["patternProperties"] {
            for (source, part) in try named(value, "patternProperties", scope) {
                patterns.append((try pattern(.string(source), "patternProperties", scope), part))
            }
        }
        let others = try optional(words["additionalProperties"], "additionalProperties", scope)
        if properties?.isEmpty ?? true, patterns.isEmpty, others == nil { return nil }
        return Keyword.FieldRules(
            properties: properties ?? [], patterns: patterns, others: others,
            refusesOthers: words["additionalProperties"] == .bool(false))
    }

    private mutating func listRules(
        of words: Words, in scope: Scope
    ) throws(Diagnostic) -> Keyword.ListRules? {
        // Up to 2019-09 `items` was both, and what is behind the list was `additionalItems`.
        let isPositional = words.dialect.draft < .draft2020 && words["items"]?.list != nil
        let (first, others) =
            isPositional ? ("items", "additionalItems") : ("prefixItems", "items")
        let prefix = try words[first].map { value throws(Diagnostic) in
            try branches(value, first, scope)
        }
        let items = try optional(words[others], others, scope)
        let contains = try optional(words["contains"], "contains", scope)
        let least = try words["minContains"].map { value throws(Diagnostic) in
            try count(value, "minContains", scope)
        }
        let most = try words["maxContains"].map { value throws(Diagnostic) in
            try count(value, "maxContains", scope)
        }
        let isUnique = words["uniqueItems"] == .bool(true)
        if prefix?.isEmpty ?? true, items == nil, contains == nil, !isUnique { return nil }
        return Keyword.ListRules(
            prefix: prefix ?? [], items: items, prefixKeyword: first, itemsKeyword: others,
            contains: contains, containsCovers: words.dialect.draft == .draft2020,
            minContains: least ?? 1, maxContains: most, isUnique: isUnique)
    }

    private mutating func target(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Subschema.ID {
        guard let reference = value.string else {
            throw failure("`\(name)` takes a text", name, scope)
        }
        let key = Reference(text: reference, resource: scope.resource)
        if let known = targets[key] { return known }
        guard let place = registry.place(of: reference, from: scope.resource) else {
            throw failure(
                "`\(Wording.cut(reference))` names no schema that is here", name, scope,
                hint: "Mend the reference, or give the folder that holds the schema it names")
        }
        let target = try part(
            for: place.schema, at: Scope(resource: place.resource, pointer: place.pointer))
        targets[key] = target
        return target
    }

    /// A reference whose target a resource further out can replace (2020-12, 8.2.3.2).
    private mutating func dynamicReference(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Keyword {
        let first = try target(value, name, scope)
        guard let reference = value.string,
            let place = registry.place(of: reference, from: scope.resource)
        else { return .reference(first) }
        let anchor =
            name == "$recursiveRef"
            ? Dialect.recursive : URIReference.decoded(URIReference(reference).fragment ?? "")
        // Only a reference that leads to a dynamic anchor to begin with is a dynamic one.
        let anchors = registry.resources[place.resource].dynamicAnchors
        guard anchors[anchor] == place.pointer else { return .reference(first) }
        dynamicNames.insert(anchor)
        return .dynamicReference(first, anchor: anchor, keyword: name)
    }
}
