public import RecordModel

/// Turns schemas into one flat list of parts in which every reference is resolved.
struct SchemaCompiler: Sendable {
    var registry: SchemaRegistry
    /// Whether formats decide over values even where the dialect does not say so.
    let assertsFormats: Bool
    private(set) var parts: [Subschema] = []
    /// What the resources are called, and the parts that their dynamic anchors name.
    private(set) var resources: [CompiledResource] = []
    /// The parts that are there, by resource and pointer, so that recursion ends.
    private var known: [Scope: Subschema.ID] = [:]
    /// What references were found to lead to: most are there many times in one schema.
    var targets: [Reference: Subschema.ID] = [:]
    /// The resources that an evaluation can pass through, and the anchors that it may look for.
    private var entered: Set<Int> = []
    var dynamicNames: Set<String> = []
    private var depth = 0
    private static let depthLimit = 256

    init(registry: SchemaRegistry, assertsFormats: Bool) {
        self.registry = registry
        self.assertsFormats = assertsFormats
    }

    /// Where a schema that is being compiled stands.
    struct Scope: Hashable {
        let resource: Int
        let pointer: FieldPath
    }

    /// A reference, and the resource that it stands in.
    struct Reference: Hashable {
        let text: String
        let resource: Int
    }

    /// Compiles a document that is in the registry.
    mutating func document(_ resource: Int) throws(Diagnostic) -> Subschema.ID {
        let root = try part(
            for: registry.resources[resource].schema, at: Scope(resource: resource, pointer: .root))
        try compileDynamicAnchors()
        return root
    }

    /// Compiles what the dynamic references can lead to, which may bring more of them.
    private mutating func compileDynamicAnchors() throws(Diagnostic) {
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for resource in entered.sorted() {
                for (name, pointer) in registry.resources[resource].dynamicAnchors
                where dynamicNames.contains(name) && resources[resource].dynamicAnchors[name] == nil
                {
                    guard let place = registry.place(at: pointer, in: resource) else { continue }
                    resources[resource].dynamicAnchors[name] = try part(
                        for: place.schema, at: Scope(resource: resource, pointer: pointer))
                    isGrowing = true
                }
            }
        }
    }

    /// Returns the part for a schema, compiling it and what it refers to.
    mutating func part(for schema: Value, at scope: Scope) throws(Diagnostic) -> Subschema.ID {
        if let id = known[scope] { return id }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw failure("The schemas are nested too deep", at: scope)
        }
        let id = parts.count
        known[scope] = id
        parts.append(Subschema(resource: scope.resource, pointer: scope.pointer))
        let dialect = try enter(scope)
        switch schema {
        case .bool(let isTrue): parts[id].keywords = [.always(isTrue)]
        case .mapping(let mapping):
            parts[id].keywords = try keywords(
                of: Words(schema: mapping, dialect: dialect), in: scope)
            parts[id].looksAtTheRest = parts[id].keywords.contains {
                switch $0 {
                case .unevaluatedItems, .unevaluatedFields: true
                default: false
                }
            }
            for entry in mapping.entries where Self.isAnnotation(entry.key, dialect) {
                parts[id].annotations[entry.key] = entry.value
            }
        default:
            throw failure("A schema is a mapping, `true` or `false`", at: scope)
        }
        return id
    }

    /// Notes that an evaluation may pass through a resource, and returns its dialect.
    private mutating func enter(_ scope: Scope) throws(Diagnostic) -> Dialect {
        while resources.count < registry.resources.count {
            resources.append(CompiledResource(base: registry.resources[resources.count].base))
        }
        entered.insert(scope.resource)
        let resource = registry.resources[scope.resource]
        guard let dialect = resource.dialect else {
            throw failure(
                "The dialect `\(resource.schema["$schema"]?.string ?? "")` is not known", "$schema",
                scope, hint: "The drafts that are known are 2020-12, 2019-09 and 7")
        }
        return dialect
    }

    /// Tells whether a keyword only says something, as those do that no draft knows.
    private static func isAnnotation(_ keyword: String, _ dialect: Dialect) -> Bool {
        switch keyword {
        case "$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$comment",
            "$defs", "$vocabulary", "definitions":
            false
        case "contentEncoding", "contentMediaType", "format": true
        default: !dialect.knows(keyword)
        }
    }

    mutating func inner(
        _ schema: Value, _ steps: [String], _ scope: Scope
    ) throws(Diagnostic) -> Subschema.ID {
        let pointer = scope.pointer.appending(FieldPath(steps: steps))
        let owner = registry.resources[scope.resource]
        let way = owner.way.appending(pointer)
        if let resource = registry.embedded(at: way, in: owner.document) {
            return try part(for: schema, at: Scope(resource: resource, pointer: .root))
        }
        return try part(for: schema, at: Scope(resource: scope.resource, pointer: pointer))
    }

    mutating func optional(
        _ schema: Value?, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Subschema.ID? {
        guard let schema else { return nil }
        return try inner(schema, [name], scope)
    }

    mutating func branches(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [Subschema.ID] {
        var result: [Subschema.ID] = []
        for (index, schema) in try list(value, name, scope).enumerated() {
            result.append(try inner(schema, [name, String(index)], scope))
        }
        return result
    }

    mutating func named(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [(key: String, schema: Subschema.ID)] {
        var result: [(String, Subschema.ID)] = []
        for entry in try mapping(value, name, scope).entries {
            result.append((entry.key, try inner(entry.value, [name, entry.key], scope)))
        }
        return result
    }

    func failure(
        _ message: String, _ keyword: String, _ scope: Scope, hint: String? = nil
    ) -> Diagnostic {
        failure(
            message,
            at: Scope(resource: scope.resource, pointer: scope.pointer.appending(keyword)),
            hint: hint)
    }

    /// A fault of a schema; its file is the URI of the document, its path is from that one's root.
    func failure(_ message: String, at scope: Scope, hint: String? = nil) -> Diagnostic {
        let resource = registry.resources[scope.resource]
        return Diagnostic(
            .schemaInvalid, message + " (in \(resource.base)#\(scope.pointer))",
            hint: hint ?? "Mend the schema; no file can be checked against it as it is",
            path: resource.way.appending(scope.pointer),
            location: SourceLocation(file: resource.document))
    }
}

extension Diagnostic.Code {
    /// The schema itself is wrong.
    public static let schemaInvalid: Self = "schema.invalid"
}
