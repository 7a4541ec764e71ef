internal import Formats
public import RecordModel

/// One part of N of all profiles, so that N machines can export them without speaking to each
/// other.
///
/// A profile is in the part that its id says: the first eight bytes of the SHA-256 of the id's
/// UTF-8, as a number with the first byte leading, modulo N, plus 1. So it is in the same part on
/// every machine, whatever else is in the store.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
    /// Which part it is, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// The most parts that there may be.
    public static let countLimit = 10_000
    /// All profiles: the only part of one.
    public static let whole = Shard(number: 1, count: 1)

    /// Takes a part by its number; nil where there is none of that number.
    public init?(_ number: Int, of count: Int) {
        guard (1...Self.countLimit).contains(count), (1...count).contains(number) else {
            return nil
        }
        self.init(number: number, count: count)
    }

    /// Reads `K/N`; nil for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
            let number = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(number, of: count)
    }

    private init(number: Int, count: Int) {
        self.number = number
        self.count = count
    }

    /// The part as it is typed: `K/N`.
    public var description: String { "\(number)/\(count)" }

    /// Tells whether a profile is in this part.
    public func contains(_ id: ProfileID) -> Bool {
        Self.number(of: id, among: count) == number
    }

    /// Returns which of so many parts a profile is in.
    static func number(of id: ProfileID, among count: Int) -> Int {
        let digits = SHA256(Array(id.text.utf8)).description.prefix(16)
        let hash = UInt64(digits, radix: 16) ?? 0
        return Int(hash % UInt64(count)) + 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
