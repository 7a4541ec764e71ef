/// A set of bytes, so that a text can be looked over at the speed of memory.
///
/// Most texts hold nothing that has to be escaped. Finding that out byte by byte, and then giving
/// back the text itself, is what makes a thousand pages a matter of seconds.
public struct ByteSet: Sendable {
    /// A bit for each byte; a table of 256 would be copied with each set that is handed on.
    private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

    /// Makes the set of some bytes.
    public init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { insert(byte) }
    }

    mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    /// Tells whether a byte is in the set.
    public func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

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
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }
}

extension String {
    /// Tells whether a byte of the text is in a set.
    public func contains(anyOf set: ByteSet) -> Bool {
        let bytes = utf8.span
        for position in bytes.indices where set.contains(bytes[position]) { return true }
        return false
    }
}
