internal import RecordModel

/// What keywords take: a value of another kind is a fault of the schema.
extension SchemaCompiler {
    func pattern(
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

    func list(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [Value] {
        guard let items = value.list else { throw failure("`\(name)` takes a list", name, scope) }
        return items
    }

    func strings(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> [String] {
        let texts = try list(value, name, scope).map(\.string)
        guard !texts.contains(nil) else {
            throw failure("`\(name)` takes a list of texts", name, scope)
        }
        return texts.compactMap { $0 }
    }

    func mapping(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Mapping {
        guard let mapping = value.mapping else {
            throw failure("`\(name)` takes a mapping", name, scope)
        }
        return mapping
    }

    func count(
        _ value: Value, _ name: String, _ scope: Scope
    ) throws(Diagnostic) -> Int {
        guard let number = value.number, number.isInteger, number >= Number(0) else {
            throw failure("`\(name)` takes a number of things, from 0", name, scope)
        }
        // No list or text is longer than what fits.
        return number.integer ?? .max
    }
}
