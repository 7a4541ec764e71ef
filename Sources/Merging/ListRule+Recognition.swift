internal import RecordModel

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
