internal import RecordModel

/// What the schema itself says about a fault.
extension Evaluation {
    func annotation(_ name: String, of id: Subschema.ID) -> String? {
        tables.parts[id].annotations[name]?.string
    }

    /// What the schema says of the value that is due, with an example.
    func wordingHint(_ id: Subschema.ID) -> String? {
        guard isCollecting else { return nil }
        return Wording.hint(
            description: annotation("description", of: id),
            example: tables.parts[id].annotations["examples"]?.list?.first)
    }

    /// What to write instead of a value of another type: what the field is for, not what its text
    /// may look like.
    func wrongTypeHint(
        _ value: Value, _ types: Keyword.TypeSet, _ id: Subschema.ID
    ) -> String? {
        guard isCollecting else { return nil }
        if value == .null {
            return Wording.hint(
                description: "Fill it in, or remove the field",
                example: tables.parts[referrer ?? id].annotations["examples"]?.list?.first)
        }
        return Wording.truthHint(value, types) ?? wordingHint(referrer ?? id)
    }

    /// What a field is that is missing.
    func meaning(of key: String, _ id: Subschema.ID) -> String? {
        guard isCollecting else { return nil }
        for case .fields(let rules) in tables.parts[id].keywords {
            return rules.schema(ofKey: key).flatMap(wordingHint)
        }
        // A branch speaks of the fields of the schema that it belongs to.
        for part in tables.parts {
            for case .condition(_, let then, let otherwise) in part.keywords
            where then == id || otherwise == id {
                for case .fields(let rules) in part.keywords {
                    return rules.schema(ofKey: key).flatMap(wordingHint)
                }
            }
        }
        return nil
    }
}
