internal import RecordModel

/// Reads off a schema what its places expect.
struct ShapeBuilder {
    let parts: [Subschema]
    /// The parts on the way to the current one: a schema that refers to itself has a shape down to
    /// where it comes for the third time; beyond, anything is expected.
    private var way: [Subschema.ID] = []
    private static let recurrenceLimit = 2
    /// Schemas that refer to each other in every way would have a shape without bounds.
    private var rest = 10_000

    init(parts: [Subschema]) { self.parts = parts }

    mutating func shape(of id: Subschema.ID) -> Shape {
        guard rest > 0, way.count(where: { $0 == id }) < Self.recurrenceLimit else { return .any }
        rest -= 1
        way.append(id)
        defer { way.removeLast() }
        let rule = rule(of: id)
        var shape = Shape.any
        for keyword in parts[id].keywords {
            switch keyword {
            case .type(.text): return text(of: id)
            case .reference(let part):
                let target = self.shape(of: part)
                if target != .any { shape = target }
            case .fields(let rules):
                let known = shapes(of: rules)
                let others = rules.others.map { self.shape(of: $0) }
                shape = .mapping(known, others: others ?? .any)
            case .list(let rules):
                let items = rules.items.map { self.shape(of: $0) }
                let ownRule = rule ?? ListRule(identity: .position)
                shape = .list(items ?? .any, ownRule)
            case .options(let options) where options.allSatisfy({ $0.string != nil }):
                return .text
            default: break
            }
        }
        if shape == .text { shape = text(of: id) }
        if let rule, case .list(let items, _) = shape { shape = .list(items, rule) }
        return shape
    }

    private mutating func shapes(of rules: Keyword.FieldRules) -> [String: Shape] {
        var shapes: [String: Shape] = [:]
        for (key, schema) in zip(rules.keys, rules.schemas) { shapes[key] = shape(of: schema) }
        return shapes
    }

    /// What kind of text a place holds: prose merges by words, any other text is one value.
    private func text(of id: Subschema.ID) -> Shape {
        annotation("x-labfolio-text", of: id) == .string("markdown") ? .prose : .text
    }

    /// How the items of a list are told apart, nil where nothing is said about it.
    private func rule(of id: Subschema.ID) -> ListRule? {
        var rule: ListRule?
        if let key = annotation("x-labfolio-key", of: id)?.string {
            rule = ListRule(identity: .key(key))
        } else if annotation("x-labfolio-set", of: id) == .bool(true) {
            rule = ListRule(identity: .value, hasOwnOrder: false)
        }
        if annotation("x-labfolio-order", of: id) != nil { rule?.hasOwnOrder = false }
        if annotation("x-labfolio-sequence", of: id) == .bool(true) {
            rule = rule ?? ListRule(identity: .position)
            rule?.isSequence = true
        }
        if let keys = annotation("x-labfolio-recognise", of: id)?.list {
            rule = rule ?? ListRule(identity: .position)
            rule?.recognise = keys.map { key in
                key.string.map { [$0] } ?? (key.list ?? []).compactMap(\.string)
            }.filter { !$0.isEmpty }
        }
        return rule
    }

    private func annotation(_ name: String, of id: Subschema.ID) -> Value? {
        parts[id].annotations[name]
    }
}
