internal import RecordModel

/// The state of one validation.
///
/// A value is first only judged, which stops at the first error and keeps no paths. Only a value
/// that fails is walked again to say what is wrong: nearly all values are fine.
struct Evaluation {
    let parts: [Subschema]
    /// Whether errors are wanted, or only whether there is one.
    private var isCollecting: Bool
    private(set) var errors: [SchemaError] = []
    private var instancePath = FieldPath.root
    private var keywordPath = FieldPath.root
    /// The parts that are being checked against the current value, to end endless references.
    private var depth = 0
    private static let depthLimit = 1_000

    init(parts: [Subschema], isCollecting: Bool) {
        self.parts = parts
        self.isCollecting = isCollecting
    }

    /// Checks a value against a part and tells whether it meets all demands.
    mutating func check(_ value: Value, _ id: Subschema.ID) -> Bool {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else {
            return fail("$ref", id, "The schema refers to itself without end")
        }
        var isValid = true
        for keyword in parts[id].keywords {
            if check(value, keyword, in: id) { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    private mutating func check(
        _ value: Value, _ keyword: Keyword, in id: Subschema.ID
    ) -> Bool {
        switch keyword {
        case .always(let isTrue):
            return isTrue || fail("false", id, "Nothing may stand here")
        case .type(let types):
            return types.allows(value)
                || fail("type", id, Wording.wrongType(value, types), hint: wordingHint(id))
        case .constant(let expected):
            return value == expected
                || fail(
                    "const", id,
                    "The value is \(Wording.brief(value)), not the one that is "
                        + "due: \(Wording.brief(expected))")
        case .options(let options):
            return options.contains(value) || failOptions(value, options, id)
        case .range(let keyword, let limit):
            return checkRange(value, keyword, limit, id)
        case .multiple(let unit):
            guard let number = value.number, !number.isMultiple(of: unit) else { return true }
            return fail("multipleOf", id, "\(number) is no multiple of \(unit)")
        case .length(let keyword, let limit):
            return checkLength(value, keyword, limit, id)
        case .pattern(let pattern):
            guard let text = value.string, !pattern.matches(text) else { return true }
            let title = annotation("title", of: id)
            return fail(
                "pattern", id, Wording.notAPattern(text, title: title), hint: wordingHint(id))
        case .list(let rules):
            return checkList(value, rules, id)
        case .fields(let rules):
            return checkFields(value, rules, id)
        case .required(let keys):
            return checkRequired(value, keys, id)
        case .dependentRequired(let dependencies):
            return checkDependencies(value, dependencies, id)
        case .dependentSchemas(let dependencies):
            var isValid = true
            for (key, part) in dependencies where value[key] != nil {
                isValid = descend(["dependentSchemas", key], value, part) && isValid
            }
            return isValid
        case .propertyNames(let part):
            return checkNames(value, part, id)
        case .reference(let part):
            return descend(["$ref"], value, part)
        case .all(let branches):
            var isValid = true
            for (index, part) in branches.enumerated() {
                isValid = descend(["allOf", String(index)], value, part) && isValid
            }
            return isValid
        case .any(let branches):
            return checkAny(value, branches, "anyOf", id)
        case .exactlyOne(let branches):
            let matches = branches.filter { isValid(value, $0) }
            if matches.count == 1 { return true }
            guard matches.isEmpty else {
                return fail(
                    "oneOf", id,
                    "The value fits \(matches.count) of the forms that "
                        + "exclude each other")
            }
            return checkAny(value, branches, "oneOf", id)
        case .not(let part):
            return !isValid(value, part)
                || fail("not", id, "The value has a form that is not allowed here")
        case .condition(let condition, let then, let otherwise):
            let holds = isValid(value, condition)
            guard let part = holds ? then : otherwise else { return true }
            return descend([holds ? "then" : "else"], value, part)
        }
    }

    // MARK: Lists

    private mutating func checkList(
        _ value: Value, _ rules: Keyword.ListRules, _ id: Subschema.ID
    ) -> Bool {
        guard case .list(let items) = value else { return true }
        var isValid = true
        for (index, item) in items.enumerated() {
            let isPrefix = index < rules.prefix.count
            guard let part = isPrefix ? rules.prefix[index] : rules.items else { break }
            let steps = isPrefix ? ["prefixItems", String(index)] : ["items"]
            isValid = descend(steps, item, part, instance: String(index)) && isValid
            if !isValid, !isCollecting { return false }
        }
        if let part = rules.contains {
            let count = items.count { self.isValid($0, part) }
            if count < rules.minContains {
                isValid = fail(
                    "contains", id,
                    "Too few items have the form that is due: "
                        + "\(count) of \(rules.minContains)")
            } else if let most = rules.maxContains, count > most {
                isValid = fail(
                    "maxContains", id,
                    "Too many items have the form that is rare: "
                        + "\(count) of at most \(most)")
            }
        }
        if rules.isUnique {
            var seen: [Value: Int] = [:]
            for (index, item) in items.enumerated() {
                guard let earlier = seen.updateValue(index, forKey: item) else { continue }
                isValid = fail(
                    "uniqueItems", id,
                    "The items \(earlier + 1) and \(index + 1) are the same: "
                        + Wording.brief(item),
                    hint: "Remove one of the two", instance: String(index))
                if !isCollecting { return false }
            }
        }
        return isValid
    }

    // MARK: Mappings

    private mutating func checkFields(
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

    private mutating func checkRequired(
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

    private mutating func checkDependencies(
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

    private mutating func checkNames(
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

    // MARK: Scalars

    private mutating func failOptions(
        _ value: Value, _ options: [Value], _ id: Subschema.ID
    ) -> Bool {
        guard isCollecting else { return false }
        let names = options.compactMap(\.string)
        let near = value.string.flatMap { Suggestion.closest(to: $0, in: names) }
        return fail(
            "enum", id, "\(Wording.brief(value)) is none of the values that are allowed here",
            hint: near.map { "Did you mean `\($0)`?" }
                ?? Wording.known("values", options.map { $0.string ?? Wording.brief($0) }))
    }

    private mutating func checkRange(
        _ value: Value, _ keyword: String, _ limit: Number, _ id: Subschema.ID
    ) -> Bool {
        guard let number = value.number else { return true }
        let (isValid, relation) =
            switch keyword {
            case "minimum": (number >= limit, "at least")
            case "maximum": (number <= limit, "at most")
            case "exclusiveMinimum": (number > limit, "more than")
            default: (number < limit, "less than")
            }
        return isValid || fail(keyword, id, "\(number) is not \(relation) \(limit)")
    }

    private mutating func checkLength(
        _ value: Value, _ keyword: String, _ limit: Int, _ id: Subschema.ID
    ) -> Bool {
        let (count, unit): (Int, String)
        switch (value, keyword.suffix(4)) {
        case (.string(let text), "ngth"):
            // No text has more scalars than bytes, so most need not be counted.
            if keyword == "maxLength", text.utf8.count <= limit { return true }
            (count, unit) = (text.unicodeScalars.count, "character")
        case (.list(let items), "tems"): (count, unit) = (items.count, "item")
        case (.mapping(let mapping), "ties"): (count, unit) = (mapping.count, "field")
        default: return true
        }
        let isMinimum = keyword.hasPrefix("min")
        if isMinimum ? count >= limit : count <= limit { return true }
        let due = "\(isMinimum ? "at least" : "at most") \(limit) \(unit)\(limit == 1 ? "" : "s")"
        let what = isMinimum && count == 0 ? "It is empty" : "It has \(count) \(unit)s"
        return fail(keyword, id, "\(what); \(due) are due")
    }

    // MARK: Branches and steps

    /// Tells whether a value meets a part, without noting errors.
    private func isValid(_ value: Value, _ id: Subschema.ID) -> Bool {
        var trial = Evaluation(parts: parts, isCollecting: false)
        trial.depth = depth
        return trial.check(value, id)
    }

    /// Checks that one branch fits; if none does, the errors are those of the branch that was
    /// meant: the one with the fewest.
    private mutating func checkAny(
        _ value: Value, _ branches: [Subschema.ID], _ keyword: String, _ id: Subschema.ID
    ) -> Bool {
        if branches.contains(where: { isValid(value, $0) }) { return true }
        guard isCollecting else { return false }
        // Branches that only name what must be there read best as one sentence.
        let needs = branches.map { parts[$0].keywords }.map { keywords -> [String]? in
            if keywords.count == 1, case .required(let keys) = keywords[0] { keys } else { nil }
        }
        if !needs.contains(nil), case .mapping = value {
            let names = needs.compactMap { $0?.map { "`\($0)`" }.joined(separator: " with ") }
            return fail(
                keyword, id, "One of the fields \(names.joined(separator: ", ")) is missing")
        }
        var best: [SchemaError]?
        for (index, part) in branches.enumerated() {
            var trial = self
            trial.errors = []
            _ = trial.descend([keyword, String(index)], value, part)
            if trial.errors.count < best?.count ?? .max { best = trial.errors }
        }
        errors += best ?? []
        return false
    }

    /// Goes one step down, into the schema and perhaps into the value.
    private mutating func descend(
        _ keywords: [String], _ value: Value, _ part: Subschema.ID, instance: String? = nil
    ) -> Bool {
        guard isCollecting else { return check(value, part) }
        keywordPath.steps += keywords
        if let instance { instancePath.steps.append(instance) }
        let isValid = check(value, part)
        keywordPath.steps.removeLast(keywords.count)
        if instance != nil { instancePath.steps.removeLast() }
        return isValid
    }

    /// Notes an error, where they are wanted, and returns false.
    private mutating func fail(
        _ keyword: String, _ id: Subschema.ID, _ message: @autoclosure () -> String,
        hint: String? = nil, instance: String? = nil, key: String? = nil
    ) -> Bool {
        guard isCollecting else { return false }
        let part = parts[id]
        errors.append(
            SchemaError(
                keyword: keyword,
                instancePath: instance.map { instancePath.appending($0) } ?? instancePath,
                keywordPath: keywordPath.appending(keyword),
                absoluteKeyword: "\(part.base)#\(part.pointer.appending(keyword))",
                message: message(), hint: hint, key: key))
        return false
    }

    // MARK: Words

    private func annotation(_ name: String, of id: Subschema.ID) -> String? {
        parts[id].annotations[name]?.string
    }

    /// What the schema says of the value that is due, with an example.
    private func wordingHint(_ id: Subschema.ID) -> String? {
        guard isCollecting else { return nil }
        return Wording.hint(
            description: annotation("description", of: id),
            example: parts[id].annotations["examples"]?.list?.first)
    }

    /// What a field is that is missing.
    private func meaning(of key: String, _ id: Subschema.ID) -> String? {
        guard isCollecting else { return nil }
        for case .fields(let rules) in parts[id].keywords {
            return rules.properties[key].flatMap(wordingHint)
        }
        return nil
    }
}
