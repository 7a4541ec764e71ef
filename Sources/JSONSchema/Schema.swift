public import RecordModel

/// A JSON Schema (2020-12, 2019-09 or draft 7), compiled once to an immutable value.
///
/// Any number of tasks may validate with it at a time: all state of a validation is its own.
public struct Schema: Sendable {
    let tables: SchemaTables
    let root: Subschema.ID
    /// Tells whether values are valid, where that can be told without a full evaluation.
    let judge: Judge?
    /// What the places of a value expect, for readers and for field paths.
    public let shape: Shape
    /// The same for those who read many texts.
    public let shapeTable: ShapeTable

    var parts: [Subschema] { tables.parts }
    var chains: [[Subschema.ID]] { tables.chains }

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - uri: The base of its references, unless it has an `$id`.
    ///   - resources: Other schemas that it may refer to, by their URIs.
    ///   - assertsFormats: Whether a value has to keep the `format` that a schema names, and not
    ///     only where the schema's metaschema says so.
    /// - Throws: What is wrong with the schema; the location's file is the URI of the document
    ///   that is to be mended, the path leads from its root to the fault.
    public init(
        compiling schema: Value, uri: String = "", resources: [String: Value] = [:],
        assertsFormats: Bool = false
    ) throws(Diagnostic) {
        var library = SchemaLibrary(resources: resources, assertsFormats: assertsFormats)
        let compiled = try library.compile(schema, uri: uri)
        self = library.schema(compiled)
    }

    init(tables: SchemaTables, root: Subschema.ID) {
        self.tables = tables
        self.root = root
        judge = JudgeCompiler.judge(of: root, in: tables)
        var builder = ShapeBuilder(parts: tables.parts)
        shape = builder.shape(of: root)
        shapeTable = ShapeTable(shape)
    }

    /// Tells whether a value meets the schema.
    public func isValid(_ value: Value) -> Bool {
        if let answer = judge?.accepts(value) { return answer }
        var evaluation = Evaluation(tables, .judging)
        return evaluation.run(value, root)
    }

    /// Returns all demands that a value does not meet, none for a valid one.
    public func errors(in value: Value) -> [SchemaError] {
        if isValid(value) { return [] }
        var evaluation = Evaluation(tables, .collecting)
        _ = evaluation.run(value, root)
        return evaluation.errors
    }

    /// Returns a finding for each demand that a value does not meet, in the value's order.
    ///
    /// The paths name items by their keys; they have no place in a file yet.
    public func validate(_ value: Value) -> [Diagnostic] {
        errors(in: value).map { error in finding(error, in: value) } + duplicates(in: value)
    }

    private func finding(_ error: SchemaError, in value: Value) -> Diagnostic {
        var path = error.instancePath.named(in: value, shape: shape)
        let isMissing = ["required", "dependentRequired", "dependencies"].contains(error.keyword)
        let fix = fix(error, at: path, in: value)
        if isMissing, let key = error.key { path = path.appending(key) }
        return Diagnostic(
            Self.code(ofKeyword: error.keyword), error.message,
            hint: error.hint, path: path, isAboutKey: error.key != nil, fix: fix)
    }

    /// The code of a keyword's findings: kebab-case, and the words that people use.
    static func code(ofKeyword keyword: String) -> Diagnostic.Code {
        switch keyword {
        case "additionalProperties", "unevaluatedProperties": return "schema.unknown-field"
        case "uniqueItems": return "schema.duplicate"
        default:
            var name = ""
            for character in keyword where character != "$" {
                if character.isUppercase { name += "-" }
                name += character.lowercased()
            }
            return Diagnostic.Code(rawValue: "schema." + name)
        }
    }
}
