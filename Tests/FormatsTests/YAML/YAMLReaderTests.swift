import Formats
import RecordModel
import Testing

@Suite struct YAMLReaderTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String
        /// The text, with ① where the finding is due.
        let text: String
        let code: Diagnostic.Code
        let words: String

        var testDescription: String { name }
    }

    private func place(of mark: Character, in text: String) -> RecordModel.SourceLocation? {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            if scalar == mark.unicodeScalars.first {
                return RecordModel.SourceLocation(file: "a.yml", line: line, column: column)
            }
            if "①②③④⑤⑥⑦⑧".unicodeScalars.contains(scalar) { continue }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return nil
    }

    private func unmarked(_ text: String) -> [UInt8] {
        Array(text.filter { !"①②③④⑤⑥⑦⑧".contains($0) }.utf8)
    }

    @Test(arguments: [
        Bad(
            name: "tab", text: "a:\n①\tb: 1\n", code: "yaml.syntax", words: "cannot start any token"
        ),
        Bad(name: "quote", text: "a: \"x\nb: 1\n①", code: "yaml.syntax", words: "unexpected end"),
        Bad(name: "bracket", text: "a: [x\nb①: 1\n", code: "yaml.syntax", words: "',' or ']'"),
        Bad(name: "colon", text: "a: b①: c\n", code: "yaml.syntax", words: "mapping values"),
        Bad(name: "alias", text: "a: ①*n\n", code: "yaml.alias", words: "no anchor `&n`"),
        Bad(name: "alias to itself", text: "a: &n [①*n]\n", code: "yaml.alias", words: "no anchor"),
        Bad(
            name: "documents", text: "a: 1\n①---\nb: 2\n", code: "yaml.many-documents",
            words: "second"),
        Bad(name: "tag", text: "a: ①!ruby/object x\n", code: "yaml.tag", words: "`!ruby/object`"),
        Bad(name: "list as key", text: "①[a]: 1\n", code: "yaml.key", words: "A key is text"),
        Bad(
            name: "at sign", text: "a: ①@x\n", code: "yaml.syntax", words: "cannot start any token"),
        Bad(
            name: "control character", text: "a: é①\u{1}\n", code: "yaml.syntax",
            words: "control character"),
    ])
    func `what cannot be read is said with its place`(_ bad: Bad) {
        let error = #expect(throws: Diagnostic.self) {
            try YAMLReader().read(unmarked(bad.text), file: "a.yml")
        }
        #expect(error?.code == bad.code)
        #expect(error?.message.contains(bad.words) == true, "\(error?.message ?? "")")
        #expect(error?.location == place(of: "①", in: bad.text))
    }

    @Test func `text that is not UTF-8 is refused with its line`() {
        let error = #expect(throws: Diagnostic.self) {
            try YAMLReader().read(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A], file: "a.yml")
        }
        #expect(error?.code == "yaml.encoding")
        #expect(error?.location?.line == 2)
    }

    @Test func `a key that is there twice keeps its first value`() throws {
        let text = "a: 1\nb: {x: 1}\n①a: 2\nc: 3\n"
        let read = try YAMLReader().read(unmarked(text), file: "a.yml")
        #expect(read.value == ["a": 1, "b": ["x": 1], "c": 3])
        #expect(read.diagnostics.map(\.code.rawValue) == ["yaml.duplicate-key"])
        let first = read.diagnostics.first?.related.first?.location
        #expect(first?.description == "a.yml:1:1")
        #expect(read.diagnostics.first?.location == place(of: "①", in: text))
        let path = FieldPath(steps: ["c"])
        #expect(read.sourceMap.location(of: path, in: read.value).line == 4)
    }

    @Test func `aliases that name billions of values are refused`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let names = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(names)]\n"
        }
        let error = #expect(throws: Diagnostic.self) {
            try YAMLReader().read(Array(text.utf8), file: "a.yml")
        }
        #expect(error?.code == "yaml.too-large")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n"])
    func `values nested without end are refused`(opening: String) {
        var text = ""
        for level in 0..<10_000 {
            text += opening.hasSuffix("\n") ? String(repeating: " ", count: level) : ""
            text += opening
            if text.utf8.count > 8 << 20 { break }
        }
        let error = #expect(throws: Diagnostic.self) {
            try YAMLReader().read(Array(text.utf8), file: "a.yml")
        }
        #expect(error?.code == (opening == "? " ? "yaml.key" : "yaml.too-deep"))
    }

    @Test func `depth up to the limit is read`() throws {
        let limit = YAMLReader.Limits().depth
        func text(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try YAMLReader().read(text(limit), file: "a.yml")
        #expect(throws: Diagnostic.self) { try YAMLReader().read(text(limit + 1), file: "a.yml") }
    }

    @Test func `a text of fifty megabytes is refused unread`() {
        let error = #expect(throws: Diagnostic.self) {
            try YAMLReader().read(repeatElement(UInt8(ascii: "["), count: 50 << 20), file: "a.yml")
        }
        #expect(error?.code == "yaml.too-large")
    }

    @Test func `places of keys and values are exact`() throws {
        let text = """
            # é
            ①a: ②x
            "é 日": {③b: ④[1, ⑤'y'], c: z}
            l:
            - ⑥|
              text
            -   k: ⑦v
            """
        let read = try YAMLReader().read(unmarked(text), file: "a.yml")
        func expect(_ mark: Character, _ path: String, key: Bool = false) {
            let path = FieldPath(parsing: path) ?? .root
            let found = read.sourceMap.location(of: path, in: read.value, key: key)
            #expect(found == place(of: mark, in: text), "\(path)")
        }
        expect("①", "/a", key: true)
        expect("②", "/a")
        expect("③", "/é 日/b", key: true)
        expect("④", "/é 日/b")
        expect("⑤", "/é 日/b/1")
        expect("⑥", "/l/0")
        expect("⑦", "/l/1/k")
        let missing = FieldPath(steps: ["l", "1", "nothing"])
        #expect(read.sourceMap.location(of: missing, in: read.value).line == 7)
    }

    @Test func `a byte order mark is no column`() throws {
        let read = try YAMLReader().read(Array("\u{FEFF}a: 1\nb: 2\n".utf8), file: "a.yml")
        #expect(read.value == ["a": 1, "b": 2])
        let place = read.sourceMap.location(
            of: FieldPath(steps: ["a"]), in: read.value, key: true)
        #expect(place.column == 1)
    }

    @Test(arguments: [
        ("1.10", Value.number(Number(parsing: "1.1") ?? Number(0))), ("no", "no"), ("0123", 123),
        ("0x1F", 31),
        ("0o17", 15), ("0x-1", "0x-1"), ("12:30", "12:30"), ("1_000", "1_000"), ("~", .null),
        ("null", .null), ("", .null), ("true", true), ("yes", "yes"), (".inf", ".inf"), ("=", "="),
        ("!!str 5", "5"), ("! 5", "5"), ("!!int 5", 5), ("!!null x", .null),
        ("2024-01-05", "2024-01-05"),
    ])
    func `a plain word is what the core schema says`(text: String, value: Value) throws {
        let read = try YAMLReader().read(Array("a: \(text)\n".utf8), file: "a.yml")
        #expect(read.value["a"] == value)
    }

    @Test func `where text is expected every word is text`() throws {
        let shape: Shape = .mapping([:], others: .text)
        for word in ["1.10", "no", "true", "null", "2024"] {
            let read = try YAMLReader().read(Array("a: \(word)\n".utf8), file: "", shape: shape)
            #expect(read.value["a"]?.string == word)
        }
        #expect(
            try YAMLReader().read(Array("a: ~\n".utf8), file: "", shape: shape).value["a"] == .null)
    }
}
