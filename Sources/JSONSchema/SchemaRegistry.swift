internal import RecordModel

/// The schemas that can refer to each other, by their URIs.
struct SchemaRegistry: Sendable {
    /// A schema with a URI of its own: a document, or a schema embedded in one.
    struct Resource: Sendable {
        let schema: Value
        /// The base of the references in it.
        let base: String
        let dialect: Dialect?
        /// The URI of the document that holds it, and the way to it from that document's root.
        let document: String
        let way: FieldPath
        /// What fragments that are names stand for: ways from the resource's root.
        var anchors: [String: FieldPath] = [:]
        /// The anchors that a resource further out replaces.
        var dynamicAnchors: [String: FieldPath] = [:]
    }

    /// A schema and where it stands.
    struct Place {
        let schema: Value
        let resource: Int
        /// The way to the schema from the resource's root.
        let pointer: FieldPath
    }

    private(set) var resources: [Resource] = []
    private var positions: [String: Int] = [:]
    /// The resources embedded in documents, by document and way.
    private var embedded: [FieldPath: Int] = [:]
    /// The documents as they were given.
    ///
    /// What is in them is looked for once it is needed: a document that names no dialect has that
    /// of the one that refers to it.
    private var documents: [String: Value] = [:]
    private var isAllScanned = true

    /// Takes documents by their URIs.
    init(documents: [String: Value]) {
        for (uri, document) in documents { note(document, uri: uri) }
        isAllScanned = documents.isEmpty
    }

    /// Takes one more document with all that is embedded in it, and returns its position.
    mutating func add(_ document: Value, uri: String) -> Int {
        note(document, uri: uri)
        return scan(document, uri: uri, dialect: Dialect(.draft2020))
    }

    private mutating func note(_ document: Value, uri: String) {
        documents[Dialect.withoutFragment(uri)] = document
        guard let id = document["$id"]?.string else { return }
        documents[Dialect.withoutFragment(URIReference(id).resolved(against: uri))] = document
    }

    @discardableResult
    private mutating func scan(_ document: Value, uri: String, dialect: Dialect) -> Int {
        let uri = Dialect.withoutFragment(uri)
        if let known = positions[uri], resources[known].schema == document { return known }
        let position = resources.count
        scan(
            document, resource: nil, document: uri, base: uri, way: .root, dialect: dialect)
        positions[uri] = position
        return position
    }

    private mutating func scan(
        _ schema: Value, resource: Int?, document: String, base: String, way: FieldPath,
        dialect: Dialect?
    ) {
        guard let mapping = schema.mapping else {
            if resource == nil {
                resources.append(
                    Resource(
                        schema: schema, base: base, dialect: dialect, document: document, way: way))
            }
            return
        }
        var (position, base, dialect) = (resource, base, dialect)
        var inner = dialect
        if let uri = mapping["$schema"]?.string { inner = self.dialect(uri) }
        let identity = (inner ?? Dialect(.draft2020)).identity(of: schema)
        if resource == nil || identity != nil {
            dialect = inner
            base = identity.map { URIReference($0).resolved(against: base) } ?? base
            let new = resources.count
            resources.append(
                Resource(
                    schema: schema, base: base, dialect: dialect, document: document, way: way))
            positions[base] = new
            embedded[FieldPath(steps: [document] + way.steps)] = new
            position = new
        }
        guard let position else { return }
        let known = dialect ?? Dialect(.draft2020)
        let rest = FieldPath(steps: Array(way.steps.dropFirst(resources[position].way.steps.count)))
        let anchors = known.anchors(of: mapping)
        for name in anchors.plain { resources[position].anchors[name] = rest }
        for name in anchors.dynamic where name != Dialect.recursive || rest == .root {
            resources[position].dynamicAnchors[name] = rest
        }
        for (path, inner) in SchemaKeywords.subschemas(of: mapping, in: known) {
            scan(
                inner, resource: position, document: document, base: base,
                way: way.appending(path), dialect: dialect)
        }
    }

    /// The dialect that a `$schema` names, nil where it is not known.
    private func dialect(_ uri: String, depth: Int = 0) -> Dialect? {
        if let known = Dialect(uri: uri) { return known }
        // A metaschema of one's own is written in a dialect, too.
        guard depth < 8, let metaschema = documents[Dialect.withoutFragment(uri)],
            let draft = metaschema["$schema"]?.string.flatMap({ dialect($0, depth: depth + 1) })
        else { return nil }
        guard let listed = metaschema["$vocabulary"]?.mapping else { return draft }
        // nil, too, where the metaschema demands what is not known.
        return try? Dialect(draft.draft, vocabularies: listed)
    }

    /// The position of the resource embedded at a way in a document, nil where none is.
    func embedded(at way: FieldPath, in document: String) -> Int? {
        embedded[FieldPath(steps: [document] + way.steps)]
    }

    /// Returns the schema that a reference names, nil where there is none.
    mutating func place(of reference: String, from resource: Int) -> Place? {
        let reference = URIReference(reference)
        let uri = reference.resolved(against: resources[resource].base)
        let fragment = URIReference.decoded(reference.fragment ?? "")
        let dialect = resources[resource].dialect ?? Dialect(.draft2020)
        guard let position = position(of: uri, dialect: Dialect(dialect.draft)) else { return nil }
        guard fragment.isEmpty || fragment.hasPrefix("/") else {
            return resources[position].anchors[fragment].flatMap { place(at: $0, in: position) }
        }
        return FieldPath(parsing: fragment).flatMap { place(at: $0, in: position) }
    }

    private mutating func position(of uri: String, dialect: Dialect) -> Int? {
        if let known = positions[uri] { return known }
        if let document = documents[uri] ?? Metaschemas.document(uri) {
            return scan(document, uri: uri, dialect: dialect)
        }
        // It may be embedded in a document that nothing has referred to yet.
        guard !isAllScanned else { return nil }
        isAllScanned = true
        for (uri, document) in documents.sorted(by: { $0.key < $1.key })
        where positions[uri] == nil {
            scan(document, uri: uri, dialect: dialect)
        }
        return positions[uri]
    }

    /// Returns the schema at a way in a resource.
    func place(at pointer: FieldPath, in resource: Int) -> Place? {
        var (resource, rest) = (resource, FieldPath.root)
        var schema = resources[resource].schema
        for step in pointer.steps {
            guard let next = Self.child(of: schema, at: step) else { return nil }
            schema = next
            rest = rest.appending(step)
            let owner = resources[resource]
            if let inner = embedded(at: owner.way.appending(rest), in: owner.document) {
                (resource, rest) = (inner, .root)
            }
        }
        return Place(schema: schema, resource: resource, pointer: rest)
    }

    private static func child(of value: Value, at step: String) -> Value? {
        switch value {
        case .mapping(let mapping): mapping[step]
        case .list(let items): Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: nil
        }
    }
}
