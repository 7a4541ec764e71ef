import Foundation
import TestSupport
import Testing

/// `labfolio publish`, killed at any instant, and several of it at once.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct PublishKillTests {
    let store: GitOracle
    private let sites: TemporaryFolder

    init() throws {
        store = try GitOracle()
        sites = try TemporaryFolder()
        var files = StoreText.two
        files["labfolio.yml"] =
            StoreText.configuration + "targets:\n"
            + "  ada-lovelace: {repository: \(sites.path)/site.git, folder: ada}\n"
            + "  alan-turing: {repository: \(sites.path)/site.git, folder: alan}\n"
        try store.commit("begin", files)
        try store.git("init", "-q", "--bare", "-b", "main", sites.path + "/site.git")
    }

    private func site(_ arguments: String...) throws -> String {
        let outcome = try store.run(["--git-dir=\(sites.path)/site.git"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private var cache: String { sites.path + "/cache" }

    private func publish() throws -> SystemCommand.Outcome {
        try LabfolioBinary.run(["publish"], in: store.path, cache: cache)
    }

    private func set(_ round: Int) throws {
        var files: [String: String] = [:]
        for id in ["ada-lovelace", "alan-turing"] {
            files["profiles/\(id)/profile.yml"] = StoreText.person(id, more: "role: R \(round)\n")
        }
        try store.commit("round \(round)", files)
    }

    @Test func `whoever is killed leaves the old or the new site, and the next one goes on`() throws
    {
        #expect(try publish().status == 0)
        var random = SeededGenerator(seed: 17)
        try set(0)
        #expect(try publish().status == 0)
        var timing = KillTiming()
        for round in 1...LabfolioBinary.kills / 2 {
            try set(round)
            _ = try LabfolioBinary.kill(
                ["publish"], in: store.path, at: &timing, using: &random, cache: cache)
            #expect(try site("fsck", "--strict", "--full", "--no-dangling") == "")
            let next = try publish()
            #expect(next.status == 0, "\(next.errors)\(next.output)")
            for folder in ["ada", "alan"] {
                #expect(
                    try site("show", "main:\(folder)/_data/homepage.json").contains(
                        "\"R \(round)\""))
            }
            // A commit for each homepage, whoever made it, and none twice.
            #expect(
                try site("rev-list", "--count", "main").split(separator: "\n").first
                    == "\(4 + 2 * round)")
        }
    }

    @Test func `several at once publish everything once`() async throws {
        for round in 0..<3 {
            try set(round)
            let outcomes = try await withThrowingTaskGroup(of: SystemCommand.Outcome.self) {
                group in
                for _ in 0..<4 { group.addTask { try publish() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes { #expect(outcome.status == 0, "\(outcome.errors)") }
            #expect(try publish().output.contains("published") == false)
            #expect(
                try site("rev-list", "--count", "main").split(separator: "\n").first
                    == "\(2 * (round + 1))")
        }
    }
}
