import Foundation
import TestSupport
import Testing

/// The real binary, from the shell's side.
@Suite(.enabled(if: LabfolioBinary.path != nil, "the tool is not beside these tests"))
struct LabfolioTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    private func labfolio(_ arguments: String..., in place: String = "") throws
        -> SystemCommand.Outcome
    {
        try LabfolioBinary.run(arguments, in: folder.path + "/" + place)
    }

    @Test func `help and version`() throws {
        let help = try labfolio("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("Usage: labfolio COMMAND"))
        #expect(help.errors == "")
        let version = try labfolio("--version").output
        #expect(version.wholeMatch(of: /labfolio \d+\.\d+\.\d+\n/) != nil)
    }

    @Test(.enabled(if: GitOracle.isInstalled)) func `from nothing to a homepage`() throws {
        #expect(try labfolio("init", "lab", "--name", "Lab").status == 0)
        let new = try labfolio(
            "new", "ada-lovelace", "--name", "Ada Lovelace", "--layout", "plain", in: "lab")
        #expect(new.output.contains("profiles/ada-lovelace/profile.yml"))
        #expect(try labfolio("validate", in: "lab").errors == "1 profile: 0 errors, 0 warnings\n")
        let diff = try labfolio("diff", "--exit-code", in: "lab")
        #expect(diff.status == 1)
        #expect(diff.output.contains("+ Name: Ada Lovelace"))
        let export = try labfolio("export", "--to", "out", in: "lab")
        #expect(export.status == 0)
        #expect(folder.contains("lab/out/ada-lovelace/.labfolio/manifest.json"))
        #expect(try labfolio("export", "--to", "out", in: "lab").output.contains(" 0 written, "))
        let fsck = try SystemCommand.run("git", ["fsck", "--strict"], in: folder.path + "/lab")
        #expect(fsck.status == 0)
    }

    @Test(.enabled(if: GitOracle.isInstalled)) func `the exit status says whose turn it is`() throws
    {
        try labfolio("init", "lab")
        #expect(try labfolio("list", in: "lab").status == 0)
        try folder.write("x", to: "lab/profiles/eve/news.yml")
        #expect(try labfolio("validate", in: "lab").status == 1)
        #expect(try labfolio("lst", in: "lab").status == 2)
        let none = try labfolio("list")
        #expect(none.status == 3)
        #expect(none.output == "")
        #expect(none.errors.hasPrefix("labfolio: There is no store in "))
    }

    @Test(.enabled(if: SystemCommand.find("bash") != nil && GitOracle.isInstalled))
    func `a reader that has enough ends a pipe quietly`() throws {
        let tool = try #require(LabfolioBinary.path)
        for index in 0..<300 {
            try folder.write(
                StoreText.person("P \(index)"), to: "lab/profiles/p-\(index)/profile.yml")
        }
        try folder.write(StoreText.configuration, to: "lab/labfolio.yml")
        let outcome = try SystemCommand.run(
            "bash", ["-c", "'\(tool)' list | head -1; echo ${PIPESTATUS[0]}"],
            in: folder.path + "/lab")
        #expect(outcome.output == "p-0    P 0    plain\n0\n")
        #expect(outcome.errors == "")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `output that cannot be written is a failure`() throws {
        let tool = try #require(LabfolioBinary.path)
        let outcome = try SystemCommand.run("bash", ["-c", "'\(tool)' --help > /dev/full"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("the disk is full"))
    }

    @Test(.enabled(if: Repository.root != nil, "needs the repository around the tests"))
    func `this repository is a store without errors`() throws {
        let outcome = try LabfolioBinary.run(
            ["validate", "--format", "json"], in: try #require(Repository.root))
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\"errors\": 0,"))
    }

    @Test(.enabled(if: Repository.twoVersions != nil, "needs the history of zhenheng-tang"))
    func `what a year did to a homepage`() throws {
        let (before, after) = try #require(Repository.twoVersions)
        let outcome = try LabfolioBinary.run(
            ["diff", before, after, "--profile", "zhenheng-tang"],
            in: try #require(Repository.root))
        #expect(outcome.status == 0)
        let text = outcome.output
        #expect(text.contains("~ Role: Visiting Researcher → Post-doctoral Researcher"))
        #expect(text.contains("~ Authors: + Y. Zhang, S. Shi, X. Tian, T. Liu, B. Han, X. Chu"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 260 })
    }
}

/// The repository that these tests are part of.
enum Repository {
    /// Its folder, nil where it has no history.
    static let root: String? = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        let hasHistory = FileManager.default.fileExists(atPath: folder + "/.git")
        return hasHistory && GitOracle.isInstalled ? folder : nil
    }()

    /// The first and the last commit of a profile, nil in a clone that was cut off.
    static let twoVersions: (String, String)? = {
        guard let root else { return nil }
        let log = try? SystemCommand.run(
            "git", ["log", "--format=%H", "--", "profiles/zhenheng-tang"], in: root)
        let commits = (log?.output ?? "").split(separator: "\n").map(String.init)
        guard commits.count > 1, let first = commits.last, let last = commits.first else {
            return nil
        }
        return (first, last)
    }()
}
