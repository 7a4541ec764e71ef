public import RecordModel

/// Schemas that refer to each other, compiled together.
public struct SchemaLibrary: Sendable {
    private var compiler: SchemaCompiler

    /// Takes schemas by their URIs; an `$id` counts as one, too.
    public init(resources: [String: Value]) {
        var registry = SchemaRegistry()
        for (uri, resource) in resources { registry.add(resource, uri: uri) }
        compiler = SchemaCompiler(registry: registry)
    }

    /// A schema that was compiled, by its place in the library.
    public struct Compiled: Sendable {
        fileprivate let root: Subschema.ID
    }

    /// Compiles a schema and what it refers to.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - uri: The base of its references, unless it has an `$id`.
    /// - Returns: Its place, for `schemas(_:)` once all are compiled.
    /// - Throws: What is wrong with the schema.
    public mutating func compile(
        _ schema: Value, uri: String
    ) throws(Diagnostic) -> Compiled {
        compiler.registry.add(schema, uri: uri)
        let root = try compiler.part(
            for: schema, base: SchemaRegistry.base(of: schema, in: uri), pointer: .root)
        return Compiled(root: root)
    }

    /// Returns one schema by itself.
    func schema(_ compiled: Compiled) -> Schema {
        Schema(tables: SchemaTables(parts: compiler.parts), root: compiled.root)
    }

    /// Returns schemas that share what they have in common, by the names of the compiled ones.
    public func schemas(_ compiled: [String: Compiled]) -> [String: Schema] {
        let tables = SchemaTables(parts: compiler.parts)
        return compiled.mapValues { Schema(tables: tables, root: $0.root) }
    }
}
