import TestSupport
import Testing

@testable import Git

@Suite struct ObjectIDTests {
    @Test(arguments: UInt64(0)..<50)
    func `an ID is its text, its bytes and what libgit2 holds`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let id = try #require(BlobID(bytes: bytes))
        #expect(id.bytes == bytes)
        #expect(BlobID(id.description) == id)
        #expect(BlobID(id.description.uppercased()) == id)
        #expect(BlobID(id.raw) == id)
        let other = try #require(BlobID(bytes: bytes.shuffled(using: &generator)))
        #expect((id < other) == (id.description < other.description))
    }

    @Test(arguments: [
        "", "0", String(repeating: "0", count: 39), String(repeating: "0", count: 41),
        String(repeating: "g", count: 40), String(repeating: "é", count: 20),
        " " + String(repeating: "0", count: 39),
    ])
    func `a text that is not 40 hexadecimal digits is no ID`(text: String) {
        #expect(TreeID(text) == nil)
    }

    @Test func `a count of bytes other than 20 is no ID`() {
        #expect(CommitID(bytes: [UInt8](repeating: 0, count: 19)) == nil)
        #expect(CommitID(bytes: [UInt8](repeating: 0, count: 21)) == nil)
    }

    @Test func `public values may be sent to other tasks`() {
        func sendable<Value: Sendable>(_: Value.Type) {}
        sendable(CommitID.self)
        sendable(Commit.self)
        sendable(TreeEntry.self)
        sendable(TreeEdit.self)
        sendable(IndexEntry.self)
        sendable(Branch.self)
        sendable(ExpectedReference.self)
        sendable(GitError.self)
    }
}
