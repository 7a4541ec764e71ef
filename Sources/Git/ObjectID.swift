internal import CGit2

/// The hash that names one object of a repository, with the kind of the object in its type.
///
/// An ID is compared, hashed and stored as its 20 bytes; it says nothing of whether the object
/// is there.
public struct ObjectID<Kind: ObjectKind>: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt32

    /// Creates an ID from its 20 bytes; nil when there are more or fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        func number<Word: FixedWidthInteger>(_ part: some Sequence<UInt8>) -> Word {
            part.reduce(0) { $0 << 8 | Word($1) }
        }
        first = number(bytes.prefix(8))
        second = number(bytes.dropFirst(8).prefix(8))
        third = number(bytes.dropFirst(16))
    }

    /// The 20 bytes of the hash.
    public var bytes: [UInt8] {
        func bytes(_ word: some FixedWidthInteger) -> [UInt8] {
            stride(from: word.bitWidth - 8, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: word >> $0)
            }
        }
        return bytes(first) + bytes(second) + bytes(third)
    }

    init(_ raw: git_oid) {
        (first, second, third) = withUnsafeBytes(of: raw) { raw in
            (
                UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
            )
        }
    }

    var raw: git_oid {
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw) { raw in
            raw.storeBytes(of: first.bigEndian, as: UInt64.self)
            raw.storeBytes(of: second.bigEndian, toByteOffset: 8, as: UInt64.self)
            raw.storeBytes(of: third.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
        return raw
    }
}

extension ObjectID: Comparable {
    /// Orders IDs as their hexadecimal text.
    public static func < (before: Self, after: Self) -> Bool {
        (before.first, before.second, before.third) < (after.first, after.second, after.third)
    }
}

extension ObjectID: LosslessStringConvertible {
    /// Reads the 40 hexadecimal digits of an ID; nil for any other text.
    public init?(_ text: String) {
        let digits = text.utf8.compactMap { digit in
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard digits.count == 40, text.utf8.count == 40 else { return nil }
        self.init(bytes: stride(from: 0, to: 40, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    /// The 40 hexadecimal digits of the ID, in lower case.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}
