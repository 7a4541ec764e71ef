public import RecordModel

/// Schemas that refer to each other, compiled together.
public struct SchemaLibrary: Sendable {
    private var compiler: SchemaCompiler

    /// Takes schemas by their URIs; an `$id` counts as one, too.
    ///
    /// - Parameters:
    ///   - resources: The schemas.
    ///   - assertsFormats: Whether a value has to keep the `format` that a schema names. Without,
    ///     it has to where the schema's metaschema says so (2020-12, 7.2.1).
    public init(resources: [String: Value], assertsFormats: Bool = false) {
        compiler = SchemaCompiler(
            registry: SchemaRegistry(documents: resources), assertsFormats: assertsFormats)
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
    /// - Throws: What is wrong with the schema; the location's file is the URI of the document
    ///   that is to be mended, the path leads from its root to the fault.
    public mutating func compile(
        _ schema: Value, uri: String
    ) throws(Diagnostic) -> Compiled {
        Compiled(root: try compiler.document(compiler.registry.add(schema, uri: uri)))
    }

    /// Returns one schema by itself.
    func schema(_ compiled: Compiled) -> Schema {
        Schema(tables: SchemaTables(compiler), root: compiled.root)
    }

    /// Returns schemas that share what they have in common, by the names of the compiled ones.
    public func schemas(_ compiled: [String: Compiled]) -> [String: Schema] {
        let tables = SchemaTables(compiler)
        return compiled.mapValues { Schema(tables: tables, root: $0.root) }
    }
}
