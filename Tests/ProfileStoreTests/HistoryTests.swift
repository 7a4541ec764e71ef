import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

@Suite(.enabled(if: GitOracle.isInstalled)) struct HistoryTests {
    let oracle: GitOracle
    let store: Store
    private static let ada = ProfileID.known("ada-lovelace")
    private static let folder = "profiles/ada-lovelace"

    /// A history with edits of two people, one that changes a comment only, and a merge.
    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
        let news = Self.folder + "/news.yml"
        try oracle.commit(
            "role", ["\(Self.folder)/profile.yml": Self.person("Countess")], at: 1_700_000_010)
        try oracle.commit(
            "turing", ["profiles/alan-turing/profile.yml": Self.person("x")], at: 1_700_000_020)
        try oracle.commit(
            "comment", ["\(Self.folder)/profile.yml": "# Ada\n" + Self.person("Countess")],
            at: 1_700_000_030)
        try oracle.git("checkout", "-q", "-b", "side", "HEAD~1")
        try oracle.commit("side", [news: StoreText.news(("engine", "Side."))], at: 1_700_000_040)
        try oracle.git("checkout", "-q", "main")
        try oracle.git("merge", "-q", "--no-ff", "-m", "merge", "side", at: 1_700_000_050)
        try oracle.commit("readme", ["README.md": "x"], at: 1_700_000_060)
        try oracle.commit("gone", [:], at: 1_700_000_070)
        try oracle.git("rm", "-q", news, at: 1_700_000_080)
        try oracle.commit("no news", [:], at: 1_700_000_080)
    }

    private static func person(_ role: String) -> String {
        StoreText.person("Ada Lovelace", more: "role: \(role)\n")
    }

    private func subjects(of path: String? = nil, id: ProfileID? = Self.ada) throws -> [String] {
        let field = try path.map { try #require(FieldPath(parsing: $0)) }
        return try store.log(of: id, field: field).map(\.summary)
    }

    @Test func `the log of a profile is that of its folder`() throws {
        let expected = try oracle.git("log", "--format=%s", "--", Self.folder)
        #expect(
            try subjects().sorted() == expected.split(separator: "\n").map(String.init).sorted())
        #expect(try subjects() == ["no news", "merge", "side", "comment", "role", "store: begin"])
    }

    @Test func `the log of the store is that of all profiles`() throws {
        let expected = try oracle.git("log", "--format=%s", "--", "profiles")
        #expect(
            try subjects(id: nil).sorted()
                == expected.split(separator: "\n").map(String.init).sorted())
    }

    @Test(arguments: [
        ("/profile/role", ["role", "store: begin"]),
        ("/profile/name/display", ["store: begin"]),
        ("/news/engine/text", ["no news", "side", "store: begin"]),
        ("/news/engine", ["no news", "side", "store: begin"]),
        ("/profile/nothing", []), ("/nothing", []),
    ]) func `the log of a field has the commits after which it was another`(
        path: String, expected: [String]
    ) throws {
        #expect(try subjects(of: path) == expected)
    }

    @Test func `a limit cuts the log, a revision begins it`() throws {
        #expect(try store.log(of: Self.ada, limit: 2).map(\.summary) == ["no news", "merge"])
        #expect(try store.log(of: Self.ada, from: "HEAD~5").map(\.summary).last == "store: begin")
        #expect(
            failure { () throws(StoreError) in try store.log(from: "v9") }?.message
                == "There is no branch, tag or commit `v9`")
    }
}
