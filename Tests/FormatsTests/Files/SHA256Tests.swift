import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-4 and the empty text.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `the standard's examples have the standard's hashes`(
        text: String, count: Int, hash: String
    ) {
        #expect(SHA256(Array(String(repeating: text, count: count).utf8)).description == hash)
    }

    @Test(.enabled("sha256sum is not here") { SystemCommand.find("sha256sum") != nil })
    func `every length of a block's rest is hashed as sha256sum does`() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 1)
        var names: [String] = []
        var hashes: [String] = []
        for size in Array(0...200) + [1 << 20] {
            let bytes = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            names.append("f\(size)")
            try folder.write(bytes, to: "f\(size)")
            hashes.append(SHA256(bytes).description)
            #expect(SHA256(bytes, byProcessor: false) == SHA256(bytes))
        }
        let outcome = try SystemCommand.run("sha256sum", names, in: folder.path)
        let expected = outcome.output.split(separator: "\n").map { String($0.prefix(64)) }
        #expect(hashes == expected)
    }

    @Test func `only sixty-four digits are a hash`() {
        let hash = SHA256([]).description
        #expect(SHA256(hex: hash) == SHA256([]))
        for text in [
            "", String(hash.dropLast()), hash + "0", hash.uppercased(), "g" + hash.dropFirst(),
        ] {
            #expect(SHA256(hex: text) == nil)
        }
    }
}
