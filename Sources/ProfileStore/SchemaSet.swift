internal import Formats
public import JSONSchema
public import RecordModel

/// The schemas of a store: one for each section, and one for the store itself.
public struct SchemaSet: Sendable {
    /// The names of the sections, in the order in which records and lists show them.
    public let sectionNames: [String]
    /// The schema of each section.
    public let sections: [String: Schema]
    /// The schema of `labfolio.yml`.
    public let store: Schema
    /// What the places of a whole record expect.
    public let recordShape: Shape

    /// Compiles the schemas of a store.
    ///
    /// The tool brings a schema for every section; a store's own file of the same name replaces
    /// it, and one of a new name adds a section.
    ///
    /// - Parameters:
    ///   - own: The store's own schema files, name → bytes, the name without its ending.
    ///   - needed: The sections that are needed, all where none are named; of others nothing
    ///     is known then, and `labfolio` is the name of the store's own schema.
    /// - Throws: What is wrong with a schema.
    public init(
        own: [String: [UInt8]] = [:], only needed: Set<String>? = nil
    ) throws(Diagnostic) {
        self = try SchemaSetCache.set(own: own, only: needed)
    }

    /// Compiles the schemas, whether or not that was done before.
    init(compiling own: [String: [UInt8]], only needed: Set<String>?) throws(Diagnostic) {
        var documents: [String: Value] = [:]
        let texts = BundledSchemas.all.merging(own) { $1 }
        func isNeeded(_ name: String) -> Bool { needed?.contains(name) ?? true }
        for (name, bytes) in texts {
            // The schemas of the tool refer to nothing but the common one.
            guard isNeeded(name) || name == "common" || !own.isEmpty else { continue }
            let file = "\(StoreLayout.schemas)/\(name)\(StoreLayout.schemaSuffix)"
            let text = try JSONReader().read(bytes, file: file)
            documents[name] = text.value
        }
        var resources: [String: Value] = [:]
        for (name, document) in documents {
            resources[document["$id"]?.string ?? "\(name)\(StoreLayout.schemaSuffix)"] = document
        }
        var library = SchemaLibrary(resources: resources, assertsFormats: true)
        var compiled: [String: SchemaLibrary.Compiled] = [:]
        let names = Self.sectionNames(of: documents).filter(isNeeded)
        for name in names + ["labfolio"] {
            let file = "\(name)\(StoreLayout.schemaSuffix)"
            do throws(Diagnostic) {
                compiled[name] = try library.compile(
                    isNeeded(name) ? documents[name] ?? .bool(true) : .bool(true),
                    uri: documents[name]?["$id"]?.string ?? file)
            } catch {
                var diagnostic = error
                diagnostic.location = SourceLocation(file: "\(StoreLayout.schemas)/\(file)")
                throw diagnostic
            }
        }
        var schemas = library.schemas(compiled)
        guard let store = schemas.removeValue(forKey: "labfolio") else {
            preconditionFailure("the schema of the store is always compiled")
        }
        self.store = store
        sections = schemas
        sectionNames = names
        recordShape = .mapping(sections.mapValues(\.shape), others: .any)
    }

    /// The sections in the order that the definitions name them, then those that a store adds.
    private static func sectionNames(of documents: [String: Value]) -> [String] {
        let known = documents["common"]?["$defs"]?["sectionName"]?["enum"]?.list ?? []
        let first = known.compactMap(\.string).filter { documents[$0] != nil }
        let others = documents.keys.filter { !["common", "labfolio"].contains($0) }.sorted()
        return first + others.filter { !first.contains($0) }
    }

    /// Returns a record's value without the fields that never leave the store.
    public func withoutPrivateFields(_ value: Value) -> Value {
        guard case .mapping(var mapping) = value else { return value }
        for entry in mapping.entries {
            guard let schema = sections[entry.key] else { continue }
            mapping[entry.key] = schema.removing(annotated: "x-labfolio-private", from: entry.value)
        }
        return .mapping(mapping)
    }
}
