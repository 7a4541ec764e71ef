import RecordModel
import TestSupport
import Testing

@Suite struct FieldPathTests {
    @Test(arguments: UInt64(0)..<400)
    func `a path that was written is read as the same path`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        let parts = ["", "/", "~", "~0", "~1", "0", "12", "a", "é", "李", " ", "\n", "%25", "\""]
        let steps = (0..<generator.number(below: 5)).map { _ in
            (0..<generator.number(below: 4)).map { _ in parts[generator.number(below: parts.count)]
            }
            .joined()
        }
        let path = FieldPath(steps: steps)
        #expect(FieldPath(parsing: path.description) == path, "seed \(seed): \(steps)")
    }

    @Test(arguments: [
        ("", []), ("/", [""]), ("/a/b", ["a", "b"]), ("/a~1b/c~0d", ["a/b", "c~d"]),
        ("/~01", ["~1"]), ("//", ["", ""]), ("/0/00", ["0", "00"]), ("/e\u{301}", ["e\u{301}"]),
    ])
    func `a pointer has the steps of RFC 6901`(text: String, steps: [String]) {
        #expect(FieldPath(parsing: text)?.steps == steps)
        #expect(FieldPath(steps: steps).description == text)
    }

    @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~", "#/a", " /a"])
    func `what is no pointer is refused`(text: String) {
        #expect(FieldPath(parsing: text) == nil)
    }

    @Test func `a path knows what it is in`() {
        let path = FieldPath(steps: ["news", "a", "text"])
        #expect(path.isInside(path) && path.isInside(.root))
        #expect(path.isInside(FieldPath(steps: ["news", "a"])))
        #expect(!path.isInside(FieldPath(steps: ["news", "b"])))
        #expect(path.parent == FieldPath(steps: ["news", "a"]) && FieldPath.root.parent == nil)
        #expect(
            FieldPath.root.appending("news").appending(FieldPath(steps: ["a", "text"])) == path)
    }

    private static let record: Value = [
        "news": [["id": "a", "text": "x"], ["id": "7", "text": "y"], ["id": "a", "text": "z"]],
        "a/b": ["": ["0": "deep"]], "list": ["p", "q"],
        "emails": [["address": "a@example.org"]],
    ]
    private static let shape = Shape.mapping(
        ["emails": .list(.any, ListRule(identity: .key("address")))], others: .any)

    @Test(
        arguments: [
            ("", record), ("/news/a/text", "x"), ("/news/0/text", "x"), ("/news/1/text", "y"),
            ("/news/7", nil), ("/news/2/text", "z"), ("/news/3", nil), ("/news/b", nil),
            ("/a~1b//0", "deep"), ("/list/1", "q"), ("/list/x", nil), ("/list/-1", nil),
            ("/list/1/0", nil), ("/emails/a@example.org/address", "a@example.org"),
            ("/missing", nil),
            ("/list/99999999999999999999", nil),
        ] as [(String, Value?)])
    func `a path leads to a value or nowhere`(text: String, expected: Value?) throws {
        let path = try #require(FieldPath(parsing: text))
        #expect(Self.record.value(at: path, shape: Self.shape) == expected)
    }

    @Test(arguments: [
        ("/news/2/text", "/news/2/text"), ("/news/0/text", "/news/a/text"), ("/news/1", "/news/1"),
        ("/emails/0/address", "/emails/a@example.org/address"), ("/list/0", "/list/0"),
        ("/a~1b//0", "/a~1b//0"), ("/news/9/text", "/news/9/text"), ("/x/0/y", "/x/0/y"),
    ])
    func `positions become the names of items that have one`(text: String, named: String) throws {
        let path = try #require(FieldPath(parsing: text))
        let result = path.named(in: Self.record, shape: Self.shape)
        #expect(result.description == named)
        #expect(
            Self.record.value(at: result, shape: Self.shape)
                == Self.record.value(at: path, shape: Self.shape))
    }

    struct Setting: Sendable, CustomTestStringConvertible {
        let path: String
        let value: Value?
        let expected: Value?
        var testDescription: String { path }

        init(_ path: String, _ value: Value?, _ expected: Value?) {
            (self.path, self.value, self.expected) = (path, value, expected)
        }
    }

    @Test(arguments: [
        Setting("", "x", "x"), Setting("/a", 2, ["a": 2, "l": [["id": "x"]]]),
        Setting("/a", nil, ["l": [["id": "x"]]]),
        Setting("/b/c", 1, ["a": 1, "l": [["id": "x"]], "b": ["c": 1]]),
        Setting("/b/c", nil, ["a": 1, "l": [["id": "x"]]]),
        Setting("/l/x/t", 1, ["a": 1, "l": [["id": "x", "t": 1]]]),
        Setting("/l/0/t", 1, ["a": 1, "l": [["id": "x", "t": 1]]]),
        Setting("/l/x", nil, ["a": 1, "l": []]),
        Setting("/l/y", ["id": "y"], ["a": 1, "l": [["id": "x"], ["id": "y"]]]),
        Setting("/l/1", "new", ["a": 1, "l": [["id": "x"], "new"]]),
        Setting("/l/y", ["id": "z"], nil), Setting("/l/2", "far", nil), Setting("/l/y/t", 1, nil),
        Setting("/a/b", 1, nil),
    ])
    func `setting a field changes that field alone`(test: Setting) throws {
        let value: Value = ["a": 1, "l": [["id": "x"]]]
        let path = try #require(FieldPath(parsing: test.path))
        #expect(value.setting(path, to: test.value) == test.expected)
    }

    @Test func `taking away what is not there makes nothing`() {
        let value: Value = ["a": ["b": 1]]
        #expect(value.setting(FieldPath(steps: ["a", "x", "y"]), to: nil) == value)
    }
}
