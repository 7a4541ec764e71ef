import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Formats
@testable import LabfolioCommands

/// `labfolio merge`, as a person types it.
@Suite(.enabled(if: GitOracle.isInstalled)) struct MergeCommandTests {
    let lab: LabFixture
    private let ada = "profiles/ada-lovelace/profile.yml"
    private let news = "profiles/ada-lovelace/news.yml"

    init() throws { lab = try LabFixture() }

    /// Commits on a branch that begins at main, and goes back to main.
    private func branch(_ name: String, _ files: [String: String], at seconds: Int) throws {
        try lab.oracle.git("checkout", "-q", "-b", name)
        try lab.oracle.commit(name, files, at: seconds)
        try lab.oracle.git("checkout", "-q", "main")
    }

    private func person(_ role: String, _ more: String = "") -> String {
        StoreText.person(
            "Ada Lovelace",
            more: "role: \(role)\n\(more)photo:\n  file: assets/photo.jpg\n  alt: Ada\n")
    }

    @Test func `what is typed and what is told`() async throws {
        var transcript = lab.transcript()
        await transcript.run("merge")
        await transcript.run("merge", "no-such-branch")
        await transcript.run("merge", "--abort")
        await transcript.run("merge", "main", "--abort")
        await transcript.run("merge", "--verify", "HEAD")
        await transcript.run("merge", "v1")
        transcript.note("a branch that goes on from here")
        try branch("ahead", [news: StoreText.news(("engine", "It runs."))], at: 1_710_000_100)
        await transcript.run("merge", "ahead", "--dry-run")
        await transcript.run("merge", "ahead")
        transcript.note("a branch beside this one")
        try branch("beside", [ada: person("Countess", "phone: 12 34\n")], at: 1_710_000_200)
        try lab.oracle.commit("main", [ada: person("Engineer")], at: 1_710_000_300)
        await transcript.run("merge", "beside", "--dry-run")
        await transcript.run("merge", "beside", "-m", "ada: her phone")
        #expect(try lab.oracle.read(ada).contains("role: Engineer\nphone: 12 34\n"))
        #expect(try lab.oracle.git("status", "--porcelain") == "")
        await transcript.run("merge", "--verify", "HEAD")
        transcript.hide(try lab.oracle.git("rev-parse", "HEAD"), as: "<merge>")
        #expect(
            try lab.oracle.git("log", "-1", "--format=%B").contains("\n\nLabfolio-Merge: files=1 "))
        transcript.note("a branch that changed the same")
        try branch("against", [ada: person("Poet", "phone: 12 34\n")], at: 1_710_000_400)
        try lab.oracle.commit(
            "main", [ada: person("Mathematician", "phone: 12 34\n")], at: 1_710_000_500)
        transcript.hide(try lab.oracle.git("rev-parse", "HEAD"), as: "<ours>")
        transcript.hide(try lab.oracle.git("rev-parse", "against"), as: "<theirs>")
        transcript.hide(try lab.oracle.git("merge-base", "HEAD", "against"), as: "<base>")
        await transcript.run("merge", "against", "--dry-run", "--format", "json")
        await transcript.run("merge", "against")
        #expect(try lab.oracle.git("status", "--porcelain") == "UU \(ada)")
        await transcript.run("merge", "against")
        await transcript.run("merge", "--abort")
        #expect(try lab.oracle.git("status", "--porcelain") == "")
        transcript.note("with changes of a person in the way")
        try lab.oracle.write("mine\n", to: ada)
        await transcript.run("merge", "against")
        #expect(try lab.oracle.read(ada) == "mine\n")
        try lab.oracle.git("checkout", "-q", ada)
        transcript.note("in a bare store")
        let bare = try GitOracle(bare: true)
        try lab.oracle.git("push", "-q", bare.path, "main", "against")
        transcript.terminal.folder = bare.path
        await transcript.run("merge", "against")
        #expect(try transcript.mismatch("merge") == nil)
    }

    @Test func `a driver is run by hand`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(StoreText.news(("a", "One.")), to: "base.yml")
        try folder.write(StoreText.news(("o", "New."), ("a", "One.")), to: "ours.yml")
        try folder.write(StoreText.news(("t", "New."), ("a", "One.")), to: "theirs.yml")
        var transcript = Transcript(in: folder.path)
        let driver = ["git", "merge-driver", "base.yml", "ours.yml", "theirs.yml"]
        await transcript.run(driver + ["7", "profiles/ada-lovelace/news.yml"])
        let merged = try folder.read("ours.yml")
        #expect(merged.contains("- id: o\n") && merged.contains("- id: t\n"))
        try folder.write(StoreText.news(("a", "Uno.")), to: "ours.yml")
        try folder.write(StoreText.news(("a", "Eins.")), to: "theirs.yml")
        await transcript.run(driver + ["9", "profiles/ada-lovelace/news.yml"])
        #expect(try folder.read("ours.yml").contains("\n<<<<<<<<< ours\n  text: Uno.\n=========\n"))
        try folder.write("- id: [\n", to: "ours.yml")
        await transcript.run(driver + ["7", "profiles/ada-lovelace/news.yml"])
        try folder.write("{", to: "schema/news.schema.json")
        try folder.write(StoreText.news(("a", "One.")), to: "ours.yml")
        await transcript.run(driver + ["7", "profiles/ada-lovelace/news.yml"])
        await transcript.run("git", "merge-driver", "none.yml", "ours.yml", "theirs.yml")
        transcript.hide(folder.path, as: "/tmp/lab")
        #expect(try transcript.mismatch("merge-driver") == nil)
    }
}
