public import RecordModel

extension Schema {
    /// The keys that the schema knows of the mapping at a field path, in its own order.
    public func knownKeys(at path: FieldPath) -> [String] {
        var id = root
        for step in path.steps {
            guard let next = part(ofKey: step, in: id) ?? itemPart(in: id) else { return [] }
            id = next
        }
        for part in chains[id] {
            for case .fields(let rules) in parts[part].keywords { return rules.keys }
        }
        return []
    }
}
