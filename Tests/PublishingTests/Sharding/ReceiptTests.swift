import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Receipts, and what they prove together.
@Suite struct ReceiptTests {
    static let ids = (0..<40).map { ProfileID.known("person-\($0)") }
    static let count = 4

    static func origin(_ commit: String = "a") -> Receipt.Origin {
        Receipt.Origin(
            commit: String(repeating: commit, count: 40), version: "1", schema: "s", options: "",
            profiles: ids)
    }

    /// The receipts of a job in which all went well.
    static func all() throws -> [(file: String, receipt: Receipt)] {
        try (1...count).map { number in
            let shard = try #require(Shard(number, of: count))
            return (
                "r\(number).json",
                Receipt(
                    origin(), shard: shard,
                    profiles: ids.filter(shard.contains).map {
                        Receipt.Profile($0, output: "h")
                    })
            )
        }
    }

    static func changed(
        _ receipt: Receipt, origin: Receipt.Origin? = nil, shard: Shard? = nil,
        profiles: [Receipt.Profile]? = nil
    ) -> Receipt {
        Receipt(
            origin ?? receipt.origin, shard: shard ?? receipt.shard,
            profiles: profiles ?? receipt.profiles)
    }

    private func findings(
        _ receipts: [(file: String, receipt: Receipt)], known: [ProfileID]? = nil
    ) -> [String] {
        ReceiptJoin(receipts, known: known).findings.map {
            "\($0.location?.file ?? "-") \($0.code.rawValue): \($0.message)"
        }
    }

    @Test func `a receipt is read as it was written`() throws {
        for (file, receipt) in try Self.all() {
            #expect(try Receipt(reading: receipt.bytes, at: file) == receipt)
            #expect(try Receipt(reading: receipt.bytes, at: file).bytes == receipt.bytes)
        }
        let failed = Receipt(
            Self.origin(), shard: .whole, profiles: [Receipt.Profile(Self.ids[0], output: nil)])
        #expect(try Receipt(reading: failed.bytes, at: "x") == failed)
    }

    @Test(arguments: [
        "", "{", "[]", "{}", "{\"format\": 2}", "null",
        "{\"format\": 1, \"commit\": \"a\", \"labfolio\": \"\", \"schema\": \"\", \"options\": \"\", "
            + "\"shard\": {\"number\": 5, \"count\": 4}, \"store\": {\"profiles\": 0, \"ids\": \"\"}, "
            + "\"profiles\": []}",
    ]) func `what is no receipt is said to be none`(text: String) {
        #expect(throws: Diagnostic.self) { try Receipt(reading: Array(text.utf8), at: "x") }
    }

    @Test func `all parts, in any order, prove it`() throws {
        let all = try Self.all()
        for receipts in [all, all.reversed(), [all[2], all[0], all[3], all[1]]] {
            let join = ReceiptJoin(receipts)
            #expect(join.findings == [])
            #expect((join.profileCount, join.shardCount) == (40, 4))
            #expect(join.origin?.commit == String(repeating: "a", count: 40))
        }
    }

    @Test func `a part that is missing is named`() throws {
        var receipts = try Self.all()
        receipts.remove(at: 2)
        #expect(findings(receipts) == ["- receipt.missing: There is no receipt of part 3/4"])
    }

    @Test func `a part that is there twice is named`() throws {
        var receipts = try Self.all()
        receipts.append(("again.json", receipts[1].receipt))
        let found = findings(receipts)
        #expect(
            found.first == "again.json receipt.duplicate: r2.json is a receipt of part 2/4, too")
        let inPart = receipts[1].receipt.profiles.count
        #expect(found.count { $0.hasSuffix("is in r2.json, too") } == inPart)
        #expect(found.count == inPart + 1)
    }

    @Test func `a receipt of another state is named with what is other`() throws {
        let changes: [(String, (inout Receipt.Origin) -> Void)] = [
            (
                "commit: bbbbbbbbb, where others have aaaaaaaaa",
                { $0.commit = String(repeating: "b", count: 40) }
            ),
            ("version of labfolio: 2, where others have 1", { $0.version = "2" }),
            ("schema: t, where others have s", { $0.schema = "t" }),
            ("options: --force, where others have ", { $0.options = "--force" }),
        ]
        for (words, change) in changes {
            var receipts = try Self.all()
            var origin = receipts[3].receipt.origin
            change(&origin)
            receipts[3].receipt = Self.changed(receipts[3].receipt, origin: origin)
            #expect(
                findings(receipts) == [
                    "r4.json receipt.other-state: The receipt is of another \(words)",
                    "- receipt.missing: There is no receipt of part 4/4",
                ])
        }
        var receipts = try Self.all()
        receipts[0].receipt = Self.changed(
            receipts[0].receipt, shard: Shard(1, of: 5))
        #expect(
            findings(receipts).first
                == "r1.json receipt.other-state: The receipt is of another number of parts: 5, "
                + "where others have 4")
    }

    @Test func `a profile that was not exported is named`() throws {
        var receipts = try Self.all()
        var profiles = receipts[0].receipt.profiles
        profiles[0] = Receipt.Profile(profiles[0].id, output: nil)
        receipts[0].receipt = Self.changed(receipts[0].receipt, profiles: profiles)
        #expect(
            findings(receipts)
                == ["r1.json receipt.not-exported: `\(profiles[0].id)` was not exported"])
    }

    @Test func `a profile that a receipt leaves out is found, and named by the store`() throws {
        var receipts = try Self.all()
        let lost = receipts[0].receipt.profiles[0].id
        receipts[0].receipt = Self.changed(
            receipts[0].receipt, profiles: Array(receipts[0].receipt.profiles.dropFirst()))
        #expect(findings(receipts).map { $0.prefix(18) } == ["- receipt.missing:"])
        #expect(
            findings(receipts, known: Self.ids) == [
                "- receipt.missing: `\(lost)` is in no receipt"
            ])
    }

    @Test func `a profile in another part is found`() throws {
        var receipts = try Self.all()
        let moved = receipts[0].receipt.profiles[0]
        receipts[0].receipt = Self.changed(
            receipts[0].receipt, profiles: Array(receipts[0].receipt.profiles.dropFirst()))
        receipts[1].receipt = Self.changed(
            receipts[1].receipt, profiles: receipts[1].receipt.profiles + [moved])
        #expect(
            findings(receipts) == [
                "r2.json receipt.misplaced: `\(moved.id)` belongs to part 1/4, not to 2/4"
            ])
    }

    /// Whatever is taken away, doubled or changed: only the whole set is a proof.
    @Test(arguments: UInt64(0)..<100)
    func `only all parts, unchanged, prove it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var receipts = try Self.all().shuffled(using: &random)
        let index = Int.random(in: receipts.indices, using: &random)
        let receipt = receipts[index].receipt
        switch Int.random(in: 0..<5, using: &random) {
        case 0: receipts.remove(at: index)
        case 1: receipts.append(("x.json", receipt))
        case 2: receipts[index].receipt = Self.changed(receipt, origin: Self.origin("c"))
        case 3:
            var profiles = receipt.profiles
            profiles.remove(at: Int.random(in: profiles.indices, using: &random))
            receipts[index].receipt = Self.changed(receipt, profiles: profiles)
        default:
            let extra = Receipt.Profile(.known("stranger-\(seed)"), output: "h")
            receipts[index].receipt = Self.changed(receipt, profiles: receipt.profiles + [extra])
        }
        #expect(!ReceiptJoin(receipts).findings.isEmpty)
    }

    @Test func `nothing proves nothing`() {
        let join = ReceiptJoin([])
        #expect(join.origin == nil && join.shardCount == nil)
        #expect(join.findings.count == 1)
    }
}
