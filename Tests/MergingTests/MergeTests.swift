import RecordModel
import TestSupport
import Testing

@testable import Merging

/// What merges decide, and what they leave to a person.
@Suite struct MergeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var shape = MergeTests.record
        let base: Value
        let ours: Value
        let theirs: Value
        let result: Value
        /// The conflicts: path and reason.
        var conflicts: [String] = []

        var testDescription: String { name }
    }

    static let keyed = ListRule(identity: .key("id"))
    static let record = Shape.mapping(
        [
            "papers": .list(
                .mapping(
                    [
                        "authors": .list(
                            .any,
                            ListRule(
                                identity: .position, isSequence: true, recognise: [["name"]])),
                        "links": .list(
                            .any, ListRule(identity: .position, recognise: [["url"], ["label"]])),
                    ], others: .any),
                ListRule(
                    identity: .key("id"), hasOwnOrder: false, recognise: [["doi"], ["title"]])),
            "parts": .list(.any, keyed),
            "words": .list(.text, ListRule(identity: .value, hasOwnOrder: false)),
            "lines": .list(.text, ListRule(identity: .position)), "bio": .prose,
        ], others: .any)

    static let fields: [Case] = [
        Case(
            name: "different fields", base: ["a": 1, "b": 2], ours: ["a": 3, "b": 2],
            theirs: ["a": 1, "c": 4], result: ["a": 3, "c": 4]),
        Case(
            name: "one field", base: ["a": 1], ours: ["a": 2], theirs: ["a": 3],
            result: ["a": 2], conflicts: ["/a changed-differently"]),
        Case(
            name: "removed here, changed there", base: ["a": 1, "b": 1], ours: ["b": 1],
            theirs: ["a": 2, "b": 1], result: ["b": 1], conflicts: ["/a removed-and-changed"]),
        Case(
            name: "removed on both sides", base: ["a": 1, "b": 1], ours: ["b": 1],
            theirs: ["b": 1], result: ["b": 1]),
        Case(
            name: "the same new field", base: [:], ours: ["a": ["x": 1]],
            theirs: ["a": ["y": 2]], result: ["a": ["x": 1, "y": 2]]),
        Case(
            name: "a new field of two values", base: [:], ours: ["a": ["x": 1]],
            theirs: ["a": ["x": 2]], result: ["a": ["x": 1]],
            conflicts: ["/a/x added-differently"]),
        Case(
            name: "a field of another type", base: ["a": "x"], ours: ["a": ["x"]],
            theirs: ["a": "y"], result: ["a": ["x"]], conflicts: ["/a changed-differently"]),
        Case(
            name: "a null is a value", base: ["a": 1], ours: ["a": nil], theirs: [:],
            result: ["a": nil], conflicts: ["/a removed-and-changed"]),
        Case(
            name: "texts that look alike", base: ["a": "x"], ours: ["a": "é"],
            theirs: ["a": "e\u{301}"], result: ["a": "é"],
            conflicts: ["/a changed-differently"]),
        Case(
            name: "the same edit", base: ["a": 1], ours: ["a": 2], theirs: ["a": 2],
            result: ["a": 2]),
    ]

    static let entries: [Case] = [
        Case(
            name: "a new entry on each side", base: ["papers": [["id": "a"]]],
            ours: ["papers": [["id": "b"], ["id": "a"]]],
            theirs: ["papers": [["id": "c"], ["id": "a"]]],
            result: ["papers": [["id": "b"], ["id": "c"], ["id": "a"]]]),
        Case(
            name: "fields of one entry", base: ["papers": [["id": "a", "x": 1, "y": 1]]],
            ours: ["papers": [["id": "a", "x": 2, "y": 1]]],
            theirs: ["papers": [["id": "n"], ["id": "a", "x": 1, "y": 2]]],
            result: ["papers": [["id": "n"], ["id": "a", "x": 2, "y": 2]]]),
        Case(
            name: "an entry is gone that changed", base: ["papers": [["id": "a", "x": 1]]],
            ours: ["papers": []], theirs: ["papers": [["id": "a", "x": 2]]],
            result: ["papers": []], conflicts: ["/papers/a removed-and-changed"]),
        Case(
            name: "one new entry in two versions", base: ["papers": []],
            ours: ["papers": [["id": "a", "x": 1, "y": 1]]],
            theirs: ["papers": [["id": "a", "x": 2, "z": 1]]],
            result: ["papers": [["id": "a", "x": 1, "y": 1, "z": 1]]],
            conflicts: ["/papers/a/x added-differently"]),
        Case(
            name: "an order that means nothing", base: ["papers": [["id": "a"], ["id": "b"]]],
            ours: ["papers": [["id": "b"], ["id": "a"]]],
            theirs: ["papers": [["id": "a"], ["id": "b", "x": 1]]],
            result: ["papers": [["id": "b", "x": 1], ["id": "a"]]]),
        Case(
            name: "entries without a name", base: ["papers": [["x": 1]]],
            ours: ["papers": [["x": 1], ["x": 2]]], theirs: ["papers": [["x": 2], ["x": 1]]],
            result: ["papers": [["x": 1], ["x": 2]]]),
        Case(
            name: "an entry has another id and another field",
            base: ["papers": [["id": "a", "title": "T", "x": 1, "y": 1]]],
            ours: ["papers": [["id": "n", "title": "T", "x": 2, "y": 1]]],
            theirs: ["papers": [["id": "a", "title": "T", "x": 1, "y": 2]]],
            result: ["papers": [["id": "n", "title": "T", "x": 2, "y": 2]]]),
        Case(
            name: "an entry has another id here and another title there",
            base: ["papers": [["id": "a", "title": "T"]]],
            ours: ["papers": [["id": "n", "title": "T"]]],
            theirs: ["papers": [["id": "a", "title": "U"]]],
            result: ["papers": [["id": "n", "title": "U"]]]),
        Case(
            name: "an entry has two other ids", base: ["papers": [["id": "a", "doi": "1"]]],
            ours: ["papers": [["id": "m", "doi": "1"]]],
            theirs: ["papers": [["id": "n", "doi": "1"]]],
            result: ["papers": [["id": "m", "doi": "1"]]],
            conflicts: ["/papers/a/id changed-differently"]),
        Case(
            name: "an entry has another id here and is gone there",
            base: ["papers": [["id": "a", "doi": "1"]]],
            ours: ["papers": [["id": "m", "doi": "1"]]], theirs: ["papers": []],
            result: ["papers": [["id": "m", "doi": "1"]]],
            conflicts: ["/papers/a removed-and-changed"]),
        Case(
            name: "an id that the other side gave to a new entry",
            base: ["papers": [["id": "a", "doi": "1"]]],
            ours: ["papers": [["id": "n", "doi": "1"]]],
            theirs: ["papers": [["id": "a", "doi": "1"], ["id": "n", "doi": "2"]]],
            result: ["papers": [["id": "n", "doi": "1"]]],
            conflicts: ["/papers/n/doi added-differently"]),
    ]

    static let orders: [Case] = [
        Case(
            name: "one moves here, another one there",
            base: ["parts": [["id": "a"], ["id": "b"], ["id": "c"], ["id": "d"]]],
            ours: ["parts": [["id": "b"], ["id": "a"], ["id": "c"], ["id": "d"]]],
            theirs: ["parts": [["id": "a"], ["id": "b"], ["id": "d"], ["id": "c"]]],
            result: ["parts": [["id": "b"], ["id": "a"], ["id": "d"], ["id": "c"]]]),
        Case(
            name: "one moves to two places",
            base: ["parts": [["id": "a"], ["id": "b"], ["id": "c"]]],
            ours: ["parts": [["id": "b"], ["id": "a"], ["id": "c"]]],
            theirs: ["parts": [["id": "a"], ["id": "c"], ["id": "b"]]],
            result: ["parts": [["id": "b"], ["id": "a"], ["id": "c"]]],
            conflicts: ["/parts ordered-differently"]),
        Case(
            name: "an entry moves here and changes there",
            base: ["parts": [["id": "a", "x": 1], ["id": "b"], ["id": "c"]]],
            ours: ["parts": [["id": "b"], ["id": "c"], ["id": "a", "x": 1]]],
            theirs: ["parts": [["id": "a", "x": 2], ["id": "b"], ["id": "c"]]],
            result: ["parts": [["id": "b"], ["id": "c"], ["id": "a", "x": 2]]]),
        Case(
            name: "an entry moves here and is gone there",
            base: ["parts": [["id": "a"], ["id": "b"], ["id": "c"]]],
            ours: ["parts": [["id": "c"], ["id": "a"], ["id": "b"]]],
            theirs: ["parts": [["id": "a"], ["id": "b"]]],
            result: ["parts": [["id": "a"], ["id": "b"]]]),
        Case(
            name: "two new entries at one place", base: ["parts": [["id": "a"], ["id": "z"]]],
            ours: ["parts": [["id": "a"], ["id": "c"], ["id": "z"]]],
            theirs: ["parts": [["id": "a"], ["id": "b"], ["id": "z"]]],
            result: ["parts": [["id": "a"], ["id": "b"], ["id": "c"], ["id": "z"]]]),
        Case(
            name: "the members of a set", base: ["words": ["a", "b", "c"]],
            ours: ["words": ["a", "c", "d"]], theirs: ["words": ["c", "b", "a", "e", "d"]],
            result: ["words": ["a", "c", "d", "e"]]),
        Case(
            name: "lines", base: ["lines": ["a", "b", "c"]], ours: ["lines": ["A", "b", "c"]],
            theirs: ["lines": ["a", "b", "x", "c"]], result: ["lines": ["A", "b", "x", "c"]]),
        Case(
            name: "two links", base: ["papers": [["id": "p", "links": [["url": "a"]]]]],
            ours: ["papers": [["id": "p", "links": [["url": "a"], ["url": "b"]]]]],
            theirs: ["papers": [["id": "p", "links": [["url": "a"], ["url": "c"]]]]],
            result: [
                "papers": [["id": "p", "links": [["url": "a"], ["url": "b"], ["url": "c"]]]]
            ]),
        Case(
            name: "two authors at one place",
            base: ["papers": [["id": "p", "authors": [["name": "A"]]]]],
            ours: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "B"]]]]],
            theirs: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "C"]]]]],
            result: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "B"]]]]],
            conflicts: ["/papers/p/authors ordered-differently"]),
        Case(
            name: "two authors at two places",
            base: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "Z"]]]]],
            ours: [
                "papers": [["id": "p", "authors": [["name": "A"], ["name": "B"], ["name": "Z"]]]]
            ],
            theirs: [
                "papers": [["id": "p", "authors": [["name": "A"], ["name": "Z"], ["name": "C"]]]]
            ],
            result: [
                "papers": [
                    [
                        "id": "p",
                        "authors": [["name": "A"], ["name": "B"], ["name": "Z"], ["name": "C"]],
                    ]
                ]
            ]),
        Case(
            name: "authors in another order here, a mark there",
            base: [
                "papers": [["id": "p", "authors": [["name": "A"], ["name": "B"], ["name": "C"]]]]
            ],
            ours: [
                "papers": [["id": "p", "authors": [["name": "C"], ["name": "B"], ["name": "A"]]]]
            ],
            theirs: [
                "papers": [
                    [
                        "id": "p",
                        "authors": [["name": "A", "self": true], ["name": "B"], ["name": "C"]],
                    ]
                ]
            ],
            result: [
                "papers": [
                    [
                        "id": "p",
                        "authors": [["name": "C"], ["name": "B"], ["name": "A", "self": true]],
                    ]
                ]
            ]),
        Case(
            name: "an author is gone here and gets a mark there",
            base: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "B"]]]]],
            ours: ["papers": [["id": "p", "authors": [["name": "B"]]]]],
            theirs: [
                "papers": [["id": "p", "authors": [["name": "A", "self": true], ["name": "B"]]]]
            ],
            result: ["papers": [["id": "p", "authors": [["name": "B"]]]]],
            conflicts: ["/papers/p/authors/0 removed-and-changed"]),
        Case(
            name: "an author is gone and the next one changed here, the first gets a mark there",
            base: ["papers": [["id": "p", "authors": [["name": "A"], ["name": "B"]]]]],
            ours: ["papers": [["id": "p", "authors": [["name": "B", "equal": true]]]]],
            theirs: [
                "papers": [["id": "p", "authors": [["name": "A", "self": true], ["name": "B"]]]]
            ],
            result: ["papers": [["id": "p", "authors": [["name": "B", "equal": true]]]]],
            conflicts: ["/papers/p/authors/0 removed-and-changed"]),
        Case(
            name: "words of a text and another field", base: ["bio": "one two three four", "a": 1],
            ours: ["bio": "1 two three four", "a": 1],
            theirs: ["bio": "one two three 4", "a": 2], result: ["bio": "1 two three 4", "a": 2]),
    ]

    @Test(arguments: fields + entries + orders)
    func `a merge decides what a person would`(test: Case) {
        let merge = Merge(
            base: test.base, ours: test.ours, theirs: test.theirs, shape: test.shape)
        #expect(
            CanonicalValue.of(merge.result, test.shape)
                == CanonicalValue.of(test.result, test.shape), "\(merge.result.compact)")
        #expect(merge.conflicts.map { "\($0.path) \($0.reason.rawValue)" } == test.conflicts)
        #expect(merge.lostEdits.isEmpty)
        for conflict in merge.conflicts where !conflict.path.steps.contains("n") {
            #expect(conflict.base == test.base.value(at: conflict.path, shape: test.shape))
        }
        let swapped = Merge(
            base: test.base, ours: test.theirs, theirs: test.ours, shape: test.shape)
        #expect(Set(swapped.conflicts) == Set(merge.conflicts.map(\.swapped)))
    }

    @Test func `a new entry comes to stand where its side put it`() {
        let merge = Merge(
            base: ["papers": [["id": "a"], ["id": "b"]]],
            ours: ["papers": [["id": "n"], ["id": "b"], ["id": "a"]]],
            theirs: ["papers": [["id": "a"], ["id": "m"], ["id": "b"]]], shape: Self.record)
        #expect(merge.result == ["papers": [["id": "n"], ["id": "b"], ["id": "a"], ["id": "m"]]])
    }

    @Test(arguments: Conflict.Reason.allCases)
    func `a reason is a sentence`(reason: Conflict.Reason) {
        #expect(reason.sentence.first?.isUppercase == true && !reason.sentence.hasSuffix("."))
    }

    @Test func `a long list that both sides sorted anew is left to a person`() {
        let entries = (0..<1_200).map { number -> Value in ["id": .string("e\(number)")] }
        let shape = Shape.list(.any, Self.keyed)
        let half = entries.count / 2
        let ours = Array(entries[half...].reversed() + entries[..<half])
        let merge = Merge(
            base: .list(entries), ours: .list(ours),
            theirs: .list(Array(entries[half...] + entries[..<half].reversed())), shape: shape)
        #expect(merge.conflicts.map(\.reason) == [.orderedDifferently])
        let clean = Merge(
            base: .list(entries), ours: .list(ours), theirs: .list(entries.dropLast()),
            shape: shape)
        #expect(clean.conflicts.isEmpty)
        #expect(clean.result == .list(ours.filter { $0 != entries.last }))
    }
}
