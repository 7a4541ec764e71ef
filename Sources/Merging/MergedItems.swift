internal import RecordModel

/// Which items of three versions of a list are the same item, and in which order they stand when
/// both edits of the order are carried out.
struct MergedItems {
    /// One item, with its positions in the versions that have it.
    struct Node {
        var base: Int?
        var ours: Int?
        var theirs: Int?
        /// The step by which a path names it where its versions can differ, else nil.
        var step: String?
    }

    private(set) var nodes: [Node] = []
    private let rule: ListRule

    init(base: [Value], ours: [Value], theirs: [Value], shape: Shape) {
        rule = shape.listRule
        let steps = ItemSteps(of: base, rule)
        var toOurs = ListAlignment(from: base, to: ours, shape: shape)
        var toTheirs = ListAlignment(from: base, to: theirs, shape: shape)
        if !toOurs.renamed.isEmpty || !toTheirs.renamed.isEmpty {
            separate(&toOurs, ours, &toTheirs, theirs)
        }
        for position in base.indices {
            let canDiffer = toOurs.pairsDiffer || steps.isNamed(position)
            nodes.append(
                Node(
                    base: position, ours: toOurs.target[position],
                    theirs: toTheirs.target[position],
                    step: canDiffer ? steps[position] : nil))
        }
        append(ours, toOurs.added, theirs, toTheirs.added, shape)
    }

    /// Takes renames back that would give one name to two entries.
    ///
    /// An entry that got a name which the other side gave to another entry is the same as that one,
    /// as far as names go; so it counts as new, and so does what it holds.
    private func separate(
        _ toOurs: inout ListAlignment, _ ours: [Value], _ toTheirs: inout ListAlignment,
        _ theirs: [Value]
    ) {
        func clashes(
            _ one: ListAlignment, _ items: [Value], _ other: ListAlignment, _ others: [Value]
        ) -> [Int] {
            one.renamed.filter { position in
                guard let name = one.target[position].flatMap({ rule.name(of: items[$0]) }),
                    let found = others.firstIndex(where: { rule.name(of: $0) == name })
                else { return false }
                return other.target[position] != found
            }
        }
        let clashing = (
            clashes(toOurs, ours, toTheirs, theirs), clashes(toTheirs, theirs, toOurs, ours)
        )
        for position in clashing.0 { toOurs.separate(position) }
        for position in clashing.1 { toTheirs.separate(position) }
    }

    /// Appends the items that are new: of one name or of one content they are the same.
    private mutating func append(
        _ ours: [Value], _ oursAdded: [Int], _ theirs: [Value], _ theirsAdded: [Int],
        _ shape: Shape
    ) {
        guard !theirsAdded.isEmpty else {
            nodes += oursAdded.map { Node(ours: $0) }
            return
        }
        let steps = (ItemSteps(of: ours, rule), ItemSteps(of: theirs, rule))
        var byName: [String: Int] = [:]
        var byContent: [Value: [Int]] = [:]
        for position in oursAdded {
            if let name = steps.0.name(position), steps.1.position(ofName: name) != nil {
                byName[name] = nodes.count
            } else {
                byContent[CanonicalValue.of(ours[position], shape.itemShape), default: []]
                    .append(nodes.count)
            }
            nodes.append(Node(ours: position))
        }
        for content in byContent.keys { byContent[content]?.reverse() }
        for position in theirsAdded {
            if let name = steps.1.name(position), let index = byName[name] {
                nodes[index].theirs = position
                nodes[index].step = name
            } else if let index = byContent[
                CanonicalValue.of(theirs[position], shape.itemShape)]?.popLast()
            {
                nodes[index].theirs = position
            } else {
                nodes.append(Node(theirs: position))
            }
        }
    }

    /// Returns the numbers of the nodes that stay, in the order of the result; nil where both sides
    /// changed the order so that no order has both changes.
    func order(
        ofThose stays: (Int) -> Bool, in lists: (ours: [Value], theirs: [Value]), _ shape: Shape
    ) -> [Int]? {
        var ours: [Int?] = Array(repeating: nil, count: lists.ours.count)
        var theirs: [Int?] = Array(repeating: nil, count: lists.theirs.count)
        for (index, node) in nodes.enumerated() where stays(index) {
            if let position = node.ours { ours[position] = index }
            if let position = node.theirs { theirs[position] = index }
        }
        let order = (ours: ours.compactMap(\.self), theirs: theirs.compactMap(\.self))
        guard let anchors = anchors(order.ours, order.theirs) else { return nil }
        let runs = (runs(of: order.ours), runs(of: order.theirs))
        var result: [Int] = []
        for anchor in [nil] + anchors.map(Optional.some) {
            if let anchor { result.append(anchor) }
            let (mine, yours) = (runs.0[anchor] ?? [], runs.1[anchor] ?? [])
            guard !mine.isEmpty, !yours.isEmpty, rule.hasOwnOrder else {
                result += mine + yours
                continue
            }
            let new = (mine.filter(isNew), yours.filter(isNew))
            if rule.isSequence, !new.0.isEmpty, !new.1.isEmpty { return nil }
            // Whoever is called ours, the two runs stand in the same order.
            let isOther = CanonicalValue.precedes(
                new.1.compactMap { nodes[$0].theirs.map { lists.theirs[$0] } },
                new.0.compactMap { nodes[$0].ours.map { lists.ours[$0] } })
            result += isOther ? yours + mine : mine + yours
        }
        return result
    }

    private func isNew(_ index: Int) -> Bool { nodes[index].base == nil }

    private func isCommon(_ index: Int) -> Bool {
        nodes[index].ours != nil && nodes[index].theirs != nil
    }

    /// Returns the items that both sides have, in the order that has the changes of both.
    private func anchors(_ ours: [Int], _ theirs: [Int]) -> [Int]? {
        let (mine, yours) = (ours.filter(isCommon), theirs.filter(isCommon))
        guard mine != yours, rule.hasOwnOrder else { return mine }
        return MergedOrder.of(mine, yours) { nodes[$0].base }
    }

    /// Returns the items that only this side has, by the common one behind which they stand.
    private func runs(of order: [Int]) -> [Int?: [Int]] {
        var runs: [Int?: [Int]] = [:]
        var anchor: Int?
        for index in order {
            if isCommon(index) { anchor = index } else { runs[anchor, default: []].append(index) }
        }
        return runs
    }
}
