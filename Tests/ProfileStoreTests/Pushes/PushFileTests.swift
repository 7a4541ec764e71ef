import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// What a push may bring along, and which references it may move.
@Suite(.enabled(if: GitOracle.isInstalled)) struct PushFileTests {
    let push: PushFixture
    let manager = PushFixture.manager

    init() throws { push = try PushFixture(StoreText.configuration) }

    private func codes(_ name: String = "refs/heads/main") throws -> [String] {
        try push.findings(to: name).map(\.code.rawValue)
    }

    @Test(arguments: [
        ("README.md", nil), ("LICENSE", nil), ("LICENCE.txt", nil),
        (".github/workflows/x.yml", nil),
        ("schema/talks.schema.json", nil), ("schema/README.md", nil), ("profiles/README.md", nil),
        ("profiles/ada-lovelace/talks.yml", nil), ("profiles/ada-lovelace/.keep", nil),
        ("profiles/ada-lovelace/assets/a/b.jpg", nil), ("profiles/grace/profile.yml", nil),
        ("x.txt", "push.outside"), ("src/x.swift", "push.outside"),
        ("schema/x.json", "push.outside"), ("schema/a/b.schema.json", "push.outside"),
        ("profiles/x.txt", "push.outside"), ("profiles/Grace/profile.yml", "push.outside"),
        ("profiles/ada-lovelace/x.txt", "push.outside"),
        ("profiles/ada-lovelace/pictures/x.jpg", "push.outside"),
        ("profiles/ada-lovelace/news.yml/x", "push.outside"),
    ])
    func `a store has a place for its own files alone`(path: String, code: String?) throws {
        if path == "profiles/ada-lovelace/news.yml/x" {
            try push.git(as: manager, "rm", "-q", "profiles/ada-lovelace/news.yml")
        }
        try push.commit(as: manager, [path: "x"])
        for name in ["refs/heads/main", "refs/heads/x", "refs/heads/proposals/x", "refs/tags/x"] {
            #expect(try codes(name) == [code].compactMap(\.self), "\(name)")
        }
    }

    @Test func `what is named or was there before may grow`() throws {
        let push = try PushFixture(
            StoreText.configuration + "push:\n  also: [Makefile, \"s*\"]\n")
        try push.commit(as: manager, ["Makefile": "x", "src/x": "x", "tools/x": "x"])
        #expect(try push.findings().map(\.location?.file) == ["tools/x"])
        try push.oracle.git("branch", "-f", "main")
        try push.commit(as: manager, ["tools/y": "y"])
        #expect(try push.findings() == [])
    }

    @Test func `links, submodules and large files are refused in every commit`() throws {
        let blob = try push.oracle.git("hash-object", "-w", "--stdin", input: "/etc/passwd")
        let head = try push.oracle.git("rev-parse", "HEAD")
        let path = "profiles/ada-lovelace/assets/x"
        for (mode, id, code) in [
            ("120000", blob, "store.symbolic-link"), ("160000", head, "push.submodule"),
        ] {
            try push.git(
                as: manager, "update-index", "--add", "--cacheinfo", "\(mode),\(id),\(path)")
            try push.git(as: manager, "commit", "-qm", "in")
            try push.git(as: manager, "rm", "-q", "--cached", path)
            try push.git(as: manager, "commit", "-qm", "out")
            #expect(try codes() == [code])
            try push.git(as: manager, "reset", "-q", "--hard", "main")
        }
        let limit = try PushFixture(StoreText.configuration + "push:\n  file_limit: 1\n")
        let fits = String(repeating: "x", count: 1 << 20)
        try limit.commit(as: manager, [path: fits])
        #expect(try limit.findings() == [])
        try limit.commit(as: manager, [path: fits + "x"])
        let finding = try #require(try limit.findings().first)
        #expect(finding.code == "push.file-too-large")
        #expect(finding.message == "The file has 2 MB; 1 are allowed")
    }

    @Test func `a tree that no git makes is refused`() throws {
        let blob = try push.oracle.git("hash-object", "-w", "--stdin", input: "x")
        let parent = try push.oracle.git("rev-parse", "HEAD")
        for (name, code) in [("..", "store.unsafe-name"), (".GIT", "store.unsafe-name")] {
            let tree = try push.oracle.git(
                "mktree",
                input: try push.oracle.git("ls-tree", "HEAD") + "\n100644 blob \(blob)\t\(name)\n")
            let commit = try push.oracle.git("commit-tree", tree, "-p", parent, "-m", "x")
            let found = try push.findings(pushing: commit)
            #expect(found.map(\.code.rawValue) == [code])
        }
    }

    @Test func `nobody forces or deletes a protected branch`() throws {
        try push.commit(as: manager, ["README.md": "x"])
        try push.oracle.git("branch", "-f", "main")
        try push.oracle.git("branch", "other")
        try push.oracle.git("branch", "proposals/x")
        let refused = ["push.protected-branch"]
        #expect(try push.findings(pushing: "HEAD~").map(\.code.rawValue) == refused)
        #expect(try push.findings(pushing: "").map(\.code.rawValue) == refused)
        for name in ["refs/heads/other", "refs/heads/proposals/x"] {
            #expect(try push.findings(pushing: "HEAD~", to: name) == [])
            #expect(try push.findings(pushing: "", to: name) == [])
        }
    }

    @Test func `the events of reviews only grow`() throws {
        let events = "refs/labfolio/events"
        func tree(_ files: [(String, String)]) throws -> String {
            let lines = try files.map { name, text in
                let blob = try push.oracle.git("hash-object", "-w", "--stdin", input: text)
                return "100644 blob \(blob)\t\(name)\n"
            }
            return try push.oracle.git("mktree", input: lines.joined())
        }
        func commit(_ files: [(String, String)], on parent: String?) throws -> String {
            let arguments = parent.map { ["-p", $0] } ?? []
            return try push.oracle.run(
                ["commit-tree", try tree(files), "-m", "x"] + arguments
            ).output.trimmingSuffix(while: \.isNewline).description
        }
        let first = try commit([("a", "1")], on: nil)
        #expect(try push.findings(pushing: first, to: events) == [])
        try push.oracle.git("update-ref", events, first)
        for (files, parent, isFine) in [
            ([("a", "1"), ("b", "2")], first, true), ([("a", "2")], first, false),
            ([("b", "2")], first, false), ([("a", "1"), ("b", "2")], nil, false),
        ] as [([(String, String)], String?, Bool)] {
            let next = try commit(files, on: parent)
            let codes = try push.findings(pushing: next, to: events).map(\.code.rawValue)
            #expect(codes == (isFine ? [] : ["push.events"]))
        }
        #expect(try push.findings(pushing: "", to: events).map(\.code.rawValue) == ["push.events"])
    }

    @Test(arguments: [
        "", "a b c", "0 0 refs/heads/x", String(repeating: "0", count: 40) + " x refs/heads/x",
    ])
    func `what is no line of a push is none`(line: String) {
        #expect(ReferenceUpdate(line: line[...]) == nil)
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
