internal import RecordModel

/// What is demanded of lists.
extension Evaluation {
    mutating func checkList(
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
}
