import RecordModel
import TestSupport
import Testing

@testable import JSONSchema

/// The programs that judge values, against the walk that explains them.
@Suite struct JudgeTests {
    /// What the walk along the schema says, without any program.
    private func walk(_ value: Value, _ schema: Schema) -> Bool {
        var evaluation = Evaluation(schema.tables, .judging)
        return evaluation.run(value, schema.root)
    }

    @Test(arguments: UInt64(0)..<40)
    func `a program says what the walk along the schema says`(seed: UInt64) throws {
        var programs = 0
        for part in 0..<50 {
            var generator = SchemaGenerator(seed: seed * 50 + UInt64(part))
            let document = generator.document()
            guard let schema = try? Schema(compiling: document) else { continue }
            guard let judge = schema.judge else { continue }
            programs += 1
            for _ in 0..<20 {
                let value = generator.value()
                guard let answer = judge.accepts(value) else { continue }
                #expect(answer == walk(value, schema), "\(document) on \(value)")
            }
        }
        #expect(programs > 10, "nearly all of the schemas have keywords that no program knows")
    }

    @Test(
        arguments: [
            ["$ref": "#"], ["allOf": [["$ref": "#"]]], ["not": ["$ref": "#"]],
            ["anyOf": [["type": "null"], ["$ref": "#"]]], ["anyOf": [["$ref": "#"], true]],
            ["if": ["$ref": "#"]],
        ] as [Value])
    func `a schema that refers to itself without end is left to the walk`(
        schema: Value
    ) throws {
        let schema = try Schema(compiling: schema)
        #expect(schema.judge == nil)
        #expect(!schema.isValid(["a": [:]]))
    }

    @Test func `a schema that refers to itself further in has a program`() throws {
        let schema = try Schema(compiling: ["properties": ["a": ["$ref": "#"]], "type": "object"])
        #expect(schema.judge?.accepts(["a": ["a": [:]]]) == true)
        #expect(schema.judge?.accepts(["a": ["a": []]]) == false)
    }

    @Test func `a value that is nested deep is left to the walk`() throws {
        let schema = try Schema(compiling: ["items": ["$ref": "#"], "type": "array"])
        let judge = try #require(schema.judge)
        func nested(_ depth: Int) -> Value {
            (0..<depth).reduce(.list([])) { value, _ in .list([value]) }
        }
        #expect(judge.accepts(nested(100)) == true)
        #expect(judge.accepts(nested(300)) == nil)
        #expect(schema.isValid(nested(300)))
    }

    @Test(
        arguments: [
            (["unevaluatedProperties": false], false),
            (["$dynamicRef": "#x", "$dynamicAnchor": "x"], false),
            (["properties": ["a": ["enum": ["x", 1, nil]]]], true),
        ] as [(Value, Bool)])
    func `what depends on other keywords has no program`(schema: Value, hasOne: Bool) throws {
        #expect((try Schema(compiling: schema).judge != nil) == hasOne)
    }

    @Test(arguments: [
        ("e\u{301}", "\u{E9}"), ("K", "\u{212A}"), ("ab", "ba"),
    ])
    func `two texts that only look alike are two`(one: String, other: String) throws {
        let words = try Schema(compiling: ["enum": [.string(one)]])
        #expect(words.isValid(.string(one)) && !words.isValid(.string(other)))
        var properties = Mapping()
        properties[one] = false
        let fields = try Schema(compiling: ["properties": .mapping(properties)])
        #expect(fields.isValid(.mapping(Mapping([other: 1]))))
        #expect(!fields.isValid(.mapping(Mapping([one: 1]))))
    }
}

extension Mapping {
    fileprivate init(_ entries: [String: Value]) {
        self.init()
        for (key, value) in entries { self[key] = value }
    }
}
