/// The positions of words that are known beforehand, such as the keys of a schema.
///
/// Every field of every record is looked up several times, and a dictionary would mix each byte of
/// its key into a hash that no attacker can foresee. The words of a schema are no attack, so four
/// numbers that a word shows at a glance tell nearly all of them apart, and one comparison is left.
/// It is a class, so that a table within a table costs one reference, and not one for each part.
public final class KeyTable: Sendable {
    /// The words, each once.
    public let keys: [String]
    /// The positions of the words from 1, each at its hash or behind it; 0 where there is none.
    private let slots: [UInt32]
    private let isASCII: Bool

    /// Takes words; of two that are the same the first one counts.
    public init(_ words: some Sequence<String>) {
        var keys: [String] = []
        var known: Set<[UInt8]> = []
        for word in words where known.insert(Array(word.utf8)).inserted { keys.append(word) }
        var size = 4
        while size < keys.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (position, key) in keys.enumerated() {
            var slot = Self.hash(key.utf8.span) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(position + 1)
        }
        self.keys = keys
        self.slots = slots
        isASCII = keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// The position of a word, nil where it is not one of the known ones.
    public func position(of word: String) -> Int? {
        var slot = Self.hash(word.utf8.span)
        while true {
            slot &= slots.count - 1
            let position = Int(slots[slot]) - 1
            if position < 0 { return nil }
            if isSame(keys[position], word) { return position }
            slot += 1
        }
    }

    /// The position of a word that is there as bytes in UTF-8, nil where it is not known.
    public func position(of word: Span<UInt8>) -> Int? {
        var slot = Self.hash(word)
        while true {
            slot &= slots.count - 1
            let position = Int(slots[slot]) - 1
            if position < 0 { return nil }
            if Self.isSame(keys[position].utf8.span, word) { return position }
            slot += 1
        }
    }

    private static func isSame(_ key: Span<UInt8>, _ word: Span<UInt8>) -> Bool {
        guard key.count == word.count else { return false }
        for position in key.indices where key[position] != word[position] { return false }
        return true
    }

    /// Tells whether two words have the same characters in the same form, unlike `==`.
    private func isSame(_ key: String, _ word: String) -> Bool {
        guard key == word else { return false }
        return isASCII
            ? key.utf8.count == word.utf8.count : key.utf8.elementsEqual(word.utf8)
    }

    private static func hash(_ bytes: Span<UInt8>) -> Int {
        let count = bytes.count
        guard count > 0 else { return 0 }
        return count &+ Int(bytes[0]) &* 7 &+ Int(bytes[count &>> 1]) &* 37
            &+ Int(bytes[count &- 1]) &* 151
    }
}
