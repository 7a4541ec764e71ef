public import RecordModel

/// Reads what a `PackedWriter` wrote, in the same order.
///
/// Whatever the bytes are, an answer is what was written or nil: no length is believed before as
/// many bytes are there, and no depth is followed beyond a limit.
public struct PackedReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// Deeper than any text may be that values are read from.
    private static let depthLimit = 128

    /// Begins at the first of some bytes.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Tells whether everything has been read.
    public var isAtEnd: Bool { position == bytes.endIndex }

    /// Reads a number.
    public mutating func number() -> Int? {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.endIndex, shift < 63 {
            let byte = bytes[position]
            position += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: result) }
            shift += 7
        }
        return nil
    }

    /// Reads how many things follow, each of which takes a byte at least.
    public mutating func count() -> Int? {
        guard let count = number(), count <= bytes.endIndex - position else { return nil }
        return count
    }

    /// Reads bytes that were written with their length.
    public mutating func part() -> ArraySlice<UInt8>? { count().flatMap { take($0) } }

    /// Reads as many bytes as are named.
    public mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.endIndex - position else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Reads a text.
    public mutating func text() -> String? {
        part().flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Reads a value with all that is in it.
    public mutating func value() -> Value? { value(depth: 0) }

    private mutating func value(depth: Int) -> Value? {
        guard depth < Self.depthLimit, let kind = take(1)?.first.flatMap(PackedKind.init) else {
            return nil
        }
        switch kind {
        case .null: return .null
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .number: return text().flatMap { Number(parsing: $0) }.map(Value.number)
        case .string: return text().map(Value.string)
        case .list:
            guard let count = count() else { return nil }
            var items: [Value] = []
            for _ in 0..<count {
                guard let item = value(depth: depth + 1) else { return nil }
                items.append(item)
            }
            return .list(items)
        case .mapping:
            guard let count = count() else { return nil }
            var mapping = Mapping()
            for _ in 0..<count {
                guard let key = text(), let value = value(depth: depth + 1),
                    mapping.insert(value, forNew: key)
                else { return nil }
            }
            return .mapping(mapping)
        }
    }
}
