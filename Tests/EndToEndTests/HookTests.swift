import Foundation
import TestSupport
import Testing

/// The hook, run by git itself.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct HookTests {
    let oracle: GitOracle

    init() throws {
        oracle = try GitOracle()
        try oracle.commit("store: begin", StoreText.two)
    }

    /// Runs git with the tool on the path of its hooks.
    private func git(_ arguments: String..., in folder: String? = nil) throws
        -> SystemCommand.Outcome
    {
        let tool = URL(fileURLWithPath: try #require(LabfolioBinary.path))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let home = oracle.folder.path + "/home"
        return try SystemCommand.run(
            "git", arguments, in: folder ?? oracle.path,
            environment: [
                "PATH": tool.deletingLastPathComponent().path + ":" + path, "HOME": home,
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
                "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
                "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            ])
    }

    private let news = "profiles/ada-lovelace/news.yml"

    @Test func `a commit with errors is stopped, and the index alone decides`() throws {
        #expect(try LabfolioBinary.run(["git", "install"], in: oracle.path).status == 0)
        let head = try oracle.git("rev-parse", "HEAD")
        try oracle.write("- id: a\n  date: May 2024\n  text: x\n", to: news)
        try oracle.git("add", news)
        // The work tree is fine again, the index is not.
        try oracle.write(StoreText.news(("a", "x")), to: news)
        let stopped = try git("commit", "-m", "bad")
        #expect(stopped.status == 1)
        #expect(stopped.errors.contains("error[schema.pattern]"))
        #expect(stopped.errors.contains("\(news):2:9"))
        #expect(try oracle.git("rev-parse", "HEAD") == head)
        try oracle.git("add", news)
        // Now the work tree is broken, the index is fine.
        try oracle.write("- id: [\n", to: news)
        #expect(try git("commit", "-m", "good").status == 0)
        #expect(try oracle.git("rev-parse", "HEAD~") == head)
        // `git commit FILE` has an index of its own.
        try oracle.write("role: Engineer\n", to: "notes.txt")
        try oracle.git("add", "notes.txt", news)
        #expect(try git("commit", "-m", "notes", "notes.txt").status == 0)
        #expect(try git("commit", "-m", "bad", news).status == 1)
        #expect(try git("commit", "-q", "--no-verify", "-m", "bad").status == 0)
        #expect(try LabfolioBinary.run(["git", "uninstall"], in: oracle.path).status == 0)
        try oracle.write("- id: [[\n", to: news)
        #expect(try git("commit", "-q", "-a", "-m", "worse").status == 0)
    }

    @Test func `in a second work tree, in a folder of it, and before the first commit`() throws {
        #expect(try LabfolioBinary.run(["git", "install"], in: oracle.path).status == 0)
        try oracle.git("worktree", "add", "-q", "../second")
        let second = oracle.folder.path + "/second"
        try oracle.folder.write("- id: [\n", to: "second/" + news)
        _ = try git("add", news, in: second)
        #expect(try git("commit", "-m", "bad", in: second + "/profiles").status == 1)
        try oracle.folder.write(StoreText.news(("b", "x")), to: "second/" + news)
        #expect(try git("commit", "-qam", "good", in: second + "/profiles").status == 0)
        let fresh = try GitOracle()
        for (name, text) in StoreText.two { try fresh.write(text, to: name) }
        try fresh.write("- id: [\n", to: news)
        #expect(try LabfolioBinary.run(["git", "install"], in: fresh.path).status == 0)
        try fresh.git("add", "--all")
        #expect(try git("commit", "-m", "first", in: fresh.path).status == 1)
        try fresh.write(StoreText.news(("b", "x")), to: news)
        try fresh.git("add", "--all")
        #expect(try git("commit", "-qm", "first", in: fresh.path).status == 0)
    }
}
