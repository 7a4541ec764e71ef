import RecordModel
import Testing

@Suite struct DiagnosticTests {
    @Test func `findings are in the order in which people read them`() {
        func at(_ file: String, _ line: Int, _ column: Int) -> RecordModel.SourceLocation {
            RecordModel.SourceLocation(file: file, line: line, column: column)
        }
        let ordered = [
            Diagnostic("a.z", "No place"), Diagnostic("b.a", "No place"),
            Diagnostic("z.z", "First", location: at("a.yml", 2, 9)),
            Diagnostic("a.a", "By line, not by text", location: at("a.yml", 10, 1)),
            Diagnostic("a.a", "By column", location: at("a.yml", 10, 2)),
            Diagnostic("a.b", "By code", path: .root.appending("a"), location: at("b.yml", 1, 1)),
            Diagnostic("a.b", "By path", path: .root.appending("b"), location: at("b.yml", 1, 1)),
            Diagnostic(
                "a.b", "Then by words", path: .root.appending("b"), location: at("b.yml", 1, 1)),
        ]
        #expect(ordered.reversed().sorted() == ordered)
        for finding in ordered { #expect(!(finding < finding)) }
    }

    @Test func `a location is a link`() {
        #expect(
            RecordModel.SourceLocation(file: "a/b.yml", line: 3, column: 7).description
                == "a/b.yml:3:7")
        #expect(
            RecordModel.SourceLocation(file: "a.yml")
                == RecordModel.SourceLocation(file: "a.yml", line: 1, column: 1))
    }

    @Test(
        arguments: [
            (nil, "null"), (true, "boolean"), (1, "integer"), ("", "string"), ([], "array"),
            ([:], "object"),
        ] as [(Value, String)])
    func `a value has the type name of JSON Schema`(value: Value, name: String) throws {
        #expect(value.typeName == name)
        #expect(Value.number(try #require(Number(parsing: "1.5"))).typeName == "number")
        #expect(Value.number(try #require(Number(parsing: "1.0"))).typeName == "integer")
    }
}
