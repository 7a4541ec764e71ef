import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// `labfolio git install` and what its hook checks.
@Suite(.enabled(if: GitOracle.isInstalled)) struct GitHookTests {
    let lab: LabFixture
    let terminal: RecordingTerminal

    init() throws {
        lab = try LabFixture()
        terminal = RecordingTerminal(folder: lab.path)
    }

    private var hook: String { "repository/.git/hooks/pre-commit" }

    @Test func `what is typed and what is told`() async throws {
        var transcript = lab.transcript()
        await transcript.run("git", "uninstall")
        await transcript.run("git", "install")
        await transcript.run("git", "install")
        #expect(
            FileManager.default.isExecutableFile(atPath: lab.oracle.folder.path + "/" + hook))
        transcript.note("an older hook of ours")
        try lab.oracle.folder.write(
            lab.oracle.folder.read(hook).replacingOccurrences(of: "exit 1", with: "exit 2"),
            to: hook)
        await transcript.run("git", "install")
        #expect(try lab.oracle.folder.read(hook).contains("exit 1"))
        await transcript.run("git", "uninstall")
        #expect(!lab.oracle.folder.contains(hook))
        transcript.note("a hook of somebody else")
        let foreign = "#!/bin/sh\n# labfolio hook pre-commit\nexit 0\n"
        try lab.oracle.folder.write(foreign, to: hook)
        await transcript.run("git", "install")
        await transcript.run("git", "uninstall")
        #expect(try lab.oracle.folder.read(hook) == foreign)
        transcript.note("which runs labfolio")
        let chained = "#!/bin/sh\nlabfolio hook pre-commit || exit 1\n"
        try lab.oracle.folder.write(chained, to: hook)
        await transcript.run("git", "install")
        await transcript.run("git", "uninstall")
        #expect(try lab.oracle.folder.read(hook) == chained)
        transcript.note("a bare store, and a folder that is no repository")
        let bare = try GitOracle(bare: true)
        try lab.oracle.git("push", "-q", bare.path, "main")
        transcript.terminal.folder = bare.path
        await transcript.run("git", "install")
        await transcript.run("git", "install")
        await transcript.run("git", "uninstall")
        #expect(!bare.folder.contains("repository/hooks/pre-receive"))
        try lab.oracle.folder.write(StoreText.configuration, to: "plain/labfolio.yml")
        transcript.terminal.folder = lab.oracle.folder.path + "/plain"
        await transcript.run("git", "install")
        #expect(try transcript.mismatch("git-hooks") == nil)
    }

    @Test func `uninstalling leaves every line of git's configuration as it was`() async throws {
        let config = "repository/.git/config"
        let mine = "; mine\n[alias]\n\tst = status # short\n\n[user]\n  name = Ada\n"
        try lab.oracle.folder.write(lab.oracle.folder.read(config) + mine, to: config)
        let before = try lab.oracle.folder.read(config)
        #expect(await terminal.run(["git", "install"]).status == 0)
        #expect(try lab.oracle.folder.read(config).contains("[merge \"labfolio\"]"))
        try lab.oracle.git("config", "alias.last", "log -1")
        #expect(await terminal.run(["git", "uninstall"]).status == 0)
        #expect(
            try lab.oracle.folder.read(config)
                == before.replacingOccurrences(
                    of: "status # short\n", with: "status # short\n\tlast = log -1\n"))
        // What somebody wrote below our header is theirs.
        #expect(await terminal.run(["git", "install"]).status == 0)
        try lab.oracle.git("config", "diff.labfolio.binary", "true")
        #expect(await terminal.run(["git", "uninstall"]).status == 0)
        let after = try lab.oracle.folder.read(config)
        #expect(after.contains("[diff \"labfolio\"]\n\tbinary = true\n"))
        #expect(!after.contains("[merge \"labfolio\"]"))
    }

    @Test func `core.hooksPath and other work trees are respected`() async throws {
        try lab.oracle.git("config", "core.hooksPath", ".githooks")
        #expect(await terminal.run(["git", "install"]).output.contains(" .githooks/pre-commit"))
        #expect(lab.oracle.folder.contains("repository/.githooks/pre-commit"))
        let elsewhere = lab.oracle.folder.path + "/hooks"
        try lab.oracle.git("config", "core.hooksPath", elsewhere)
        #expect(await terminal.run(["git", "install"]).output.contains(elsewhere + "/pre-commit"))
        try lab.oracle.git("config", "--unset", "core.hooksPath")
        try lab.oracle.git("worktree", "add", "-q", "../second")
        let second = RecordingTerminal(folder: lab.oracle.folder.path + "/second")
        #expect(await second.run(["git", "install"]).status == 0)
        // All work trees of a repository share its hooks.
        #expect(lab.oracle.folder.contains(hook))
    }

    @Test func `only what is staged is checked`() async throws {
        let bad = "- id: a\n  date: May 2024\n  text: One.\n"
        let good = bad.replacingOccurrences(of: "May 2024", with: "2024-05")
        func check() async -> RecordingTerminal.Outcome {
            await terminal.run(["hook", "pre-commit"])
        }
        // Somebody committed errors without the check, long ago.
        try lab.oracle.commit(
            "bad", ["profiles/grace-hopper/news.yml": bad, "profiles/Bad Name/profile.yml": "x"])
        #expect(await check().status == 0)
        // In the work tree alone.
        try lab.oracle.write(bad, to: "profiles/alan-turing/news.yml")
        #expect(await check().status == 0)
        try lab.oracle.git("add", "profiles/alan-turing")
        let refused = await check()
        #expect(refused.status == 1)
        #expect(refused.output.contains("profiles/alan-turing/news.yml:2:9"))
        #expect(!refused.output.contains("grace-hopper"))
        #expect(!refused.output.contains("Bad Name"))
        #expect(refused.errors.contains("--no-verify"))
        // Mended in the work tree, not yet staged; then staged.
        try lab.oracle.write(good, to: "profiles/alan-turing/news.yml")
        #expect(await check().status == 1)
        try lab.oracle.git("add", "profiles/alan-turing")
        let fine = await check()
        #expect(fine.status == 0)
        #expect(fine.output + fine.errors == "")
        // What all profiles are checked with.
        try lab.oracle.git("commit", "-q", "-m", "good")
        try lab.oracle.write(StoreText.configuration + "# more\n", to: "labfolio.yml")
        try lab.oracle.git("add", "labfolio.yml")
        let all = await check()
        #expect(all.status == 1)
        #expect(all.output.contains("grace-hopper"))
        // A profile that is removed is not there to be checked.
        try lab.oracle.git("checkout", "-q", "HEAD", "--", "labfolio.yml")
        try lab.oracle.git("rm", "-rq", "profiles/grace-hopper")
        #expect(await check().status == 0)
    }

    @Test func `an index of git's own is read`() async throws {
        try lab.oracle.git("read-tree", "--index-output=.git/other", "HEAD")
        try lab.oracle.write("- id: [\n", to: "profiles/alan-turing/news.yml")
        try lab.oracle.git("add", "profiles/alan-turing")
        #expect(await terminal.run(["hook", "pre-commit"]).status == 1)
        var other = terminal
        other.environment["GIT_INDEX_FILE"] = ".git/other"
        #expect(await other.run(["hook", "pre-commit"]).status == 0)
        #expect(await other.run(["validate", "--at", ":index"]).status == 0)
    }

    @Test func `a repository without records is none of the hook's business`() async throws {
        let other = try GitOracle()
        try other.write("x", to: "x")
        try other.git("add", "x")
        let outcome = await RecordingTerminal(folder: other.path).run(["hook", "pre-commit"])
        #expect(outcome.status == 0)
        #expect(outcome.output + outcome.errors == "")
    }
}
