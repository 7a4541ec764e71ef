import Foundation
import TestSupport
import Testing

/// Plain git, with the driver that `labfolio git install` sets up.
@Suite(.enabled(if: GitOracle.isInstalled && LabfolioBinary.path != nil))
struct MergeDriverTests {
    let oracle: GitOracle
    private let news = "profiles/ada-lovelace/news.yml"

    init() throws {
        oracle = try GitOracle()
        try oracle.commit("store: begin", StoreText.two)
        #expect(try LabfolioBinary.run(["git", "install"], in: oracle.path).status == 0)
        // The hook is another story's.
        try oracle.git("config", "core.hooksPath", "/nowhere")
    }

    /// Runs git with the tool on its path.
    private func git(_ arguments: String...) throws -> SystemCommand.Outcome {
        let folder = (try #require(LabfolioBinary.path) as NSString).deletingLastPathComponent
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try SystemCommand.run(
            "git", arguments, in: oracle.path,
            environment: [
                "PATH": folder + ":" + path, "HOME": oracle.folder.path + "/home",
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true",
                "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
                "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            ])
    }

    private func entry(_ id: String, _ text: String = "x") -> String {
        "- id: \(id)\n  date: 2024-05\n  text: \(text)\n"
    }

    @Test func `two branches that add entries at one place merge`() throws {
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.commit("topic", [news: entry("t") + entry("engine", "The engine *runs*.")])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [news: entry("m") + entry("engine", "The engine *runs*.")])
        let merged = try git("merge", "--no-edit", "topic")
        #expect(merged.status == 0, "\(merged.output)\(merged.errors)")
        let text = try oracle.read(news)
        for id in ["t", "m", "engine"] { #expect(text.contains("- id: \(id)\n")) }
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test(arguments: [true, false])
    func `a profile that got another id keeps what the other side did to it`(
        isMovedByOurs: Bool
    ) throws {
        let (old, new) = ("profiles/ada-lovelace", "profiles/ada-king")
        func move() throws {
            try oracle.git("mv", old, new)
            try oracle.commit(
                "move", [new + "/news.yml": entry("m") + entry("engine", "The engine *runs*.")])
        }
        func edit() throws {
            try oracle.commit("edit", [news: entry("engine", "The engine *runs*.") + entry("e")])
        }
        try oracle.git("checkout", "-q", "-b", "topic")
        if isMovedByOurs { try edit() } else { try move() }
        try oracle.git("checkout", "-q", "main")
        if isMovedByOurs { try move() } else { try edit() }
        let merged = try git("merge", "--no-edit", "topic")
        #expect(merged.status == 0, "\(merged.output)\(merged.errors)")
        let text = try oracle.read(new + "/news.yml")
        for id in ["m", "engine", "e"] { #expect(text.contains("- id: \(id)\n")) }
        #expect(!oracle.folder.contains("repository/" + old))
        #expect(try oracle.git("status", "--porcelain") == "")
        // labfolio by itself comes to the same.
        let tree = try oracle.git("rev-parse", "HEAD^{tree}")
        try oracle.git("reset", "-q", "--hard", "HEAD~")
        #expect(try LabfolioBinary.run(["merge", "topic"], in: oracle.path).status == 0)
        #expect(try oracle.git("rev-parse", "HEAD^{tree}") == tree)
    }

    @Test func `a field that both changed stops the merge, with markers around it`() throws {
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.commit("topic", [news: entry("engine", "Theirs.") + entry("t")])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [news: entry("m") + entry("engine", "Ours.")])
        try oracle.git("config", "merge.conflictStyle", "diff3")
        let merged = try git("merge", "--no-edit", "topic")
        #expect(merged.status == 1)
        #expect(merged.errors.contains("/news/engine/text"))
        let text = try oracle.read(news)
        #expect(
            text.contains(
                "<<<<<<< ours\n  text: Ours.\n||||||| base\n  text: The engine *runs*.\n=======\n"
                    + "  text: Theirs.\n>>>>>>> theirs\n"))
        #expect(text.contains("- id: t\n") && text.contains("- id: m\n"))
        #expect(try oracle.git("status", "--porcelain") == "UU \(news)")
    }

    @Test func `twenty commits are put on top of twenty others`() throws {
        try oracle.git("checkout", "-q", "-b", "topic")
        var text = entry("engine", "The engine *runs*.")
        for number in 0..<20 {
            text = entry("t-\(number)") + text
            try oracle.commit("topic \(number)", [news: text])
        }
        try oracle.git("checkout", "-q", "main")
        text = entry("engine", "The engine *runs*.")
        for number in 0..<20 {
            text = entry("m-\(number)") + text
            try oracle.commit("main \(number)", [news: text])
        }
        try oracle.git("checkout", "-q", "topic")
        let outcome = try git("rebase", "main")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let merged = try oracle.read(news)
        #expect(merged.components(separatedBy: "- id: ").count - 1 == 41)
        #expect(try oracle.git("rev-list", "--count", "main..HEAD") == "20")
        #expect(try oracle.git("status", "--porcelain") == "")
    }

    @Test func `one commit is picked out of many`() throws {
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.commit("one", [news: entry("one") + entry("engine", "The engine *runs*.")])
        try oracle.commit(
            "two", [news: entry("two") + entry("one") + entry("engine", "The engine *runs*.")])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [news: entry("m") + entry("engine", "The engine *runs*.")])
        let outcome = try git("cherry-pick", "topic")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let text = try oracle.read(news)
        #expect(text.contains("- id: two\n") && !text.contains("- id: one\n"))
    }

    @Test func `without labfolio on the path git merges by itself`() throws {
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.commit("topic", [news: entry("engine", "Theirs.")])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [news: entry("engine", "Ours.")])
        let outcome = try oracle.run(["merge", "--no-edit", "topic"])
        #expect(outcome.status == 1)
        #expect(try oracle.read(news).contains("<<<<<<< ours\n  text: Ours.\n=======\n"))
    }

    @Test func `a file in a folder with a space and a quote reaches the driver`() throws {
        let file = "profiles/it's a name/news.yml"
        try oracle.commit("base", [file: entry("a")])
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.commit("topic", [file: entry("t") + entry("a")])
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [file: entry("m") + entry("a")])
        let outcome = try git("merge", "--no-edit", "topic")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(try oracle.read(file).contains("- id: t\n"))
    }
}
