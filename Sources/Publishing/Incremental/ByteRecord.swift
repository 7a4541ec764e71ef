internal import Formats

/// Fields of bytes one after the other, each behind its length.
///
/// What is kept between runs is read whole in each of them, and nearly all of it is only compared;
/// so it is not parsed, but cut into pieces where it lies.
struct ByteRecord {
    private(set) var bytes: ArraySlice<UInt8>

    /// Adds a field to other bytes.
    static func append(_ field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        bytes += bigEndian(UInt32(field.count))
        bytes += field
    }

    init(_ bytes: ArraySlice<UInt8> = []) { self.bytes = bytes }

    /// Takes the next field off; nil where there is none that is whole.
    mutating func next() -> ArraySlice<UInt8>? {
        guard bytes.count >= 4 else { return nil }
        let head = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let start = bytes.startIndex + 4
        guard bytes.endIndex - start >= head else { return nil }
        let field = bytes[start..<start + head]
        bytes = bytes[(start + head)...]
        return field
    }

    mutating func nextText() -> String? { next().flatMap { String(validating: $0, as: UTF8.self) } }

    mutating func nextNumber() -> Int? {
        guard let field = next(), field.count == 8 else { return nil }
        return Int(truncatingIfNeeded: field.reduce(0) { $0 << 8 | UInt64($1) })
    }

    mutating func nextHash() -> ContentHash? {
        guard let field = next(), field.count == 16 else { return nil }
        let words = [field.prefix(8), field.suffix(8)].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
        return ContentHash(high: words[0], low: words[1])
    }

    mutating func append(_ field: some Collection<UInt8>) {
        bytes += Self.bigEndian(UInt32(field.count))
        bytes += field
    }

    mutating func append(_ text: String) { append(text.utf8) }

    mutating func append(_ number: Int) { append(Self.bigEndian(UInt64(number))) }

    mutating func append(_ hash: ContentHash) {
        append(Self.bigEndian(hash.halves.high) + Self.bigEndian(hash.halves.low))
    }

    private static func bigEndian(_ word: some FixedWidthInteger) -> [UInt8] {
        stride(from: word.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: word >> $0)
        }
    }
}
