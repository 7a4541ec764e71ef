import Foundation
import TestSupport
import Testing

/// Laws 6 and 7: the real binary, killed at any instant.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct KillTests {
    private func content(of folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let names = FileManager.default.enumerator(atPath: folder)
        while let name = names?.nextObject() as? String {
            found[name] = FileManager.default.contents(atPath: folder + "/" + name)
        }
        return found
    }

    @Test(arguments: [false, true])
    func `an export that was killed leaves whole files, and the next one completes it`(
        isAtomic: Bool
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write(StoreText.configuration, to: "labfolio.yml")
        let profile = "profiles/ada-lovelace/"
        var random = SeededGenerator(seed: isAtomic ? 8 : 7)
        /// What is the person's, and has to be there at every instant.
        let theirs = ["notes.txt", "drafts/a.md", ".git/HEAD"]
        /// Writes the record of a round: each has other assets and another text.
        func write(_ round: Int) throws {
            try? FileManager.default.removeItem(atPath: folder.path + "/" + profile + "assets")
            var projects = ""
            for index in 0..<30 where (index + round) % 3 > 0 {
                let name = "assets/p\(index).gif"
                try folder.write(
                    "GIF89a" + String(repeating: "\(round)", count: 40_000), to: profile + name)
                projects +=
                    "- id: p-\(index)\n  name: P \(index)\n  image:\n    file: \(name)\n    alt: A\n"
            }
            try folder.write(projects, to: profile + "projects.yml")
            try folder.write(StoreText.person("Ada \(round)"), to: profile + "profile.yml")
        }
        let arguments =
            ["export", "ada-lovelace", "--flat"] + (isAtomic ? ["--atomic"] : []) + ["--to"]
        var versions: [[String: Data]] = []
        for round in 0..<2 {
            try write(round)
            let place = "clean-\(round)"
            #expect(try LabfolioBinary.run(arguments + [place], in: folder.path).status == 0)
            versions.append(try content(of: folder.path + "/" + place))
        }
        try #require((versions[0].count, versions[1].count) > (20, 20))
        var timing = KillTiming()
        let cache = folder.path + "/cache"
        var (killed, hasTheirs) = (0, false)
        for _ in 0..<LabfolioBinary.kills {
            let round = Int.random(in: 0..<2, using: &random)
            try write(round)
            if try LabfolioBinary.kill(
                arguments + ["out"], in: folder.path, at: &timing, using: &random, cache: cache)
            {
                killed += 1
            }
            let found = try content(of: folder.path + "/out")
            let site = found.filter { !$0.key.hasPrefix(".labfolio") && !theirs.contains($0.key) }
            for (name, bytes) in site where !name.contains(".labfolio-unfinished") {
                #expect(versions.contains { $0[name] == bytes }, "\(name) is neither old nor new")
            }
            if isAtomic, !site.isEmpty {
                // Folders have no bytes; the manifest says itself of which run it is.
                let isWhole = versions.contains { version in
                    version.filter { !$0.key.hasPrefix(".labfolio") } == site
                }
                #expect(isWhole, "the site is neither the old nor the new one")
            }
            if hasTheirs {
                for name in theirs { #expect(found[name] == Data("mine".utf8), "\(name) is gone") }
            }
            // Now and then the next run is killed too.
            guard Int.random(in: 0..<3, using: &random) > 0 else { continue }
            let next = try LabfolioBinary.run(arguments + ["out"], in: folder.path, cache: cache)
            #expect(next.status == 0, "\(next.errors)")
            let completed = try content(of: folder.path + "/out").filter { name, bytes in
                !theirs.contains(name) && (name != "drafts" && name != ".git")
            }
            #expect(completed == versions[round])
            let beside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!beside.contains { $0.contains(".labfolio-unfinished") })
            if !hasTheirs {
                for name in theirs { try folder.write("mine", to: "out/" + name) }
                hasTheirs = true
            }
        }
        #expect(killed > 0)
    }

    @Test func `a write to the store that was killed leaves the old or the new state`() throws {
        let oracle = try GitOracle(bare: true)
        let seed = try GitOracle()
        try seed.commit("store: begin", StoreText.two)
        try seed.git("push", "-q", oracle.path, "main")
        var random = SeededGenerator(seed: 11)
        var timing = KillTiming()
        let first = try LabfolioBinary.run(["new", "p-x", "--name", "X"], in: oracle.path)
        #expect(first.status == 0, "\(first.errors)")
        for round in 0..<LabfolioBinary.kills {
            let before = try oracle.git("rev-parse", "main")
            _ = try LabfolioBinary.kill(
                ["new", "p-\(round)", "--name", "P"], in: oracle.path, at: &timing,
                using: &random)
            #expect(try oracle.faults() == "")
            let after = try oracle.git("rev-parse", "main")
            if after != before {
                #expect(try oracle.git("rev-parse", "main~") == before)
                let files = try oracle.git("ls-tree", "--name-only", "main:profiles/p-\(round)")
                #expect(files == "news.yml\nprofile.yml\npublications.yml")
            }
        }
    }

    @Test(arguments: [false, true])
    func `a field that was set by a writer who was killed is the old one or the new one`(
        isBare: Bool
    ) throws {
        let seed = try GitOracle()
        try seed.commit("store: begin", StoreText.two)
        let store = isBare ? try GitOracle(bare: true) : seed
        if isBare { try seed.git("push", "-q", store.path, "main") }
        let file = "profiles/ada-lovelace/profile.yml"
        func arguments(_ role: String) -> [String] {
            ["set", "ada-lovelace", "/profile/role", role]
        }
        /// The text of the file as of the newest commit, where the role is named.
        func committed() throws -> String { try store.git("show", "main:\(file)") + "\n" }
        var timing = KillTiming()
        let first = try LabfolioBinary.run(arguments("First"), in: store.path)
        #expect(first.status == 0, "\(first.errors)")
        var random = SeededGenerator(seed: isBare ? 13 : 12)
        var (role, killed) = ("First", 0)
        for round in 0..<LabfolioBinary.kills {
            let before = (try store.git("rev-parse", "main"), try committed())
            let next = "Role \(round)"
            if try LabfolioBinary.kill(
                arguments(next), in: store.path, at: &timing, using: &random)
            {
                killed += 1
            }
            #expect(try store.faults() == "")
            let text = try committed()
            if try store.git("rev-parse", "main") == before.0 {
                #expect(text == before.1)
            } else {
                #expect(try store.git("rev-parse", "main~") == before.0)
                #expect(text == before.1.replacingOccurrences(of: role, with: next))
                role = next
            }
            // What git itself leaves when it is killed, and tells the person to remove.
            let folder = isBare ? store.path : store.path + "/.git"
            for lock in ["index.lock", "HEAD.lock", "refs/heads/main.lock"] {
                try? FileManager.default.removeItem(atPath: folder + "/" + lock)
            }
            guard !isBare else { continue }
            // Beside the branch the file is whole too; git puts both in step again.
            let here = try store.read(file)
            #expect(here == text || here == before.1, "half a file: \(here)")
            try store.git("reset", "-q", "--hard")
        }
        #expect(killed > 0)
    }
}
