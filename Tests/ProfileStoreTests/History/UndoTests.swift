import Git
import RecordModel
import TestSupport
import Testing

@testable import ProfileStore

@Suite(.enabled(if: GitOracle.isInstalled)) struct UndoTests {
    private static let ada = ProfileID.known("ada-lovelace")
    private static let person = "profiles/ada-lovelace/profile.yml"
    private static let news = "profiles/ada-lovelace/news.yml"
    let oracle: GitOracle
    let store: Store

    init() throws {
        oracle = try GitOracle.store()
        store = try oracle.open()
        try oracle.commit(
            "role", [Self.person: StoreText.person("Ada Lovelace", more: "role: Countess\n")])
        try oracle.git("tag", "role")
        try oracle.commit(
            "phone",
            [
                Self.person: "# Ada\n"
                    + StoreText.person("Ada Lovelace", more: "role: Countess # yes\nphone: 1\n"),
                Self.news: StoreText.news(("two", "Two."), ("engine", "The engine *runs*.")),
            ])
        try oracle.git("tag", "phone")
        try oracle.commit("gone", [Self.news: StoreText.news(("two", "Two and more."))])
        try oracle.git("tag", "gone")
    }

    private func undo(
        _ path: String, _ revision: String, restores: Bool = false
    ) throws -> FieldUndo {
        try store.undo(
            of: try #require(FieldPath(parsing: path)), in: Self.ada, from: revision,
            restores: restores, on: try store.snapshot(at: .commit("HEAD")))
    }

    private func text(_ undo: FieldUndo, _ file: String) throws -> String {
        String(decoding: try #require(undo.edit.files[file] ?? nil), as: UTF8.self)
    }

    @Test func `a field gets its old value, later edits and comments stay`() throws {
        let undo = try undo("/profile/role", "role")
        #expect(undo.conflicts.isEmpty)
        #expect(
            try text(undo, Self.person) == "# Ada\n"
                + StoreText.person("Ada Lovelace", more: "role: Analyst # yes\nphone: 1\n"))
    }

    @Test(
        arguments: [
            ("abcde", "c", "abde", "abcde"), ("abcde", "a", "bcde", "abcde"),
            ("abcde", "e", "abcd", "abcde"), ("abcde", "c", "xaybzdwe", "xaybczdwe"),
            ("abcde", "c", "edba", "edbca"), ("abcde", "a", "xedy", "xeady"),
            ("abc", "b", "xy", "xyb"), ("a", "a", "", "a"),
        ])
    func `an entry that comes back stands where it stood`(
        before: String, gone: String, now: String, expected: String
    ) throws {
        func entries(_ names: String) -> String {
            names.isEmpty
                ? "[]\n"
                : names.map { "# \($0)\n- id: \($0)\n  date: 2024-05\n  text: \($0).\n" }.joined()
        }
        try oracle.commit("before", [Self.news: entries(before)])
        try oracle.commit(
            "without", [Self.news: entries(before.filter { String($0) != gone })])
        try oracle.git("tag", "without")
        try oracle.commit("now", [Self.news: entries(now)])
        for (revision, restores) in [("without", false), ("without~", true)] {
            let undo = try undo("/news/\(gone)", revision, restores: restores)
            let list = undo.edit.after.value["news"]?.list ?? []
            #expect(list.compactMap { $0["id"]?.string }.joined() == expected)
            let text = try text(undo, Self.news)
            // The comment at the head of a file is the file's own.
            for name in now.dropFirst() {
                #expect(text.contains("# \(name)\n- id: \(name)\n"))
            }
        }
    }

    @Test func `a field that was added goes, an entry that was taken away comes back`() throws {
        #expect(try !text(undo("/profile/phone", "phone"), Self.person).contains("phone"))
        let entry = try undo("/news/engine", "gone").edit
        #expect(entry.after.value["news"]?.list?.count == 2)
        #expect(
            entry.after.value.value(
                at: FieldPath(steps: ["news", "engine", "text"]))?.string == "The engine *runs*.")
    }

    @Test func `a field that was changed again is a conflict`() throws {
        let undo = try undo("/news/two", "phone")
        #expect(undo.edit.files.isEmpty)
        #expect(undo.conflicts.map(\.path.description).first?.hasPrefix("/news/two") == true)
        #expect(undo.conflicts.allSatisfy { $0.before == nil })
    }

    @Test func `a commit that left the field alone gives it the value of its time`() throws {
        let undo = try undo("/profile/role", "HEAD~3")
        // The first commit made the field, and it was changed since.
        #expect(undo.conflicts.count == 1)
        let restored = try self.undo("/profile/role", "HEAD~3", restores: true)
        #expect(try text(restored, Self.person).contains("role: Analyst # yes"))
        let early = try self.undo("/news/two/text", "phone", restores: true)
        #expect(try text(early, Self.news).contains("text: Two.\n"))
        #expect(try self.undo("/profile/role", "phone").edit.files.isEmpty)
        guard case .restored = try self.undo("/profile/role", "phone").aim else {
            Issue.record("it was no change of the role")
            return
        }
    }

    @Test func `what would not be valid is refused`() throws {
        let error = failure { () throws(StoreError) in
            try store.undo(
                of: FieldPath(steps: ["profile", "name"]), in: Self.ada, from: "HEAD~3",
                on: try store.snapshot(at: .commit("HEAD")))
        }
        guard case .rejected(let found)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.map(\.code) == ["schema.required"])
    }

    @Test func `an entry that has another id now is found`() throws {
        try oracle.commit(
            "renamed", [Self.news: StoreText.news(("second", "Two and more."))])
        let undo = try undo("/news/second/text", "gone")
        #expect(undo.conflicts.isEmpty)
        #expect(try text(undo, Self.news) == StoreText.news(("second", "Two.")))
    }
}
