internal import Merging
internal import RecordModel

/// The operations (RFC 6902) that make one JSON document another one, carried out one after the
/// other.
///
/// The result is exact, the order of every list included: a program that keeps a copy of a record
/// has the very record afterwards. So an order that does not count for people counts here.
struct JSONPatch {
    /// The operations, in order.
    private(set) var operations: [Value] = []
    /// The way to what is being compared, in the document as the operations so far left it.
    private var path: [String] = []
    /// As many items may change places one by one; beyond, the list is written anew.
    private static let moveLimit = 1_000

    /// Compares two documents; the shape says which items of lists are the same.
    init(from before: Value, to after: Value, shape: Shape) { compare(before, after, shape) }

    private mutating func compare(_ before: Value, _ after: Value, _ shape: Shape) {
        switch (before, after) {
        case (.mapping(let old), .mapping(let new)):
            for entry in old.entries where new[entry.key] == nil { note("remove", at: entry.key) }
            for entry in new.entries {
                guard let value = old[entry.key] else {
                    note("add", at: entry.key, [("value", entry.value)])
                    continue
                }
                path.append(entry.key)
                compare(value, entry.value, shape.shape(ofKey: entry.key))
                path.removeLast()
            }
        case (.list(let old), .list(let new)):
            if !compare(old, new, shape) { note("replace", [("value", after)]) }
        default: if before != after { note("replace", [("value", after)]) }
        }
    }

    /// Compares two lists; false where writing the list anew is better.
    private mutating func compare(_ old: [Value], _ new: [Value], _ shape: Shape) -> Bool {
        let pairs = Self.pairs(old, new, shape.listRule)
        let staying = SequenceMatch.growing(pairs)
        let moved = pairs.count - staying.count
        guard moved + new.count - pairs.count <= Self.moveLimit || staying.count > new.count / 2
        else { return false }

        // The list as the operations leave it: positions in the list before, or -1 and below for
        // what is new.
        let isKept = Set(pairs.map(\.before))
        var list = Array(old.indices)
        for position in old.indices.reversed() where !isKept.contains(position) {
            note("remove", at: String(position))
            list.remove(at: position)
        }
        var source: [Int: Int] = [:]
        for pair in pairs { source[pair.after] = pair.before }
        let stays = Set(staying.map(\.before))
        // Whatever comes or moves is put right behind the item that it is to follow, which has its
        // place already; so what stays never has to move.
        var previous: Int?
        for position in new.indices {
            let item = source[position] ?? -1 - position
            defer { previous = item }
            if stays.contains(item) { continue }
            let start = previous.map { (list.firstIndex(of: $0) ?? -1) + 1 } ?? 0
            if item < 0 {
                note("add", at: String(start), [("value", new[position])])
                list.insert(item, at: start)
            } else if let place = list.firstIndex(of: item) {
                let target = place < start ? start - 1 : start
                guard target != place else { continue }
                note("move", at: String(target), [("from", .string(pointer(String(place))))])
                list.insert(list.remove(at: place), at: target)
            }
        }
        for pair in pairs {
            path.append(String(pair.after))
            compare(old[pair.before], new[pair.after], shape.itemShape)
            path.removeLast()
        }
        return true
    }

    /// Which item became which: by name, then by content in order, then what stands between.
    private static func pairs(
        _ old: [Value], _ new: [Value], _ rule: ListRule
    ) -> [SequenceMatch.Pair] {
        var names: [String: Int] = [:]
        for (position, item) in new.enumerated().reversed() {
            if let name = rule.name(of: item) { names[name] = position }
        }
        var pairs: [SequenceMatch.Pair] = []
        var (isOldPaired, isNewPaired): (Set<Int>, Set<Int>) = ([], [])
        for (position, item) in old.enumerated() {
            guard let name = rule.name(of: item), let other = names.removeValue(forKey: name)
            else { continue }
            pairs.append((position, other))
            isOldPaired.insert(position)
            isNewPaired.insert(other)
        }
        let rest = (
            old.indices.filter { !isOldPaired.contains($0) },
            new.indices.filter { !isNewPaired.contains($0) }
        )
        let same = SequenceMatch.pairs(rest.0.map { old[$0] }, rest.1.map { new[$0] })
        var next: SequenceMatch.Pair = (0, 0)
        for anchor in same + [(rest.0.count, rest.1.count)] {
            // An item without a name that stands between the same two others has changed.
            for offset in 0..<min(anchor.before - next.before, anchor.after - next.after) {
                let pair = (rest.0[next.before + offset], rest.1[next.after + offset])
                if rule.name(of: old[pair.0]) == nil, rule.name(of: new[pair.1]) == nil {
                    pairs.append(pair)
                }
            }
            if anchor.before < rest.0.count, anchor.after < rest.1.count {
                pairs.append((rest.0[anchor.before], rest.1[anchor.after]))
            }
            next = (anchor.before + 1, anchor.after + 1)
        }
        return pairs.sorted { $0.before < $1.before }
    }

    private func pointer(_ step: String? = nil) -> String {
        FieldPath(steps: path + (step.map { [$0] } ?? [])).description
    }

    private mutating func note(
        _ operation: String, at step: String? = nil, _ more: [(String, Value)] = []
    ) {
        var mapping = Mapping()
        mapping["op"] = .string(operation)
        for (key, value) in more where key == "from" { mapping[key] = value }
        mapping["path"] = .string(pointer(step))
        for (key, value) in more where key != "from" { mapping[key] = value }
        operations.append(.mapping(mapping))
    }

    /// Returns the patches of profiles as one value.
    ///
    /// A patch is against what `labfolio show --format json` prints of the profile, and against
    /// `{}` where there is none. One profile that was asked for gives its patch alone, which any
    /// program for patches takes; otherwise each stands under the id of its profile.
    static func document(_ diffs: [ProfileDiff], isOne: Bool) -> Value {
        var patches = Mapping()
        for diff in diffs {
            let none = Value.mapping(Mapping())
            let patch = JSONPatch(
                from: diff.before?.value ?? none, to: diff.after?.value ?? none,
                shape: diff.diff.shape)
            patches[diff.id.text] = .list(patch.operations)
        }
        return isOne ? patches.entries.first?.value ?? [] : .mapping(patches)
    }
}
