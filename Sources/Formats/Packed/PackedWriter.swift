public import RecordModel

/// Writes numbers, texts and values one behind the other, for a file that only labfolio reads again.
///
/// The form is made to be read fast and to be written down in few words:
///
/// - a number from 0 is seven bits a byte, the lowest first; the eighth says that more follow;
/// - bytes and texts are their length and the bytes;
/// - a value is one byte for its kind (see `PackedKind`) and what it holds: a number its decimal
///   text, a string its text, a list its length and items, a mapping its length and, by turns, keys
///   and values.
///
/// Nothing says where anything begins: what was written is read in the same order.
public struct PackedWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// Makes a writer that has written nothing.
    public init() {}

    /// Writes a number, which must not be negative.
    public mutating func write(_ number: Int) {
        precondition(number >= 0, "a packed number is not negative")
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Writes bytes and how many they are.
    public mutating func write(_ part: some Collection<UInt8>) {
        write(part.count)
        bytes += part
    }

    /// Writes all that another writer wrote.
    public mutating func append(_ other: PackedWriter) { bytes += other.bytes }

    /// Takes back what was written behind the first bytes.
    public mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

    /// Writes a text.
    public mutating func write(_ text: String) { write(text.utf8) }

    /// Writes a value with all that is in it.
    public mutating func write(_ value: Value) {
        bytes.append(PackedKind(of: value).rawValue)
        switch value {
        case .null, .bool: break
        case .number(let number): write(number.description)
        case .string(let text): write(text)
        case .list(let items):
            write(items.count)
            for item in items { write(item) }
        case .mapping(let mapping):
            write(mapping.count)
            for entry in mapping.entries {
                write(entry.key)
                write(entry.value)
            }
        }
    }
}

/// The byte that a packed value begins with.
enum PackedKind: UInt8 {
    case null
    case no
    case yes
    case number
    case string
    case list
    case mapping

    init(of value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = flag ? .yes : .no
        case .number: self = .number
        case .string: self = .string
        case .list: self = .list
        case .mapping: self = .mapping
        }
    }
}
