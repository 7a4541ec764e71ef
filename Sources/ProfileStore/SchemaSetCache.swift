internal import RecordModel
private import Synchronization

/// The schema sets that this process has compiled last: the same files always give the same set,
/// and a program that opens many snapshots mostly meets the same files.
enum SchemaSetCache {
    private struct Key: Hashable {
        let own: [String: [UInt8]]
        let needed: Set<String>?
    }

    /// The last sets that were used, the latest at the end.
    private static let latest = Mutex<[(key: Key, set: SchemaSet)]>([])
    /// Two sides of a comparison, and the same again for a few sections of each.
    private static let capacity = 4

    /// Returns the set of these files, compiled now if it is not at hand.
    ///
    /// - Throws: What is wrong with a schema; this is not remembered.
    static func set(
        own: [String: [UInt8]], only needed: Set<String>?
    ) throws(Diagnostic) -> SchemaSet {
        let key = Key(own: own, needed: needed)
        let known = latest.withLock { sets -> SchemaSet? in
            guard let place = sets.firstIndex(where: { $0.key == key }) else { return nil }
            let used = sets.remove(at: place)
            sets.append(used)
            return used.set
        }
        if let known { return known }
        let set = try SchemaSet(compiling: own, only: needed)
        latest.withLock { sets in
            sets.removeAll { $0.key == key }
            sets.append((key, set))
            if sets.count > capacity { sets.removeFirst() }
        }
        return set
    }
}
