internal import RecordModel

/// Tells whether values are valid, and nothing else about them.
///
/// Nearly every value is fine, so this is what a schema does all day. `Evaluation` walks along the
/// schema as it was written, since it has to say what is wrong and where; a judge has a program
/// instead for each schema and each kind of value: references are replaced by what they lead to,
/// types are decided beforehand, keywords that do not concern the kind are gone, and a step is a
/// few numbers, which cost nothing to hand around.
///
/// What depends on the way that led to a schema, or on what other keywords looked at, no program
/// can say, nor what a schema means that refers to itself without end; there is no judge for such a
/// one, and none needed: `Evaluation` judges, too.
final class Judge: Sendable {
    /// The kinds of values, each with a program of its own.
    enum Kind: Int, CaseIterable {
        case null, bool, number, text, list, mapping

        init(_ value: Value) {
            self =
                switch value {
                case .null: .null
                case .bool: .bool
                case .number: .number
                case .string: .text
                case .list: .list
                case .mapping: .mapping
                }
        }
    }

    /// One demand; what is larger than a number stands in a table, by its position.
    enum Step {
        case never
        case integer
        case options(Int)
        case words(Int)
        case range(Int)
        case multiple(Int)
        case atLeast(Int)
        case atMost(Int)
        case pattern(Int)
        case format(Format)
        case content(Int)
        case items(Node)
        case list(Int)
        case unique
        case fields(Int)
        case required(Int)
        case dependent(Int)
        case names(Node)
        case apply(Block)
        case any(Int)
        case exactlyOne(Int)
        case not(Block)
        case condition(Block, then: Block, else: Block)
    }

    /// The steps for one kind of value, by its position in `blocks`.
    typealias Block = Int
    /// A schema that parts of values are checked with, by its position: six blocks, one a kind.
    typealias Node = Int

    /// What is demanded of the fields of a mapping.
    ///
    /// A class, so that one reference is counted while they are looked at.
    final class Fields: Sendable {
        let table: KeyTable
        /// The schema of each key of the table.
        let nodes: [Node]
        let patterns: [(pattern: Pattern, node: Node)]
        /// That of all other keys; nil where they may hold anything.
        let others: Node?

        init(
            table: KeyTable, nodes: [Node], patterns: [(pattern: Pattern, node: Node)],
            others: Node?
        ) {
            self.table = table
            self.nodes = nodes
            self.patterns = patterns
            self.others = others
        }
    }

    /// What is demanded of a list besides one schema for all items.
    struct List: Sendable {
        let prefix: [Node]
        let items: Node?
        let contains: Node?
        let minContains: Int
        let maxContains: Int
    }

    /// What is demanded of a mapping that has a key.
    struct Dependency: Sendable {
        let key: String
        let needs: [String]
        let block: Block?
    }

    /// All that the steps of the programs name.
    struct Tables: Sendable {
        var steps: [Step] = []
        var blocks: [Range<Int>] = []
        /// The blocks of the nodes, by node and kind.
        var entries: [Block] = []
        var options: [[Value]] = []
        var words: [KeyTable] = []
        var ranges: [(keyword: String, limit: Number)] = []
        var multiples: [Number] = []
        var patterns: [Pattern] = []
        var contents: [EncodedContent] = []
        var lists: [List] = []
        var fields: [Fields] = []
        var required: [String] = []
        var dependencies: [Dependency] = []
        var branches: [[Block]] = []
    }

    fileprivate let tables: Tables
    fileprivate let root: Node

    init(_ tables: Tables, root: Node) {
        self.tables = tables
        self.root = root
    }

    /// Tells whether a value is valid; nil where it is nested too deep to be sure.
    func accepts(_ value: Value) -> Bool? {
        var judgement = Judgement(judge: self)
        let isValid = judgement.holds(value, root)
        return judgement.isUndecided ? nil : isValid
    }
}

/// The state of one look at a value.
private struct Judgement {
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
