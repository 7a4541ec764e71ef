import Foundation
import TestSupport
import Testing

/// Law 7: many writers at once in one bare store, and writers that are killed.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct WriterTests {
    /// What one writer adds to a file that nobody else changes, as a patch.
    private struct Additions {
        let file: String
        private(set) var entries = 1

        init(writer: Int) { file = "profiles/writer-\(writer)/news.yml" }

        static func entry(_ number: Int) -> [String] {
            ["- id: own-\(number)", "  date: 2024-05", "  text: Number \(number)."]
        }

        static func text(_ count: Int) -> String {
            (0..<count).flatMap(entry).map { $0 + "\n" }.joined()
        }

        mutating func next() -> String {
            let line = (entries - 1) * 3 + 1
            var patch = "diff --git a/\(file) b/\(file)\n--- a/\(file)\n+++ b/\(file)\n"
            patch += "@@ -\(line),3 +\(line),6 @@\n"
            for line in Self.entry(entries - 1) { patch += " \(line)\n" }
            for line in Self.entry(entries) { patch += "+\(line)\n" }
            entries += 1
            return patch
        }
    }

    /// A bare store with a profile for each writer and one that all of them change.
    private static func store(writers: Int) throws -> GitOracle {
        let oracle = try GitOracle()
        var files = [
            "labfolio.yml": StoreText.configuration,
            "profiles/shared/profile.yml": StoreText.person("Shared"),
            "profiles/shared/news.yml": StoreText.news(("start", "Start.")),
        ]
        for writer in 0..<writers {
            files["profiles/writer-\(writer)/profile.yml"] = StoreText.person("W \(writer)")
            files["profiles/writer-\(writer)/news.yml"] = Additions.text(1)
        }
        try oracle.commit("begin", files)
        let bare = try GitOracle(bare: true)
        try oracle.git("push", "-q", bare.path, "main")
        return bare
    }

    /// The same store with a work tree.
    private static func workTree(of bare: GitOracle) throws -> GitOracle {
        let clone = try GitOracle()
        try clone.git("fetch", "-q", bare.path, "main")
        try clone.git("reset", "-q", "--hard", "FETCH_HEAD")
        return clone
    }

    @Test func `no edit of many writers at once is lost`() async throws {
        let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1"
        let (writers, edits) = isSoak ? (20, 20) : (6, 4)
        let store = try Self.store(writers: writers)
        let tool = try #require(LabfolioBinary.path)
        let begin = Date()
        let failures = try await withThrowingTaskGroup(of: String?.self) { group in
            for writer in 0..<writers {
                var additions = Additions(writer: writer)
                var script = "set -e\n"
                for edit in 0..<edits {
                    let name = "w\(writer)-e\(edit)"
                    if edit % 2 == 0 {
                        script += "'\(tool)' set shared /news/\(name) "
                        script += "'{date: 2024-05, text: Edit \(edit).}'\n"
                    } else {
                        let patch = try store.folder.write(
                            additions.next(), to: "patches/\(name).diff")
                        script += "'\(tool)' propose \(name) --from '\(patch)' -m 'Edit \(edit)'\n"
                        script += "'\(tool)' accept \(name)\n"
                    }
                }
                let (path, commands) = (store.path, script)
                group.addTask {
                    let outcome = try SystemCommand.run(
                        "sh", ["-c", commands], in: path,
                        environment: [
                            "GIT_AUTHOR_NAME": "W \(writer)",
                            "GIT_AUTHOR_EMAIL": "w\(writer)@example.org",
                            "LABFOLIO_CACHE": "off",
                        ])
                    return outcome.status == 0 ? nil : "\(writer): \(outcome.errors)"
                }
            }
            return try await group.reduce(into: [String]()) { $0 += $1.map { [$0] } ?? [] }
        }
        #expect(failures == [])
        print(
            "➜ \(writers) writers made \(edits) edits each, one store, "
                + "\(Int(Date().timeIntervalSince(begin))) s")
        let shared = try store.git("show", "main:profiles/shared/news.yml")
        for writer in 0..<writers {
            for edit in stride(from: 0, to: edits, by: 2) {
                #expect(shared.contains("id: w\(writer)-e\(edit)\n"), "\(writer) \(edit)")
            }
            #expect(
                try store.git("show", "main:profiles/writer-\(writer)/news.yml") + "\n"
                    == Additions.text(1 + edits / 2))
        }
        #expect(try store.git("branch", "--list", "proposals/*") == "")
        let events = try store.git("ls-tree", "-r", "--name-only", "refs/labfolio/events")
        #expect(events.split(separator: "\n").count == writers * edits)
        #expect(try LabfolioBinary.run(["validate"], in: store.path).status == 0)
        #expect(try store.faults() == "")
    }

    @Test(arguments: [true, false])
    func `an acceptance that was killed is completed by the next one`(isBare: Bool) throws {
        let bare = try Self.store(writers: 1)
        let store = isBare ? bare : try Self.workTree(of: bare)
        var additions = Additions(writer: 0)
        var random = SeededGenerator(seed: 11)
        var timing = KillTiming()
        var counts = (killed: 0, before: 0, after: 0)
        for round in 0..<LabfolioBinary.kills {
            let name = "round-\(round)"
            let patch = try store.folder.write(additions.next(), to: "patches/\(name).diff")
            #expect(
                try LabfolioBinary.run(["propose", name, "--from", patch], in: store.path).status
                    == 0)
            let before = try store.git("rev-parse", "main")
            func accept() throws -> SystemCommand.Outcome {
                try LabfolioBinary.run(["accept", name], in: store.path)
            }
            guard round > 0 else {
                #expect(try accept().status == 0)
                continue
            }
            let isKilled = try LabfolioBinary.kill(
                ["accept", name], in: store.path, at: &timing, using: &random)
            if isKilled { counts.killed += 1 }
            #expect(try store.faults() == "")
            let after = try store.git("rev-parse", "main")
            if after == before {
                counts.before += 1
            } else {
                counts.after += 1
                #expect(try store.git("rev-parse", "main^1") == before)
            }
            if !isBare {
                // Beside the branch each file is whole, the old one or the new one.
                let here = try store.read(additions.file)
                #expect(
                    [additions.entries - 1, additions.entries].map { Additions.text($0) }
                        .contains(here), "half a file: \(here)")
            }
            // What git itself leaves when it is killed, and tells the person to remove.
            let metadata = store.path + (isBare ? "/" : "/.git/")
            let names = FileManager.default.enumerator(atPath: metadata)
            while let name = names?.nextObject() as? String {
                guard name.hasSuffix(".lock") else { continue }
                try FileManager.default.removeItem(atPath: metadata + name)
            }
            if !isBare { try store.git("reset", "-q", "--hard") }
            let outcome = try accept()
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(
                try store.git("show", "main:\(additions.file)") + "\n"
                    == Additions.text(additions.entries))
            #expect(try isBare || store.git("status", "--porcelain") == "")
            #expect(try store.git("branch", "--list", "proposals/*") == "")
        }
        print("➜ \(counts.killed) killed: \(counts.before) before, \(counts.after) after")
        #expect(try store.faults() == "")
        #expect(counts.killed > LabfolioBinary.kills / 4)
    }
}
