import Foundation
import TestSupport
import Testing

/// Pushes by git itself to a bare store whose hook runs the tool.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct PushTests {
    let server: GitOracle
    let clone: GitOracle

    private static let owners = """
        owners:
          - match: /
            emails: [manager@lab.org]
          - match: ada-lovelace
            emails: [ada@lab.org]

        """

    private static let news = "profiles/ada-lovelace/news.yml"
    private static let alan = "profiles/alan-turing/profile.yml"

    init() throws {
        server = try GitOracle(bare: true)
        clone = try GitOracle()
        #expect(try LabfolioBinary.run(["git", "install"], in: server.path).status == 0)
        var files = StoreText.two
        files["labfolio.yml"] = StoreText.configuration + Self.owners
        try clone.commit("store: begin", files)
        try clone.git("remote", "add", "origin", server.path)
        let first = try git("push", "-q", "origin", "main")
        try #require(first.status == 0, "\(first.errors)")
    }

    /// Runs git in the clone as somebody, with the tool on the path of hooks.
    private func git(
        _ arguments: String..., as email: String = "ada@lab.org"
    ) throws -> SystemCommand.Outcome {
        let tool = URL(fileURLWithPath: try #require(LabfolioBinary.path))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try SystemCommand.run(
            "git", arguments, in: clone.path,
            environment: [
                "PATH": tool.deletingLastPathComponent().path + ":" + path,
                "HOME": clone.folder.path + "/home", "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
                "GIT_AUTHOR_EMAIL": email, "GIT_COMMITTER_NAME": "C",
                "GIT_COMMITTER_EMAIL": email,
            ])
    }

    private func commit(as email: String = "ada@lab.org", _ files: [String: String]) throws {
        for (name, text) in files { try clone.write(text, to: name) }
        try clone.git("add", "--all")
        #expect(try git("commit", "-q", "-m", "change", as: email).status == 0)
    }

    /// Pushes what is there; if it is refused, takes it back and returns what was told.
    private func push(_ arguments: String...) throws -> String? {
        let words = arguments.isEmpty ? ["origin", "main"] : arguments
        let before = try server.git("for-each-ref")
        let outcome = try SystemCommand.run(
            "git", ["push", "-q"] + words, in: clone.path,
            environment: [
                "PATH": URL(fileURLWithPath: try #require(LabfolioBinary.path))
                    .deletingLastPathComponent().path + ":"
                    + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
                "HOME": clone.folder.path + "/home",
            ])
        if outcome.status == 0 { return nil }
        #expect(try server.git("for-each-ref") == before, "a refused push moved something")
        try clone.git("reset", "-q", "--hard", "origin/main")
        return outcome.errors
    }

    @Test func `a push is let in or refused, with the rule and the field`() throws {
        try commit([Self.news: StoreText.news(("engine", "Mine."))])
        #expect(try push() == nil)
        try commit([Self.alan: StoreText.person("Somebody else")])
        let refused = try #require(try push())
        for words in [
            "error[owners.not-owner]", "ada@lab.org may not change /profiles/alan-turing/profile",
            "alan-turing /profile/name/display", "labfolio.yml:5:5", "manager@lab.org",
        ] {
            #expect(refused.contains(words), "\(words) in \(refused)")
        }
        try commit(as: "manager@lab.org", [Self.alan: StoreText.person("Alan M. Turing")])
        #expect(try push() == nil)
        #expect(try server.faults() == "")
    }

    @Test func `errors that were not there are refused, and mending is not`() throws {
        let bad = "- id: a\n  date: May 2024\n  text: x\n"
        try commit([Self.news: bad])
        #expect(try #require(try push()).contains("error[schema.pattern]"))
        // An error in a commit that the next one mends is nobody's harm.
        try commit([Self.news: bad])
        try commit([Self.news: StoreText.news(("a", "x"))])
        #expect(try push() == nil)
        // A proposal may be a draft.
        try commit([Self.news: bad])
        #expect(try push("origin", "HEAD:refs/heads/proposals/draft") == nil)
        #expect(try #require(try push("origin", "HEAD:refs/heads/feature")).contains("schema."))
        // Two errors came in without the hook; mending one of them is a start.
        try FileManager.default.moveItem(
            atPath: server.path + "/hooks/pre-receive", toPath: server.path + "/hooks/off")
        try commit([Self.news: bad + bad.replacingOccurrences(of: "id: a", with: "id: b")])
        #expect(try push() == nil)
        try FileManager.default.moveItem(
            atPath: server.path + "/hooks/off", toPath: server.path + "/hooks/pre-receive")
        try commit([Self.news: bad])
        #expect(try push() == nil)
        try commit([Self.news: bad, "profiles/ada-lovelace/talks.yml": "- id: x\n"])
        let worse = try #require(try push())
        #expect(worse.contains("talks.yml") && !worse.contains("news.yml"))
    }

    @Test func `what several profiles say together is checked where the store calls it an error`()
        throws
    {
        func paper(_ year: Int) -> String {
            """
            - id: shared
              title: A Paper of Many
              doi: 10.1000/shared
              authors: [{name: Somebody, self: true}]
              date: \(year)

            """
        }
        let (ada, alan) = (
            "profiles/ada-lovelace/publications.yml", "profiles/alan-turing/publications.yml"
        )
        try commit([ada: paper(2020)])
        try commit(as: "manager@lab.org", [alan: paper(2021)])
        #expect(try push() == nil, "a warning is let in")
        try commit(
            as: "manager@lab.org",
            [
                alan: paper(2020),
                "labfolio.yml": StoreText.configuration + Self.owners
                    + "rules:\n  lint.differing-publication: error\n",
            ])
        #expect(try push() == nil)
        try commit([ada: paper(2022)])
        let refused = try #require(try push())
        #expect(refused.contains("error[lint.differing-publication]"), "\(refused)")
        try commit([Self.news: StoreText.news(("engine", "Mine."))])
        #expect(try push() == nil)
        // Both at once are one change.
        try commit([ada: paper(2022)])
        try commit(as: "manager@lab.org", [alan: paper(2022)])
        #expect(try push() == nil)
    }

    @Test func `links, large files, strange paths, force and deletion are refused`() throws {
        try SystemCommand.run(
            "ln", ["-s", "/etc/passwd", clone.path + "/profiles/ada-lovelace/assets"])
        try commit([:])
        #expect(try #require(try push()).contains("error[store.symbolic-link]"))
        try commit([
            "profiles/ada-lovelace/assets/x.jpg": String(repeating: "x", count: 10 << 20 + 1)
        ])
        #expect(try #require(try push()).contains("error[push.file-too-large]"))
        try commit(["profiles/ada-lovelace/x.txt": "x"])
        #expect(try #require(try push()).contains("error[push.outside]"))
        try commit([Self.news: StoreText.news(("engine", "Mine."))])
        #expect(try push() == nil)
        #expect(
            try #require(try push("-f", "origin", "HEAD~:main")).contains(
                "error[push.protected-branch]"))
        #expect(
            try #require(try push("origin", ":main")).contains("error[push.protected-branch]"))
    }

    @Test(.enabled(if: SystemCommand.find("ssh-keygen") != nil, "needs ssh-keygen"))
    func `a signature is looked for where a rule wants it`() throws {
        let key = clone.folder.path + "/key"
        try SystemCommand.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
        try clone.git("config", "gpg.format", "ssh")
        try clone.git("config", "user.signingKey", key + ".pub")
        let line = try clone.folder.read("key.pub").split(separator: "\n").joined()
        try commit(
            as: "manager@lab.org",
            [
                "labfolio.yml": StoreText.configuration + Self.owners
                    + "  - match: alan-turing\n    keys: [\"\(line)\"]\n"
            ])
        #expect(try push() == nil)
        try commit([Self.alan: StoreText.person("A")])
        #expect(try #require(try push()).contains("or sign with such a key"))
        try commit([Self.alan: StoreText.person("A")])
        #expect(try git("commit", "-q", "--amend", "--no-edit", "-S").status == 0)
        #expect(try push() == nil)
        // Another key is not the one.
        try SystemCommand.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key + "2"])
        try clone.git("config", "user.signingKey", key + "2.pub")
        try commit([Self.alan: StoreText.person("B")])
        #expect(try git("commit", "-q", "--amend", "--no-edit", "-S").status == 0)
        #expect(try #require(try push()).contains("error[owners.not-owner]"))
    }

    /// Commits of text files, as `git fast-import` reads them.
    private func stream(_ count: Int) -> String {
        var text = ""
        for number in 1...count {
            let news = (0..<20).map {
                "- id: item-\($0)\n  date: 2024-05\n  text: News \($0 == number % 20 ? number : 0).\n"
            }.joined()
            text +=
                "commit refs/heads/main\ncommitter A <ada@lab.org> \(1_700_000_000 + number) +0000\n"
            text += "data 4\nedit\n" + (number == 1 ? "from refs/heads/main^0\n" : "")
            text += "M 100644 inline \(Self.news)\ndata \(news.utf8.count)\n\(news)\n"
        }
        return text
    }

    @Test(.enabled(if: SystemCommand.find("python3") != nil, "needs python3 to measure"))
    func `a push of a thousand commits needs no more memory than one of few`() throws {
        // The hook as a child of a program that tells the memory it took at most.
        let hook = server.path + "/hooks/pre-receive"
        let peak = server.folder.path + "/peak"
        let measure = """
            #!/usr/bin/env python3
            import resource, subprocess, sys
            status = subprocess.call(["labfolio", "hook", "pre-receive"])
            used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            open("\(peak)", "w").write(str(used))
            sys.exit(status)

            """
        try Data(measure.utf8).write(to: URL(fileURLWithPath: hook))
        var peaks: [Int] = []
        for count in [10, 1_000] {
            try clone.git("fast-import", "--quiet", input: stream(count))
            try clone.git("reset", "-q", "--hard", "main")
            #expect(try push() == nil)
            peaks.append((Int(try server.folder.read("peak")) ?? 0) >> (isLinux ? 10 : 20))
        }
        let counted = try server.git("rev-list", "--count", "main")
        #expect(counted == "1011")
        print("the hook took \(peaks[0]) MB for 10 commits, \(peaks[1]) MB for 1,000")
        #expect(peaks[1] > 0 && peaks[1] < 200)
        // One that is not allowed, in the middle, is found.
        try clone.git("fast-import", "--quiet", input: stream(20))
        try clone.git("reset", "-q", "--hard", "main")
        try commit([Self.alan: StoreText.person("A")])
        try clone.git("fast-import", "--quiet", input: stream(20))
        try clone.git("reset", "-q", "--hard", "main")
        #expect(try #require(try push()).contains("alan-turing /profile/name/display"))
    }

    private var isLinux: Bool {
        #if os(Linux)
            true
        #else
            false
        #endif
    }
}
