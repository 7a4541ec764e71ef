internal import RecordModel

/// What is demanded of single values.
extension Evaluation {
    mutating func failOptions(
        _ value: Value, _ options: [Value], _ keyword: String, _ id: Subschema.ID
    ) -> Bool {
        guard isCollecting else { return false }
        let names = options.compactMap(\.string)
        let near = value.string.flatMap { Suggestion.closest(to: $0, in: names) }
        return fail(
            keyword, id, "\(Wording.brief(value)) is none of the values that are allowed here",
            hint: near.map { "Did you mean `\($0)`?" }
                ?? Wording.known("values", options.map { $0.string ?? Wording.brief($0) }),
            repair: near.map {
                Repair(
                    summary: "Write `\($0)`",
                    isSafe: Suggestion.areSameWord(value.string ?? "", $0),
                    action: .set(.string($0)))
            })
    }

    mutating func checkRange(
        _ value: Value, _ keyword: String, _ limit: Number, _ id: Subschema.ID
    ) -> Bool {
        guard let number = value.number else { return true }
        if Self.isIn(number, keyword, limit) { return true }
        let fault =
            switch keyword {
            case "minimum": "too small; at least"
            case "maximum": "too large; at most"
            case "exclusiveMinimum": "too small; more than"
            default: "too large; less than"
            }
        return fail(
            keyword, id, "\(Wording.brief(value)) is \(fault) \(limit) is due",
            hint: wordingHint(referrer ?? id))
    }

    /// Tells whether a number is on the right side of the limit that a keyword sets.
    static func isIn(_ number: Number, _ keyword: String, _ limit: Number) -> Bool {
        switch keyword {
        case "minimum": number >= limit
        case "maximum": number <= limit
        case "exclusiveMinimum": number > limit
        default: number < limit
        }
    }

    mutating func checkLength(
        _ value: Value, _ length: Keyword.Length, _ limit: Int, _ id: Subschema.ID
    ) -> Bool {
        let (count, unit): (Int, String)
        switch (value, length) {
        case (.string(let text), .minLength), (.string(let text), .maxLength):
            // A scalar has one to four bytes, so most texts need not be counted.
            let bytes = text.utf8.count
            if length == .maxLength ? bytes <= limit : bytes / 4 >= limit { return true }
            (count, unit) = (text.unicodeScalars.count, "character")
        case (.list(let items), .minItems), (.list(let items), .maxItems):
            (count, unit) = (items.count, "item")
        case (.mapping(let mapping), .minProperties), (.mapping(let mapping), .maxProperties):
            (count, unit) = (mapping.count, "field")
        default: return true
        }
        if length.isMinimum ? count >= limit : count <= limit { return true }
        let due =
            "\(length.isMinimum ? "at least" : "at most") \(Wording.counted(limit, unit)) due"
        let what = length.isMinimum && count == 0 ? "It is empty" : "It has \(count)"
        return fail(
            length.rawValue, id, "\(what); \(due)", hint: wordingHint(referrer ?? id),
            repair: length.isMinimum && count == 0
                ? Repair(summary: "Remove the empty field", isSafe: true, action: .remove) : nil)
    }
}
