public import RecordModel

extension Schema {
    /// Returns a value without the fields whose schema carries an annotation that is `true`, such
    /// as `x-labfolio-private`.
    public func removing(annotated name: String, from value: Value) -> Value {
        guard let annotated = tables.annotatedParts[name] else { return value }
        return filtered(value, root, annotated) ?? .null
    }

    private func filtered(
        _ value: Value, _ id: Subschema.ID, _ annotated: AnnotatedParts
    ) -> Value? {
        guard annotated.reaches[id] else { return value }
        guard !annotated.carries[id] else { return nil }
        switch value {
        case .mapping(let mapping):
            var kept = mapping
            for (position, part) in annotated.entries(
                of: mapping, id, part: { self.part(ofKey: $0, in: id) })
            {
                let entry = mapping.entries[position]
                kept[entry.key] = filtered(entry.value, part, annotated)
            }
            return .mapping(kept)
        case .list(let items):
            guard let part = itemPart(in: id) else { return value }
            return .list(items.compactMap { filtered($0, part, annotated) })
        default: return value
        }
    }

    /// Returns the value of an annotation at a field path, nil where the schema does not say.
    public func annotation(_ name: String, at path: FieldPath) -> Value? {
        var id = root
        for step in path.steps {
            guard let next = part(ofKey: step, in: id) ?? itemPart(in: id) else { return nil }
            id = next
        }
        return chain(from: id).lazy.compactMap { parts[$0].annotations[name] }.first
    }

    /// The keys that the schema knows at its root, or in the items of its list, in its own order.
    public var knownKeys: [String] {
        for part in chain(from: itemPart(in: root) ?? root) {
            for case .fields(let rules) in parts[part].keywords { return rules.keys }
        }
        return []
    }

    func part(ofKey key: String, in id: Subschema.ID) -> Subschema.ID? {
        for rules in tables.fieldRules[id] {
            if let found = rules.schema(ofKey: key) ?? rules.others { return found }
        }
        return nil
    }

    func itemPart(in id: Subschema.ID) -> Subschema.ID? { tables.itemParts[id] }

    /// A part and those it refers to, the nearest first.
    private func chain(from id: Subschema.ID) -> [Subschema.ID] { chains[id] }
}
