import Foundation
import Git
import Merging
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// Merging two commits of a store, file by file.
@Suite(.enabled(if: GitOracle.isInstalled)) struct StoreMergeTests {
    let oracle: GitOracle
    private let ada = "profiles/ada-lovelace/profile.yml"
    private let news = "profiles/ada-lovelace/news.yml"

    init() throws { oracle = try GitOracle.store() }

    private func id(_ revision: String) throws -> CommitID {
        try #require(CommitID(try oracle.git("rev-parse", revision + "^{commit}")))
    }

    /// Commits on a branch that begins where HEAD is, and goes back to main.
    private func branch(_ name: String, _ files: [String: String], removing: [String] = []) throws {
        try oracle.git("checkout", "-q", "-b", name)
        for file in removing { try oracle.git("rm", "-q", file) }
        try oracle.commit(name, files)
        try oracle.git("checkout", "-q", "main")
    }

    private func person(_ more: String) -> String { StoreText.person("Ada Lovelace", more: more) }

    @Test func `two branches that change different fields and files`() throws {
        try branch(
            "topic",
            [
                ada: person("role: Countess\n"), "notes.txt": "hello\n",
                "profiles/eve/profile.yml": StoreText.person("Eve"),
            ])
        try oracle.commit(
            "main",
            [ada: person("role: Analyst\nphone: 12 34\n"), news: StoreText.news(("b", "B"))])
        let store = try oracle.open()
        let merge = try store.merge(id("topic"), into: id("main"))
        #expect(merge.isClean)
        #expect(merge.profiles.map(\.id.text) == ["ada-lovelace", "eve"])
        #expect(merge.objects.keys.sorted() == ["notes.txt", "profiles/eve/profile.yml"])
        #expect(merge.files.keys.sorted() == [ada])
        let made = try store.commit(author: Labfolio.ada) { _ in
            merge.draft(message: merge.message("Merge branch 'topic'"))
        }
        #expect(made == (try id("HEAD")))
        #expect(try oracle.git("log", "-1", "--format=%P") == "\(merge.ours) \(merge.theirs)")
        #expect(try oracle.read(ada).contains("role: Countess\nphone: 12 34\n"))
        #expect(try oracle.read("notes.txt") == "hello\n")
        #expect(try oracle.git("status", "--porcelain") == "")
        #expect(try oracle.faults() == "")
        let verification = try #require(try store.verifyMerge(id("HEAD")))
        #expect(verification.holds && verification.kept == merge.proof)
    }

    @Test func `a commit that lost an edit does not hold`() throws {
        try branch("topic", [ada: person("role: Analyst\nphone: 12 34\n")])
        try oracle.commit("main", [ada: person("role: Countess\n")])
        _ = try oracle.run(["merge", "-q", "--no-commit", "topic"])
        try oracle.write(person("role: Countess\n"), to: ada)
        try oracle.commit("merged by hand")
        let verification = try #require(try oracle.open().verifyMerge(id("HEAD")))
        #expect(!verification.holds)
        #expect(verification.losses.map(\.edit?.change.path.description) == ["/profile/phone"])
        #expect(try oracle.open().verifyMerge(id("HEAD~")) == nil)
    }

    @Test func `conflicts leave the work tree as git leaves it, and go back`() throws {
        try branch(
            "topic",
            [
                ada: person("role: Countess\n"), "notes.txt": "theirs\n",
                "profiles/eve/profile.yml": StoreText.person("Eve"),
                "profiles/alan-turing/profile.yml": StoreText.person("Alan M. Turing"),
            ], removing: [news])
        try oracle.commit(
            "main",
            [
                ada: person("role: Engineer\n"), "notes.txt": "ours\n",
                news: StoreText.news(("engine", "It runs.")),
            ])
        let store = try oracle.open()
        let merge = try store.merge(id("topic"), into: id("main"))
        #expect(merge.conflicted.map(\.path) == ["notes.txt", news, ada])
        #expect(merge.otherConflicts.map(\.path) == ["notes.txt"])
        try oracle.write("mine\n", to: "unrelated.txt")
        try store.begin(merge, message: "Merge branch 'topic'\n")
        #expect(
            try oracle.git("status", "--porcelain")
                == "AA notes.txt\nUD \(news)\nUU \(ada)\nM  profiles/alan-turing/profile.yml\n"
                + "A  profiles/eve/profile.yml\n?? unrelated.txt")
        #expect(try oracle.read(ada).contains("<<<<<<< ours\nrole: Engineer\n=======\nrole: C"))
        #expect(try oracle.git("rev-parse", "MERGE_HEAD") == "\(merge.theirs)")
        #expect(try store.unfinishedMerge() == merge.theirs)
        #expect(try store.abortMerge())
        #expect(try oracle.git("status", "--porcelain") == "?? unrelated.txt")
        #expect(!oracle.folder.contains("repository/profiles/eve"))
        #expect(try !store.abortMerge())
        // git itself can go back as well, or go on.
        try store.begin(merge, message: "Merge branch 'topic'\n")
        try oracle.git("merge", "--abort")
        #expect(try oracle.git("status", "--porcelain") == "?? unrelated.txt")
        try store.begin(merge, message: "Merge branch 'topic'\n")
        try oracle.git("checkout", "-q", "--theirs", ada, "notes.txt")
        try oracle.git("add", ada, "notes.txt", news)
        try oracle.git("commit", "-q", "--no-edit")
        #expect(try oracle.git("log", "-1", "--format=%P") == "\(merge.ours) \(merge.theirs)")
        #expect(try oracle.git("log", "-1", "--format=%s") == "Merge branch 'topic'")
        #expect(try oracle.faults() == "")
    }

    @Test(arguments: [true, false])
    func `nothing is begun over changes of a person`(isStaged: Bool) throws {
        try branch("topic", [ada: person("role: Countess\n")])
        try oracle.commit("main", [ada: person("role: Engineer\n")])
        let store = try oracle.open()
        let merge = try store.merge(id("topic"), into: id("main"))
        let file = isStaged ? "other.txt" : ada
        try oracle.write("mine\n", to: file)
        if isStaged { try oracle.git("add", file) }
        let error = failure { () throws(StoreError) in try store.begin(merge, message: "x") }
        guard case .changedFiles([file])? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try oracle.read(file) == "mine\n")
        #expect(try store.unfinishedMerge() == nil)
    }

    @Test func `two that merged each other before come together`() throws {
        // A criss-cross: each side has merged the other one's first commit.
        try branch("one", [ada: person("role: Countess\n")])
        try branch("two", [ada: person("role: Analyst\nphone: 12 34\n")])
        try oracle.git("checkout", "-q", "-b", "left", "one")
        try oracle.git("merge", "-q", "-s", "ours", "-m", "x", "two")
        try oracle.commit("left", [ada: person("role: Countess\nphone: 12 34\n")])
        try oracle.git("checkout", "-q", "-b", "right", "two")
        try oracle.git("merge", "-q", "-s", "ours", "-m", "x", "one")
        try oracle.commit("right", [ada: person("role: Countess\nphone: 12 34\noffice: 5\n")])
        let merge = try oracle.open().merge(id("left"), into: id("right"))
        #expect(merge.bases.count == 2)
        #expect(merge.isClean)
        #expect(merge.files.isEmpty || merge.files[ada].map { $0 != nil } == true)
    }

    @Test func `other kinds, modes and texts that are none`() throws {
        try oracle.commit(
            "files",
            ["run.sh": "a\nb\nc\n", "image.bin": "\u{0}1", "place": "x", "list": "a\nb\nc\n"])
        try oracle.git("checkout", "-q", "-b", "topic")
        try oracle.git("rm", "-q", "place")
        try oracle.commit(
            "theirs",
            ["run.sh": "a\nb\nC\n", "image.bin": "\u{0}2", "place/x": "y", "list": "a\nb\nC\n"])
        try oracle.git("update-index", "--chmod=+x", "run.sh")
        try oracle.git("commit", "-q", "-m", "mode")
        try oracle.git("checkout", "-q", "-f", "main")
        try oracle.commit(
            "ours",
            ["run.sh": "A\nb\nc\n", "image.bin": "\u{0}3", "place": "z", "list": "A\nb\nc\n"])
        let merge = try oracle.open().merge(id("topic"), into: id("main"))
        #expect(merge.conflicted.map(\.path) == ["image.bin", "place"])
        #expect(merge.files["list"] == Array("A\nb\nC\n".utf8))
        #expect(merge.files["run.sh"] == Array("A\nb\nC\n".utf8))
        try oracle.open().commit(author: Labfolio.ada) { _ in merge.draft(message: "x") }
        #expect(try oracle.git("ls-tree", "HEAD", "run.sh").hasPrefix("100755"))
        #expect(try oracle.git("ls-tree", "HEAD", "list").hasPrefix("100644"))
    }

    @Test func `histories with nothing in common are refused`() throws {
        try oracle.git("checkout", "-q", "--orphan", "other")
        try oracle.commit("other", ["x": "x"])
        let (ours, theirs) = (try id("main"), try id("other"))
        let store = try oracle.open()
        let error = failure { () throws(StoreError) in try store.merge(theirs, into: ours) }
        guard case .unrelatedHistories? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `what was merged by lines is read in the end, and its comments are counted`() throws
    {
        let entries = ["a", "b", "c"].map { "- id: \($0)\n  date: 2024-05\n  text: X.\n" }
        // No YAML: a key is there twice.
        let broken = entries.joined() + "  text: Y.\n"
        try oracle.commit("base", [news: broken])
        try branch("topic", [news: broken.replacingOccurrences(of: "id: b", with: "id: B")])
        try oracle.commit("main", [news: "# mine\n" + entries.joined() + "  text: Y.\n"])
        var merge = try oracle.open().merge(id("topic"), into: id("main"))
        #expect(merge.isClean)
        #expect(merge.findings.map(\.code.rawValue) == ["schema.pattern", "yaml.duplicate-key"])
        #expect(merge.findings.allSatisfy { $0.profile == "ada-lovelace" && $0.location != nil })
        #expect(merge.notices.map(\.code) == ["merge.unreadable"])
        // A side that mends the file comes to something that can be read.
        try oracle.git("checkout", "-q", "-b", "mended", "main")
        try oracle.commit("mended", [news: entries.joined()])
        merge = try oracle.open().merge(id("topic"), into: id("mended"))
        #expect(merge.findings.map(\.code.rawValue) == ["schema.pattern"])
    }

    @Test func `two sides that are fine can come to something that is not`() throws {
        let paper = "- id: p1\n  title: T\n  authors:\n    - name: A\n"
        let file = "profiles/ada-lovelace/publications.yml"
        try oracle.commit("paper", [file: paper])
        try branch("topic", [file: paper + "- id: p2\n  title: U\n  authors:\n    - name: A\n"])
        try oracle.commit("main", [file: paper + "- id: p3\n  title: V\n  authors: []\n"])
        let merge = try oracle.open().merge(id("topic"), into: id("main"))
        #expect(merge.isClean)
        for finding in merge.findings {
            #expect(finding.location?.file == file)
            #expect(finding.profile == "ada-lovelace")
        }
    }
}

/// The person who writes in these tests.
private enum Labfolio {
    static let ada = Signature(
        name: "Ada Lovelace", email: "ada@example.org", seconds: 1_700_000_100)
}
