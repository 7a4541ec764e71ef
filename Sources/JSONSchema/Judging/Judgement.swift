internal import RecordModel

/// The state of one look at a value.
struct Judgement {
    let judge: Judge
    private var depth = 0
    private(set) var isUndecided = false
    /// Fewer than `Evaluation` takes, so that only that one gives up on a value.
    private static let depthLimit = 200

    init(judge: Judge) { self.judge = judge }

    mutating func holds(_ value: Value, _ node: Judge.Node) -> Bool {
        let kind = Judge.Kind(value)
        let kinds = Judge.Kind.allCases.count
        return holds(value, block: judge.tables.entries[node * kinds + kind.rawValue])
    }

    private mutating func holds(_ value: Value, block: Judge.Block) -> Bool {
        let steps = judge.tables.blocks[block]
        if steps.isEmpty { return true }
        guard depth < Self.depthLimit, !isUndecided else {
            isUndecided = true
            return false
        }
        depth += 1
        defer { depth -= 1 }
        for step in steps where !meets(value, judge.tables.steps[step]) { return false }
        return true
    }

    private mutating func meets(_ value: Value, _ step: Judge.Step) -> Bool {
        switch step {
        case .never: return false
        case .options(let place): return judge.tables.options[place].contains(value)
        case .apply(let block): return holds(value, block: block)
        case .any(let place):
            for block in judge.tables.branches[place] where holds(value, block: block) {
                return true
            }
            return false
        case .exactlyOne(let place):
            var count = 0
            for block in judge.tables.branches[place] where holds(value, block: block) {
                count += 1
                if count > 1 { return false }
            }
            return count == 1
        case .not(let block): return !holds(value, block: block)
        case .condition(let condition, let then, let otherwise):
            return holds(value, block: holds(value, block: condition) ? then : otherwise)
        default: break
        }
        switch value {
        case .string(let text): return meets(text, step)
        case .number(let number): return meets(number, step)
        case .list(let items): return meets(items, step)
        case .mapping(let mapping): return meets(mapping, step, of: value)
        default: return true
        }
    }

    private func meets(_ text: String, _ step: Judge.Step) -> Bool {
        switch step {
        case .words(let place): return judge.tables.words[place].position(of: text) != nil
        // A scalar has one to four bytes, so most texts need not be counted.
        case .atLeast(let limit):
            return text.utf8.count / 4 >= limit || text.unicodeScalars.count >= limit
        case .atMost(let limit):
            return text.utf8.count <= limit || text.unicodeScalars.count <= limit
        case .pattern(let place): return judge.tables.patterns[place].matches(text)
        case .format(let format): return format.holds(text)
        case .content(let place): return judge.tables.contents[place].fault(text) == nil
        default: return true
        }
    }

    private func meets(_ number: Number, _ step: Judge.Step) -> Bool {
        switch step {
        case .integer: return number.isInteger
        case .range(let place):
            let (keyword, limit) = judge.tables.ranges[place]
            return Evaluation.isIn(number, keyword, limit)
        case .multiple(let place): return number.isMultiple(of: judge.tables.multiples[place])
        default: return true
        }
    }

    private mutating func meets(_ items: [Value], _ step: Judge.Step) -> Bool {
        switch step {
        case .items(let node):
            for position in items.indices where !holds(items[position], node) { return false }
            return true
        case .list(let place): return meets(items, judge.tables.lists[place])
        case .unique: return Self.areDifferent(items)
        case .atLeast(let limit): return items.count >= limit
        case .atMost(let limit): return items.count <= limit
        default: return true
        }
    }

    private mutating func meets(_ items: [Value], _ rules: Judge.List) -> Bool {
        for (position, item) in items.enumerated() {
            let isPrefix = position < rules.prefix.count
            guard let node = isPrefix ? rules.prefix[position] : rules.items else { break }
            if !holds(item, node) { return false }
        }
        guard let node = rules.contains else { return true }
        var count = 0
        for item in items where holds(item, node) { count += 1 }
        return count >= rules.minContains && count <= rules.maxContains
    }

    private static func areDifferent(_ items: [Value]) -> Bool {
        // A few items are compared before they would all be hashed.
        guard items.count > 8 else {
            for (position, item) in items.enumerated()
            where items[..<position].contains(item) { return false }
            return true
        }
        return Set(items).count == items.count
    }

    private mutating func meets(
        _ mapping: Mapping, _ step: Judge.Step, of value: Value
    ) -> Bool {
        switch step {
        case .fields(let place): return meets(mapping, judge.tables.fields[place])
        case .required(let place):
            return mapping.position(of: judge.tables.required[place]) != nil
        case .dependent(let place):
            let rule = judge.tables.dependencies[place]
            guard mapping.position(of: rule.key) != nil else { return true }
            return rule.needs.allSatisfy { mapping.position(of: $0) != nil }
                && rule.block.map { holds(value, block: $0) } ?? true
        case .names(let node):
            for entry in mapping.entries where !holds(.string(entry.key), node) { return false }
            return true
        case .atLeast(let limit): return mapping.count >= limit
        case .atMost(let limit): return mapping.count <= limit
        default: return true
        }
    }

    private mutating func meets(_ mapping: Mapping, _ rules: Judge.Fields) -> Bool {
        for position in mapping.entries.indices {
            let known = rules.table.position(of: mapping.entries[position].key)
            if let known, !holds(mapping.entries[position].value, rules.nodes[known]) {
                return false
            }
            var isKnown = known != nil
            if !rules.patterns.isEmpty {
                let entry = mapping.entries[position]
                for (pattern, node) in rules.patterns where pattern.matches(entry.key) {
                    isKnown = true
                    if !holds(entry.value, node) { return false }
                }
            }
            if !isKnown, let node = rules.others,
                !holds(mapping.entries[position].value, node)
            {
                return false
            }
        }
        return true
    }
}
