public import RecordModel

/// Where each part of a value stands in the text it was read from.
///
/// Kept as one flat list in the order in which the value is walked, four numbers for each part:
/// that costs next to nothing while reading, and a search takes place only for a finding.
public struct SourceMap: Sendable {
    struct Entry: Hashable {
        /// Line and column of the key, or of the value itself where it has none, from 1.
        var keyLine: UInt32
        var keyColumn: UInt32
        /// Line and column of the value, from 1.
        var line: UInt32
        var column: UInt32
    }

    /// The name of the text.
    public let file: String
    var entries: [Entry] = []

    init(file: String) { self.file = file }

    /// Returns where the value at a field path begins, or its key.
    ///
    /// A path that leads further than the value goes, as that of a missing field does, is at the
    /// last part that is there.
    public func location(
        of path: FieldPath, in value: Value, shape: Shape = .any, key wantsKey: Bool = false
    ) -> SourceLocation {
        var position = 0
        var (current, shape) = (value, shape)
        var isKey = wantsKey
        search: for step in path.steps {
            switch current {
            case .mapping(let mapping):
                guard let index = mapping.position(of: step) else {
                    isKey = position > 0
                    break search
                }
                position += 1
                for entry in mapping.entries[..<index] { position += Self.size(of: entry.value) }
                (current, shape) = (mapping.entries[index].value, shape.shape(ofKey: step))
            case .list(let items):
                guard let index = shape.listRule.position(of: step, in: items)
                else { break search }
                position += 1
                for item in items[..<index] { position += Self.size(of: item) }
                (current, shape) = (items[index], shape.itemShape)
            default: break search
            }
        }
        guard entries.indices.contains(position) else { return SourceLocation(file: file) }
        let entry = entries[position]
        switch current {
        case .list, .mapping:
            // What is said of lines as a whole is best said at their key.
            if entry.line > entry.keyLine { isKey = true }
        default: break
        }
        return isKey
            ? SourceLocation(file: file, line: Int(entry.keyLine), column: Int(entry.keyColumn))
            : SourceLocation(file: file, line: Int(entry.line), column: Int(entry.column))
    }

    /// Returns the place of a key that a mapping has already, for a finding about the second one.
    ///
    /// `start` is the position of the mapping's first part.
    func firstKey(_ key: String, of mapping: Mapping, from start: Int) -> [RelatedPlace] {
        guard let index = mapping.position(of: key) else { return [] }
        var position = start
        for entry in mapping.entries[..<index] { position += Self.size(of: entry.value) }
        guard entries.indices.contains(position) else { return [] }
        let entry = entries[position]
        return [
            RelatedPlace(
                "the first one",
                location: SourceLocation(
                    file: file, line: Int(entry.keyLine), column: Int(entry.keyColumn)))
        ]
    }

    /// The number of parts of a value, itself included.
    static func size(of value: Value) -> Int {
        switch value {
        case .list(let items): items.reduce(1) { $0 + size(of: $1) }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + size(of: $1.value) }
        default: 1
        }
    }
}
