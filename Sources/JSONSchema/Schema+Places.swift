public import RecordModel

extension Schema {
    /// Returns the parts of a value whose schema carries an annotation that is `true`, each with
    /// its path.
    public func places(
        annotated name: String, in value: Value
    ) -> [(path: FieldPath, value: Value)] {
        guard let parts = tables.annotatedParts[name], parts.reaches[root] else { return [] }
        var search = PlaceSearch(parts: parts)
        collect(value, root, &search)
        return search.found.map {
            (FieldPath($0.positions, in: value).named(in: value, shape: shape), $0.value)
        }
    }

    /// A search for the places that carry an annotation.
    private struct PlaceSearch {
        let parts: AnnotatedParts
        /// The way to the value of the moment; most ways lead to nothing, so none is put in words.
        var positions: [Int] = []
        var found: [(positions: [Int], value: Value)] = []
    }

    private func collect(_ value: Value, _ id: Subschema.ID, _ search: inout PlaceSearch) {
        if search.parts.carries[id] { search.found.append((search.positions, value)) }
        switch value {
        case .mapping(let mapping):
            let entries = search.parts.entries(of: mapping, id) { part(ofKey: $0, in: id) }
            for (position, part) in entries {
                search.positions.append(position)
                collect(mapping.entries[position].value, part, &search)
                search.positions.removeLast()
            }
        case .list(let items):
            guard let part = itemPart(in: id), search.parts.reaches[part] else { return }
            for position in items.indices {
                search.positions.append(position)
                collect(items[position], part, &search)
                search.positions.removeLast()
            }
        default: break
        }
    }

    /// Returns a finding for each item whose name an earlier item of its list has already.
    ///
    /// `x-labfolio-key` promises that the name tells the items apart; a field path could not
    /// reach the second one.
    func duplicates(in value: Value) -> [Diagnostic] {
        guard shapeTable.hasDuplicates(value) else { return [] }
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

extension FieldPath {
    /// The path of positions among the entries of mappings and the items of lists.
    fileprivate init(_ positions: [Int], in value: Value) {
        self = .root
        var value = value
        for position in positions {
            switch value {
            case .mapping(let mapping):
                steps.append(mapping.entries[position].key)
                value = mapping.entries[position].value
            case .list(let items):
                steps.append(String(position))
                value = items[position]
            default: return
            }
        }
    }
}

extension Diagnostic.Code {
    static let schemaDuplicateID: Self = "schema.duplicate-id"
}
