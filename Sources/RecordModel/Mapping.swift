/// Keys with values, each key once, in the order they were written.
///
/// Equality and hashing ignore the order: a person who sorts the keys of a file has changed its
/// looks, not its content.
public struct Mapping: Sendable {
    /// One key with its value.
    public struct Entry: Sendable {
        /// The key.
        public let key: String
        /// The value.
        public var value: Value

        /// Makes an entry.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// The entries in order.
    public private(set) var entries: [Entry] = []

    /// Where each key stands, kept only once a search along the entries would be slower.
    private var positions: [String: Int]?
    private static let searchLimit = 24

    /// Makes an empty mapping.
    public init() {}

    /// Makes an empty mapping with room for some entries.
    public init(capacity: Int) { entries.reserveCapacity(capacity) }

    /// The number of entries.
    public var count: Int { entries.count }

    /// Tells whether there are no entries.
    public var isEmpty: Bool { entries.isEmpty }

    /// The keys in order.
    public var keys: [String] { entries.map(\.key) }

    /// The value of a key, nil where the key is missing.
    ///
    /// Setting a new key appends it, setting nil removes the key; the others keep their order.
    public subscript(key: String) -> Value? {
        get { position(of: key).map { entries[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (let position?, nil):
                entries.remove(at: position)
                positions = nil
                indexIfLarge()
            case (nil, let value?): append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Appends an entry whose key the mapping does not hold, and tells whether it did.
    @discardableResult
    public mutating func insert(_ value: Value, forNew key: String) -> Bool {
        guard position(of: key) == nil else { return false }
        append(Entry(key: key, value: value))
        return true
    }

    /// The position of a key among the entries, from 0, nil where the key is missing.
    public func position(of key: String) -> Int? {
        if let positions { return positions[key] }
        // Only the keys are looked at; `firstIndex(where:)` would hand whole entries around. Keys of
        // other lengths are other keys, unless the one that is asked for is beyond ASCII, and may
        // be there in another form of Unicode.
        let length = key.utf8.count
        for index in entries.indices
        where entries[index].key.utf8.count == length && entries[index].key == key {
            return index
        }
        guard !key.utf8Span.isKnownASCII else { return nil }
        for index in entries.indices where entries[index].key == key { return index }
        return nil
    }

    private mutating func append(_ entry: Entry) {
        entries.append(entry)
        if positions != nil { positions?[entry.key] = entries.count - 1 } else { indexIfLarge() }
    }

    private mutating func indexIfLarge() {
        guard entries.count > Self.searchLimit else { return }
        var fresh: [String: Int] = [:]
        for (position, entry) in entries.enumerated() { fresh[entry.key] = position }
        positions = fresh
    }
}

extension Mapping: Hashable {
    /// Tells whether two mappings hold the same keys with equal values, in whatever order.
    public static func == (first: Mapping, second: Mapping) -> Bool {
        guard first.count == second.count else { return false }
        for (mine, yours) in zip(first.entries, second.entries) {
            // Most mappings that are equal are equal in order too; look keys up only if not.
            guard mine.key == yours.key else {
                return first.entries.allSatisfy { second[$0.key] == $0.value }
            }
            guard mine.value == yours.value else { return false }
        }
        return true
    }

    /// Hashes the entries so that their order does not count.
    public func hash(into hasher: inout Hasher) {
        var combined = 0
        for entry in entries {
            var one = Hasher()
            one.combine(entry.key)
            one.combine(entry.value)
            combined ^= one.finalize()
        }
        hasher.combine(combined)
    }
}
