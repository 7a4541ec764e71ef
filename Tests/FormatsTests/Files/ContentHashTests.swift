import Formats
import Testing

struct ContentHashTests {
    /// The values of the reference implementation, seed 0, both words as numbers.
    static let known: [(text: String, hash: String)] = [
        ("", "00000000000000000000000000000000"),
        ("a", "85555565f6597889e6b53a48510e895a"),
        ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
        ("hello, world", "342fac623a5ebc8e4cdcbc079642414d"),
        (
            "The quick brown fox jumps over the lazy dog",
            "e34bbc7bbc071b6c7a433ca9c49a9347"
        ),
    ]

    @Test(arguments: known)
    func `a hash is that of the reference`(_ example: (text: String, hash: String)) {
        #expect(ContentHash(Array(example.text.utf8)).description == example.hash)
    }

    @Test func `every length has a hash of its own`() {
        let hashes = (0..<200).map { ContentHash([UInt8](repeating: 7, count: $0)) }
        #expect(Set(hashes).count == hashes.count)
    }

    @Test func `one bit anywhere changes the hash`() {
        let bytes = (0..<67).map { UInt8($0) }
        let hash = ContentHash(bytes)
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x10
            #expect(ContentHash(changed) != hash, "byte \(position)")
        }
    }

    @Test func `what is combined is told apart by order and border`() {
        func combined(_ texts: String...) -> ContentHash {
            var hash = ContentHash()
            for text in texts { hash.combine(text) }
            return hash
        }
        #expect(combined("a", "b") == combined("a", "b"))
        let others = [combined("b", "a"), combined("ab"), combined("ab", ""), combined("a")]
        #expect(!others.contains(combined("a", "b")))
        #expect(Set(others).count == others.count)
    }
}
