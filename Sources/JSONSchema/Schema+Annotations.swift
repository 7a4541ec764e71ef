public import RecordModel

extension Schema {
    /// Returns a value without the fields whose schema carries an annotation that is `true`, such
    /// as `x-labfolio-private`.
    public func removing(annotated name: String, from value: Value) -> Value {
        filtered(value, root, name) ?? .null
    }

    private func filtered(_ value: Value, _ id: Subschema.ID, _ name: String) -> Value? {
        guard !isAnnotated(id, name) else { return nil }
        switch value {
        case .mapping(let mapping):
            var kept = mapping
            for entry in mapping.entries {
                guard let part = part(ofKey: entry.key, in: id) else { continue }
                let inner = filtered(entry.value, part, name)
                if inner != entry.value { kept[entry.key] = inner }
            }
            return .mapping(kept)
        case .list(let items):
            guard let part = itemPart(in: id) else { return value }
            return .list(items.compactMap { filtered($0, part, name) })
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

    func isAnnotated(_ id: Subschema.ID, _ name: String) -> Bool {
        chain(from: id).contains { parts[$0].annotations[name] == .bool(true) }
    }

    func part(ofKey key: String, in id: Subschema.ID) -> Subschema.ID? {
        for part in chain(from: id) {
            for case .fields(let rules) in parts[part].keywords {
                if let found = rules.properties[key] ?? rules.others { return found }
            }
        }
        return nil
    }

    func itemPart(in id: Subschema.ID) -> Subschema.ID? {
        for part in chain(from: id) {
            for case .list(let rules) in parts[part].keywords {
                if let items = rules.items { return items }
            }
        }
        return nil
    }

    /// A part and those it refers to, the nearest first.
    private func chain(from id: Subschema.ID) -> [Subschema.ID] {
        var chain = [id]
        var position = 0
        while position < chain.count {
            for case .reference(let target) in parts[chain[position]].keywords
            where !chain.contains(target) {
                chain.append(target)
            }
            position += 1
        }
        return chain
    }
}
