/// The hash by which an export knows its own files (FIPS 180-4, 6.2).
public struct SHA256: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes of the hash as 64 hexadecimal digits.
    public let description: String

    /// Hashes bytes.
    public init(_ bytes: [UInt8]) {
        var state = Self.initial
        var schedule = [UInt32](repeating: 0, count: 64)
        // What follows the bytes: a one, zeros, and the length in bits.
        let tail = Self.padding(forCount: bytes.count)
        let blocks = (bytes.count + tail.count) / 64
        for block in 0..<blocks {
            for word in 0..<16 {
                var value: UInt32 = 0
                for index in (block * 64 + word * 4)..<(block * 64 + word * 4 + 4) {
                    let byte = index < bytes.count ? bytes[index] : tail[index - bytes.count]
                    value = value << 8 | UInt32(byte)
                }
                schedule[word] = value
            }
            Self.compress(&state, &schedule)
        }
        description = state.map { word in
            let hex = String(word, radix: 16)
            return String(repeating: "0", count: 8 - hex.count) + hex
        }.joined()
    }

    /// Takes a hash that was written down; nil unless it is 64 hexadecimal digits in lower case.
    public init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { return nil }
        description = hex
    }

    private static func padding(forCount count: Int) -> [UInt8] {
        let zeros = (119 - count % 64) % 64
        let length = UInt64(count) * 8
        return [0x80] + [UInt8](repeating: 0, count: zeros)
            + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    }

    private static func compress(_ state: inout [UInt32], _ schedule: inout [UInt32]) {
        func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
            word >> count | word << (32 - count)
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index - 15], schedule[index - 2])
            let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
            let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
            schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let first =
                h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (e & f ^ ~e & g)
                &+ constants[index] &+ schedule[index]
            let second =
                (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    private static let initial = fractions(of: 8) { $0.squareRoot() }
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
