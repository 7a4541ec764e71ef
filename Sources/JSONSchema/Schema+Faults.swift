public import RecordModel

extension Schema {
    /// Returns what is wrong with a schema by its metaschema, each with the way to the fault.
    ///
    /// A schema whose metaschema is not here has no faults that could be told.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - resources: Where a metaschema of one's own may be, by its URI.
    /// - Returns: The findings, none for a valid schema.
    public static func faults(
        of schema: Value, resources: [String: Value] = [:]
    ) -> [Diagnostic] {
        let uri = schema["$schema"]?.string ?? "https://json-schema.org/draft/2020-12/schema"
        let metaschema: Schema
        do throws(Diagnostic) {
            metaschema = try Schema(
                compiling: ["$ref": .string(uri)], resources: resources, assertsFormats: true)
        } catch { return [] }
        return metaschema.errors(in: schema).map { error in
            Diagnostic(
                .schemaInvalid, "This is no valid schema: \(error.message)",
                hint: error.hint ?? "Mend the schema; no file can be checked against it as it is",
                path: error.instancePath, isAboutKey: error.key != nil)
        }
    }
}
