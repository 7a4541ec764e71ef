import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

@Suite(.enabled(if: GitOracle.isInstalled)) struct CreationTests {
    private func files(in folder: TemporaryFolder) throws -> String {
        try SystemCommand.run(
            "find",
            [".", "-path", "./.git", "-prune", "-o", "-type", "f", "-exec", "md5sum", "{}", "+"],
            in: folder.path
        ).output.split(separator: "\n").sorted().joined(separator: "\n")
    }

    @Test(arguments: ["Example Lab", "no", "1.10", "O'Brien: \"the\" lab #1", "李雷的实验室"])
    func `a new store validates and has one commit`(name: String) throws {
        let folder = try TemporaryFolder()
        let creation = try Store.create(in: folder.path + "/a/lab", name: name, author: ada)
        let snapshot = try creation.store.snapshot(at: .commit("HEAD"))
        #expect(snapshot.diagnostics == [])
        #expect(snapshot.configuration["lab"]?["name"] == .string(name))
        #expect(snapshot.commitID == creation.commitID)
        let git = { (arguments: [String]) in
            try SystemCommand.run("git", arguments, in: folder.path + "/a/lab")
        }
        #expect(try git(["status", "--porcelain"]).output == "")
        #expect(try git(["fsck", "--strict"]).status == 0)
    }

    @Test func `making a store again writes nothing`() throws {
        let folder = try TemporaryFolder()
        _ = try Store.create(in: folder.path, name: "Lab", author: ada)
        let before = try files(in: folder)
        let again = try Store.create(in: folder.path, name: "Another", author: ada)
        #expect(again.written == [])
        #expect(again.commitID == nil)
        #expect(try files(in: folder) == before)
    }

    @Test func `what is there is kept, what is missing is added`() throws {
        let oracle = try GitOracle()
        let mine = "lab:\n  name: Mine\n"
        try oracle.write(mine, to: "labfolio.yml")
        let creation = try Store.create(in: oracle.path, name: "Yours", author: ada)
        #expect(try oracle.read("labfolio.yml") == mine)
        #expect(!creation.written.contains("labfolio.yml"))
        #expect(creation.written.contains("schema/profile.schema.json"))
        // The commit is the person's to make in a repository that was there.
        #expect(creation.commitID == nil)
        #expect(try oracle.run(["rev-parse", "HEAD"]).status != 0)
    }

    @Test(arguments: ["Ada Lovelace", "no", "O'Brien", "李雷", "a: b # c", "- x", "\"q\""])
    func `a new profile validates, whatever the name`(name: String) throws {
        let oracle = try GitOracle.store()
        let store = try oracle.open()
        let id = ProfileID.known("new-one")
        try store.writeWorkTree(
            NewProfile.files(id: id, name: name, given: name, family: name, layout: "plain"))
        let profile = try store.snapshot(at: .workTree).profile("new-one")
        #expect(profile.diagnostics == [])
        #expect(profile.record.value["profile"]?["name"]?["display"] == .string(name))
    }

    @Test func `what a new profile shows as an example validates too`() throws {
        let oracle = try GitOracle.store()
        for (path, bytes) in NewProfile.files(
            id: .known("new-one"), name: "Ada Lovelace", layout: "plain")
        {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            let open = lines.map { line in
                line.hasPrefix("# ") && !line.contains("$schema") ? line.dropFirst(2) : line
            }
            try oracle.write(open.joined(separator: "\n") + "\n", to: path)
        }
        let profile = try oracle.open().snapshot(at: .workTree).profile("new-one")
        #expect(profile.diagnostics == [])
        #expect(profile.record.value["publications"]?.list?.count == 1)
    }
}
