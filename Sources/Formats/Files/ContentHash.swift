/// A hash by which content is known again: 128 bits, at the speed of memory.
///
/// It tells what changed by itself or by hand, not what somebody forged: where that matters,
/// `SHA256` is used, which takes some thirty times as long. The function is MurmurHash3 in its
/// 128-bit form for 64-bit machines (Austin Appleby, public domain), seeded with 0; texts that are
/// combined are told apart by their lengths.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// Makes the hash of nothing.
    public init() {}

    /// Hashes bytes.
    public init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { ContentHash($0) }
    }

    /// Hashes a part of bytes.
    public init(_ bytes: ArraySlice<UInt8>) {
        self = bytes.withUnsafeBytes { ContentHash($0) }
    }

    /// Hashes words as the bytes that they are here: for what is not kept on another machine.
    init(words: [UInt64]) {
        self = words.withUnsafeBytes { ContentHash($0) }
    }

    /// Takes the two halves of a hash that was kept.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The two halves of the hash.
    public var halves: (high: UInt64, low: UInt64) { (high, low) }

    /// The hash as 32 hexadecimal digits.
    public var description: String {
        [high, low].map { word in
            let hex = String(word, radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
    }

    /// Takes bytes into the hash; their order counts.
    public mutating func combine(_ bytes: [UInt8]) {
        let inner = ContentHash(bytes)
        let words = [high, low, inner.high, inner.low, UInt64(bytes.count)]
        self = words.withUnsafeBytes { ContentHash($0) }
    }

    /// Takes a text into the hash; the order counts.
    public mutating func combine(_ text: String) { combine(Array(text.utf8)) }

    private init(_ bytes: UnsafeRawBufferPointer) {
        var (first, second): (UInt64, UInt64) = (0, 0)
        let whole = bytes.count - bytes.count % 16
        for start in stride(from: 0, to: whole, by: 16) {
            first ^= Self.mixedLow(Self.word(bytes, at: start))
            first = (Self.rotated(first, 27) &+ second) &* 5 &+ 0x52DC_E729
            second ^= Self.mixedHigh(Self.word(bytes, at: start + 8))
            second = (Self.rotated(second, 31) &+ first) &* 5 &+ 0x3849_5AB5
        }
        var tail: (UInt64, UInt64) = (0, 0)
        for index in stride(from: bytes.count - 1, through: whole, by: -1) {
            let byte = UInt64(bytes[index])
            if index - whole >= 8 {
                tail.1 = tail.1 << 8 | byte
            } else {
                tail.0 = tail.0 << 8 | byte
            }
        }
        second ^= Self.mixedHigh(tail.1)
        first ^= Self.mixedLow(tail.0)
        first ^= UInt64(bytes.count)
        second ^= UInt64(bytes.count)
        first = first &+ second
        second = second &+ first
        first = Self.finished(first)
        second = Self.finished(second)
        high = first &+ second
        low = second &+ high
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    private static func mixedLow(_ word: UInt64) -> UInt64 {
        rotated(word &* 0x87C3_7B91_1142_53D5, 31) &* 0x4CF5_AD43_2745_937F
    }

    private static func mixedHigh(_ word: UInt64) -> UInt64 {
        rotated(word &* 0x4CF5_AD43_2745_937F, 33) &* 0x87C3_7B91_1142_53D5
    }

    private static func finished(_ word: UInt64) -> UInt64 {
        var word = word
        word ^= word &>> 33
        word = word &* 0xFF51_AFD7_ED55_8CCD
        word ^= word &>> 33
        word = word &* 0xC4CE_B9FE_1A85_EC53
        return word ^ word &>> 33
    }

    private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word &<< count | word &>> (64 &- count)
    }
}
