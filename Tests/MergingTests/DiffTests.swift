import RecordModel
import TestSupport
import Testing

@testable import Merging

/// What the changes of a diff look like.
@Suite struct DiffTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let shape: Shape
        let before: Value
        let after: Value
        /// The changes as text: kind, path, before, after.
        let changes: [String]

        var testDescription: String { name }
    }

    private static let keyed = Shape.list(.any, ListRule(identity: .key("id")))
    private static let sorted = Shape.list(
        .any, ListRule(identity: .key("id"), hasOwnOrder: false))
    private static let set = Shape.list(.text, ListRule(identity: .value, hasOwnOrder: false))
    private static let plain = Shape.list(.any, ListRule(identity: .position))

    static let cases: [Case] = [
        Case(
            name: "fields of mappings", shape: .any,
            before: ["a": 1, "b": ["c": "x"], "d": true],
            after: ["b": ["c": "y"], "e": nil, "a": 1],
            changes: [
                #"replace /b/c string("x") → string("y")"#, "remove /d bool(true)", "add /e → null",
            ]),
        Case(
            name: "the root", shape: .any, before: [:], after: ["a"],
            changes: [#"replace  mapping {} → list([RecordModel.Value.string("a")])"#]),
        Case(
            name: "a key that looks like a path", shape: .any, before: ["a/b": ["c~d": 1]],
            after: ["a/b": ["c~d": 2]], changes: ["replace /a~1b/c~0d 1 → 2"]),
        Case(
            name: "an entry is known by its name", shape: sorted,
            before: [["id": "a", "x": 1], ["id": "b", "x": 1]],
            after: [["id": "c"], ["id": "b", "x": 2], ["id": "a", "x": 1]],
            changes: ["replace /b/x 1 → 2", #"add /c → mapping {id: string("c")} @0"#]),
        Case(
            name: "an entry that moves, where the order counts", shape: keyed,
            before: [["id": "a"], ["id": "b"], ["id": "c"]],
            after: [["id": "c"], ["id": "a"], ["id": "b"]], changes: ["move /c 2 → 0"]),
        Case(
            name: "an entry is moved and edited", shape: keyed,
            before: [["id": "a", "x": 1], ["id": "b"], ["id": "c"]],
            after: [["id": "b"], ["id": "c"], ["id": "a", "x": 2]],
            changes: ["move /a 0 → 2", "replace /a/x 1 → 2"]),
        Case(
            name: "the second of two entries with one id", shape: keyed,
            before: [["id": "a"], ["id": "a", "x": 1]], after: [["id": "a"], ["id": "a", "x": 2]],
            changes: ["replace /1/x 1 → 2"]),
        Case(
            name: "an entry that was copied without a new id", shape: sorted,
            before: [["id": "a"]], after: [["id": "a"], ["id": "a", "x": 1]],
            changes: [#"add /1 → mapping {id: string("a"), x: 1} @1"#]),
        Case(
            name: "an id of digits names a position", shape: keyed, before: [["id": "7"]],
            after: [["id": "7", "x": 1]], changes: ["add /0/x → 1"]),
        Case(
            name: "the members of a set", shape: set, before: ["a", "b", "c"],
            after: ["c", "d", "a"],
            changes: [#"remove /1 string("b") @1"#, #"add /1 → string("d") @1"#]),
        Case(
            name: "a new item at the front", shape: plain, before: ["a", "b"],
            after: ["n", "a", "b"], changes: [#"add /0 → string("n") @0"#]),
        Case(
            name: "the item that stands at the same place", shape: plain,
            before: ["a", ["x": 1, "y": 1], "b"], after: ["n", "a", ["x": 1, "y": 2], "b"],
            changes: ["replace /1/y 1 → 2", #"add /0 → string("n") @0"#]),
        Case(
            name: "an item is gone in front of one that changes", shape: plain,
            before: ["a", "b", [1]], after: ["b", [2]],
            changes: [#"remove /0 string("a") @0"#, "replace /2/0 1 → 2"]),
    ]

    @Test(arguments: cases)
    func `the changes are those that a person would name`(test: Case) throws {
        let diff = Diff(from: test.before, to: test.after, shape: test.shape)
        #expect(diff.changes.map(Self.text) == test.changes)
        let result = try diff.applied(to: test.before)
        #expect(
            CanonicalValue.of(result, test.shape) == CanonicalValue.of(test.after, test.shape))
    }

    @Test func `without an order of its own a list keeps the order of the file`() throws {
        let before: Value = [["id": "b"], ["id": "a"]]
        let after: Value = [["id": "n"], ["id": "a"], ["id": "b"]]
        let result = try Diff(from: before, to: after, shape: Self.sorted).applied(to: before)
        #expect(result == [["id": "n"], ["id": "b"], ["id": "a"]])
    }

    @Test(
        arguments: [
            (["a": 2], "/a"), (["b": 1], "/a"), ("text", ""), (["a": 1, "n": 0], "/n"),
            (["a": 1, "l": ["y"]], "/l/0"),
        ] as [(Value, String)])
    func `a value that is not the one before is refused where it differs`(
        value: Value, path: String
    ) {
        let diff = Diff(
            from: ["a": 1, "l": ["x"]], to: ["a": 3, "l": [], "n": 1], shape: .any)
        #expect(throws: Diff.Mismatch(path: FieldPath(parsing: path) ?? .root)) {
            try diff.applied(to: value)
        }
    }

    @Test func `a diff finds the member of a set wherever it stands`() throws {
        let diff = Diff(from: ["a", "b"], to: ["a"], shape: Self.set)
        #expect(try diff.applied(to: ["b", "c"]) == ["c"])
    }

    @Test func `an entry that is there already is not added again`() {
        let diff = Diff(from: [], to: [["id": "a"]], shape: Self.sorted)
        #expect(throws: Diff.Mismatch(path: FieldPath(steps: ["a"]))) {
            try diff.applied(to: [["id": "a", "x": 1]])
        }
    }

    @Test func `a record that is not there has no sections`() throws {
        let id = try #require(ProfileID("ada"))
        let record = Record(id: id, value: ["profile": ["name": "Ada"]])
        let shape = Shape.record(ofSections: ["news": Self.sorted])
        let diff = Diff(from: nil, to: record, shape: shape)
        #expect(diff.changes.map(\.path.description) == ["/profile"])
        #expect(diff.inverse == Diff(from: record, to: nil, shape: shape))
        #expect(shape.shape(ofKey: "news") == Self.sorted)
    }

    @Test(arguments: [true, false])
    func `ten thousand entries are compared, changed and changed back`(hasOwnOrder: Bool) throws {
        let shape = Shape.list(.any, ListRule(identity: .key("id"), hasOwnOrder: hasOwnOrder))
        func entry(_ number: Int, _ text: String) -> Value {
            ["id": .string("e\(number)"), "text": .string(text)]
        }
        let before = Value.list((0..<10_000).map { entry($0, "x") })
        let edited = (100..<10_100).map { entry($0, $0.isMultiple(of: 100) ? "y" : "x") }
        let after = Value.list(edited.dropLast(5_000) + edited.suffix(5_000).reversed())
        let diff = Diff(from: before, to: after, shape: shape)
        let counts = Change.Kind.allCases.map { kind in diff.changes.count { $0.kind == kind } }
        #expect(counts == [100, 100, 99, hasOwnOrder ? 4_899 : 0])
        let result = try diff.applied(to: before)
        #expect(CanonicalValue.of(result, shape) == CanonicalValue.of(after, shape))
        #expect(diff.inverse == Diff(from: after, to: before, shape: shape))
    }

    private static func text(_ change: Change) -> String {
        func text(_ value: Value) -> String {
            switch value {
            case .mapping(let mapping):
                "mapping {"
                    + mapping.entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
                    + "}"
            case .number(let number): number.description
            default: "\(value)"
            }
        }
        return "\(change.kind) \(change.path)" + (change.before.map { " " + text($0) } ?? "")
            + (change.after.map { " → " + text($0) } ?? "")
            + (change.position.map { " @\($0)" } ?? "")
    }
}
