import Foundation
import TestSupport

/// Exports ten thousand profiles: for the first time, with nothing changed and with one profile
/// changed; the last two against `git status` of the same repository, which looks at the same
/// files of the store, and at none of a target.
struct ExportComparison {
    private let generator: StoreGenerator
    private let labfolio: String
    private let store: String
    private let target: String
    private let cache: String
    /// What a run may take of the memory.
    private static let limit = 200.0

    /// Generates the store and commits it.
    init(profiles: Int = 10_000, labfolio: String, scratch: TemporaryFolder) throws {
        var generator = StoreGenerator()
        generator.profiles = profiles
        generator.publications = 10
        generator.news = 5
        self.generator = generator
        self.labfolio = labfolio
        store = scratch.path + "/many"
        target = scratch.path + "/many-sites"
        cache = scratch.path + "/many-cache"
        try generator.write(to: store)
        for arguments in [
            ["init", "-q"], ["config", "gc.auto", "0"], ["add", "--all"],
            ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "c"],
        ] { _ = try MeasuredCommand("git", ["-C", store] + arguments).run() }
    }

    /// Runs all three and returns the lines to print.
    func lines() throws -> [String] {
        let cold = try export()
        let fits = cold.megabytes <= Self.limit
        let size = "\(generator.profiles) profiles"
        return [
            "\(Int(cold.megabytes)) MB  (aim \(Int(Self.limit)) MB\(fits ? "" : ", missed"))  "
                + "export of \(size) for the first time",
            try Comparison(
                title: "export of \(size), nothing changed : git status", aim: 2, ours: export,
                theirs: status
            ).line(),
            try Comparison(
                title: "export of \(size), one changed : git status", aim: 3,
                ours: {
                    try change()
                    return try export()
                }, theirs: status
            ).line(),
        ]
    }

    private func export() throws -> MeasuredCommand.Cost {
        var command = MeasuredCommand(labfolio, ["export", "--to", target, "--store", store])
        command.cache = cache
        return try command.run()
    }

    private func status() throws -> MeasuredCommand.Cost {
        try MeasuredCommand("git", ["-C", store, "status"]).run()
    }

    private func change() throws {
        let file = "\(store)/profiles/\(generator.id(generator.profiles / 2))/news.yml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "- id: news-\(UInt32.random(in: 0...(.max)))\n  date: 2026-11\n  text: News.\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
    }
}
