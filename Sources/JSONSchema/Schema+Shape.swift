internal import RecordModel

/// Reads off a schema what its places expect.
struct ShapeBuilder {
    let parts: [Subschema]
    /// A schema that refers to itself has a shape down to here; beyond, anything is expected.
    private static let depthLimit = 24

    func shape(of id: Subschema.ID, depth: Int = 0) -> Shape {
        guard depth < Self.depthLimit else { return .any }
        var rule: ListRule?
        if let key = annotation("x-labfolio-key", of: id)?.string {
            rule = ListRule(identity: .key(key))
        } else if annotation("x-labfolio-set", of: id) == .bool(true) {
            rule = ListRule(identity: .value, hasOwnOrder: false)
        }
        if annotation("x-labfolio-order", of: id) != nil { rule?.hasOwnOrder = false }
        var shape = Shape.any
        for keyword in parts[id].keywords {
            switch keyword {
            case .type(.text): return .text
            case .reference(let part):
                let target = self.shape(of: part, depth: depth + 1)
                if target != .any { shape = target }
            case .fields(let rules):
                let known = rules.properties.mapValues { self.shape(of: $0, depth: depth + 1) }
                let others = rules.others.map { self.shape(of: $0, depth: depth + 1) }
                shape = .mapping(known, others: others ?? .any)
            case .list(let rules):
                let items = rules.items.map { self.shape(of: $0, depth: depth + 1) }
                let ownRule = rule ?? ListRule(identity: .position)
                shape = .list(items ?? .any, ownRule)
            case .options(let options) where options.allSatisfy({ $0.string != nil }):
                return .text
            default: break
            }
        }
        if let rule, case .list(let items, _) = shape { shape = .list(items, rule) }
        return shape
    }

    private func annotation(_ name: String, of id: Subschema.ID) -> Value? {
        parts[id].annotations[name]
    }
}
