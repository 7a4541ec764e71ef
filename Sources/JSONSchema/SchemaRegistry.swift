internal import RecordModel

/// The schemas that can refer to each other, by their URIs.
struct SchemaRegistry: Sendable {
    /// A schema and the base of the references in it.
    struct Place {
        let schema: Value
        let base: String
        /// The way to the schema from the resource's root.
        let pointer: FieldPath
    }

    /// Each resource by its URIs, with the base that its own `$id` gives, which may be relative.
    private var resources: [String: (schema: Value, base: String)] = [:]
    private var anchors: [String: Place] = [:]

    /// Takes a schema with all that is embedded in it.
    mutating func add(_ schema: Value, uri: String) {
        let base = Self.base(of: schema, in: uri)
        resources[uri] = (schema, base)
        add(schema, base: uri, pointer: .root, isRoot: true)
    }

    /// The base of the references in a schema: its `$id`, where it has one.
    static func base(of schema: Value, in outer: String) -> String {
        guard let id = schema["$id"]?.string else { return outer }
        return URIReference(id).resolved(against: outer)
    }

    /// Tells whether a schema within another one has a URI of its own.
    static func isResource(_ schema: Value) -> Bool { schema["$id"]?.string != nil }

    private mutating func add(_ schema: Value, base: String, pointer: FieldPath, isRoot: Bool) {
        guard case .mapping(let mapping) = schema else { return }
        var (base, pointer) = (base, pointer)
        if isRoot || Self.isResource(schema) {
            base = Self.base(of: schema, in: base)
            pointer = .root
            resources[base] = (schema, base)
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            guard let name = mapping[keyword]?.string else { continue }
            anchors[base + "#" + name] = Place(schema: schema, base: base, pointer: pointer)
        }
        for (path, inner) in SchemaKeywords.subschemas(of: mapping) {
            add(inner, base: base, pointer: pointer.appending(path), isRoot: false)
        }
    }

    /// Returns the schema that a reference names, nil where there is none.
    func place(of reference: String, from base: String) -> Place? {
        let reference = URIReference(reference)
        let uri = reference.resolved(against: base)
        let fragment = URIReference.decoded(reference.fragment ?? "")
        guard fragment.isEmpty || fragment.hasPrefix("/") else {
            return anchors[uri + "#" + fragment]
        }
        guard let root = resources[uri], let pointer = FieldPath(parsing: fragment) else {
            return nil
        }
        var (schema, base, rest) = (root.schema, root.base, FieldPath.root)
        for step in pointer.steps {
            guard let next = Self.child(of: schema, at: step) else { return nil }
            schema = next
            rest = rest.appending(step)
            if Self.isResource(schema) {
                base = Self.base(of: schema, in: base)
                rest = .root
            }
        }
        return Place(schema: schema, base: base, pointer: rest)
    }

    private static func child(of value: Value, at step: String) -> Value? {
        switch value {
        case .mapping(let mapping): mapping[step]
        case .list(let items): Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: nil
        }
    }
}
