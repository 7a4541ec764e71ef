public import RecordModel

extension Schema {
    /// Returns the parts of a value whose schema carries an annotation that is `true`, each with
    /// its path.
    public func places(
        annotated name: String, in value: Value
    ) -> [(path: FieldPath, value: Value)] {
        var found: [(FieldPath, Value)] = []
        if let reaching = annotatedParts[name] {
            collect(value, root, name, reaching, shape, .root, &found)
        }
        return found
    }

    private func collect(
        _ value: Value, _ id: Subschema.ID, _ name: String, _ reaching: Set<Subschema.ID>,
        _ shape: Shape, _ path: FieldPath, _ found: inout [(FieldPath, Value)]
    ) {
        // Most parts of a record lead nowhere near an annotation.
        guard reaching.contains(id) else { return }
        if isAnnotated(id, name) { found.append((path, value)) }
        switch value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                guard let part = part(ofKey: entry.key, in: id) else { continue }
                collect(
                    entry.value, part, name, reaching, shape.shape(ofKey: entry.key),
                    path.appending(entry.key), &found)
            }
        case .list(let items):
            guard let part = itemPart(in: id) else { return }
            for (index, item) in items.enumerated() {
                let step = shape.listRule.name(of: item) ?? String(index)
                collect(item, part, name, reaching, shape.itemShape, path.appending(step), &found)
            }
        default: break
        }
    }

    /// Returns a finding for each item whose name an earlier item of its list has already.
    ///
    /// `x-labfolio-key` promises that the name tells the items apart; a field path could not
    /// reach the second one.
    func duplicates(in value: Value) -> [Diagnostic] {
        guard hasDuplicates(in: value, shape) else { return [] }
        var found: [Diagnostic] = []
        duplicates(in: value, shape, .root, &found)
        return found
    }

    /// Tells whether a name is there twice, without the paths that only a finding needs.
    private func hasDuplicates(in value: Value, _ shape: Shape) -> Bool {
        switch (value, shape) {
        case (.mapping(let mapping), .mapping(let known, let others)):
            for entry in mapping.entries {
                switch entry.value {
                case .list, .mapping:
                    if hasDuplicates(in: entry.value, known[entry.key] ?? others) { return true }
                default: break
                }
            }
        case (.list(let items), .list(let itemShape, let rule)):
            if case .key = rule.identity {
                var seen: Set<String> = []
                for case let name? in items.lazy.map(rule.name) where !seen.insert(name).inserted {
                    return true
                }
            }
            return items.contains { hasDuplicates(in: $0, itemShape) }
        default: break
        }
        return false
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
                                path: path.appending(step),
                                related: [
                                    RelatedPlace(
                                        "the first one with this \(keyWord(shape))",
                                        path: path.appending(name))
                                ]))
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
