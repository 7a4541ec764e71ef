internal import RecordModel

/// What each keyword demands.
extension Evaluation {
    mutating func check(
        _ value: Value, _ keyword: Keyword, in id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        switch keyword {
        case .always(let isTrue):
            return isTrue || fail("false", id, "Nothing may stand here")
        case .type(let types):
            return types.allows(value)
                || fail(
                    "type", id, Wording.wrongType(value, types),
                    hint: wrongTypeHint(value, types, id),
                    repair: repair(value, of: types, id))
        case .constant(let expected):
            return value == expected
                || fail(
                    "const", id,
                    "The value is \(Wording.brief(value)), not the one that is "
                        + "due: \(Wording.brief(expected))")
        case .options(let options):
            return options.contains(value) || failOptions(value, options, "enum", id)
        case .range(let keyword, let limit): return checkRange(value, keyword, limit, id)
        case .multiple(let unit):
            guard let number = value.number, !number.isMultiple(of: unit) else { return true }
            return fail("multipleOf", id, "\(number) is no multiple of \(unit)")
        case .length(let length, let limit): return checkLength(value, length, limit, id)
        case .pattern(let pattern):
            guard case .string(let text) = value, !pattern.matches(text) else { return true }
            let title = annotation("title", of: id)
            return fail(
                "pattern", id, Wording.notAPattern(text, title: title),
                hint: wordingHint(id), repair: repair(text, ofFormIn: id))
        case .format(let format):
            guard case .string(let text) = value, !format.holds(text) else { return true }
            return fail(
                "format", id, "`\(Wording.cut(text))` is not \(format.meaning)",
                hint: wordingHint(id) ?? format.example.map { "For example `\($0)`" },
                repair: repair(text, ofFormIn: id))
        case .content(let content):
            guard case .string(let text) = value, let fault = content.fault(text) else {
                return true
            }
            return fail(fault.keyword, id, fault.message)
        case .list(let rules): return checkList(value, rules, id, &coverage)
        case .fields(let rules): return checkFields(value, rules, id, &coverage)
        case .required(let keys): return checkRequired(value, keys, id)
        case .dependentRequired(let dependencies, let keyword):
            return checkDependencies(value, dependencies, keyword, id)
        case .propertyNames(let part): return checkNames(value, part, id)
        case .unevaluatedItems(let part): return checkRestOfList(value, part, id, &coverage)
        case .unevaluatedFields(let part, let isRefused):
            return checkRestOfMapping(value, part, isRefused: isRefused, id, &coverage)
        case .dependentSchemas, .reference, .dynamicReference, .all, .any, .exactlyOne, .not,
            .condition:
            return checkInPlace(value, keyword, in: id, &coverage)
        }
    }

    /// Checks what applies other schemas to the same value.
    private mutating func checkInPlace(
        _ value: Value, _ keyword: Keyword, in id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        switch keyword {
        case .reference(let part): return follow("$ref", part, value, id, &coverage)
        case .dynamicReference(let first, let anchor, let keyword):
            return follow(keyword, target(of: anchor, else: first), value, id, &coverage)
        case .dependentSchemas(let dependencies, let keyword):
            guard case .mapping(let mapping) = value else { return true }
            var isValid = true
            for (key, part) in dependencies where mapping.position(of: key) != nil {
                isValid = apply([keyword, key], value, part, &coverage) && isValid
            }
            return isValid
        case .all(let branches):
            var isValid = true
            for (index, part) in branches.enumerated() {
                isValid = apply(["allOf", String(index)], value, part, &coverage) && isValid
                if !isValid, !isCollecting { return false }
            }
            return isValid
        case .any(let branches): return checkAny(value, branches, id, &coverage)
        case .exactlyOne(let branches): return checkOne(value, branches, id, &coverage)
        case .not(let part):
            var none: Coverage?
            return !holds(value, part, &none)
                || fail("not", id, "The value has a form that is not allowed here")
        case .condition(let condition, let then, let otherwise):
            let holds = tries(["if"], value, condition, &coverage)
            guard let part = holds ? then : otherwise else { return true }
            return apply([holds ? "then" : "else"], value, part, &coverage)
        default: return true
        }
    }

    private mutating func follow(
        _ keyword: String, _ part: Subschema.ID, _ value: Value, _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        let outer = referrer
        referrer = referrer ?? id
        defer { referrer = outer }
        return apply([keyword], value, part, &coverage)
    }

    /// Tells whether a value meets a part; that it does not is no error.
    mutating func tries(
        _ keywords: @autoclosure () -> [String], _ value: Value, _ part: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard purpose == .outlining else { return holds(value, part, &coverage) }
        let isValid = apply(keywords(), value, part, &coverage)
        if !isValid { units.removeLast() }
        return isValid
    }
}

extension Keyword {
    /// Whether the keyword is about what all others left alone.
    var isAboutTheRest: Bool {
        switch self {
        case .unevaluatedItems, .unevaluatedFields: true
        default: false
        }
    }
}
