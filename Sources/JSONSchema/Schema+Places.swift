public import RecordModel

extension Schema {
    /// Returns the parts of a value whose schema carries an annotation that is `true`, each with
    /// its path.
    public func places(
        annotated name: String, in value: Value
    ) -> [(path: FieldPath, value: Value)] {
        var found: [(FieldPath, Value)] = []
        collect(value, root, name, shape, .root, &found)
        return found
    }

    private func collect(
        _ value: Value, _ id: Subschema.ID, _ name: String, _ shape: Shape, _ path: FieldPath,
        _ found: inout [(FieldPath, Value)]
    ) {
        if isAnnotated(id, name) { found.append((path, value)) }
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                guard let part = part(ofKey: entry.key, in: id) else { continue }
                collect(
                    entry.value, part, name, shape.shape(ofKey: entry.key),
                    path.appending(entry.key), &found)
            }
        case .list(let items):
            guard let part = itemPart(in: id) else { return }
            for (index, item) in items.enumerated() {
                let step = shape.listRule.name(of: item) ?? String(index)
                collect(item, part, name, shape.itemShape, path.appending(step), &found)
            }
        default: break
        }
    }

    /// Returns a finding for each item whose name an earlier item of its list has already.
    ///
    /// `x-labfolio-key` promises that the name tells the items apart; a field path could not
    /// reach the second one.
    func duplicates(in value: Value) -> [Diagnostic] {
        var found: [Diagnostic] = []
        duplicates(in: value, shape, .root, &found)
        return found
    }

    private func duplicates(
        in value: Value, _ shape: Shape, _ path: FieldPath, _ found: inout [Diagnostic]
    ) {
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                duplicates(
                    in: entry.value, shape.shape(ofKey: entry.key), path.appending(entry.key),
                    &found)
            }
        case .list(let items):
            var seen: [String: Int] = [:]
            for (index, item) in items.enumerated() {
                var step = String(index)
                if let name = shape.listRule.name(of: item) {
                    if let first = seen[name] {
                        found.append(
                            Diagnostic(
                                .schemaDuplicateID,
                                "The \(keyWord(shape)) `\(Wording.cut(name))` is there twice: "
                                    + "items \(first + 1) and \(index + 1) of the list have it",
                                hint: "Give one of the two another one; field paths go by it",
                                path: path.appending(step)))
                    } else {
                        seen[name] = index
                        step = name
                    }
                }
                duplicates(in: item, shape.itemShape, path.appending(step), &found)
            }
        default: break
        }
    }

    private func keyWord(_ shape: Shape) -> String {
        if case .key(let key) = shape.listRule.identity { key } else { "id" }
    }
}

extension Diagnostic.Code {
    static let schemaDuplicateID: Self = "schema.duplicate-id"
}
