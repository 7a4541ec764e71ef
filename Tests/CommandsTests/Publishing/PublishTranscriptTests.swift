import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What `labfolio publish` prints.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PublishTranscriptTests {
    @Test func publish() async throws {
        let lab = try LabFixture()
        var transcript = lab.transcript()
        transcript.terminal.environment["GIT_AUTHOR_DATE"] = "1720000000 +0000"
        transcript.note("no targets yet")
        await transcript.run("publish")
        for name in ["ada.git", "sites.git"] {
            try lab.oracle.git(
                "init", "-q", "--bare", "-b", "main", lab.oracle.folder.path + "/" + name)
        }
        func configure(_ targets: String) throws {
            try lab.oracle.commit(
                "store: targets", ["labfolio.yml": StoreText.configuration + targets],
                at: 1_715_000_000)
        }
        transcript.note("ada-lovelace and alan-turing at one place")
        try configure(
            """
            targets:
              ada-lovelace: {repository: ../sites.git}
              alan-turing: {repository: ../sites}

            """)
        await transcript.run("publish")
        transcript.note("a folder for each; a repository that is not there; a profile that is gone")
        try configure(
            """
            targets:
              ada-lovelace: {repository: ../sites.git, folder: ada}
              alan-turing: {repository: ../sites.git, folder: alan, branch: gh-pages}
              charles-babbage: {repository: ../charles.git}
              grace-hopper: {repository: ../grace.git}

            """)
        await transcript.run("publish", "ada-lovelace", "alan-turing", "--dry-run", "--at", "v9")
        await transcript.run("publish")
        transcript.note("a change of the record, not committed")
        try lab.oracle.write(
            StoreText.news(("engine", "The engine *runs* fast."), ("prize", "A prize.")),
            to: "profiles/ada-lovelace/news.yml")
        await transcript.run("publish", "ada-lovelace")
        try lab.oracle.commit("ada: news", at: 1_716_000_000)
        await transcript.run("publish", "ada-lovelace")
        transcript.note("git log -1 of the site")
        let message = try lab.oracle.git(
            "--git-dir=\(lab.oracle.folder.path)/sites.git", "log", "-1", "--format=%B", "main")
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
            transcript.note(String(line))
        }
        transcript.note("somebody edits the site by hand")
        let clone = lab.oracle.folder.path + "/clone"
        try lab.oracle.git("clone", "-q", lab.oracle.folder.path + "/sites.git", clone)
        try "moved\n".write(
            toFile: clone + "/ada/theme/icon.svg", atomically: true, encoding: .utf8)
        try lab.oracle.git("-C", clone, "commit", "-q", "-a", "-m", "by hand")
        try lab.oracle.git("-C", clone, "push", "-q", "origin", "main")
        await transcript.run("publish", "ada-lovelace", "--keep-theirs", "--force")
        await transcript.run("publish", "ada-lovelace")
        await transcript.run("publish", "ada-lovelace", "--keep-theirs")
        await transcript.run("publish", "ada-lovelace", "--dry-run", "--force")
        await transcript.run("publish", "ada-lovelace", "--force")
        #expect(try transcript.mismatch("publish") == nil)
    }
}
