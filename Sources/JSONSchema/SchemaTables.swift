internal import RecordModel

/// The compiled parts of schemas that were compiled together, and what is read off them.
///
/// Schemas that refer to the same definitions share one, so each definition is compiled once.
final class SchemaTables: Sendable {
    /// The parts; others are named by their position.
    let parts: [Subschema]
    /// For each part itself and those it refers to, the nearest first.
    let chains: [[Subschema.ID]]
    /// For each part what it and those it refers to demand of fields, the nearest first.
    let fieldRules: [[Keyword.FieldRules]]
    /// For each part the schema that it, or the nearest of those it refers to, has for all items.
    let itemParts: [Subschema.ID?]
    /// The parts that matter for an annotation that is `true`, by its name.
    let annotatedParts: [String: AnnotatedParts]

    /// The resources that the parts stand in.
    let resources: [CompiledResource]
    /// Whether any reference depends on the resources that were passed through.
    let isDynamic: Bool

    init(_ compiler: SchemaCompiler) {
        parts = compiler.parts
        resources = compiler.resources
        isDynamic = !compiler.dynamicNames.isEmpty
        let chains = Self.chains(of: parts)
        self.chains = chains
        let keywords = chains.map { [parts] in $0.lazy.flatMap { parts[$0].keywords } }
        fieldRules = keywords.map {
            $0.compactMap { if case .fields(let rules) = $0 { rules } else { nil } }
        }
        itemParts = keywords.map {
            $0.lazy.compactMap { if case .list(let rules) = $0 { rules.items } else { nil } }.first
        }
        annotatedParts = AnnotatedParts.all(in: parts, chains: chains, fieldRules: fieldRules)
    }

    /// Returns for each part itself and those it refers to, the nearest first.
    private static func chains(of parts: [Subschema]) -> [[Subschema.ID]] {
        parts.indices.map { id in
            var chain = [id]
            var position = 0
            while position < chain.count {
                for case .reference(let target) in parts[chain[position]].keywords
                where !chain.contains(target) {
                    chain.append(target)
                }
                position += 1
            }
            return chain
        }
    }
}

/// The parts that matter for an annotation that is `true` somewhere, so that a walk along a value
/// passes by all others.
struct AnnotatedParts: Sendable {
    /// Whether a part, or one that it refers to, carries the annotation.
    let carries: [Bool]
    /// Whether a part that carries it can be reached from a part.
    let reaches: [Bool]
    /// For each part the keys whose values lead to one that carries it, with their parts; nil where
    /// any key may.
    let keys: [[(key: String, part: Subschema.ID)]?]

    static func all(
        in parts: [Subschema], chains: [[Subschema.ID]], fieldRules: [[Keyword.FieldRules]]
    ) -> [String: AnnotatedParts] {
        var carriers: [String: [Subschema.ID]] = [:]
        for (id, part) in parts.enumerated() {
            for entry in part.annotations.entries where entry.value == .bool(true) {
                carriers[entry.key, default: []].append(id)
            }
        }
        var sources = [[Subschema.ID]](repeating: [], count: parts.count)
        for (id, part) in parts.enumerated() {
            for target in part.keywords.flatMap(\.targets) { sources[target].append(id) }
        }
        return carriers.mapValues { carriers in
            var reaches = [Bool](repeating: false, count: parts.count)
            var waiting = carriers
            while let id = waiting.popLast() {
                guard !reaches[id] else { continue }
                reaches[id] = true
                waiting += sources[id]
            }
            let direct = Set(carriers)
            return AnnotatedParts(
                carries: chains.map { $0.contains(where: direct.contains) }, reaches: reaches,
                keys: fieldRules.map { keys(of: $0, leadingTo: reaches) })
        }
    }

    private static func keys(
        of rules: [Keyword.FieldRules], leadingTo reaches: [Bool]
    ) -> [(key: String, part: Subschema.ID)]? {
        var seen: Set<String> = []
        var found: [(key: String, part: Subschema.ID)] = []
        for rule in rules {
            for (key, part) in zip(rule.keys, rule.schemas)
            where seen.insert(key).inserted && reaches[part] {
                found.append((key, part))
            }
            // Behind one that speaks of all other keys no further one is asked.
            if let others = rule.others { return reaches[others] ? nil : found }
        }
        return found
    }

    /// The entries of a mapping of a part that lead to one that carries the annotation: their
    /// positions and parts, in order.
    ///
    /// Of most entries only a few keys can, so these are looked for.
    func entries(
        of mapping: Mapping, _ id: Subschema.ID, part: (String) -> Subschema.ID?
    ) -> [(position: Int, part: Subschema.ID)] {
        var found: [(position: Int, part: Subschema.ID)] = []
        if let keys = keys[id] {
            for (key, part) in keys {
                if let position = mapping.position(of: key) { found.append((position, part)) }
            }
            if found.count > 1 { found.sort { $0.position < $1.position } }
        } else {
            for (position, entry) in mapping.entries.enumerated() {
                guard let part = part(entry.key), reaches[part] else { continue }
                found.append((position, part))
            }
        }
        return found
    }
}

extension Keyword {
    /// The parts that a keyword applies to the value or to what is in it.
    fileprivate var targets: [Subschema.ID] {
        switch self {
        case .list(let rules): [rules.items].compactMap { $0 } + rules.prefix
        case .fields(let rules):
            rules.schemas + rules.patterns.map(\.schema)
                + [rules.others].compactMap { $0 }
        case .reference(let target): [target]
        default: []
        }
    }
}
