internal import RecordModel

/// `anyOf` and `oneOf`, and which of their branches was meant.
extension Evaluation {
    mutating func checkAny(
        _ value: Value, _ branches: [Subschema.ID], _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard purpose != .outlining else {
            return outline(value, branches, "anyOf", id, &coverage) { $0 > 0 }
        }
        var isFound = false
        for part in branches where holds(value, part, &coverage) {
            // Every branch that fits says what it looked at.
            if coverage == nil { return true }
            isFound = true
        }
        return isFound || failBranches(value, branches, "anyOf", id)
    }

    mutating func checkOne(
        _ value: Value, _ branches: [Subschema.ID], _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard purpose != .outlining else {
            return outline(value, branches, "oneOf", id, &coverage) { $0 == 1 }
        }
        var matches: [Int] = []
        for (index, part) in branches.enumerated() where holds(value, part, &coverage) {
            matches.append(index)
            if matches.count > 1, purpose == .judging { return false }
        }
        if matches.count == 1 { return true }
        guard matches.count > 1 else { return failBranches(value, branches, "oneOf", id) }
        let names = matches.map { annotation("title", of: branches[$0]) }
        let which =
            names.contains(nil)
            ? ""
            : ": " + names.compactMap { $0.map { "`\(Wording.cut($0))`" } }.joined(separator: ", ")
        return fail(
            "oneOf", id,
            "The value fits \(matches.count) of the forms that exclude each other\(which)")
    }

    private mutating func outline(
        _ value: Value, _ branches: [Subschema.ID], _ keyword: String, _ id: Subschema.ID,
        _ coverage: inout Coverage?, isEnough: (Int) -> Bool
    ) -> Bool {
        let outer = units
        units = []
        var count = 0
        for (index, part) in branches.enumerated()
        where apply([keyword, String(index)], value, part, &coverage) { count += 1 }
        let isValid = isEnough(count)
        let error =
            isValid
            ? nil
            : "The value fits \(count == 0 ? "none" : "\(count)") of the \(branches.count) forms"
        units =
            outer + [
                unit(
                    isValid, keyword, id, error: error,
                    children: units.filter { $0.isValid == isValid })
            ]
        return isValid
    }

    /// Says why no branch fits: the errors are those of the branch that was meant.
    private mutating func failBranches(
        _ value: Value, _ branches: [Subschema.ID], _ keyword: String, _ id: Subschema.ID
    ) -> Bool {
        guard isCollecting else { return false }
        if let error = needs(value, branches) { return fail(keyword, id, error) }
        var trials: [[SchemaError]] = []
        for (index, part) in branches.enumerated() {
            let outer = errors
            errors = []
            var none: Coverage?
            _ = apply([keyword, String(index)], value, part, &none)
            trials.append(errors)
            errors = outer
        }
        if let types = commonTypes(trials, branches) {
            return fail(
                keyword, id, Wording.wrongType(value, types),
                hint: wrongTypeHint(value, types, id), repair: repair(value, of: types, id))
        }
        if let options = commonOptions(trials, branches) {
            return failOptions(value, options, keyword, id)
        }
        let depth = instancePath.steps.count
        let ranks = trials.map { BranchRank($0, depth: depth) }
        if let best = ranks.indices.min(by: { ranks[$0] < ranks[$1] }) { errors += trials[best] }
        return false
    }

    /// One sentence for branches that only name what must be there.
    private func needs(_ value: Value, _ branches: [Subschema.ID]) -> String? {
        guard case .mapping = value else { return nil }
        var names: [String] = []
        for part in branches {
            let keywords = tables.parts[part].keywords
            guard keywords.count == 1, case .required(let keys) = keywords[0] else { return nil }
            names.append(keys.map { "`\($0)`" }.joined(separator: " with "))
        }
        return "One of the fields \(names.joined(separator: " or ")) is missing"
    }

    /// The types of all branches, where nothing but the type is wrong with any.
    private func commonTypes(
        _ trials: [[SchemaError]], _ branches: [Subschema.ID]
    ) -> Keyword.TypeSet? {
        var types = Keyword.TypeSet()
        for (errors, part) in zip(trials, branches) {
            guard errors.contains(where: { isHere($0) && $0.keyword == "type" }) else { return nil }
            for part in tables.chains[part] {
                for case .type(let one) in tables.parts[part].keywords { types.formUnion(one) }
            }
        }
        return types.rawValue == 0 ? nil : types
    }

    /// The values of all branches, where each allows certain values only.
    private func commonOptions(
        _ trials: [[SchemaError]], _ branches: [Subschema.ID]
    ) -> [Value]? {
        var options: [Value] = []
        for (errors, part) in zip(trials, branches) {
            guard errors.contains(where: { isHere($0) && ["const", "enum"].contains($0.keyword) })
            else { return nil }
            for part in tables.chains[part] {
                for keyword in tables.parts[part].keywords {
                    if case .constant(let value) = keyword { options.append(value) }
                    if case .options(let values) = keyword { options += values }
                }
            }
        }
        return options.isEmpty ? nil : options
    }

    private func isHere(_ error: SchemaError) -> Bool {
        error.instancePath.steps.count == instancePath.steps.count
    }
}

/// How far a value is from a branch: what tells branches apart counts first, then how much is
/// wrong.
private struct BranchRank: Comparable {
    private let key: [Int]

    init(_ errors: [SchemaError], depth: Int) {
        var (types, marks, missing, unknown) = (0, 0, 0, 0)
        for error in errors {
            let distance = error.instancePath.steps.count - depth
            switch error.keyword {
            case "type" where distance == 0, "false" where distance == 0: types += 1
            case "const" where distance <= 1, "enum" where distance <= 1: marks += 1
            case "type" where distance == 1: marks += 1
            case "required" where distance == 0: missing += 1
            case "additionalProperties" where distance <= 1,
                "unevaluatedProperties" where distance <= 1:
                unknown += 1
            default: break
            }
        }
        // Of two branches as far away, the one in which the walk got deeper fits better so far.
        let depth = errors.map(\.instancePath.steps.count).min() ?? 0
        key = [types, marks, missing + unknown, errors.count, -depth]
    }

    static func < (first: Self, second: Self) -> Bool {
        first.key.lexicographicallyPrecedes(second.key)
    }
}
