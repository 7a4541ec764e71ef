import Formats
import TestSupport
import Testing

/// Bytes as text of 64 letters.
@Suite struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `the examples of the specification`(text: String, encoded: String) {
        #expect(Base64.text(Array(text.utf8)) == encoded)
        #expect(Base64.decoded(encoded) == Array(text.utf8))
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "====", "Zm9v!mFy", "Zg==Zg==", "Zm 9", "Zm9ä"])
    func `what is not of the form is nothing`(text: String) {
        #expect(Base64.decoded(text) == nil)
    }

    @Test(arguments: UInt64(0)..<200) func `reading what was written gives the bytes`(seed: UInt64)
    {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int(seed)).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(Base64.decoded(Base64.text(bytes)) == bytes)
    }
}
