import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Parts of all profiles: the same on every machine.
@Suite struct ShardTests {
    @Test(arguments: ["1/1", "1/4", "4/4", "007/010", "10000/10000"])
    func `a part is read as it is typed`(text: String) throws {
        let shard = try #require(Shard(text))
        let parts = text.split(separator: "/").compactMap { Int($0) }
        #expect([shard.number, shard.count] == parts)
    }

    @Test(arguments: [
        "", "1", "1/", "/4", "0/4", "5/4", "1/0", "-1/4", "+1/4", "1/4/2", "1 /4", "a/b", "1/10001",
        "99999999999999999999/4", "1／4", "١/٤",
    ]) func `what is no part is none`(text: String) { #expect(Shard(text) == nil) }

    /// Written down, so that no machine and no version ever cuts otherwise.
    @Test(arguments: [
        ("ada-lovelace", 4, 4), ("ada-lovelace", 7, 3), ("alan-turing", 4, 1), ("a", 1_000, 251),
        ("grace-hopper", 4, 2),
    ]) func `a profile is in the part that its id says`(id: String, count: Int, number: Int) {
        #expect(Shard.number(of: .known(id), among: count) == number)
    }

    @Test(.enabled(if: SystemCommand.find("python3") != nil, "python3 is not installed"))
    func `another program cuts the same way by what the documentation says`() throws {
        let ids = (0..<200).map { "person-\($0)" }
        let program = """
            import hashlib, sys
            for line in sys.stdin:
                digest = hashlib.sha256(line.strip().encode()).digest()
                print(int.from_bytes(digest[:8], "big") % 13 + 1)
            """
        let outcome = try SystemCommand.run(
            "python3", ["-c", program], input: ids.joined(separator: "\n"))
        let numbers = outcome.output.split(separator: "\n").compactMap { Int($0) }
        #expect(numbers == ids.map { Shard.number(of: .known($0), among: 13) })
    }

    @Test(arguments: UInt64(0)..<20)
    func `every profile is in one part, and the parts are about as large`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...12, using: &random)
        let ids = (0..<1_200).map { ProfileID.known("p\($0)-\(seed)") }
        let shards = try (1...count).map { try #require(Shard($0, of: count)) }
        for id in ids { #expect(shards.count { $0.contains(id) } == 1) }
        for shard in shards {
            let size = ids.count { shard.contains($0) }
            #expect(size > 1_200 / count / 2 && size < 1_200 / count * 2, "\(shard): \(size)")
        }
    }
}
