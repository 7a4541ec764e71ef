import Foundation
import TestSupport
import Testing

/// The driver that compares records, run by git itself.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct DiffDriverTests {
    let oracle: GitOracle
    private let news = "profiles/ada-lovelace/news.yml"

    init() throws {
        oracle = try GitOracle()
        try oracle.commit("store: begin", StoreText.two)
        #expect(try LabfolioBinary.run(["git", "install"], in: oracle.path).status == 0)
    }

    /// Runs git with the tool on its path, and returns the lines that are no heads of files.
    private func lines(
        _ arguments: String..., environment: [String: String] = [:]
    ) throws -> [String] {
        let tool = URL(fileURLWithPath: try #require(LabfolioBinary.path))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let outcome = try SystemCommand.run(
            "git", arguments, in: oracle.path,
            environment: [
                "PATH": tool.deletingLastPathComponent().path + ":" + path,
                "HOME": oracle.folder.path + "/home", "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "COLUMNS": "100",
            ].merging(environment) { $1 })
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    /// The lines of a diff that are no context.
    private func changed(_ lines: [String]) -> [String] {
        lines.filter {
            ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
        }
    }

    @Test func `git diff, git show and git log show fields that changed, and no lines that moved`()
        throws
    {
        // The same entry with its keys in another order, behind a new one.
        let text =
            "# A comment\n- date: \"2024-06\"\n  id: card\n  text: Cards are punched.\n"
            + "- text: |\n    The engine *runs*.\n    It hums.\n  date: 2024-05\n  id: engine\n"
        try oracle.write(text, to: news)
        let expected = [
            "+/news/card/date: 2024-06", "+/news/card/text: Cards are punched.",
            "+/news/engine/text: It hums.",
        ]
        #expect(changed(try lines("diff")) == expected)
        try oracle.git("add", news)
        #expect(changed(try lines("diff", "--cached")) == expected)
        try oracle.git("commit", "-q", "--no-verify", "-m", "ada: news")
        #expect(changed(try lines("show")) == expected)
        #expect(changed(try lines("log", "-p", "-1")) == expected)
        #expect(changed(try lines("diff", "HEAD~", "HEAD", "--", news)) == expected)
        // A hunk says which entry it is in.
        let head = try lines("diff", "-U0", "HEAD~").filter { $0.hasPrefix("@@") }
        #expect(head.allSatisfy { $0.contains("@@") })
    }

    @Test func `a file that cannot be read is compared as it is`() throws {
        try oracle.write("- id: [\n", to: news)
        let found = changed(try lines("diff"))
        #expect(found.contains("+- id: ["))
        #expect(found.contains("-/news/engine/text: The engine *runs*."))
        // What is no record is none of the driver's business.
        try oracle.write("a\n", to: "README.md")
        try oracle.git("add", "README.md")
        #expect(changed(try lines("diff", "--cached")) == ["+a"])
    }

    @Test func `as an external program it says what changed in sentences`() throws {
        try oracle.write(
            StoreText.news(("engine", "The engine *hums*."), ("card", "Cards.")), to: news)
        try oracle.write("x\n", to: "profiles/ada-lovelace/notes.txt")
        try oracle.git("add", "--all")
        let environment = ["GIT_EXTERNAL_DIFF": "labfolio git diff-driver"]
        let found = try lines("diff", "--cached", environment: environment)
        #expect(
            found == [
                "diff --labfolio profiles/ada-lovelace/news.yml", "ada-lovelace",
                "  news item “Cards.” added, news item “The engine *hums*.” changed", "  News",
                "    ~ The engine *hums*. (engine)",
                "      ~ Text: The engine *runs*. → The engine *hums*.",
                "    + Cards. (card) · 2024-05", "diff --labfolio profiles/ada-lovelace/notes.txt",
                "This cannot be compared by its fields; git diff --no-ext-diff shows its lines.",
            ])
    }

    @Test func `uninstalling gives git its own eyes back`() throws {
        #expect(try LabfolioBinary.run(["git", "uninstall"], in: oracle.path).status == 0)
        try oracle.write(StoreText.news(("engine", "The engine hums.")), to: news)
        #expect(
            changed(try lines("diff")) == [
                "-  text: The engine *runs*.", "+  text: The engine hums.",
            ])
    }
}
