public import RecordModel

extension ListRule {
    /// Tells whether two items that differ are probably versions of one.
    ///
    /// Where the schema says by which keys an item is recognised, these decide; else two mappings are
    /// akin of which half the fields are the same.
    func isKin(_ first: Value, _ second: Value) -> Bool {
        guard let one = first.mapping, let other = second.mapping else { return false }
        guard recognise.isEmpty else {
            return recognise.contains { keys in
                keys.allSatisfy { key in one[key] != nil && one[key] == other[key] }
            }
        }
        let same = one.entries.count { $0.value == other[$0.key] }
        return same > 0 && 2 * same >= max(one.count, other.count)
    }
}

extension ListRule {
    /// Returns the names that items had in a list before, by the names that they have now; of those
    /// only whose names are others.
    ///
    /// They are the items that a diff of the two lists shows as renamed.
    public func formerNames(of after: [Value], in before: [Value]) -> [String: String] {
        let items = NamedItems(before, after, self)
        var names: [String: String] = [:]
        for pair in items.pairs where items.renamed.contains(pair.before) {
            guard let name = name(of: after[pair.after]),
                let former = self.name(of: before[pair.before])
            else { continue }
            names[name] = former
        }
        return names
    }
}
