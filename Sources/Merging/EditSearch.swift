internal import RecordModel

/// Looks for the edits of one side in the result of a merge.
///
/// What an edit did is there in one of three ways: just so; within more that the other side added
/// to it; or, for an item that has no name, as often as the edits of both sides make it.
struct EditSearch {
    /// The four values at one place, nil where a value has nothing there.
    struct Place {
        var base: Value?
        var side: Value?
        var other: Value?
        var result: Value?
        var shape: Shape
        var path = FieldPath.root
        /// Where the item stands in the list of the side.
        var sidePosition: Int?
        /// Where the item stands in the list of the other side.
        var otherPosition: Int?
    }

    private let root: Place
    private let conflicts: Set<FieldPath>
    /// The fields that the other side edited, and all that they are in.
    private let touched: Set<FieldPath>
    /// The orders of lists in which items moved, by the paths of the lists.
    private var orders: [FieldPath: ItemOrders] = [:]
    /// The items of lists on which the sides disagree, by the paths of the lists.
    private let contested: [FieldPath?: [Conflict]]

    init(
        base: Value, side: Value, other: Value, edits: [Change], result: Value,
        conflicts: [Conflict], shape: Shape
    ) {
        touched = edits.reduce(into: []) { touched, change in
            for count in 0...change.path.steps.count {
                touched.insert(FieldPath(steps: Array(change.path.steps.prefix(count))))
            }
        }
        root = Place(base: base, side: side, other: other, result: result, shape: shape)
        self.conflicts = Set(conflicts.map(\.path))
        contested = Dictionary(grouping: conflicts, by: \.path.parent)
    }

    /// Tells whether the sides disagree about a field, or about one that it is within.
    func isInConflict(_ path: FieldPath) -> Bool {
        guard !conflicts.isEmpty else { return false }
        var path = path
        while true {
            if conflicts.contains(path) { return true }
            guard !path.steps.isEmpty else { return false }
            path.steps.removeLast()
        }
    }

    /// Tells whether the result has an edit of the side.
    mutating func finds(_ change: Change) -> Bool {
        guard let last = change.path.steps.last else { return finds(change, at: root) }
        return finds(change, change.path.steps.dropLast()[...], last, from: root)
    }

    /// Tells whether the result has an edit that lies some steps below a place.
    private mutating func finds(
        _ change: Change, _ steps: ArraySlice<String>, _ last: String, from place: Place
    ) -> Bool {
        // What the other side left alone is what this side made of it.
        if !touched.contains(place.path) { return fits(place.result, place.side, place.shape) }
        guard let step = steps.first else {
            guard case .list(let items)? = place.base else {
                return finds(change, at: self.place(last, of: place))
            }
            return finds(change, last, in: items, of: place)
        }
        let next = self.place(step, of: place)
        if finds(change, steps.dropFirst(), last, from: next) { return true }
        // Of items without names, and of several with one name, the result may pair others: those
        // that the side's own items became, or any that is just as the side has it. An entry that
        // the other side gave another name is known by that.
        guard let side = place.side?.list, let result = place.result?.list,
            let position = next.sidePosition
        else { return false }
        let rule = place.shape.listRule
        var candidates = [(side, position)]
        if let other = place.other?.list, let position = next.otherPosition,
            isRenamed(next.base, other[position], rule)
        {
            candidates.append((other, position))
        }
        for (items, position) in candidates {
            let alignment = ListAlignment(from: items, to: result, shape: place.shape)
            guard let target = alignment.target[position] else { continue }
            var other = next
            other.result = result[target]
            if finds(change, steps.dropFirst(), last, from: other) { return true }
        }
        if isTakenApart(next, of: place) { return true }
        let content = CanonicalValue.of(side[position], next.shape)
        return isAsOften(at: nil, of: place) { CanonicalValue.of($0, next.shape) == content }
    }

    private func isRenamed(_ before: Value?, _ after: Value?, _ rule: ListRule) -> Bool {
        guard let old = before.flatMap(rule.name), let new = after.flatMap(rule.name) else {
            return false
        }
        return old != new
    }

    /// Tells whether the side gave an entry a name that the other side has for another entry, and
    /// the result has what that comes to.
    ///
    /// There can be one entry of the name. So the old one has to be gone, and the one of the name
    /// has to hold what the side wrote, or be in conflict about it.
    private func isTakenApart(_ entry: Place, of place: Place) -> Bool {
        let rule = place.shape.listRule
        guard isRenamed(entry.base, entry.side, rule), let item = entry.side,
            let old = entry.base.flatMap(rule.name), let new = rule.name(of: item),
            entry.other.flatMap(rule.name) != new,
            place.other?.list?.contains(where: { rule.name(of: $0) == new }) ?? false
        else { return false }
        let inner = Place(shape: place.shape.itemShape)
        return isAsOften(at: place.path, of: place) { rule.name(of: $0) == old }
            && (place.result?.list ?? []).contains {
                rule.name(of: $0) == new
                    && has($0, item, inner, at: place.path.appending(new))
            }
    }

    /// Tells whether the result has an edit of this very place.
    private func finds(_ change: Change, at place: Place) -> Bool {
        if place.shape == .prose, case .string(let base)? = place.base,
            case .string(let side)? = place.side, case .string(let other)? = place.other,
            case .string(let result)? = place.result
        {
            return ProseCheck.has(editsOf: side, base: base, other: other, in: result)
        }
        return change.kind == .remove
            ? place.result == nil : has(place.result, place.side, place, at: change.path)
    }

    /// Tells whether one value is another one, or that and more.
    private func has(
        _ whole: Value?, _ part: Value?, _ place: Place, at path: FieldPath
    ) -> Bool {
        if fits(whole, part, place.shape) || conflicts.contains(path) { return true }
        switch (whole, part) {
        case (.mapping(let whole)?, .mapping(let part)?):
            return part.entries.allSatisfy { entry in
                has(
                    whole[entry.key], entry.value, self.place(entry.key, of: place),
                    at: path.appending(entry.key))
            }
        case (.list(let whole)?, .list(let part)?):
            let rule = place.shape.listRule
            let inner = Place(shape: place.shape.itemShape)
            return part.allSatisfy { item in
                let name = rule.name(of: item)
                return whole.contains { other in
                    rule.name(of: other) == name
                        && has(other, item, inner, at: path.appending(name ?? ""))
                }
            }
        default: return false
        }
    }

    // MARK: Lists

    private mutating func finds(
        _ change: Change, _ step: String, in items: [Value], of place: Place
    ) -> Bool {
        if change.kind == .move { return hasOrder(of: change, in: items, of: place) }
        guard let item = change.before ?? change.after else { return false }
        let rule = place.shape.listRule
        if ItemSteps.number(step) == nil, let name = rule.name(of: item) {
            if change.kind == .remove,
                isAsOften(at: change.path.parent, of: place, { rule.name(of: $0) == name })
            {
                return true
            }
            let inner = Place(shape: place.shape.itemShape)
            let isThere = place.result?.list?.contains {
                rule.name(of: $0) == name && has($0, change.after, inner, at: change.path)
            }
            if change.kind == .add { return isThere ?? false }
        }
        return [change.before, change.after].compactMap(\.self).allSatisfy { item in
            let content = CanonicalValue.of(item, place.shape.itemShape)
            func isSuch(_ item: Value) -> Bool {
                CanonicalValue.of(item, place.shape.itemShape) == content
            }
            return isAsOften(at: change.path.parent, of: place, isSuch)
                || change.kind == .add
                    && isAsOften(
                        at: change.path.parent, of: place,
                        except: changedFurther(items, place, isSuch), isSuch)
        }
    }

    /// How many items the side made to be such, while the other side edited them as well: what they
    /// are in the result is looked at edit by edit.
    private func changedFurther(
        _ items: [Value], _ place: Place, _ isSuch: (Value) -> Bool
    ) -> Int {
        guard let side = place.side?.list else { return 0 }
        let targets = ListAlignment(from: items, to: side, shape: place.shape).target
        let steps = ItemSteps(of: items, place.shape.listRule)
        return items.indices.count { position in
            guard let target = targets[position], steps.isNamed(position) else { return false }
            return isSuch(side[target]) && !isSuch(items[position])
                && touched.contains(place.path.appending(steps[position]))
        }
    }

    /// Tells whether the result holds such items as often as the edits of both sides make it.
    private func isAsOften(
        at path: FieldPath?, of place: Place, except exceptions: Int = 0,
        _ isSuch: (Value) -> Bool
    ) -> Bool {
        func count(_ value: Value?) -> Int { (value?.list ?? []).count(where: isSuch) }
        let (base, side) = (count(place.base), count(place.side) - exceptions)
        let (other, result) = (count(place.other), count(place.result))
        // Somebody has been told of those on which the sides disagree.
        let open = (path.flatMap { contested[$0] } ?? []).count { conflict in
            [conflict.ours, conflict.theirs].contains { $0.map(isSuch) ?? false }
        }
        return side >= base
            ? result + open >= side - max(0, base - other)
            : result - open <= side + max(0, other - base)
    }

    /// Tells whether the result has each pair of items in turn that a move turned round.
    private mutating func hasOrder(
        of change: Change, in items: [Value], of place: Place
    ) -> Bool {
        guard let position = change.places?.before, let list = change.path.parent else {
            return true
        }
        let order = orders[list] ?? ItemOrders(items, place)
        orders[list] = order
        return order.hasTurns(of: position)
    }

    /// Returns what the four values have at a step, where items stand in the result as they were
    /// in the base.
    private func place(_ step: String, of place: Place) -> Place {
        guard case .list(let items)? = place.base else {
            return Place(
                base: place.base?[step], side: place.side?[step], other: place.other?[step],
                result: place.result?[step], shape: place.shape.shape(ofKey: step),
                path: place.path.appending(step))
        }
        let rule = place.shape.listRule
        let position = ItemSteps(of: items, rule).position(of: step)
        func target(_ value: Value?) -> Int? {
            guard let list = value?.list, let position else { return nil }
            return ListAlignment(from: items, to: list, shape: place.shape).target[position]
        }
        let (side, other) = (target(place.side), target(place.other))
        return Place(
            base: position.map { items[$0] }, side: side.flatMap { place.side?.list?[$0] },
            other: other.flatMap { place.other?.list?[$0] },
            result: target(place.result).flatMap { place.result?.list?[$0] },
            shape: place.shape.itemShape, path: place.path.appending(step), sidePosition: side,
            otherPosition: other)
    }
}
