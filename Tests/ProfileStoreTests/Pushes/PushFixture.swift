import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// A store in which Ada owns her profile, Alan his, and a manager everything else; `main` is what
/// was pushed before, and what is to be pushed is made on other branches.
struct PushFixture {
    let oracle: GitOracle

    static let ada = "ada@lab.org"
    static let alan = "alan@lab.org"
    static let manager = "manager@lab.org"

    static let owners = """
        owners:
          - match: /
            emails: [manager@lab.org]
          - match: ada-lovelace
            emails: [ada@lab.org]
          - match: alan-turing
            emails: [alan@lab.org]
          - match: "*/news/*/pinned"
            emails: [press@lab.org]

        """

    static let adaNews = "profiles/ada-lovelace/news.yml"
    static let alanPerson = "profiles/alan-turing/profile.yml"
    static let alanNews = "profiles/alan-turing/news.yml"

    init(_ configuration: String = StoreText.configuration + owners) throws {
        oracle = try GitOracle()
        var files = StoreText.two
        files["labfolio.yml"] = configuration
        try oracle.commit("store: begin", files)
        try oracle.git("checkout", "-q", "-b", "work")
    }

    /// Runs git as somebody.
    @discardableResult
    func git(as email: String, _ arguments: String...) throws -> String {
        let outcome = try SystemCommand.run(
            "git", arguments, in: oracle.path,
            environment: [
                "HOME": oracle.folder.path + "/home", "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
                // Whoever wrote it, the one who made the commit counts.
                "GIT_AUTHOR_EMAIL": PushFixture.manager, "GIT_COMMITTER_NAME": "C",
                "GIT_COMMITTER_EMAIL": email,
            ])
        try #require(outcome.status == 0, "git \(arguments): \(outcome.errors)")
        return outcome.output
    }

    /// Writes files and commits them as somebody.
    func commit(as email: String, _ files: [String: String]) throws {
        for (name, text) in files { try oracle.write(text, to: name) }
        try git(as: email, "add", "--all")
        try git(as: email, "commit", "-q", "--allow-empty", "-m", "change")
    }

    /// Returns what is found about moving a reference to a revision, empty where it may be moved.
    func findings(
        pushing revision: String = "HEAD", to name: String = "refs/heads/main"
    ) throws -> [Diagnostic] {
        let zero = String(repeating: "0", count: 40)
        let server = try oracle.server()
        let before = try oracle.run(["rev-parse", "-q", "--verify", name]).output
        let after = revision.isEmpty ? zero : try oracle.git("rev-parse", revision)
        let update = try #require(
            ReferenceUpdate(
                line: "\(before.isEmpty ? zero : String(before.dropLast())) \(after) \(name)"))
        var check = try PushCheck(of: try server.open())
        return try check.findings(about: update)
    }

    /// Returns the places that a push is refused at.
    func refused(
        pushing revision: String = "HEAD", to name: String = "refs/heads/main"
    ) throws -> [String] {
        try findings(pushing: revision, to: name).map {
            ($0.profile ?? "") + ($0.path?.description ?? $0.code.rawValue)
        }
    }

    static func person(_ name: String, _ role: String) -> String {
        StoreText.person(name, more: "role: \(role)\n")
    }
}

extension GitOracle {
    /// A bare repository with the references of this one and its objects, whose HEAD names `main`,
    /// as a server is when git asks it about a push.
    func server() throws -> GitOracle {
        let server = try GitOracle(bare: true)
        try server.folder.write(
            path + "/.git/objects\n", to: "repository/objects/info/alternates")
        try server.git("fetch", "-q", path, "+refs/*:refs/*")
        return server
    }
}
