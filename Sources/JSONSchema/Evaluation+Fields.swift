internal import RecordModel

/// What is demanded of the fields of mappings.
extension Evaluation {
    mutating func checkFields(
        _ value: Value, _ rules: Keyword.FieldRules, _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard case .mapping(let mapping) = value else { return true }
        var isValid = true
        for (position, entry) in mapping.entries.enumerated() {
            var isKnown = false
            if let part = rules.schema(ofKey: entry.key) {
                isKnown = true
                isValid =
                    enter(["properties", entry.key], entry.value, part, entry.key) && isValid
            }
            for (pattern, part) in rules.patterns where pattern.matches(entry.key) {
                isKnown = true
                isValid =
                    enter(["patternProperties", pattern.source], entry.value, part, entry.key)
                    && isValid
            }
            if !isKnown, rules.refusesOthers {
                isValid = failUnknownKey(
                    "additionalProperties", entry.key, in: mapping, rules.keys, id)
            } else if !isKnown, let part = rules.others {
                isKnown = true
                isValid = enter(["additionalProperties"], entry.value, part, entry.key) && isValid
            }
            if !isValid, !isCollecting { return false }
            if isKnown { coverage?.mark(position) }
        }
        if isValid, purpose == .outlining { annotate(mapping, rules, id) }
        return isValid
    }

    private mutating func annotate(
        _ mapping: Mapping, _ rules: Keyword.FieldRules, _ id: Subschema.ID
    ) {
        var (named, matched, others): ([Value], [Value], [Value]) = ([], [], [])
        for key in mapping.keys {
            let isNamed = rules.schema(ofKey: key) != nil
            let isMatched = rules.patterns.contains { $0.pattern.matches(key) }
            if isNamed { named.append(.string(key)) }
            if isMatched { matched.append(.string(key)) }
            if !isNamed, !isMatched { others.append(.string(key)) }
        }
        if !rules.schemas.isEmpty { annotate("properties", id, .list(named)) }
        if !rules.patterns.isEmpty { annotate("patternProperties", id, .list(matched)) }
        if rules.others != nil { annotate("additionalProperties", id, .list(others)) }
    }

    mutating func checkRestOfMapping(
        _ value: Value, _ part: Subschema.ID, isRefused: Bool, _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard case .mapping(let mapping) = value, let marks = coverage?.marks else { return true }
        var isValid = true
        var rest: [Value] = []
        for (position, entry) in mapping.entries.enumerated() where !marks[position] {
            if isRefused {
                isValid = failUnknownKey("unevaluatedProperties", entry.key, in: mapping, [], id)
            } else {
                isValid = enter(["unevaluatedProperties"], entry.value, part, entry.key) && isValid
            }
            if !isValid, !isCollecting { return false }
            rest.append(.string(entry.key))
        }
        coverage?.markAll()
        if isValid, purpose == .outlining { annotate("unevaluatedProperties", id, .list(rest)) }
        return isValid
    }

    private mutating func failUnknownKey(
        _ keyword: String, _ key: String, in mapping: Mapping, _ keys: [String],
        _ id: Subschema.ID
    ) -> Bool {
        guard isCollecting else { return false }
        let free = keys.filter { mapping[$0] == nil }
        let near = Suggestion.closest(to: key, in: free)
        let hint =
            near.map { "Did you mean `\($0)`?" }
            ?? (keys.isEmpty ? nil : Wording.known("fields", keys))
        let repair = near.map {
            Repair(
                summary: "Rename `\(Wording.cut(key))` to `\($0)`",
                isSafe: Suggestion.areSameWord(key, $0) || Suggestion.isSlip(key, of: $0),
                action: .rename($0))
        }
        return fail(
            keyword, id, "There is no field `\(Wording.cut(key))` here", hint: hint,
            instance: key, key: key, repair: repair)
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
        _ value: Value, _ dependencies: [(key: String, needs: [String])], _ keyword: String,
        _ id: Subschema.ID
    ) -> Bool {
        var isValid = true
        guard case .mapping(let mapping) = value else { return true }
        for (key, needs) in dependencies where mapping.position(of: key) != nil {
            for need in needs where mapping.position(of: need) == nil {
                isValid = fail(
                    keyword, id, "With `\(key)` the field `\(need)` is due, too",
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
        for entry in mapping.entries where !holds(within: .string(entry.key), part) {
            isValid = fail(
                "propertyNames", id,
                "The key `\(Wording.cut(entry.key))` has a form that is "
                    + "not allowed here", hint: wordingHint(part), instance: entry.key,
                key: entry.key)
        }
        return isValid
    }
}
