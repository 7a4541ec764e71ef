internal import RecordModel

/// The state of one validation.
///
/// A value is first only judged, which stops at the first error and keeps no paths. Only a value
/// that fails is walked again to say what is wrong: nearly all values are fine.
struct Evaluation {
    let parts: [Subschema]
    /// Whether errors are wanted, or only whether there is one.
    let isCollecting: Bool
    private(set) var errors: [SchemaError] = []
    private var instancePath = FieldPath.root
    private var keywordPath = FieldPath.root
    /// The part whose references led to the current one, without a step into the value.
    private(set) var referrer: Subschema.ID?
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
                || fail(
                    "type", id, Wording.wrongType(value, types),
                    hint: wrongTypeHint(value, types, id))
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
            let outer = referrer
            referrer = referrer ?? id
            defer { referrer = outer }
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

    // MARK: Branches and steps

    /// Tells whether a value meets a part, without noting errors.
    func isValid(_ value: Value, _ id: Subschema.ID) -> Bool {
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
                keyword, id, "One of the fields \(names.joined(separator: " or ")) is missing")
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
    mutating func descend(
        _ keywords: [String], _ value: Value, _ part: Subschema.ID, instance: String? = nil
    ) -> Bool {
        guard isCollecting else { return check(value, part) }
        keywordPath.steps += keywords
        let outer = referrer
        if let instance {
            instancePath.steps.append(instance)
            referrer = nil
        }
        let isValid = check(value, part)
        referrer = outer
        keywordPath.steps.removeLast(keywords.count)
        if instance != nil { instancePath.steps.removeLast() }
        return isValid
    }

    /// Notes an error, where they are wanted, and returns false.
    mutating func fail(
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
}
