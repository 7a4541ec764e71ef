import Formats
import JSONSchema
import RecordModel
import Testing

/// Of several branches, the errors are those of the one that was meant.
@Suite struct BranchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let value: String
        let findings: [String]
        var testDescription: String { "\(schema) for \(value)" }

        init(_ schema: String, _ value: String, _ findings: String...) {
            (self.schema, self.value, self.findings) = (schema, value, findings)
        }
    }

    /// A circle or a square, told apart by their kind.
    private static let shapes = """
        {"oneOf": [
          {"properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}},
           "required": ["kind", "radius"], "additionalProperties": false},
          {"properties": {"kind": {"const": "square"}, "side": {"type": "number"},
            "color": {"type": "string"}}, "required": ["kind", "side", "color"],
           "additionalProperties": false}]}
        """

    @Test(arguments: [
        Case(
            shapes, #"{"kind": "square", "radius": 1}"#,
            "/side: The field `side` is missing", "/color: The field `color` is missing",
            "/radius: There is no field `radius` here"),
        Case(
            shapes, #"{"kind": "circle", "radius": "1"}"#,
            "/radius: A text stands here; a number is due"),
        Case(
            #"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
            "[1]", "/0: A whole number stands here; a text is due"),
        Case(
            #"{"anyOf": [{"type": "string"}, {"type": "array"}]}"#, "1",
            ": A whole number stands here; a text or a list is due"),
        Case(
            #"{"oneOf": [{"const": "red"}, {"enum": ["green", "blue"]}]}"#, #""gren""#,
            ": `gren` is none of the values that are allowed here → Did you mean `green`?"),
        Case(
            #"{"oneOf": [{"title": "A"}, {"title": "B"}]}"#, "1",
            ": The value fits 2 of the forms that exclude each other: `A`, `B`"),
        Case(
            #"{"properties": {"a": true}, "unevaluatedProperties": false}"#, #"{"a": 1, "b": 2}"#,
            "/b: There is no field `b` here"),
        Case(
            #"{"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}"#,
            #"{"a": 1}"#, "/a: A whole number stands here; a text is due"),
        Case(
            #"{"format": "ipv4", "description": "Where it is"}"#, #""1.2.3""#,
            ": `1.2.3` is not an IPv4 address → Where it is"),
    ])
    func `the branch that was meant is told`(test: Case) throws {
        let schema = try Schema(compiling: Self.value(test.schema), assertsFormats: true)
        let findings = schema.validate(try Self.value(test.value)).map { finding in
            "\(finding.path ?? .root): \(finding.message)"
                + (finding.hint.map { " → " + $0 } ?? "")
        }
        #expect(findings.count == test.findings.count)
        for (found, due) in zip(findings, test.findings) { #expect(found.hasPrefix(due)) }
    }

    @Test func `a fault of a schema is where it is`() throws {
        let schema = try Self.value(#"{"items": {"type": "strnig", "maxLength": -1}}"#)
        let faults = Schema.faults(of: schema)
        #expect(faults.map { $0.path?.description } == ["/items/type", "/items/maxLength"])
        #expect(faults.first?.hint == "Did you mean `string`?")
        #expect(Schema.faults(of: ["type": "string"]).isEmpty)
        let old = try Self.value(
            #"{"$schema": "http://json-schema.org/draft-07/schema#", "items": 1}"#)
        #expect(Schema.faults(of: old).map(\.path?.description) == ["/items"])
        let unknown: Value = ["$schema": "https://example.org/none"]
        #expect(throws: Diagnostic.self) { try Schema(compiling: unknown) }
    }

    private static func value(_ json: String) throws -> Value {
        try JSONReader().read(Array(json.utf8), file: "case.json").value
    }
}
