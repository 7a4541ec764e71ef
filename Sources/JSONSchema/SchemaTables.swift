internal import RecordModel

/// The compiled parts of schemas that were compiled together, and what is read off them.
///
/// Schemas that refer to the same definitions share one, so each definition is compiled once.
final class SchemaTables: Sendable {
    /// The parts; others are named by their position.
    let parts: [Subschema]
    /// For each part itself and those it refers to, the nearest first.
    let chains: [[Subschema.ID]]
    /// The parts from which an annotation that is `true` can be reached, by its name.
    let annotatedParts: [String: Set<Subschema.ID>]

    /// The resources that the parts stand in.
    let resources: [CompiledResource]
    /// Whether any reference depends on the resources that were passed through.
    let isDynamic: Bool

    init(_ compiler: SchemaCompiler) {
        parts = compiler.parts
        resources = compiler.resources
        isDynamic = !compiler.dynamicNames.isEmpty
        chains = Self.chains(of: parts)
        annotatedParts = Self.annotatedParts(in: parts)
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

    /// For each annotation that is `true` somewhere, the parts from which such a place can be
    /// reached, so that a walk along a value passes by all others.
    private static func annotatedParts(in parts: [Subschema]) -> [String: Set<Subschema.ID>] {
        var reaching: [String: Set<Subschema.ID>] = [:]
        for (id, part) in parts.enumerated() {
            for entry in part.annotations.entries where entry.value == .bool(true) {
                reaching[entry.key, default: []].insert(id)
            }
        }
        let targets = parts.map { Set($0.keywords.flatMap(\.targets)) }
        for name in reaching.keys {
            var isGrowing = true
            while isGrowing {
                isGrowing = false
                for id in parts.indices where reaching[name]?.contains(id) == false {
                    guard reaching[name]?.isDisjoint(with: targets[id]) == false else { continue }
                    reaching[name]?.insert(id)
                    isGrowing = true
                }
            }
        }
        return reaching
    }
}

extension Keyword {
    /// The parts that a keyword applies to the value or to what is in it.
    fileprivate var targets: [Subschema.ID] {
        switch self {
        case .list(let rules): [rules.items].compactMap { $0 } + rules.prefix
        case .fields(let rules):
            Array(rules.properties.values) + rules.patterns.map(\.schema)
                + [rules.others].compactMap { $0 }
        case .reference(let target): [target]
        default: []
        }
    }
}
