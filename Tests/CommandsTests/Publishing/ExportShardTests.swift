import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio export --shard` and `--join`: many machines, one proof.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ExportShardTests {
    let lab: LabFixture
    let terminal: RecordingTerminal

    init() throws {
        lab = try LabFixture()
        terminal = RecordingTerminal(folder: lab.path)
    }

    private func content(_ folder: String) throws -> [String: String] {
        var found: [String: String] = [:]
        let root = lab.path + "/" + folder
        let names = FileManager.default.enumerator(atPath: root)
        while let name = names?.nextObject() as? String {
            guard !name.hasPrefix("receipt-"),
                let data = FileManager.default.contents(atPath: root + "/" + name)
            else { continue }
            found[name] = String(decoding: data, as: UTF8.self)
        }
        return found
    }

    @Test(arguments: [1, 3, 8])
    func `the parts together are the whole, and the receipts prove it`(count: Int) async throws {
        var receipts: [String] = []
        for number in 1...count {
            let part = await terminal.run(
                ["export", "--shard", "\(number)/\(count)", "--to", "out"])
            #expect(part.status == 0, "\(part.errors)")
            #expect(part.errors.contains("Part \(number)/\(count), "))
            receipts.append("out/receipt-\(number)-of-\(count).json")
        }
        _ = await terminal.run(["export", "--to", "whole", "--at", "HEAD"])
        #expect(try content("out") == content("whole"))
        let join = await terminal.run(["export", "--join"] + receipts)
        #expect(join.status == 0, "\(join.errors)")
        #expect(join.output.hasPrefix("Complete: 3 of 3 profiles of commit "))
        #expect(join.errors == "")
        // Neither the store nor the homepages are needed.
        var elsewhere = terminal
        elsewhere.folder = lab.oracle.folder.path
        let outside = await elsewhere.run(
            ["export", "--join", "--format", "json"] + receipts.map { "repository/" + $0 })
        #expect(outside.status == 0)
        #expect(outside.output.contains("\"complete\": true"))
        guard count > 1 else { return }
        let less = await terminal.run(["export", "--join"] + receipts.dropLast())
        #expect(less.status == 1)
        #expect(less.errors.contains("There is no receipt of part \(count)/\(count)"))
    }

    @Test func `a receipt is the same for the same output, and another one for another`()
        async throws
    {
        func receipt(_ name: String) async throws -> String {
            _ = await terminal.run(
                ["export", "--to", name, "--receipt", "receipts/\(name).json"])
            return try lab.oracle.read("receipts/\(name).json")
        }
        let first = try await receipt("one")
        #expect(try await receipt("two") == first)
        try lab.oracle.commit(
            "role",
            [
                "profiles/alan-turing/profile.yml": StoreText.person(
                    "Alan Turing", more: "role: Fellow\n")
            ])
        let second = try await receipt("one")
        func outputs(_ text: String) throws -> [String: String] {
            let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let profiles = value?["profiles"] as? [[String: Any]] ?? []
            return Dictionary(
                profiles.map { ($0["profile"] as? String ?? "", $0["output"] as? String ?? "") },
                uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (try outputs(first), try outputs(second))
        #expect(before.keys == after.keys && before.count == 3)
        #expect(before["alan-turing"] != after["alan-turing"])
        #expect(before["grace-hopper"] == after["grace-hopper"])
        let join = await terminal.run(
            ["export", "--join", "receipts/one.json", "receipts/two.json"])
        #expect(join.status == 1)
        #expect(join.errors.contains("error[receipt.other-state]"))
    }

    @Test func `a part with a record that cannot be exported proves nothing`() async throws {
        try lab.oracle.commit(
            "broken", ["profiles/alan-turing/profile.yml": "name: {display: A}\nrolle: x\n"])
        let part = await terminal.run(["export", "--shard", "1/1", "--to", "out"])
        #expect(part.status == 1)
        let join = await terminal.run(["export", "--join", "out/receipt-1-of-1.json"])
        #expect(join.status == 1)
        #expect(join.errors.contains("`alan-turing` was not exported"))
    }

    @Test(arguments: [
        ["--shard", "0/4", "--to", "out"], ["--shard", "x", "--to", "out"],
        ["--shard", "1/4", "--to", "out", "ada-lovelace"],
        ["--shard", "1/4", "--to", "out", "--at", ":worktree"], ["--join"],
        ["--join", "--to", "out", "r.json"], ["--shard", "1/4"],
    ]) func `what makes no sense is said`(arguments: [String]) async {
        let outcome = await terminal.run(["export"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("hint:"))
    }

    @Test func `a part is of what is committed, and a check looks at it alone`() async throws {
        try lab.oracle.write(
            "name: {display: A}\nrolle: x\n", to: "profiles/ada-lovelace/profile.yml")
        for number in 1...2 {
            let part = await terminal.run(["export", "--shard", "\(number)/2", "--to", "out"])
            #expect(part.status == 0, "\(part.errors)")
            let check = await terminal.run(["export", "--shard", "\(number)/2", "--check", "out"])
            #expect(check.status == 0, "\(check.errors)")
        }
        let dry = await terminal.run(["export", "--shard", "1/2", "--to", "dry", "--dry-run"])
        #expect(dry.status == 0)
        #expect(!FileManager.default.fileExists(atPath: lab.path + "/dry"))
    }
}
