internal import CByteSearch

/// A set of bytes, so that a text can be looked over at the speed of memory.
///
/// Most texts hold nothing that has to be escaped. Finding that out sixteen bytes at a time, and
/// then giving back the text itself, is what makes a thousand pages a matter of seconds.
public struct ByteSet: Sendable {
    /// A bit for each byte.
    ///
    /// There is a row for each value of the lower four bits, those of the basic alphabet first, and
    /// in a row a bit for the three above them: so a processor looks sixteen bytes up in two steps.
    private var rows = InlineArray<32, UInt8>(repeating: 0)

    /// Makes the set of some bytes.
    public init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { rows[Self.row(of: byte)] |= 1 << (byte >> 4 & 7) }
    }

    private static func row(of byte: UInt8) -> Int { Int(byte & 15 | byte >> 3 & 16) }

    /// Tells whether a byte is in the set.
    public func contains(_ byte: UInt8) -> Bool {
        rows[Self.row(of: byte)] >> (byte >> 4 & 7) & 1 == 1
    }

    /// Finds the first byte of a text that is in the set.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - start: The position, from 0, at which the search begins.
    /// - Returns: The position of the byte; that behind the text where there is none.
    public func first(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int {
        var position = start
        if bytes.count &- position >= 16, Self.isInProcessor {
            var isFound: Int32 = 0
            let count = bytes.count
            position = bytes.withUnsafeBufferPointer { bytes in
                withUnsafeBytes(of: rows) { rows in
                    guard let bytes = bytes.baseAddress, let rows = rows.baseAddress else {
                        return position
                    }
                    return labfolio_find_byte(
                        bytes, position, count, rows.assumingMemoryBound(to: UInt8.self), &isFound)
                }
            }
            if isFound != 0 { return position }
        }
        while position < bytes.count, !contains(bytes[position]) { position += 1 }
        return position
    }

    /// Whether the processor has instructions for this very search.
    static let isInProcessor = labfolio_has_byte_search() != 0

    /// The bytes that a control character, or a space that is folded, may begin with: the first
    /// 32, DEL, and the first bytes of U+0080 to U+009F, U+2028 and U+2029.
    static let controls = ByteSet(Array(0..<0x20) + [0x7F, 0xC2, 0xE2])

    /// Tells whether the byte at a position, one of `controls`, does begin one in sound UTF-8;
    /// an `é`, a dash and a curly quotation mark have the same first bytes.
    static func isControl(at position: Int, in bytes: borrowing Span<UInt8>) -> Bool {
        switch bytes[position] {
        case 0xC2: bytes[position + 1] < 0xA0
        case 0xE2: bytes[position + 1] == 0x80 && bytes[position + 2] & 0xFE == 0xA8
        default: true
        }
    }

    func union(_ other: ByteSet) -> ByteSet {
        var result = self
        for row in rows.indices { result.rows[row] |= other.rows[row] }
        return result
    }
}

extension String {
    /// Tells whether a byte of the text is in a set.
    public func contains(anyOf set: ByteSet) -> Bool {
        let bytes = utf8.span
        return set.first(in: bytes) < bytes.count
    }
}
