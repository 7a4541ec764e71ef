import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

@Suite(.enabled(if: GitOracle.isInstalled)) struct BlameTests {
    private static let ada = ProfileID.known("ada-lovelace")
    private static let person = "profiles/ada-lovelace/profile.yml"
    private static let news = "profiles/ada-lovelace/news.yml"
    private static let papers = "profiles/ada-lovelace/publications.yml"
    let oracle: GitOracle

    init() throws { oracle = try GitOracle.store() }

    /// The subject of the commit that each field within a path is blamed on.
    private func blame(
        _ path: String = "", at revision: String = "HEAD", of id: ProfileID = ada
    ) throws -> [String: String] {
        let path = try #require(FieldPath(parsing: path))
        let fields = try oracle.open().blame(of: id, field: path, from: revision)
        return Dictionary(
            fields.map { ($0.path.description, $0.commit.summary) }, uniquingKeysWith: { $1 })
    }

    private func paper(_ id: String, _ title: String, authors: [String] = ["Ada"]) -> String {
        "- id: \(id)\n  title: \(title)\n  authors:\n"
            + authors.map { "    - name: \($0)\n" }.joined() + "  doi: 10.1/\(title)\n"
    }

    @Test func `each field is blamed on the commit that set it`() throws {
        try oracle.commit(
            "role",
            [Self.person: StoreText.person("Ada Lovelace", more: "role: Countess\nphone: 1\n")])
        try oracle.commit("comment", [Self.person: "# Ada\n" + (try oracle.read(Self.person))])
        try oracle.commit(
            "news", [Self.news: StoreText.news(("new", "New."), ("engine", "The engine *runs*."))])
        #expect(
            try blame() == [
                "/profile/name/display": "store: begin", "/profile/role": "role",
                "/profile/phone": "role", "/profile/layout/theme": "store: begin",
                "/news/new/id": "news", "/news/new/date": "news", "/news/new/text": "news",
                "/news/engine/id": "store: begin", "/news/engine/date": "store: begin",
                "/news/engine/text": "store: begin",
            ])
        #expect(try blame("/profile/role") == ["/profile/role": "role"])
        #expect(try blame("/profile/role", at: "HEAD~3") == ["/profile/role": "store: begin"])
        #expect(try blame("/news/engine").count == 3)
        #expect(try blame("/news/none").isEmpty && blame("/nothing").isEmpty)
    }

    @Test func `a field stays with its commit where entries and items change places`() throws {
        let one = paper("one", "One", authors: ["Ada", "Bo"])
        let two = paper("two", "Two")
        try oracle.commit("papers", [Self.papers: one + two])
        try oracle.commit("turned", [Self.papers: two + one])
        try oracle.commit(
            "author", [Self.papers: two + paper("one", "One", authors: ["Cy", "Bo", "Ada"])])
        let found = try blame("/publications")
        #expect(found["/publications/one/title"] == "papers")
        #expect(found["/publications/one/authors/0/name"] == "author")
        #expect(found["/publications/one/authors/1/name"] == "papers")
        #expect(found["/publications/one/authors/2/name"] == "papers")
        #expect(Set(found.filter { $0.key.contains("/two/") }.values) == ["papers"])
    }

    @Test func `a field stays with its commit where its entry gets another id`() throws {
        try oracle.commit("papers", [Self.papers: paper("one", "One") + paper("two", "Two")])
        try oracle.commit("renamed", [Self.papers: paper("first", "One") + paper("two", "Two")])
        try oracle.commit(
            "edited",
            [
                Self.papers: paper("first", "One", authors: ["Ada", "Bo"])
                    + paper("three", "Three") + paper("two", "Two")
            ])
        let found = try blame("/publications")
        #expect(found["/publications/first/id"] == "renamed")
        #expect(found["/publications/first/title"] == "papers")
        #expect(found["/publications/first/authors/0/name"] == "papers")
        #expect(found["/publications/first/authors/1/name"] == "edited")
        #expect(found["/publications/three/title"] == "edited")
        let field = try #require(FieldPath(parsing: "/publications/first/title"))
        let blame = try #require(try oracle.open().blame(of: Self.ada, field: field).first)
        #expect(blame.origin.description == "/publications/one/title")
        #expect(
            try oracle.open().log(of: Self.ada, field: FieldPath(steps: ["publications", "first"]))
                .map(\.summary) == ["edited", "renamed", "papers"])
        #expect(
            try oracle.open().log(of: Self.ada, field: field).map(\.summary) == ["papers"])
    }

    @Test func `a merge hands fields on, names the proposal, and keeps what it made itself`()
        throws
    {
        func person(_ role: String, _ phone: String, _ bio: String) -> String {
            StoreText.person(
                "Ada Lovelace", more: "role: \(role)\nphone: \(phone)\nbio: \(bio)\n")
        }
        try oracle.commit("base", [Self.person: person("a", "1", "x y z")], at: 1_700_000_010)
        try oracle.git("checkout", "-q", "-b", "side")
        try oracle.commit("side", [Self.person: person("b", "1", "X y z")], at: 1_700_000_020)
        try oracle.git("checkout", "-q", "main")
        try oracle.commit("main", [Self.person: person("a", "2", "x y Z")], at: 1_700_000_030)
        _ = try oracle.run(["merge", "-q", "--no-commit", "side"])
        try oracle.commit(
            "merge\n\nOf two.\n\nProposal: new-role\nReviewed-by: Bo\n",
            [Self.person: person("b", "2", "X y Z")], at: 1_700_000_040)
        try oracle.commit("squashed\n\nProposal: talks\n", [Self.news: ""], at: 1_700_000_050)
        let fields = try oracle.open().blame(of: Self.ada)
        func of(_ path: String) -> String? {
            fields.first { $0.path.description == path }.map {
                "\($0.commit.summary) \($0.proposal ?? "-")"
            }
        }
        #expect(of("/profile/role") == "side new-role")
        #expect(of("/profile/phone") == "main -")
        #expect(of("/profile/bio") == "merge new-role")
        #expect(of("/profile/name/display") == "store: begin -")
        #expect(
            try oracle.open().log(of: Self.ada, field: FieldPath(steps: ["profile", "role"]))
                .map(\.summary) == ["side", "base", "store: begin"])
    }

    @Test func `a profile is followed to the name that its folder had`() throws {
        try oracle.git("mv", "profiles/ada-lovelace", "profiles/ada-king")
        try oracle.commit("renamed", at: 1_700_000_010)
        try oracle.commit(
            "role", ["profiles/ada-king/profile.yml": StoreText.person("Ada", more: "role: x\n")],
            at: 1_700_000_020)
        let king = ProfileID.known("ada-king")
        let found = try blame(of: king)
        #expect(found["/profile/role"] == "role")
        #expect(found["/news/engine/text"] == "store: begin")
        #expect(
            try oracle.open().log(of: king).map(\.summary) == ["role", "renamed", "store: begin"])
        #expect(
            try oracle.open().log(of: king, field: FieldPath(steps: ["news"])).map(\.summary)
                == ["store: begin"])
    }

    @Test func `a file that could not be read is passed over`() throws {
        let good = StoreText.person("Ada Lovelace", more: "role: Analyst\nphone: 1\n")
        try oracle.commit("damaged", [Self.person: "name: [\n"])
        try oracle.commit("mended", [Self.person: good])
        let found = try blame("/profile")
        #expect(found["/profile/role"] == "store: begin")
        #expect(found["/profile/phone"] == "damaged")
    }

    @Test func `what is not there cannot be blamed`() throws {
        let store = try oracle.open()
        #expect(
            failure { () throws(StoreError) in try store.blame(of: .known("ada")) }?.message
                == "There is no profile `ada`")
        #expect(
            failure { () throws(StoreError) in try store.blame(of: Self.ada, from: "v9") }?.message
                == "There is no branch, tag or commit `v9`")
    }

    @Test(
        arguments: [
            ("subject\n\nProposal: a\n", "a"), ("subject\n\nproposal:  a b\n\n", "a b"),
            ("Proposal: a\n", "a"), ("s\n\nProposal: a\n\nMore words.\n", nil), ("s\n", nil),
            ("s\n\nProposal:\n", nil), ("s\n\nProposal: a\nProposal: b\n", "b"),
        ] as [(String, String?)])
    func `a trailer is a line of the last paragraph`(message: String, expected: String?) throws {
        let tree = try oracle.git("rev-parse", "HEAD^{tree}")
        let id = try oracle.git("commit-tree", tree, input: message)
        let commitID = try #require(CommitID(id))
        #expect(try oracle.open().repository().commit(commitID).proposal == expected)
    }
}
