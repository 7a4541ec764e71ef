/// Looks a text over for the keywords of many rules at once.
///
/// Every text of every record comes by here, so each byte is looked at once: only where two
/// neighbours occur in a keyword, and are the rarest pair of it, is more compared. Nearly all texts
/// hold no keyword, and nothing else is ever done with them.
struct KeywordScan: Sendable {
    private struct Keyword: Sendable {
        /// In lower case.
        let bytes: [UInt8]
        /// Where its rarest pair is.
        let anchor: Int
        let mask: UInt32
    }

    /// One bit for each pair of bytes, in either case.
    private var pairs = [UInt64](repeating: 0, count: 1 << 10)
    /// The keywords by the first byte of their rarest pair, in lower case.
    private var keywords = [[Keyword]](repeating: [], count: 256)

    /// Takes the keywords, in lower case, each with the rules that look for it.
    init(_ entries: [(keyword: String, mask: UInt32)]) {
        for (text, mask) in entries {
            let bytes = Array(text.utf8)
            precondition(!bytes.isEmpty, "a keyword has at least one character")
            let anchor = Self.anchor(of: bytes)
            keywords[Int(bytes[anchor])].append(Keyword(bytes: bytes, anchor: anchor, mask: mask))
            let second = bytes.count > 1 ? Self.cases(of: bytes[anchor + 1]) : Array(0...255)
            for first in Self.cases(of: bytes[anchor]) {
                for next in second {
                    let pair = Int(first) << 8 | Int(next)
                    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
                }
            }
        }
    }

    /// Returns the rules that have a keyword in a text.
    ///
    /// A keyword of one character is not seen at a text's end.
    func mask(of text: String) -> UInt32 {
        let bytes = text.utf8.span
        guard bytes.count > 1 else { return 0 }
        let pairs = pairs.span
        var found: UInt32 = 0
        var first = bytes[0]
        for position in 1..<bytes.count {
            let next = bytes[position]
            let pair = Int(first) << 8 | Int(next)
            if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 {
                found |= mask(in: bytes, at: position - 1)
            }
            first = next
        }
        return found
    }

    private func mask(in bytes: Span<UInt8>, at position: Int) -> UInt32 {
        var found: UInt32 = 0
        for keyword in keywords[Int(Self.folded(bytes[position]))] {
            let start = position - keyword.anchor
            guard start >= 0, start + keyword.bytes.count <= bytes.count,
                keyword.bytes.indices.allSatisfy({
                    Self.folded(bytes[start + $0]) == keyword.bytes[$0]
                })
            else { continue }
            found |= keyword.mask
        }
        return found
    }

    /// A letter of the basic alphabet in lower case, every other byte as it is.
    static func folded(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    private static func cases(of byte: UInt8) -> [UInt8] {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? [byte, byte & 0xDF] : [byte]
    }

    /// How common each byte is in prose, 0 where it is rare.
    private static let commonness: [Int] = {
        var table = [Int](repeating: 0, count: 256)
        for (rank, letter) in " etaoinshrdlucmfwypvbgkqjxz".utf8.enumerated() {
            table[Int(letter)] = 30 - rank
        }
        return table
    }()

    /// The position of the pair that is rarest in prose.
    private static func anchor(of bytes: [UInt8]) -> Int {
        func commonness(_ byte: UInt8) -> Int { Self.commonness[Int(byte)] }
        let pairs = bytes.indices.dropLast()
        return pairs.min {
            commonness(bytes[$0]) + commonness(bytes[$0 + 1])
                < commonness(bytes[$1]) + commonness(bytes[$1 + 1])
        } ?? 0
    }
}
