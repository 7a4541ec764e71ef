import Formats
import Foundation
import JSONSchema
import RecordModel
import TestSupport
import Testing

/// Schemas that nobody meant: every one is refused with a reason or can be used.
@Suite struct HostileSchemaTests {
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 10_000 : 200)

    @Test func `damaged schemas are read to an end`() throws {
        for seed in Self.seeds {
            var generator = SchemaGenerator(seed: seed)
            var damage = Damage(seed: seed)
            let bytes = damage.damaged(
                Array(JSONWriter(style: .compact).text(generator.document()).utf8))
            guard let text = try? JSONReader().read(bytes, file: "damaged.json") else { continue }
            _ = Schema.faults(of: text.value)
            guard let schema = try? Schema(compiling: text.value) else { continue }
            let value = generator.value()
            let isValid = schema.isValid(value)
            #expect(schema.errors(in: value).isEmpty == isValid, "seed \(seed)")
        }
    }

    @Test(arguments: [
        ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##,
        ##"{"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}"##, ##"{"not": {"$ref": "#"}}"##,
        ##"{"if": {"$ref": "#"}, "then": {"$ref": "#"}}"##,
        ##"{"$dynamicAnchor": "a", "anyOf": [{"$dynamicRef": "#a"}, {"$dynamicRef": "#a"}]}"##,
        ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##,
    ])
    func `a schema that refers to itself without end says so`(schema: String) throws {
        let value = try JSONReader().read(Array(schema.utf8), file: "s.json").value
        let compiled = try Schema(compiling: value)
        #expect(!compiled.isValid(1))
        #expect(
            compiled.errors(in: 1).map(\.message) == ["The schema refers to itself without end"])
    }

    @Test func `what is nested deep is read to an end`() throws {
        var value: Value = 1
        for _ in 0..<80 { value = ["a": value] }
        let schema = try Schema(
            compiling: [
                "properties": ["a": ["allOf": [["$ref": "#"]]]], "type": ["object", "number"],
            ])
        #expect(schema.isValid(value))
        #expect(schema.errors(in: value.settingDeepest(to: "x")).count == 1)
        // Definitions that refer to the next one are as deep as nested ones.
        var definitions = Mapping()
        for number in 0..<300 {
            definitions["\(number)"] = ["$ref": .string("#/$defs/\(number + 1)")]
        }
        definitions["300"] = true
        #expect(throws: Diagnostic.self) {
            try Schema(compiling: ["$ref": "#/$defs/0", "$defs": .mapping(definitions)])
        }
    }
}

extension Value {
    /// The value with its innermost part replaced.
    fileprivate func settingDeepest(to new: Value) -> Value {
        guard case .mapping(let mapping) = self, let entry = mapping.entries.first else {
            return new
        }
        return [entry.key: entry.value.settingDeepest(to: new)]
    }
}
