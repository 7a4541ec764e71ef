import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled(if: GitOracle.isInstalled)) struct RepositoryTests {
    @Test(arguments: [false, true])
    func `a repository git made opens as what it is`(bare: Bool) throws {
        let oracle = try GitOracle(bare: bare)
        let repository = try oracle.open()
        #expect(repository.isBare == bare)
        #expect(repository.workTreePath == (bare ? nil : oracle.path))
        #expect(repository.gitDirectoryPath == oracle.path + (bare ? "" : "/.git"))
        #expect(try repository.headCommitID() == nil)
        #expect(try repository.headReferenceName() == "refs/heads/main")
        #expect(try repository.currentBranchName() == "main")
        #expect(try repository.branches().isEmpty)
        #expect(try repository.resolve("HEAD") == nil)
    }

    @Test func `a repository is found from a folder within, but opened only at its path`() throws {
        let oracle = try GitOracle()
        try oracle.write("x", to: "profiles/ada/profile.yml")
        let within = oracle.path + "/profiles/ada"
        #expect(try Repository(discoveredFrom: within).workTreePath == oracle.path)
        #expect(code { () throws(GitError) in try Repository(at: within) } == .notARepository)
        #expect(try Repository(at: oracle.path + "/.git").workTreePath == oracle.path)
    }

    @Test func `a folder outside any repository is notARepository`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        for path in [path, path + "/absent"] {
            #expect(
                code { () throws(GitError) in try Repository(discoveredFrom: path) }
                    == .notARepository)
        }
    }

    @Test(arguments: [Repository.Form.bare, .workTree])
    func `a created repository is one that git accepts`(form: Repository.Form) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/on/the/way"
        let created = try Repository.create(at: path, form, branch: "trunk")
        #expect(created.isBare == (form == .bare))
        #expect(try created.currentBranchName() == "trunk")
        let status = try SystemCommand.run("git", ["symbolic-ref", "HEAD"], in: path)
        #expect(status.output == "refs/heads/trunk\n")
        #expect(
            code { () throws(GitError) in try Repository.create(at: path, form) } == .exists)
    }

    @Test(arguments: [
        ["core.repositoryFormatVersion=7"],
        ["core.repositoryFormatVersion=1", "extensions.unheardOf=true"],
        ["core.repositoryFormatVersion=1", "extensions.objectFormat=sha256"],
    ])
    func `an unknown repository format is unsupportedExtension`(settings: [String]) throws {
        let oracle = try GitOracle()
        for setting in settings {
            let parts = setting.split(separator: "=").map(String.init)
            try oracle.git("config", "--file", ".git/config", parts[0], parts[1])
        }
        let path = oracle.path
        #expect(
            code { () throws(GitError) in try Repository(at: path) } == .unsupportedExtension)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
    func `a repository of another user is not trusted`() throws {
        let oracle = try GitOracle(bare: true)
        let path = oracle.path
        #expect(try SystemCommand.run("chown", ["-R", "12345", path]).status == 0)
        #expect(code { () throws(GitError) in try Repository(at: path) } == .owner)
    }

    @Test func `a path with a NUL is refused instead of being cut`() throws {
        let path = try GitOracle().path + "\0.git"
        #expect(code { () throws(GitError) in try Repository(at: path) } == .invalid)
    }

    // In a process of its own, because where libgit2 looks for configuration is process-wide.
    @Test func `the default signature is the configured one, or none`() async throws {
        await #expect(processExitsWith: .success) {
            try GitLibrary.useOnlyRepositoryConfiguration()
            let oracle = try GitOracle()
            #expect(try oracle.open().defaultSignature() == nil)
            try oracle.git("config", "user.name", "Grace Höpper")
            #expect(try oracle.open().defaultSignature() == nil)
            try oracle.git("config", "user.email", "grace@example.org")
            let signature = try #require(try oracle.open().defaultSignature())
            #expect(signature.name == "Grace Höpper")
            #expect(signature.email == "grace@example.org")
            let now = Int64(Date().timeIntervalSince1970)
            #expect((now - 3600...now + 3600).contains(signature.seconds))
        }
    }

    @Test func `readers with a repository each can work at once`() async throws {
        let oracle = try GitOracle()
        let texts = (0..<40).map { "text \($0)\n" }
        try oracle.commit(
            "many", Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0).txt", $1) }))
        let path = oracle.path
        let read = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let repository = try Repository(at: path)
                    let head = try #require(try repository.headCommitID())
                    var found: [String] = []
                    for number in texts.indices {
                        let entry = try repository.entry(at: "\(number).txt", in: head)
                        let id = try #require(entry?.target.blobID)
                        let bytes = try repository.blob(id, limit: 100)
                        found.append(String(decoding: bytes, as: UTF8.self))
                    }
                    return found
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(read == Array(repeating: texts, count: 8))
    }
}
