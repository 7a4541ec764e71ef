import Foundation
import TestSupport

/// Merges two branches that changed the same 200 profiles, each another part of their news, and
/// compares that with `git merge` of the same branches, without a driver.
struct MergeComparison {
    private let generator: StoreGenerator
    private let labfolio: String
    private let store: String
    private static let changed = 200

    init(
        _ generator: StoreGenerator, labfolio: String, files: String, scratch: TemporaryFolder
    ) throws {
        self.generator = generator
        self.labfolio = labfolio
        store = scratch.path + "/merge-store"
        _ = try MeasuredCommand("cp", ["-r", files, store]).run()
        for (key, value) in [
            ("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.org"),
            ("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.org"),
        ] { setenv(key, value, 1) }
        try git("init", "-q", "-b", "main")
        try git("config", "gc.auto", "0")
        try commit("begin")
        try git("checkout", "-q", "-b", "theirs")
        for file in changedFiles() {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let head = text.prefix { $0 != "\n" } + "\n"
            let entry = "- id: theirs-2026\n  date: 2026-11\n  text: News of theirs.\n"
            try (head + entry + text.dropFirst(head.count))
                .write(toFile: file, atomically: false, encoding: .utf8)
        }
        try commit("theirs")
        try git("checkout", "-q", "main")
        for file in changedFiles() {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try (text + "- id: ours-2026\n  date: 2026-11\n  text: News of ours.\n")
                .write(toFile: file, atomically: false, encoding: .utf8)
        }
        try commit("ours")
        try git("tag", "start")
        try git("repack", "-adq")
    }

    private func changedFiles() -> [String] {
        (0..<min(Self.changed, generator.profiles)).map {
            "\(store)/profiles/\(generator.id($0))/news.yml"
        }
    }

    private func git(_ arguments: String...) throws {
        _ = try MeasuredCommand("git", ["-C", store] + arguments).run()
    }

    private func commit(_ message: String) throws {
        try git("add", "--all")
        try git("commit", "-q", "-m", message)
    }

    /// Runs both sides in turns and returns the line to print.
    func line() throws -> String {
        let count = min(Self.changed, generator.profiles)
        return try Comparison(
            title: "merge of two branches with \(count) changed profiles : git merge", aim: 3,
            ours: {
                try git("reset", "-q", "--hard", "start")
                return try MeasuredCommand(labfolio, ["merge", "theirs", "--store", store]).run()
            },
            theirs: {
                try git("reset", "-q", "--hard", "start")
                return try MeasuredCommand(
                    "git", ["-C", store, "merge", "-q", "--no-edit", "theirs"]
                ).run()
            }
        ).line()
    }
}
