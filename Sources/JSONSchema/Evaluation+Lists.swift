internal import RecordModel

/// What is demanded of lists.
extension Evaluation {
    mutating func checkList(
        _ value: Value, _ rules: Keyword.ListRules, _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        guard case .list(let items) = value else { return true }
        var isValid = true
        for (index, item) in items.enumerated() {
            let isPrefix = index < rules.prefix.count
            guard let part = isPrefix ? rules.prefix[index] : rules.items else { break }
            isValid =
                enter(
                    isPrefix ? [rules.prefixKeyword, String(index)] : [rules.itemsKeyword], item,
                    part, String(index)) && isValid
            coverage?.mark(index)
            if !isValid, !isCollecting { return false }
        }
        if isValid, purpose == .outlining, !items.isEmpty { annotate(items.count, rules, id) }
        if let part = rules.contains {
            isValid = checkContains(items, part, rules, id, &coverage) && isValid
        }
        return isValid && (!rules.isUnique || checkUnique(items, id))
    }

    private mutating func annotate(_ count: Int, _ rules: Keyword.ListRules, _ id: Subschema.ID) {
        if !rules.prefix.isEmpty {
            let last = min(count, rules.prefix.count) - 1
            annotate(
                rules.prefixKeyword, id,
                count <= rules.prefix.count ? true : .number(Number(last)))
        }
        if rules.items != nil, count > rules.prefix.count { annotate(rules.itemsKeyword, id, true) }
    }

    private mutating func checkContains(
        _ items: [Value], _ part: Subschema.ID, _ rules: Keyword.ListRules, _ id: Subschema.ID,
        _ coverage: inout Coverage?
    ) -> Bool {
        var found: [Int] = []
        for (index, item) in items.enumerated() where holds(within: item, part) {
            found.append(index)
            if rules.containsCovers { coverage?.mark(index) }
        }
        let count = found.count
        if count < rules.minContains {
            return fail(
                rules.minContains > 1 ? "minContains" : "contains", id,
                "Too few items have the form that is due: \(count) of \(rules.minContains)",
                hint: wordingHint(part))
        }
        if let most = rules.maxContains, count > most {
            return fail(
                "maxContains", id,
                "Too many items have the form that is rare: \(count) of at most \(most)")
        }
        if purpose == .outlining {
            let isAll = count == items.count && count > 0
            annotate("contains", id, isAll ? true : .list(found.map { .number(Number($0)) }))
        }
        return true
    }

    private mutating func checkUnique(_ items: [Value], _ id: Subschema.ID) -> Bool {
        guard items.count > 1 else { return true }
        var isValid = true
        var seen: [Value: Int] = [:]
        for (index, item) in items.enumerated() {
            guard let earlier = seen.updateValue(index, forKey: item) else { continue }
            isValid = fail(
                "uniqueItems", id,
                "The items \(earlier + 1) and \(index + 1) are the same: " + Wording.brief(item),
                hint: "Remove one of the two", instance: String(index),
                repair: Repair(
                    summary: "Remove the second \(Wording.brief(item))", isSafe: true,
                    action: .remove))
            if !isCollecting { return false }
        }
        return isValid
    }

    mutating func checkRestOfList(
        _ value: Value, _ part: Subschema.ID, _ id: Subschema.ID, _ coverage: inout Coverage?
    ) -> Bool {
        guard case .list(let items) = value, let marks = coverage?.marks else { return true }
        var (isValid, isUsed) = (true, false)
        for (index, item) in items.enumerated() where !marks[index] {
            isUsed = true
            isValid = enter(["unevaluatedItems"], item, part, String(index)) && isValid
            if !isValid, !isCollecting { return false }
        }
        coverage?.markAll()
        if isUsed, isValid, purpose == .outlining { annotate("unevaluatedItems", id, true) }
        return isValid
    }
}
