internal import CSHA256

/// The hash by which an export knows its own files (FIPS 180-4, 6.2).
public struct SHA256: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes of the hash as 64 hexadecimal digits.
    public let description: String

    /// Hashes bytes.
    public init(_ bytes: [UInt8]) {
        self.init(bytes, byProcessor: Self.isInProcessor)
    }

    /// Hashes bytes; `byProcessor` says whether with the processor's own instructions, which a test
    /// compares with the standard's words.
    init(_ bytes: [UInt8], byProcessor: Bool) {
        var state = Self.initial
        let whole = bytes.count - bytes.count % 64
        // What follows the whole blocks: the rest, a one, zeros, and the length in bits.
        var tail = Array(bytes[whole...]) + [0x80]
        tail += [UInt8](repeating: 0, count: (120 - tail.count) % 64)
        let length = UInt64(bytes.count) * 8
        tail += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
        let compress = byProcessor ? Self.compressByProcessor : Self.compressByWords
        bytes.withUnsafeBytes { compress(&state, $0, whole / 64) }
        tail.withUnsafeBytes { compress(&state, $0, tail.count / 64) }
        let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
        description = String(unsafeUninitializedCapacity: 64) { text in
            for (position, word) in words.enumerated() {
                for digit in 0..<8 {
                    let nibble = UInt8(word >> UInt32(28 - 4 * digit) & 0xF)
                    text[8 * position + digit] =
                        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
                }
            }
            return 64
        }
    }

    /// Whether the processor has instructions for this very hash.
    static let isInProcessor = labfolio_has_sha256() != 0

    private static func compressByProcessor(
        _ state: inout State, _ bytes: UnsafeRawBufferPointer, _ blocks: Int
    ) {
        guard blocks > 0, let start = bytes.baseAddress else { return }
        withUnsafeMutableBytes(of: &state) { state in
            guard let words = state.assumingMemoryBound(to: UInt32.self).baseAddress else { return }
            constants.withUnsafeBufferPointer { constants in
                labfolio_sha256(
                    words, start.assumingMemoryBound(to: UInt8.self), blocks,
                    constants.baseAddress)
            }
        }
    }

    private static func compressByWords(
        _ state: inout State, _ bytes: UnsafeRawBufferPointer, _ blocks: Int
    ) {
        constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                for block in 0..<blocks {
                    compress(&state, bytes, at: 64 * block, schedule, constants)
                }
            }
        }
    }

    /// Takes a hash that was written down; nil unless it is 64 hexadecimal digits in lower case.
    public init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { return nil }
        description = hex
    }

    private typealias State = (
        UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
    )

    /// Takes one block of 64 bytes into the state.
    ///
    /// Every published file is hashed, so this works on buffers: sixteen loads of four bytes a
    /// block, no array that could be copied, no check of an index.
    private static func compress(
        _ state: inout State, _ bytes: UnsafeRawBufferPointer, at start: Int,
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            let word = bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index &- 15], schedule[index &- 2])
            let first = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
            let second = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
            schedule[index] = schedule[index &- 16] &+ first &+ schedule[index &- 7] &+ second
        }
        var (a, b, c, d, e, f, g, h) = state
        for start in stride(from: 0, to: 64, by: 8) {
            let word = { (index: Int) in constants[start &+ index] &+ schedule[start &+ index] }
            round(a, b, c, &d, e, f, g, &h, word(0))
            round(h, a, b, &c, d, e, f, &g, word(1))
            round(g, h, a, &b, c, d, e, &f, word(2))
            round(f, g, h, &a, b, c, d, &e, word(3))
            round(e, f, g, &h, a, b, c, &d, word(4))
            round(d, e, f, &g, h, a, b, &c, word(5))
            round(c, d, e, &f, g, h, a, &b, word(6))
            round(b, c, d, &e, f, g, h, &a, word(7))
        }
        state = (
            state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f,
            state.6 &+ g, state.7 &+ h
        )
    }

    /// One round.
    ///
    /// The eight words change places from round to round; eight rounds in a row with
    /// their places exchanged need no copies.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
        _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let first =
            h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ e & (f ^ g)) &+ word
        d = d &+ first
        h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ (a & (b | c) | b & c)
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    private static let initial: State = {
        let words = fractions(of: 8) { $0.squareRoot() }
        return (words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7])
    }()
    private static let constants = fractions(of: 64, cubeRoot)

    /// The first 32 bits of the fractions of a root of the first primes, which is how the standard
    /// defines its constants.
    private static func fractions(of count: Int, _ root: (Double) -> Double) -> [UInt32] {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map { prime in
            let value = root(Double(prime))
            return UInt32((value - value.rounded(.down)) * 4_294_967_296)
        }
    }

    /// The cube root by Newton's method, which for these small primes is exact to the last bit
    /// that is used.
    private static func cubeRoot(_ value: Double) -> Double {
        var root = value / 2 + 1
        for _ in 0..<64 { root -= (root * root * root - value) / (3 * root * root) }
        return root
    }
}
