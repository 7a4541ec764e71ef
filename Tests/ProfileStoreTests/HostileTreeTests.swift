import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Links, and trees that no git would make, never lead out of a store.
@Suite(.enabled(if: GitOracle.isInstalled)) struct HostileTreeTests {
    let oracle: GitOracle
    let outside: TemporaryFolder

    init() throws {
        oracle = try GitOracle.store()
        outside = try TemporaryFolder()
        try outside.write(StoreText.person("Outside"), to: "profile.yml")
        try outside.write("secret", to: "photo.jpg")
    }

    private func link(_ name: String, to target: String? = nil) throws {
        try oracle.folder.write("", to: "repository/\(name)")
        try SystemCommand.run(
            "ln", ["-sfn", target ?? outside.path, oracle.path + "/" + name])
        try SystemCommand.run("rm", ["-f", oracle.path + "/" + name + "/.keep"])
    }

    /// The findings of a commit, which those of the index and of the work tree have to equal.
    private func findings() throws -> [Diagnostic] {
        try oracle.commit("hostile")
        let store = try oracle.open()
        let all = try [Revision.commit("HEAD"), .index, .workTree].map { revision in
            let snapshot = try store.snapshot(at: revision)
            return try snapshot.diagnostics
                + snapshot.profileIDs.flatMap { try snapshot.profile($0.text).diagnostics }
        }
        #expect(all[0] == all[1])
        #expect(all[0] == all[2])
        return all[0]
    }

    @Test(arguments: [
        "profiles/eve", "profiles/alan-turing/news.yml", "profiles/alan-turing/assets",
        "profiles/alan-turing/assets/more", "profiles/alan-turing/assets/photo.jpg",
        "profiles/alan-turing/profile.yml",
    ]) func `a symbolic link is an error and is not followed`(name: String) throws {
        if name.hasSuffix("profile.yml") { try oracle.git("rm", "-q", name) }
        let isFile = name.contains(".")
        let file = name.hasSuffix(".yml") ? "/profile.yml" : "/photo.jpg"
        try link(name, to: isFile ? outside.path + file : nil)
        let found = try findings()
        #expect(found.map(\.code) == ["store.symbolic-link"])
        #expect(found.first?.location?.file == name)
        #expect(found.first?.severity == .error)
        let store = try oracle.open()
        for revision in [Revision.workTree, .index, .commit("HEAD")] {
            let snapshot = try store.snapshot(at: revision)
            let reader = try snapshot.reader()
            #expect(!snapshot.profileIDs.map(\.text).contains("eve"))
            let id = ProfileID.known("alan-turing")
            for asset in ["assets/photo.jpg", "assets/more/photo.jpg"] {
                // A link's own text is not the file it leads to.
                #expect((try? reader.asset(asset, of: id)) != Array("secret".utf8))
            }
            let person = try reader.section("profile", of: .known("eve"))
            #expect(person?["name"]?["display"] != "Outside")
        }
    }

    @Test func `profiles that is a link is said, not taken for an empty store`() throws {
        try oracle.git("rm", "-rq", "profiles")
        try link("profiles")
        let found = try findings()
        #expect(found.map(\.message) == ["profiles is not a folder"])
    }

    /// Makes a commit of a tree that git itself would refuse to make.
    private func commit(_ name: String, below folder: String) throws {
        let blob = try oracle.git("hash-object", "-w", "--stdin", input: "x")
        let inner = try oracle.git(
            "mktree", input: "100644 blob \(blob)\tphoto.jpg\n100644 blob \(blob)\tprofile.yml\n")
        var tree = try oracle.rawTree([(name, inner)])
        for part in folder.split(separator: "/").reversed() {
            var entries = [(String(part), tree)]
            if part == "alan-turing" {
                let person = try oracle.git("rev-parse", "HEAD:profiles/alan-turing/profile.yml")
                entries.append(("profile.yml", "blob " + person))
            }
            tree = try oracle.rawTree(entries)
        }
        let blobID = try oracle.git("rev-parse", "HEAD:labfolio.yml")
        let root = try oracle.git(
            "mktree", input: "100644 blob \(blobID)\tlabfolio.yml\n040000 tree \(tree)\tprofiles\n")
        let id = try oracle.git("commit-tree", "-m", "hostile", root)
        try oracle.git("update-ref", "refs/heads/hostile", id)
    }

    @Test(arguments: ["..", ".", ".git", ".GIT"], ["", "alan-turing", "alan-turing/assets"])
    func `a tree with a name that leads out is an error`(name: String, folder: String) throws {
        try commit(name, below: folder)
        let snapshot = try oracle.open().snapshot(at: .commit("hostile"))
        let found =
            try snapshot.diagnostics
            + snapshot.profileIDs.flatMap { try snapshot.profile($0.text).diagnostics }
        let finding = try #require(found.first { $0.location?.file.hasSuffix("/" + name) == true })
        #expect(finding.severity == .error)
        #expect(finding.code == (folder.isEmpty ? "store.profile-name" : "store.unsafe-name"))
        let reader = try snapshot.reader()
        for path in ["assets/../profile.yml", "assets/\(name)/photo.jpg"] where name != ".GIT" {
            if name == ".git" && path.contains(".git") { continue }
            #expect(try reader.asset(path, of: .known("alan-turing")) == nil)
        }
        for id in snapshot.profileIDs {
            let assets = try snapshot.profile(id.text).assets
            #expect(assets.filter { $0.contains(name + "/") } == [])
        }
    }
}

extension GitOracle {
    /// Writes a tree of entries, `name → tree` or `name → blob id`, with no check of the names.
    fileprivate func rawTree(_ entries: [(String, String)]) throws -> String {
        var hex = ""
        for (name, target) in entries.sorted(by: { $0.0 < $1.0 }) {
            let isBlob = target.hasPrefix("blob ")
            let id = isBlob ? String(target.dropFirst(5)) : target
            let header = (isBlob ? "100644 " : "40000 ") + name + "\0"
            hex += header.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + id
        }
        // Only a shell can hand over bytes that are no text.
        let escaped = stride(from: 0, to: hex.count, by: 2).map { start -> String in
            let from = hex.index(hex.startIndex, offsetBy: start)
            return "\\x" + hex[from..<hex.index(from, offsetBy: 2)]
        }.joined()
        let outcome = try SystemCommand.run(
            "bash",
            ["-c", "printf '\(escaped)' | git hash-object -t tree --literally -w --stdin"], in: path
        )
        return outcome.output.split(separator: "\n").joined()
    }
}
