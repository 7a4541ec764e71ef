import Formats
import Foundation
import JSONSchema
import RecordModel
import TestSupport
import Testing

/// Generated schemas and values, judged here and by two other validators: Python's `jsonschema` and
/// `jsonschema_rs`.
@Suite(
    .enabled(
        if: DifferentialOracle.isThere,
        "Python's jsonschema and jsonschema_rs are not there; .ci/install-test-tools brings them"))
struct DifferentialTests {
    /// How many schemas there are, each with eight values.
    private static let count: UInt64 =
        ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 20_000 : 600

    /// Prints a line for each: the verdict of both, `?` where one cannot use the schema.
    private static let script = """
        import json, sys
        import jsonschema, jsonschema_rs
        from jsonschema.validators import validator_for

        def attempt(check, *values):
            try:
                return "1" if check(*values) else "0"
            except Exception:
                return "?"

        for line in open(sys.argv[1], encoding="utf-8"):
            schema, values = json.loads(line)
            python = validator_for(schema)(schema)
            try:
                rust = jsonschema_rs.validator_for(schema).is_valid
            except Exception:
                rust = None
            print(" ".join(
                attempt(python.is_valid, value) + (attempt(rust, value) if rust else "?")
                for value in values))
        """

    /// Why a verdict of another validator does not count, nil where it does.
    private static func exception(_ errors: [SchemaError]) -> String? {
        errors.contains { $0.message == "The schema refers to itself without end" }
            ? "the specification leaves open what such a schema means" : nil
    }

    @Test func `three validators agree`() throws {
        let scratch = try TemporaryFolder()
        var lines = ""
        var cases: [(schema: Value, values: [Value])] = []
        for seed in 0..<Self.count {
            var generator = SchemaGenerator(seed: seed)
            let schema = generator.document()
            let values = (0..<8).map { _ in generator.value() }
            cases.append((schema, values))
            lines += JSONWriter(style: .compact).text(.list([schema, .list(values)])) + "\n"
        }
        let file = try scratch.write(lines, to: "cases.jsonl")
        let script = try scratch.write(Self.script, to: "judge.py")
        let outcome = try SystemCommand.run(DifferentialOracle.python, [script, file])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let answers = outcome.output.split(separator: "\n")
        try #require(answers.count == cases.count)
        var (compared, valid) = (0, 0)
        for (test, answer) in zip(cases, answers) {
            let schema = try Schema(compiling: test.schema)
            for (value, verdicts) in zip(test.values, answer.split(separator: " ")) {
                let isValid = schema.isValid(value)
                valid += isValid ? 1 : 0
                let errors = schema.errors(in: value)
                #expect(errors.isEmpty == isValid)
                #expect(schema.outline(of: value).isValid == isValid)
                for (who, verdict) in zip(["jsonschema", "jsonschema_rs"], verdicts)
                where verdict != "?" {
                    compared += 1
                    guard (verdict == "1") != isValid, Self.exception(errors) == nil else {
                        continue
                    }
                    let texts = [test.schema, value].map(JSONWriter(style: .compact).text)
                    Issue.record("\(who) says \(verdict), we \(isValid): \(texts)")
                }
            }
        }
        // The generator makes values of both kinds, and the others can use nearly all schemas.
        #expect(compared > cases.count * 14)
        #expect(valid > cases.count && valid < cases.count * 7)
    }
}

/// The Python that has the other validators.
enum DifferentialOracle {
    static let python: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appendingPathComponent(".build/python/bin/python3").path
    }()

    static let isThere: Bool = {
        let outcome = try? SystemCommand.run(python, ["-c", "import jsonschema, jsonschema_rs"])
        return outcome?.status == 0
    }()
}
