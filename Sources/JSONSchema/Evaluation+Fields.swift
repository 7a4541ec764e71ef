internal import RecordModel

/// What is demanded of the fields of mappings.
extension Evaluation {
    mutating func checkFields(
        _ value: Value, _ rules: Keyword.FieldRules, _ id: Subschema.ID
    ) -> Bool {
        guard case .mapping(let mapping) = value else { return true }
        var isValid = true
        for entry in mapping.entries {
            var isKnown = false
            if let part = rules.properties[entry.key] {
                isKnown = true
                isValid =
                    descend(["properties", entry.key], entry.value, part, instance: entry.key)
                    && isValid
            }
            for (pattern, part) in rules.patterns where pattern.matches(entry.key) {
                isKnown = true
                isValid =
                    descend(
                        ["patternProperties", pattern.source], entry.value, part,
                        instance: entry.key) && isValid
            }
            if !isKnown, rules.refusesOthers {
                isValid = failUnknownKey(entry.key, in: mapping, rules, id)
            } else if !isKnown, let part = rules.others {
                isValid =
                    descend(["additionalProperties"], entry.value, part, instance: entry.key)
                    && isValid
            }
            if !isValid, !isCollecting { return false }
        }
        return isValid
    }

    private mutating func failUnknownKey(
        _ key: String, in mapping: Mapping, _ rules: Keyword.FieldRules, _ id: Subschema.ID
    ) -> Bool {
        guard isCollecting else { return false }
        let free = rules.keys.filter { mapping[$0] == nil }
        let hint =
            Suggestion.closest(to: key, in: free).map { "Did you mean `\($0)`?" }
            ?? Wording.known("fields", rules.keys)
        return fail(
            "additionalProperties", id, "There is no field `\(Wording.cut(key))` here", hint: hint,
            instance: key, key: key)
    }

    mutating func checkRequired(
        _ value: Value, _ keys: [String], _ id: Subschema.ID
    ) -> Bool {
        guard case .mapping(let mapping) = value else { return true }
        var isValid = true
        for key in keys where mapping.position(of: key) == nil {
            isValid = fail(
                "required", id, "The field `\(key)` is missing", hint: meaning(of: key, id),
                key: key)
            if !isCollecting { return false }
        }
        return isValid
    }

    mutating func checkDependencies(
        _ value: Value, _ dependencies: [(key: String, needs: [String])], _ id: Subschema.ID
    ) -> Bool {
        var isValid = true
        for (key, needs) in dependencies where value[key] != nil {
            for need in needs where value[need] == nil {
                isValid = fail(
                    "dependentRequired", id, "With `\(key)` the field `\(need)` is due, too",
                    key: need)
            }
        }
        return isValid
    }

    mutating func checkNames(
        _ value: Value, _ part: Subschema.ID, _ id: Subschema.ID
    ) -> Bool {
        guard case .mapping(let mapping) = value else { return true }
        var isValid = true
        for entry in mapping.entries where !self.isValid(.string(entry.key), part) {
            isValid = fail(
                "propertyNames", id,
                "The key `\(Wording.cut(entry.key))` has a form that is "
                    + "not allowed here", hint: wordingHint(part), instance: entry.key,
                key: entry.key)
        }
        return isValid
    }
}
