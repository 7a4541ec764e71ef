import Formats
import RecordModel
import Testing

/// Edits of small texts, each with the one text that shall come out.
@Suite struct YAMLEditorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let edits: [FieldEdit]
        let after: String

        init(_ name: String, _ before: String, _ edits: [(String, Value?)], _ after: String) {
            self.name = name
            self.before = before
            self.edits = edits.map { FieldEdit(FieldPath(parsing: $0.0) ?? .root, $0.1) }
            self.after = after
        }

        var testDescription: String { name }
    }

    @Test(arguments: scalars + fields + items + layouts)
    func `an edit changes its field and nothing else`(_ sample: Case) throws {
        let result = try YAMLEditor().edited(
            Array(sample.before.utf8), by: sample.edits, file: "a.yml")
        #expect(String(decoding: result, as: UTF8.self) == sample.after)
    }

    @Test(arguments: scalars + fields + items + layouts)
    func `an edit that sets what is there changes no byte`(_ sample: Case) throws {
        let editor = YAMLEditor()
        let edits = sample.edits.filter { $0.value != nil && $0.path != FieldPath(steps: ["+"]) }
        let bytes = Array(sample.after.utf8)
        let value = try YAMLReader().read(bytes, file: "a.yml").value
        for edit in edits where value.value(at: edit.path) == edit.value {
            #expect(try editor.edited(bytes, by: [edit], file: "a.yml") == bytes)
        }
    }

    static let scalars: [Case] = [
        Case("plain", "a: 1 # one\nb: 2\n", [("/a", "x y")], "a: x y # one\nb: 2\n"),
        Case("plain needs quotes", "a: x # one\n", [("/a", "y: z")], "a: 'y: z' # one\n"),
        Case("double quotes stay", "a: \"x\" # one\n", [("/a", "y")], "a: \"y\" # one\n"),
        Case("single quotes stay", "a: 'x'\n", [("/a", "it's")], "a: 'it''s'\n"),
        Case("single quotes do not fit", "a: 'x'\n", [("/a", "\u{7}")], "a: \"\\x07\"\n"),
        Case("quotes go with text", "a: 'x'\n", [("/a", 5)], "a: 5\n"),
        Case(
            "plain to prose", "a: x # one\nb: 2\n", [("/a", "one\ntwo\n")],
            "a: | # one\n  one\n  two\nb: 2\n"),
        Case(
            "prose stays prose", "a: |  # one\n    x\n\n    y\n\n# c\nb: 2\n", [("/a", "z\n")],
            "a: |  # one\n    z\n\n# c\nb: 2\n"),
        Case(
            "prose keeps its chomping in step", "a: |\n  x\nb: 2\n", [("/a", "z")],
            "a: |-\n  z\nb: 2\n"),
        Case(
            "prose to a number", "a: | # one\n  x\n  y\n# c\nb: 2\n", [("/a", 7)],
            "a: 7 # one\n# c\nb: 2\n"),
        Case(
            "folded stays folded", "a: >-\n  x\n  y\nb: 2\n", [("/a", "one two\nthree")],
            "a: >-\n  one two\n\n  three\nb: 2\n"),
        Case(
            "prose before a deep comment", "a: x\n     # deep\nb: 2\n", [("/a", "y\nz\n")],
            "a: \"y\\nz\\n\"\n     # deep\nb: 2\n"),
        Case("nothing to text", "a:\nb: 2\n", [("/a", "x")], "a: x\nb: 2\n"),
        Case("nothing to text, comment", "a:   # c\n", [("/a", "x")], "a: x   # c\n"),
        Case("text to nothing", "a: x # c\n", [("/a", .null)], "a: null # c\n"),
        Case("many lines to one", "a: x\n  y\n  z # c\nb: 1\n", [("/a", "q")], "a: q # c\nb: 1\n"),
        Case("value on its own line", "a:\n  x # c\nb: 1\n", [("/a", "v")], "a:\n  v # c\nb: 1\n"),
        Case("anchor stays", "a: &n x # c\nb: 1\n", [("/a", "v")], "a: &n v # c\nb: 1\n"),
        Case("tag stays", "a: !!str 5\n", [("/a", "6")], "a: !!str '6'\n"),
        Case("tag goes", "a: &n !!str 5\n", [("/a", 6)], "a: &n 6\n"),
        Case("quoted key", "\"a b\" : x\n", [("/a b", "v")], "\"a b\" : v\n"),
        Case(
            "windows lines", "a: x\r\nb: y\r\n", [("/a", "1\n2\n")],
            "a: |\r\n  1\r\n  2\r\nb: y\r\n"),
        Case("byte order mark", "\u{FEFF}a: x\nb: y\n", [("/a", "z")], "\u{FEFF}a: z\nb: y\n"),
        Case("no line break at the end", "a: x", [("/a", "z")], "a: z"),
        Case("prose at the end without break", "a: x", [("/a", "z\n")], "a: |\n  z\n"),
        Case("alias replaced", "a: &n x\nb: *n # c\n", [("/b", "v")], "a: &n x\nb: v # c\n"),
        Case(
            "wide characters", "名: 字 # 注\nb: é\n", [("/b", "ü"), ("/名", "好")], "名: 好 # 注\nb: ü\n"),
    ]

    static let fields: [Case] = [
        Case("added last", "a: 1\n\n# end\n", [("/b", 2)], "a: 1\nb: 2\n\n# end\n"),
        Case("added, no line break", "a: 1", [("/b", 2)], "a: 1\nb: 2\n"),
        Case(
            "added within", "a:\n    x: 1 # c\n    # t\n\nb: 2\n", [("/a/v", "z")],
            "a:\n    x: 1 # c\n    v: z\n    # t\n\nb: 2\n"),
        Case(
            "added below padding", "title                    : x\nname : y\n", [("/url", "z")],
            "title                    : x\nname : y\nurl  : z\n"),
        Case(
            "added to nothing", "author:  # who\nb: 1\n", [("/author/name", "Ann")],
            "author:  # who\n  name: Ann\nb: 1\n"),
        Case("added to {}", "a: {} # c\nb: 1\n", [("/a/x", 1)], "a: # c\n  x: 1\nb: 1\n"),
        Case(
            "added to flow", "a: {x: 1, y: 2} # c\n", [("/a/z", "t")], "a: {x: 1, y: 2, z: t} # c\n"
        ),
        Case("added to an empty file", "", [("/a/b", 1)], "a:\n  b: 1\n"),
        Case("added below comments", "# c\n\n# d", [("/a", 1)], "# c\n\n# d\na: 1\n"),
        Case("added to a bare document", "---\n# c\n...\n", [("/a", 1)], "---\n# c\na: 1\n...\n"),
        Case("added before the end", "---\na: 1\n...\n", [("/b", 1)], "---\na: 1\nb: 1\n...\n"),
        Case("parents made", "a: 1\n", [("/b/c/d", "x")], "a: 1\nb:\n  c:\n    d: x\n"),
        Case("removed", "# a\na: 1 # one\n# b\nb: 2\n", [("/a", nil)], "# a\n# b\nb: 2\n"),
        Case(
            "removed with its block", "a:\n  x: 1\n  # in\n  y: 2\n\nb: 2\n", [("/a", nil)],
            "\nb: 2\n"),
        Case("last one removed", "a:\n  x: 1\nb: 2\n", [("/a/x", nil)], "a: {}\nb: 2\n"),
        Case("removed from flow, first", "a: {x: 1, y: 2}\n", [("/a/x", nil)], "a: {y: 2}\n"),
        Case("removed from flow, last", "a: {x: 1, y: 2 }\n", [("/a/y", nil)], "a: {x: 1 }\n"),
        Case("removed from flow, all", "a: {x: 1} # c\n", [("/a/x", nil)], "a: {} # c\n"),
        Case(
            "removed behind a dash", "- a: 1\n  b: 2\n- c: 3\n", [("/0/a", nil)], "- b: 2\n- c: 3\n"
        ),
        Case(
            "removed behind a dash, comment", "- a: 1 # x\n  # about b\n  b: 2\n", [("/0/a", nil)],
            "-\n  # about b\n  b: 2\n"),
        Case(
            "text to fields", "a: x # c\nb: 1\n", [("/a", ["v": 1, "z": ["w"]])],
            "a: # c\n  v: 1\n  z:\n    - w\nb: 1\n"),
        Case("fields to text", "a: # c\n  x: 1\n  y: 2\nb: 1\n", [("/a", "t")], "a: t # c\nb: 1\n"),
        Case(
            "fields to fields", "a:\n  x: 1 # one\n  y: 2 # two\nb: 1\n",
            [("/a", ["y": 3, "z": 4])],
            "a:\n  y: 3 # two\n  z: 4\nb: 1\n"),
        Case(
            "many at once", "a: 1\nb: 2 # two\nc: 3\n",
            [("/a", nil), ("/c", 4), ("/d", 5), ("/b", 0)],
            "b: 0 # two\nc: 4\nd: 5\n"),
        Case(
            "one after the other", "a: 1\n", [("/b/c", 1), ("/b/d", 2), ("/b/c", nil)],
            "a: 1\nb:\n  d: 2\n"),
        Case("set behind nothing but a key", "? a\n: x\nb: 1\n", [("/a", "v")], "? a\n: v\nb: 1\n"),
        Case("explicit key removed", "? a\n: x\nb: 1\n", [("/a", nil)], "b: 1\n"),
        Case(
            "merge key stays", "a: &d {x: 1}\nb:\n  <<: *d\n  y: 2\n", [("/b/y", 3)],
            "a: &d {x: 1}\nb:\n  <<: *d\n  y: 3\n"),
        Case("root emptied", "# c\na: 1\n", [("/a", nil)], "# c\n{}\n"),
        Case("root of {}", "{}\n", [("/a", 1)], "a: 1\n"),
        Case("flow key without value", "a: {x, y: 1}\n", [("/a/x", 2)], "a: {x: 2, y: 1}\n"),
        Case(
            "tight flow", "{\"a\":1,\"b\":[1,2]}\n", [("/a", "x"), ("/b/0", 5)],
            "{\"a\": x,\"b\":[5,2]}\n"),
        Case(
            "flow in lines", "a: {\n  x: 1, # one\n  y: 2,\n}\n", [("/a/y", nil)],
            "a: {\n  x: 1, # one\n}\n"),
    ]

    static let items: [Case] = [
        Case("replaced", "- a # one\n- b # two\n", [("/1", "c")], "- a # one\n- c # two\n"),
        Case("appended", "l:\n- a\n- b\nm: 1\n", [("/l/2", "c")], "l:\n- a\n- b\n- c\nm: 1\n"),
        Case(
            "appended, indented", "l:\n    - a\nm: 1\n", [("/l/1", "c")],
            "l:\n    - a\n    - c\nm: 1\n"),
        Case("appended to []", "l: [] # c\n", [("/l/0", "a")], "l: # c\n  - a\n"),
        Case("appended to flow", "l: [a, 'b']\n", [("/l/2", "c d")], "l: [a, 'b', c d]\n"),
        Case(
            "inserted", "l: [a, c]\nm:\n  - a\n  - c\n",
            [("/l", ["a", "b", "c"]), ("/m", ["a", "b", "c"])],
            "l: [a, b, c]\nm:\n  - a\n  - b\n  - c\n"),
        Case(
            "inserted first", "- b # two\n- c\n", [("", ["a", "b", "c"])], "- a\n- b # two\n- c\n"),
        Case("removed", "- a\n# c\n- b # two\n- c\n", [("/1", nil)], "- a\n# c\n- c\n"),
        Case("removed, all", "l:\n  - a\nm: 1\n", [("/l/0", nil)], "l: []\nm: 1\n"),
        Case("removed from flow", "l: [a, b, c]\n", [("/l/0", nil), ("/l/1", nil)], "l: [b]\n"),
        Case(
            "by id", "- id: x\n  t: 1 # one\n\n- id: y\n  t: 2 # two\n", [("/y/t", 3)],
            "- id: x\n  t: 1 # one\n\n- id: y\n  t: 3 # two\n"),
        Case(
            "appended by id, spaced", "- id: x\n  t: 1\n\n- id: y\n  t: 2\n",
            [("/z", ["id": "z", "t": "p\nq\n"])],
            "- id: x\n  t: 1\n\n- id: y\n  t: 2\n\n- id: z\n  t: |\n    p\n    q\n"),
        Case(
            "removed by id, spaced", "- id: x\n\n- id: y\n\n- id: z\n", [("/y", nil)],
            "- id: x\n\n- id: z\n"),
        Case("renamed", "- id: x # c\n  t: 1\n", [("/x/id", "v")], "- id: v # c\n  t: 1\n"),
        Case(
            "moved", "- id: x # one\n- id: y # two\n- id: z\n",
            [("", [["id": "y"], ["id": "z"], ["id": "x"]])],
            "- id: y # two\n- id: z\n- id: x # one\n"),
        Case(
            "item to fields", "- a # c\n- b\n", [("/0", ["x": 1, "v": 2])],
            "- x: 1 # c\n  v: 2\n- b\n"),
        Case("fields to item", "- x: 1\n  y: 2\n- b\n", [("/0", "a")], "- a\n- b\n"),
        Case("wide dash", "-   a\n-   b\n", [("/0", ["x": 1, "v": 2])], "- x: 1\n  v: 2\n-   b\n"),
        Case("list in list", "- - a\n  - b\n- c\n", [("/0/0", nil)], "- - b\n- c\n"),
        Case("empty item", "-\n- b\n", [("/0", "a")], "- a\n- b\n"),
        Case("item of prose", "- |\n  x\n- b\n", [("/0", "y\nz\n")], "- |\n  y\n  z\n- b\n"),
        Case("item with anchor", "- &n a\n- b\n", [("/0", ["x": 1])], "- &n\n  x: 1\n- b\n"),
    ]

    static let layouts: [Case] = [
        Case(
            "blank lines of prose are its own", "a: |+\n  x\n\nb: 1\nc: 2\n",
            [("/b", nil), ("/d", 1)],
            "a: |+\n  x\n\nc: 2\nd: 1\n"),
        Case(
            "added behind prose that keeps", "a: |+\n  x\n\n", [("/b", 1)], "a: |+\n  x\n\nb: 1\n"),
        Case(
            "a comment deep in what goes", "a: |\n  x\nb: 1\n   # deep\nc: 2\n", [("/b", nil)],
            "a: |\n  x\nc: 2\n"),
        Case("list not indented", "a:\n- x\nb: 1\n", [("/b", ["v"])], "a:\n- x\nb:\n- v\n"),
        Case(
            "indented by four", "a:\n    x: 1\n", [("/b", ["v": ["z": 1]])],
            "a:\n    x: 1\nb:\n    v:\n        z: 1\n"),
        Case(
            "between documents' marks", "%YAML 1.1\n---\na: 1 # c\n...\n# end\n", [("/a", 2)],
            "%YAML 1.1\n---\na: 2 # c\n...\n# end\n"),
        Case(
            "flow to block value", "a: [x,\n    y] # c\nb: 1\n", [("/a", "t")], "a: t # c\nb: 1\n"),
        Case(
            "anchored fields", "a: &n # c\n  x: 1\nb: 1\n", [("/a/x", 2)],
            "a: &n # c\n  x: 2\nb: 1\n"),
        Case(
            "anchored fields to text", "a: &n # c\n  x: 1\nb: 1\n", [("/a", "t")],
            "a: &n t # c\nb: 1\n"),
    ]
}
