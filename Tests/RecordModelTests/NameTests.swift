import RecordModel
import Testing

/// Ids, suggestions for mistyped names, and the names of items.
@Suite struct NameTests {
    @Test(arguments: ["wanru-zhao", "a", "0", "a1-b2-3c", String(repeating: "a", count: 100)])
    func `a slug is a profile id`(text: String) {
        #expect(ProfileID(text)?.text == text)
    }

    @Test(arguments: [
        "", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a/b", "..", ".", "é", "a\n", "a\u{0}",
        String(repeating: "a", count: 101),
    ])
    func `nothing else is a profile id`(text: String) {
        #expect(ProfileID(text) == nil)
    }

    @Test func `ids are in the order of their text`() {
        let ids = ["b", "a-b", "a"].compactMap { ProfileID($0) }
        #expect(ids.sorted().map(\.description) == ["a", "a-b", "b"])
    }

    @Test(
        arguments: [
            ("titel", "title"), ("Title", "title"), ("tilte", "title"), ("authros", "authors"),
            ("h-index", "h_index"), ("private notes", "private_notes"), ("doi", "doi"),
            ("xyz", nil),
            ("", nil), ("t", nil), ("publicatoins", "publications"),
        ] as [(String, String?)])
    func `a mistyped name suggests the one that was meant`(word: String, meant: String?) {
        let names = [
            "title", "authors", "h_index", "private_notes", "doi", "publications", "venue", "date",
        ]
        #expect(Suggestion.closest(to: word, in: names) == meant)
    }

    @Test(
        arguments: [
            ("Program Committee", "program-committee", true, false),
            ("git hub", "github", true, true), ("GitHub ", "github", true, true),
            ("scolar", "scholar", false, true), ("txet", "text", false, true),
            ("typ", "type", false, false), ("awrad", "award", false, true),
            ("avart", "award", false, false), ("doi", "dot", false, false),
            ("date", "date", true, false),
        ])
    func `a slip of the finger is told from another word`(
        word: String, meant: String, isSame: Bool, isSlip: Bool
    ) {
        #expect(Suggestion.areSameWord(word, meant) == isSame)
        #expect(Suggestion.isSlip(word, of: meant) == isSlip)
    }

    @Test func `of two names that are equally near the first one is suggested`() {
        #expect(Suggestion.closest(to: "date", in: ["data", "late"]) == "data")
        #expect(Suggestion.closest(to: "title", in: [String]()) == nil)
    }

    @Test(
        arguments: [
            (["id": "a"], "a"), (["id": "7"], nil), (["id": "7a"], "7a"), (["id": ""], nil),
            (["id": 7], nil),
            (["name": "a"], nil), ("a", nil), (["id": nil], nil),
        ] as [(Value, String?)])
    func `an item is named by its key unless that looks like a position`(
        item: Value, name: String?
    ) {
        let rule = ListRule(identity: .key("id"))
        #expect(rule.name(of: item) == name)
        #expect(rule.position(of: name ?? "0", in: [item]) == 0)
        #expect(ListRule(identity: .position).name(of: item) == nil)
    }
}
