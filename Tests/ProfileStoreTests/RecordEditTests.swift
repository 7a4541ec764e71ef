import Formats
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

/// An edit of a record writes what `YAMLEditor` would, and nothing that is not valid.
@Suite(.enabled(if: GitOracle.isInstalled)) struct RecordEditTests {
    let oracle: GitOracle
    let snapshot: Snapshot
    private static let ada = ProfileID.known("ada-lovelace")
    private static let news = "profiles/ada-lovelace/news.yml"

    init() throws {
        oracle = try GitOracle.store()
        try oracle.commit(
            "comments",
            [Self.news: "# All of it\n" + StoreText.news(("engine", "Runs. # not a comment"))])
        snapshot = try oracle.open().snapshot(at: .commit("HEAD"))
    }

    private func path(_ text: String) throws -> FieldPath {
        try #require(FieldPath(parsing: text))
    }

    private func refusal(_ edit: FieldEdit) -> [Diagnostic] {
        let error = failure { () throws(StoreError) in try snapshot.edited([edit], in: Self.ada) }
        guard case .rejected(let found)? = error else { return [] }
        return found
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let value: Value?
        let file: String
        var testDescription: String { path }
    }

    @Test(arguments: [
        Case(path: "/profile/role", value: "Countess", file: "profile"),
        Case(path: "/profile/name/given", value: "Ada", file: "profile"),
        Case(path: "/profile/role", value: nil, file: "profile"),
        Case(path: "/news/engine/pinned", value: true, file: "news"),
        Case(path: "/news/engine", value: nil, file: "news"),
        Case(
            path: "/news/new", value: ["id": "new", "date": "2024", "text": "No"], file: "news"),
    ]) func `the file holds what the editor of YAML makes of it`(case: Case) throws {
        let path = try path(`case`.path)
        let edit = try snapshot.edited([FieldEdit(path, `case`.value)], in: Self.ada)
        let file = "profiles/ada-lovelace/\(`case`.file).yml"
        let expected = try YAMLEditor().edited(
            Array(try oracle.read(file).utf8),
            by: [FieldEdit(FieldPath(steps: Array(path.steps.dropFirst())), `case`.value)],
            shape: snapshot.schemas.recordShape.shape(ofKey: `case`.file), file: file)
        #expect(edit.files == [file: expected])
        #expect(
            edit.after.value.value(at: path, shape: snapshot.schemas.recordShape) == `case`.value)
    }

    @Test func `a value that is there already changes no file`() throws {
        let edit = FieldEdit(try path("/profile/role"), "Analyst")
        #expect(try snapshot.edited([edit], in: Self.ada).files.isEmpty)
        let gone = FieldEdit(try path("/talks/none"), nil)
        #expect(try snapshot.edited([gone], in: Self.ada).files.isEmpty)
    }

    @Test func `a section that is not there begins with the line for editors`() throws {
        let entry: Value = ["id": "one-2024", "title": "One"]
        let edit = try snapshot.edited(
            [FieldEdit(try path("/talks/one-2024"), entry)], in: Self.ada)
        let bytes = try #require(edit.files["profiles/ada-lovelace/talks.yml"] ?? nil)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                # yaml-language-server: $schema=../../schema/talks.schema.json
                - id: one-2024
                  title: One

                """)
    }

    @Test func `a section that is taken away is no file any more`() throws {
        let edit = try snapshot.edited([FieldEdit(try path("/news"), nil)], in: Self.ada)
        #expect(edit.files == [Self.news: nil])
        #expect(refusal(FieldEdit(try path("/profile"), nil)).map(\.code) == ["store.no-person"])
    }

    @Test(
        arguments: [
            ("/news/engine/date", "soon", ["schema.pattern"]),
            ("/news/engine/txet", "x", ["schema.unknown-field"]),
            ("/news/engine/text", nil, ["schema.required"]),
            ("/news/other/text", "x", ["yaml.no-place"]),
            ("/nws/engine", "x", ["store.unknown-section"]),
            ("/profile/photo", ["file": "assets/none.jpg"], ["store.missing-asset"]),
        ] as [(String, Value?, [Diagnostic.Code])])
    func `what is not valid is refused`(text: String, value: Value?, codes: [Diagnostic.Code])
        throws
    {
        let found = refusal(FieldEdit(try path(text), value))
        #expect(found.map(\.code) == codes)
        #expect(found.allSatisfy { $0.profile == "ada-lovelace" && $0.hint != nil })
    }

    @Test func `errors that were there before do not stand in the way`() throws {
        try oracle.commit(
            "damage",
            ["profiles/ada-lovelace/profile.yml": StoreText.person("Ada", more: "rol: x\n")])
        let snapshot = try oracle.open().snapshot(at: .commit("HEAD"))
        let edit = FieldEdit(try path("/profile/role"), "Countess")
        #expect(try snapshot.edited([edit], in: Self.ada).files.count == 1)
        let second = FieldEdit(try path("/profile/rool"), "Countess")
        let error = failure { () throws(StoreError) in try snapshot.edited([second], in: Self.ada) }
        guard case .rejected(let found)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.map(\.message) == ["There is no field `rool` here"])
    }
}
