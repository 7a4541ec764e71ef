internal import RecordModel

/// Writes the programs of a judge.
struct JudgeCompiler {
    private let parts: [Subschema]
    private var tables = Judge.Tables()
    private var nodes: [Subschema.ID: Judge.Node] = [:]
    /// The parts whose programs are still to be written.
    private var waiting: [Subschema.ID] = []
    private var blocks: [Program: Judge.Block] = [:]
    /// The blocks whose steps are being collected, each on the way to the next.
    private var open: Set<Judge.Block> = []
    private var isComplete = true
    /// More steps than this are called, not copied.
    private static let copyLimit = 8
    /// The blocks that no value of a kind meets, and that every one does.
    private static let never: Judge.Block = 0
    private static let always: Judge.Block = 1

    private struct Program: Hashable {
        let part: Subschema.ID
        let kind: Judge.Kind
    }

    /// Returns a judge for a schema, nil where one of its keywords cannot be put into a program.
    static func judge(of schema: Subschema.ID, in tables: SchemaTables) -> Judge? {
        guard !tables.isDynamic else { return nil }
        var compiler = JudgeCompiler(parts: tables.parts)
        let root = compiler.node(of: schema)
        while compiler.isComplete, let part = compiler.waiting.popLast() { compiler.write(part) }
        return compiler.isComplete ? Judge(compiler.tables, root: root) : nil
    }

    private init(parts: [Subschema]) {
        self.parts = parts
        tables.steps = [.never]
        tables.blocks = [0..<1, 1..<1]
    }

    private mutating func node(of part: Subschema.ID) -> Judge.Node {
        if let node = nodes[part] { return node }
        let node = nodes.count
        nodes[part] = node
        waiting.append(part)
        for _ in Judge.Kind.allCases { tables.entries.append(Self.never) }
        return node
    }

    private mutating func write(_ part: Subschema.ID) {
        let node = node(of: part)
        for kind in Judge.Kind.allCases {
            let place = node * Judge.Kind.allCases.count + kind.rawValue
            tables.entries[place] = block(of: part, kind)
        }
    }

    private mutating func block(of part: Subschema.ID, _ kind: Judge.Kind) -> Judge.Block {
        let program = Program(part: part, kind: kind)
        if let known = blocks[program] {
            // A schema that refers to itself on one value: the walk knows what to say of that.
            if open.contains(known) { isComplete = false }
            return known
        }
        let block = tables.blocks.count
        blocks[program] = block
        tables.blocks.append(0..<0)
        open.insert(block)
        var steps: [Judge.Step] = []
        for keyword in parts[part].keywords {
            guard append(keyword, kind, to: &steps) else {
                steps = [.never]
                break
            }
        }
        open.remove(block)
        let start = tables.steps.count
        tables.steps += steps
        tables.blocks[block] = start..<tables.steps.count
        if steps.isEmpty { blocks[program] = Self.always }
        if case .never? = steps.first { blocks[program] = Self.never }
        return blocks[program] ?? block
    }

    /// Appends what a keyword demands of a kind of values; false where none of them meets it.
    private mutating func append(
        _ keyword: Keyword, _ kind: Judge.Kind, to steps: inout [Judge.Step]
    ) -> Bool {
        switch keyword {
        case .always(let isTrue): return isTrue
        case .type(let types): return append(types, kind, to: &steps)
        case .constant(let value): return append([value], kind, to: &steps)
        case .options(let options): return append(options, kind, to: &steps)
        case .reference(let target): return apply(target, kind, to: &steps)
        case .all(let branches):
            for branch in branches {
                guard apply(branch, kind, to: &steps) else { return false }
            }
        case .any(let branches):
            let possible = branches.map { block(of: $0, kind) }.filter { $0 != Self.never }
            if possible.contains(Self.always) { return true }
            guard possible.count > 1 else { return call(possible.first, to: &steps) }
            tables.branches.append(possible)
            steps.append(.any(tables.branches.count - 1))
        case .exactlyOne(let branches):
            let possible = branches.map { block(of: $0, kind) }.filter { $0 != Self.never }
            guard possible.count > 1 else { return call(possible.first, to: &steps) }
            tables.branches.append(possible)
            steps.append(.exactlyOne(tables.branches.count - 1))
        case .not(let part):
            let block = block(of: part, kind)
            if block == Self.always { return false }
            if block != Self.never { steps.append(.not(block)) }
        case .condition(let condition, let then, let otherwise):
            let (yes, no) = (
                then.map { block(of: $0, kind) } ?? Self.always,
                otherwise.map { block(of: $0, kind) } ?? Self.always
            )
            steps.append(.condition(block(of: condition, kind), then: yes, else: no))
        case .dynamicReference, .unevaluatedItems, .unevaluatedFields: isComplete = false
        default: appendOwn(keyword, kind, to: &steps)
        }
        return true
    }

    /// Appends what a part demands of the same value.
    private mutating func apply(
        _ part: Subschema.ID, _ kind: Judge.Kind, to steps: inout [Judge.Step]
    ) -> Bool {
        let block = block(of: part, kind)
        return call(block, to: &steps)
    }

    private func call(_ block: Judge.Block?, to steps: inout [Judge.Step]) -> Bool {
        guard let block, block != Self.never else { return false }
        if tables.blocks[block].count <= Self.copyLimit {
            steps += tables.steps[tables.blocks[block]]
        } else {
            steps.append(.apply(block))
        }
        return true
    }

    private func append(
        _ types: Keyword.TypeSet, _ kind: Judge.Kind, to steps: inout [Judge.Step]
    ) -> Bool {
        func allows(_ name: String) -> Bool {
            !types.isDisjoint(with: Keyword.TypeSet.named(name))
        }
        switch kind {
        case .null: return allows("null")
        case .bool: return allows("boolean")
        case .number:
            if allows("number") { return true }
            steps.append(.integer)
            return allows("integer")
        case .text: return allows("string")
        case .list: return allows("array")
        case .mapping: return allows("object")
        }
    }

    private mutating func append(
        _ options: [Value], _ kind: Judge.Kind, to steps: inout [Judge.Step]
    ) -> Bool {
        let possible = options.filter { Judge.Kind($0) == kind }
        switch kind {
        case _ where possible.isEmpty: return false
        case .null: break
        case .text:
            tables.words.append(KeyTable(possible.compactMap(\.string)))
            steps.append(.words(tables.words.count - 1))
        default:
            tables.options.append(possible)
            steps.append(.options(tables.options.count - 1))
        }
        return true
    }

    /// Appends what concerns one kind of values.
    private mutating func appendOwn(
        _ keyword: Keyword, _ kind: Judge.Kind, to steps: inout [Judge.Step]
    ) {
        switch (kind, keyword) {
        case (.number, .range(let keyword, let limit)):
            tables.ranges.append((keyword, limit))
            steps.append(.range(tables.ranges.count - 1))
        case (.number, .multiple(let unit)):
            tables.multiples.append(unit)
            steps.append(.multiple(tables.multiples.count - 1))
        case (_, .length(let length, let limit)) where length.isAbout(kind):
            steps.append(length.isMinimum ? .atLeast(limit) : .atMost(limit))
        case (.text, .pattern(let pattern)):
            tables.patterns.append(pattern)
            steps.append(.pattern(tables.patterns.count - 1))
        case (.text, .format(let format)): steps.append(.format(format))
        case (.text, .content(let content)):
            tables.contents.append(content)
            steps.append(.content(tables.contents.count - 1))
        case (.list, .list(let rules)): append(rules, to: &steps)
        case (.mapping, .fields(let rules)): append(rules, to: &steps)
        case (.mapping, .required(let keys)):
            for key in keys {
                tables.required.append(key)
                steps.append(.required(tables.required.count - 1))
            }
        case (.mapping, .propertyNames(let part)): steps.append(.names(node(of: part)))
        case (.mapping, .dependentRequired(let rules, _)):
            for (key, needs) in rules { append(key, needs, nil, to: &steps) }
        case (.mapping, .dependentSchemas(let rules, _)):
            for (key, part) in rules { append(key, [], block(of: part, kind), to: &steps) }
        default: break
        }
    }

    private mutating func append(_ rules: Keyword.ListRules, to steps: inout [Judge.Step]) {
        if rules.prefix.isEmpty, rules.contains == nil {
            if let items = rules.items { steps.append(.items(node(of: items))) }
        } else {
            tables.lists.append(
                Judge.List(
                    prefix: rules.prefix.map { node(of: $0) },
                    items: rules.items.map { node(of: $0) },
                    contains: rules.contains.map { node(of: $0) },
                    minContains: rules.minContains, maxContains: rules.maxContains ?? .max))
            steps.append(.list(tables.lists.count - 1))
        }
        if rules.isUnique { steps.append(.unique) }
    }

    private mutating func append(_ rules: Keyword.FieldRules, to steps: inout [Judge.Step]) {
        tables.fields.append(
            Judge.Fields(
                table: rules.table, nodes: rules.schemas.map { node(of: $0) },
                patterns: rules.patterns.map { ($0.pattern, node(of: $0.schema)) },
                others: rules.others.map { node(of: $0) }))
        steps.append(.fields(tables.fields.count - 1))
    }

    private mutating func append(
        _ key: String, _ needs: [String], _ block: Judge.Block?, to steps: inout [Judge.Step]
    ) {
        tables.dependencies.append(Judge.Dependency(key: key, needs: needs, block: block))
        steps.append(.dependent(tables.dependencies.count - 1))
    }
}

extension Keyword.Length {
    /// Tells whether the keyword counts the parts of a kind of values.
    fileprivate func isAbout(_ kind: Judge.Kind) -> Bool {
        switch self {
        case .minLength, .maxLength: kind == .text
        case .minItems, .maxItems: kind == .list
        case .minProperties, .maxProperties: kind == .mapping
        }
    }
}
