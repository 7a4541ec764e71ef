public import RecordModel

extension Diff {
    /// The diff that leads back.
    ///
    /// Adding becomes removing and so on; and since paths name items of the value before, steps
    /// that are positions are those of the other value.
    public var inverse: Diff {
        let lists = ListPlaces.byPath(changes)
        return Diff(
            changes: changes.map { change in
                let path = ListPlaces.turned(change, lists)
                let kind: Change.Kind =
                    switch change.kind {
                    case .add: .remove
                    case .remove: .add
                    case .replace: .replace
                    case .move: .move
                    }
                return Change(
                    kind, at: path, before: change.after, after: change.before,
                    position: change.position, isRename: change.isRename)
            }, shape: shape)
    }
}

extension Diff {
    /// Returns the path that leads to a field of the value after which is at a path in the value
    /// before: entries may have other names there, and items other positions.
    ///
    /// The result is nil for what is gone.
    public func path(after path: FieldPath) -> FieldPath? {
        let isGone = changes.contains { $0.kind == .remove && path.isInside($0.path) }
        guard !isGone else { return nil }
        return ListPlaces.turned(path, ListPlaces.byPath(changes))
    }
}

/// Which place and which name an item of a list has after the changes of that list.
struct ListPlaces {
    /// The positions before that are left: by removal or by moving.
    private var left: [Int] = []
    /// The positions after that are taken: by new items or by moving.
    private var taken: [Int] = []
    private var moves: [Int: Int] = [:]
    /// The names after of the entries that have another one.
    private var names: [String: String] = [:]

    /// The lists whose items have other places after, by their paths.
    static func byPath(_ changes: [Change]) -> [FieldPath: ListPlaces] {
        var lists: [FieldPath: ListPlaces] = [:]
        for change in changes {
            guard let path = change.path.parent else { continue }
            if change.isRename, let list = path.parent, let name = path.steps.last {
                lists[list, default: ListPlaces()].names[name] = change.after?.string
            }
            if let places = change.places {
                lists[path, default: ListPlaces()].left.append(places.before)
                lists[path, default: ListPlaces()].taken.append(places.after)
                lists[path, default: ListPlaces()].moves[places.before] = places.after
            } else if let position = change.position {
                if change.kind == .add {
                    lists[path, default: ListPlaces()].taken.append(position)
                } else {
                    lists[path, default: ListPlaces()].left.append(position)
                }
            }
        }
        for path in lists.keys {
            lists[path]?.left.sort()
            lists[path]?.taken.sort()
        }
        return lists
    }

    /// Returns the path of a change with the steps of the value after.
    static func turned(_ change: Change, _ lists: [FieldPath: ListPlaces]) -> FieldPath {
        guard change.position != nil, let step = change.path.steps.last,
            let parent = change.path.parent
        else { return turned(change.path, lists) }
        return turned(parent, lists).appending(step)
    }

    /// Returns a path with the steps of the value after.
    static func turned(_ path: FieldPath, _ lists: [FieldPath: ListPlaces]) -> FieldPath {
        guard !lists.isEmpty else { return path }
        var (result, before) = (FieldPath.root, FieldPath.root)
        for step in path.steps {
            result.steps.append(lists[before]?.step(after: step) ?? step)
            before.steps.append(step)
        }
        return result
    }

    /// The step that leads to the item after.
    func step(after step: String) -> String {
        ItemSteps.number(step).map { String(after($0)) } ?? names[step] ?? step
    }

    /// Items that neither come, go nor move keep their order and fill the places in between.
    func after(_ position: Int) -> Int {
        if let target = moves[position] { return target }
        let rank = position - Self.count(of: left) { _, place in place < position }
        // In front of the place with number n there are as many free ones as it exceeds n.
        return rank + Self.count(of: taken) { number, place in place - number <= rank }
    }

    /// Counts the places for which something holds, given that it holds for the first ones only.
    private static func count(of places: [Int], where holds: (Int, Int) -> Bool) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle, places[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
