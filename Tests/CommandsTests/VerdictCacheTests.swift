import Foundation
import TestSupport
import Testing

/// What validate remembers: never anything that is not true any more.
///
/// A word is written into the cache that no run would find; where it is shown, the run has
/// remembered, and where it is not, it has looked again.
struct VerdictCacheTests {
    private let lab: LabFixture
    private let cache: TemporaryFolder
    private var terminal: RecordingTerminal
    private static let mark = "remembered from an earlier run"

    init() throws {
        lab = try LabFixture()
        cache = try TemporaryFolder()
        terminal = RecordingTerminal(folder: lab.path)
        terminal.environment["LABFOLIO_CACHE"] = cache.path
        terminal.build = "one"
        try lab.oracle.write(
            StoreText.person("Alan Turing", more: "rolle: Analyst\n"),
            to: "profiles/alan-turing/profile.yml")
    }

    /// Validates once and marks what was remembered of it.
    private func remember() async throws {
        let first = await terminal.run(["validate"])
        #expect(first.output.contains("schema.unknown-field"))
        for file in try FileManager.default.contentsOfDirectory(atPath: cache.path)
        where file.hasSuffix("findings.jsonl") {
            let text = try cache.read(file)
            #expect(text.contains("schema.unknown-field"))
            try cache.write(
                text.replacingOccurrences(of: "rolle: Analyst", with: Self.mark), to: file)
        }
    }

    private func remembers(_ terminal: RecordingTerminal? = nil) async -> Bool {
        await (terminal ?? self.terminal).run(["validate"]).output.contains(Self.mark)
    }

    @Test func `a store that did not change is not read again`() async throws {
        try await remember()
        #expect(await remembers())
        #expect(await remembers())
    }

    @Test func `a profile that changed is looked at again, the others are not`() async throws {
        try await remember()
        try lab.oracle.write(
            StoreText.person("Ada Lovelace", more: "role: Countess\n"),
            to: "profiles/ada-lovelace/profile.yml")
        #expect(await remembers())
        try lab.oracle.write(
            StoreText.person("Alan M. Turing", more: "rolle: Analyst\n"),
            to: "profiles/alan-turing/profile.yml")
        #expect(await !remembers())
    }

    @Test func `a file that comes or goes is noticed`() async throws {
        try await remember()
        try lab.oracle.write("[]\n", to: "profiles/alan-turing/news.yml")
        #expect(await !remembers())
        try await remember()
        try FileManager.default.removeItem(atPath: lab.path + "/profiles/alan-turing/news.yml")
        #expect(await !remembers())
        try await remember()
        try lab.oracle.write("x", to: "profiles/alan-turing/assets/unused.txt")
        #expect(await !remembers())
    }

    @Test func `another schema, other rules and another build look at everything again`()
        async throws
    {
        try await remember()
        try lab.oracle.write(
            #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}"#,
            to: "schema/grants.schema.json")
        #expect(await !remembers())
        try await remember()
        try lab.oracle.write(
            StoreText.configuration + "rules:\n  lint.own-name: error\n", to: "labfolio.yml")
        #expect(await !remembers())
        try await remember()
        var other = terminal
        other.build = "two"
        #expect(await !remembers(other))
    }

    @Test func `nothing is kept where the build is not known, or nobody wants it`() async throws {
        var other = terminal
        other.build = ""
        _ = await other.run(["validate"])
        other = terminal
        other.environment["LABFOLIO_CACHE"] = "off"
        _ = await other.run(["validate"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).isEmpty)
    }

    @Test func `a damaged cache is as good as none`() async throws {
        let plain = await terminal.run(["validate"])
        for file in try FileManager.default.contentsOfDirectory(atPath: cache.path) {
            let text = try cache.read(file)
            try cache.write(String(text.prefix(text.count / 2)), to: file)
        }
        #expect(await terminal.run(["validate"]).output == plain.output)
        let files = try FileManager.default.contentsOfDirectory(atPath: cache.path)
        for file in files where file.hasSuffix("facts.jsonl") {
            try FileManager.default.removeItem(atPath: cache.path + "/" + file)
        }
        try lab.oracle.write("# a comment\n[]\n", to: "profiles/ada-lovelace/talks.yml")
        var uncached = terminal
        uncached.build = ""
        #expect(
            await terminal.run(["validate"]).output == uncached.run(["validate"]).output)
    }

    /// Edits of a store, many of which change what rules about several profiles find.
    @Test(arguments: UInt64(0)..<6)
    func `what is remembered is what would be found`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var uncached = terminal
        uncached.build = ""
        let people = ["ada-lovelace", "alan-turing", "grace-hopper"]
        for _ in 0..<8 {
            let person = people[Int.random(in: 0..<3, using: &random)]
            let year = Int.random(in: 2020...2022, using: &random)
            let name =
                ["Ada Lovelace", "Alan Turing", "Charles Babbage"]
                .randomElement(using: &random) ?? ""
            let paper = """
                - id: shared
                  title: A Paper of Many
                  doi: 10.1000/shared
                  authors: [{name: \(name)}, {name: Nobody Known, self: true}]
                  date: \(year)

                """
            try lab.oracle.write(
                Bool.random(using: &random) ? paper : "[]\n",
                to: "profiles/\(person)/publications.yml")
            let kept = await terminal.run(["validate", "--format", "json"])
            let fresh = await uncached.run(["validate", "--format", "json"])
            #expect(kept.output == fresh.output)
            #expect(kept.status == fresh.status)
        }
    }

    @Test func `two members who date one paper differently are both told`() async throws {
        for (person, year) in [("ada-lovelace", 2020), ("grace-hopper", 2021)] {
            try lab.oracle.write(
                """
                - id: shared
                  title: A Paper of Many
                  doi: 10.1000/shared
                  authors: [{name: Somebody, self: true}]
                  date: \(year)

                """, to: "profiles/\(person)/publications.yml")
        }
        let outcome = await terminal.run(["validate", "grace-hopper"])
        #expect(outcome.output.contains("lint.differing-publication"))
        #expect(outcome.output.contains("profiles/grace-hopper/publications.yml:"))
        #expect(outcome.output.contains("profiles/ada-lovelace/publications.yml:"))
        #expect(!outcome.output.contains("rolle"))
    }
}
