import Formats
import RecordModel
import Testing

@Suite struct JSONTests {
    private func read(_ text: String) throws -> Value {
        try JSONReader().read(Array(text.utf8), file: "a.json").value
    }

    @Test(arguments: UInt64(0)..<300)
    func `what is written is read again`(seed: UInt64) throws {
        var generator = HostileGenerator(seed: seed)
        let value = generator.value()
        for style in [JSONWriter.Style.compact, .indented] {
            let text = JSONWriter(style: style).text(value)
            let read = try read(text)
            #expect(read == value, "\(text)")
            #expect(JSONWriter(style: style).text(read) == text)
            #expect(style == .indented || !text.utf8.contains(UInt8(ascii: "\n")))
        }
    }

    private static let accepted: [(String, Value)] = [
        ("null", Value.null), (" true ", true), ("\tfalse\r\n", false), ("0", 0), ("-0", 0),
        ("-12", -12),
        ("1.0", 1), ("\"\"", ""),
        ("\"\\u00e9\\n\\t\\/\\b\\f\\r\\\\\\\"\"", "é\n\t/\u{8}\u{C}\r\\\""),
        ("\"\\uD83D\\uDE00\"", "😀"), ("\"\\u0000\"", "\0"),
        ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ("[]", []), ("[ ]", []), ("{}", [:]), ("[1,[2,{\"a\":[]}]]", [1, [2, ["a": []]]]),
        ("\u{FEFF}1", 1), ("{\"\":0}", ["": 0]), ("[\"\u{301}\"]", ["\u{301}"]),
    ]

    @Test(arguments: accepted)
    func `JSON is accepted`(text: String, value: Value) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nullx", "True", "tru", "NaN", "Infinity", "-", "+1", "01", "-01", "1.",
        ".5",
        "1e", "1e+", "0x1", "1 2", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "}",
        "{\"a\"",
        "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "'a'",
        "\"", "\"a", "\"\\\"", "\"\\x41\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u+123\"",
        "\"\\uD800\"",
        "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\\uD800\\\"", "\"a\nb\"", "\"a\tb\"", "\"\u{1}\"",
        "// c\n1", "/* */ 1", "1,", "[1]]", "{}{}", "\u{A0}1", "\u{0B}1", "1\u{0}", "nulL", "-a",
        "--1",
        "1.e1", "1e1.5", "[1}", "{\"a\":1]", "\"\\", "\"\\u", "\"\\u12",
    ])
    func `what is not JSON is refused`(text: String) {
        let error = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(error?.code == "json.syntax")
        #expect(error?.location != nil)
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF, 0xFE],
    ])
    func `what is not UTF-8 is refused`(bytes: [UInt8]) {
        #expect(throws: Diagnostic.self) { try JSONReader().read(bytes, file: "a.json") }
    }

    @Test(arguments: [
        "0.1", "123456789012345678901234567890.5", "1e400", "-1E-400", "0.30000000000000004",
        "9007199254740993",
    ])
    func `a number is exact`(text: String) throws {
        #expect(try read(text) == Number(parsing: text).map(Value.number))
        #expect(try read(JSONWriter().text(read(text))) == read(text))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `values nested without end are refused`(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let error = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(error?.message.contains("256 levels") == true)
    }

    @Test func `depth up to the limit is read`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(256))
        #expect(throws: Diagnostic.self) { try read(nested(257)) }
    }

    @Test func `a text beyond the limit is refused`() {
        let reader = JSONReader(byteLimit: 4)
        #expect(throws: Diagnostic.self) { try reader.read(Array("12345".utf8), file: "a.json") }
    }

    @Test func `places are exact`() throws {
        let text = "{\n  \"é😀\": [1,\n \"x\"], \"b\": {\"c\": null}\n}"
        let read = try JSONReader().read(Array(text.utf8), file: "a.json")
        func place(_ path: String, key: Bool = false) -> String {
            read.sourceMap.location(
                of: FieldPath(parsing: path) ?? .root, in: read.value, key: key
            ).description
        }
        #expect(place("/é😀", key: true) == "a.json:2:3")
        #expect(place("/é😀") == "a.json:2:9")
        #expect(place("/é😀/1") == "a.json:3:2")
        #expect(place("/b", key: true) == "a.json:3:8")
        #expect(place("/b/c") == "a.json:3:19")
    }

    @Test func `a failure is said with its place`() {
        let error = #expect(throws: Diagnostic.self) { try read("{\n  \"é\": x}") }
        #expect(error?.location?.description == "a.json:2:8")
        #expect(error?.message == "The JSON cannot be read: a value is due here")
    }

    @Test func `a key that is there twice keeps its first value`() throws {
        let read = try JSONReader().read(
            Array("{\"a\": 1,\n \"a\": [1, 2], \"b\": 3}".utf8), file: "a.json")
        #expect(read.value == ["a": 1, "b": 3])
        #expect(read.diagnostics.map(\.code.rawValue) == ["json.duplicate-key"])
        let first = read.diagnostics.first?.related.first?.location
        #expect(first?.description == "a.json:1:2")
        #expect(read.diagnostics.first?.location?.description == "a.json:2:2")
        let place = read.sourceMap.location(of: FieldPath(steps: ["b"]), in: read.value)
        #expect(place.description == "a.json:2:20")
    }

    @Test func `text is laid out for people`() {
        let value: Value = ["a": [1, "x"], "b": [:], "c": []]
        #expect(JSONWriter(style: .compact).text(value) == #"{"a":[1,"x"],"b":{},"c":[]}"#)
        let lines = "{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": {},\n  \"c\": []\n}"
        #expect(JSONWriter().text(value) == lines)
    }
}
