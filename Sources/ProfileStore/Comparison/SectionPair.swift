internal import Formats
internal import RecordModel

/// Two versions of one section file, of which only the entries are read that differ.
struct SectionPair {
    private let name: String
    private let file: String
    private let shapes: ShapeTable
    /// What is wrong with a version that cannot be read.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ name: String, file: String, shapes: ShapeTable) {
        self.name = name
        self.file = file
        self.shapes = shapes
    }

    /// Returns the content of both versions, nil for one that is not there or cannot be read.
    ///
    /// Where the order of the entries is somebody's own, which of them moved is told by all of them,
    /// so all are read. Elsewhere an entry that is the same in both is `null` in both: a comparison
    /// finds it at its place and has nothing to say about it.
    mutating func values(_ before: [UInt8]?, _ after: [UInt8]?) -> (before: Value?, after: Value?) {
        if let before, let after, case .list(_, let rule) = shapes.shape,
            !rule.hasOwnOrder, case .key(let key) = rule.identity,
            let values = sparse(before, after, key: key)
        {
            return values
        }
        return (before.flatMap { whole($0) }, after.flatMap { whole($0) })
    }

    private mutating func whole(_ bytes: [UInt8]) -> Value? {
        do throws(Diagnostic) {
            let value = try YAMLReader().read(bytes, file: file, shapes: shapes).value
            return value == .null && name != Record.personSection ? .list([]) : value
        } catch {
            diagnostics.append(error.quoting(bytes))
            return nil
        }
    }

    /// Both versions with `null` for what is the same; nil where they have to be read as a whole.
    private func sparse(
        _ before: [UInt8], _ after: [UInt8], key: String
    ) -> (Value?, Value?)? {
        guard let old = EntryOutline(before, key: key), let new = EntryOutline(after, key: key)
        else { return nil }
        func isSame(_ position: Int, _ other: Int) -> Bool {
            before[old[position]] == after[new[other]]
        }
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, isSame(head, head) { head += 1 }
        var tail = 0
        while tail < shorter - head, isSame(old.count - 1 - tail, new.count - 1 - tail) {
            tail += 1
        }

        // Between the two ends, what stands in both in the same order is not read either.
        var places: [ArraySlice<UInt8>: Int] = [:]
        for position in (head..<new.count - tail).reversed() {
            places[after[new[position]]] = position
        }
        var changed: (before: [Int], after: [Int]) = ([], [])
        var next = head
        for position in head..<old.count - tail {
            guard let place = places[before[old[position]]], place >= next else {
                changed.before.append(position)
                continue
            }
            changed.after += next..<place
            next = place + 1
        }
        changed.after += next..<new.count - tail
        guard let one = sparse(before, old, changed.before),
            let other = sparse(after, new, changed.after)
        else { return nil }
        return (one, other)
    }

    /// A list in which only some entries have been read; nil where these are no entries after all.
    private func sparse(_ bytes: [UInt8], _ outline: EntryOutline, _ positions: [Int]) -> Value? {
        var items = Array(repeating: Value.null, count: outline.count)
        guard !positions.isEmpty else { return .list(items) }
        var text: [UInt8] = []
        for position in positions {
            text += bytes[outline[position]]
            if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        }
        // What cannot be read here is read again as a whole, and reported with its right place.
        guard let found = try? YAMLReader().read(text, file: file, shapes: shapes).value.list,
            found.count == positions.count
        else { return nil }
        for (position, item) in zip(positions, found) {
            guard item.mapping != nil else { return nil }
            items[position] = item
        }
        return .list(items)
    }
}
