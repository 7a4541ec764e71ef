import Formats
import RecordModel
import TestSupport
import Testing

/// Renaming a key.
@Suite struct YAMLEditorKeyTests {
    private static let shape = Shape.list(
        .mapping(["id": .text, "title": .text], others: .any), ListRule(identity: .key("id")))

    private func renamed(
        _ text: String, _ path: String, _ key: String, shape: Shape = .any
    ) throws -> String {
        let path = try #require(FieldPath(parsing: path))
        let bytes = try YAMLEditor().edited(
            Array(text.utf8), by: [FieldEdit(renaming: path, to: key)], shape: shape, file: "t")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("a: 1\nb: 2  # c\n", "/b", "x", "a: 1\nx: 2  # c\n"),
            ("a:\n  # above\n  b: 2\n", "/a/b", "x", "a:\n  # above\n  x: 2\n"),
            ("a:\n  b: 2\n", "/a", "x", "x:\n  b: 2\n"),
            ("{a: 1, b: [2]}\n", "/b", "x", "{a: 1, x: [2]}\n"),
            ("{\"a\":1}\n", "/a", "x y", "{\"x y\":1}\n"),
            ("'a': 1\n", "/a", "x", "x: 1\n"), ("a :  1\n", "/a", "x", "x :  1\n"),
            ("a: 1\n", "/a", "b-c", "b-c: 1\n"), ("é: 1\nb: 2\n", "/b", "x", "é: 1\nx: 2\n"),
            ("- a: 1\n- a: 2\n", "/1/a", "x", "- a: 1\n- x: 2\n"),
            ("a: |\n  text\n  a: b\n", "/a", "x", "x: |\n  text\n  a: b\n"),
            ("a: &n 1\nb: *n\n", "/b", "x", "a: &n 1\nx: *n\n"),
        ] as [(String, String, String, String)])
    func `a key is replaced and nothing else`(
        text: String, path: String, key: String, expected: String
    ) throws {
        #expect(try renamed(text, path, key) == expected)
    }

    @Test func `a name that makes a number a text, and one that names the item`() throws {
        let text = "- id: p\n  titel: 1.10\n- Id: q\n"
        #expect(
            try renamed(text, "/p/titel", "title", shape: Self.shape)
                == "- id: p\n  title: 1.10\n- Id: q\n")
        #expect(
            try renamed(text, "/1/Id", "id", shape: Self.shape)
                == "- id: p\n  titel: 1.10\n- id: q\n")
    }

    @Test(
        arguments: [
            ("a: 1\nb: 2\n", "/a", "b"), ("a: 1\n", "/c", "b"), ("a: 1\n", "/a/b", "c"),
            ("? a\n: 1\n", "/a", "b"), ("&k a: 1\nb: *k\n", "/a", "c"),
            ("x: &n {a: 1}\ny: *n\n", "/y/a", "b"),
        ])
    func `a key that cannot be replaced is left alone`(
        text: String, path: String, key: String
    ) throws {
        #expect(throws: Diagnostic.self) { _ = try renamed(text, path, key) }
    }
}
