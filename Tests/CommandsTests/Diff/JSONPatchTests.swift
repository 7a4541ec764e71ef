import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// The law of patches: carried out one after the other they give exactly the document after.
@Suite struct JSONPatchTests {
    private let shape = ValueGenerator.shape

    @Test(arguments: UInt64(0)..<200)
    func `a patch gives exactly the record after`(block: UInt64) throws {
        for seed in block * 10..<block * 10 + 10 {
            var generator = ValueGenerator(seed: seed)
            let before = generator.record()
            for after in [
                generator.edited(before), generator.reordered(before), generator.record(),
            ] {
                for shape in [shape, Shape.any] {
                    let patch = JSONPatch(from: before, to: after, shape: shape)
                    let result = try PatchedDocument.applying(patch.operations, to: before)
                    #expect(result == after, "seed \(seed): \(before) → \(after)")
                    #expect(try JSONPatch.applied(patch.operations, to: before) == after)
                    if before == after { #expect(patch.operations.isEmpty, "seed \(seed)") }
                }
            }
        }
    }

    @Test func `an item that moved is one operation, whatever else stays`() throws {
        let before: Value = .list(
            (0..<20).map { ["id": .string("e\($0)"), "n": .number(Number($0))] })
        guard case .list(var items) = before else { return }
        items.insert(items.remove(at: 2), at: 17)
        let shape = Shape.list(.any, ListRule(identity: .key("id")))
        let patch = JSONPatch(from: before, to: .list(items), shape: shape)
        #expect(patch.operations == [["op": "move", "from": "/2", "path": "/17"]])
    }

    @Test func `keys with a slash or a tilde are escaped, and numbers are keys in mappings`() throws
    {
        let before: Value = ["a/b": 1, "~": ["0": "x"], "": 2]
        let after: Value = ["a/b": 2, "~": ["0": "y"], "-": 3]
        let patch = JSONPatch(from: before, to: after, shape: .any)
        #expect(
            patch.operations == [
                ["op": "remove", "path": "/"],
                ["op": "replace", "path": "/a~1b", "value": 2],
                ["op": "replace", "path": "/~0/0", "value": "y"],
                ["op": "add", "path": "/-", "value": 3],
            ])
        #expect(try PatchedDocument.applying(patch.operations, to: before) == after)
    }

    /// The examples of RFC 6902, appendix A, and what else it says may not be.
    @Test(
        arguments: [
            (
                #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#,
                #"{"foo":"bar","baz":"qux"}"#
            ),
            (
                #"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#,
                #"{"foo":["bar","qux","baz"]}"#
            ),
            (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
            (
                #"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#,
                #"{"foo":["bar","baz"]}"#
            ),
            (
                #"{"baz":"qux"}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
                #"{"baz":"boo"}"#
            ),
            (
                #"{"foo":{"bar":"baz","w":"fred"},"qux":{"c":"g"}}"#,
                #"[{"op":"move","from":"/foo/w","path":"/qux/t"}]"#,
                #"{"foo":{"bar":"baz"},"qux":{"c":"g","t":"fred"}}"#
            ),
            (
                #"{"foo":["all","grass","cows","eat"]}"#,
                #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
                #"{"foo":["all","cows","eat","grass"]}"#
            ),
            (
                #"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc"]}]"#,
                #"{"foo":["bar",["abc"]]}"#
            ),
            (
                #"{"a":1}"#,
                #"[{"op":"copy","from":"/a","path":"/b"},{"op":"test","path":"/b","value":1.0}]"#,
                #"{"a":1,"b":1}"#
            ),
            (
                #"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#,
                #"{"/":9,"~1":10}"#
            ),
            (#"{"a":1}"#, #"[{"op":"add","path":"","value":{"b":2}}]"#, #"{"b":2}"#),
            (
                #"{"baz":"qux"}"#, #"[{"op":"test","path":"/baz","value":"bar"}]"#,
                "operation 1: /baz holds something else"
            ),
            (
                #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz/bat","value":"qux"}]"#,
                "operation 1: there is nothing at /baz/bat"
            ),
            (
                #"{"a":1}"#, #"[{"op":"add","path":"/b","value":1},{"op":"remove","path":"/c"}]"#,
                "operation 2: there is nothing at /c"
            ),
            (
                #"{"a":[1]}"#, #"[{"op":"add","path":"/a/2","value":1}]"#,
                "operation 1: there is nothing at /a/2"
            ),
            (
                #"{"a":[1]}"#, #"[{"op":"replace","path":"/a/00","value":1}]"#,
                "operation 1: there is nothing at /a/00"
            ),
            (
                #"{"a":[1]}"#, #"[{"op":"remove","path":"/a/-"}]"#,
                "operation 1: there is nothing at /a/-"
            ),
            (
                #"{"a":{}}"#, #"[{"op":"move","from":"/a","path":"/a/b"}]"#,
                "operation 1: it moves a value into itself"
            ),
            (#"{"a":1}"#, #"[{"op":"add","path":"/a"}]"#, "operation 1: it has no `value`"),
            (
                #"{"a":1}"#, #"[{"op":"add","path":"a","value":1}]"#,
                "operation 1: `a` is no JSON Pointer"
            ),
            (
                #"{"a":1}"#, #"[{"op":"spam","path":"/a"}]"#,
                "operation 1: there is no operation `spam`"
            ),
            (#"{"a":1}"#, #"[7]"#, "operation 1: it is no object"),
            (
                #"{"a":1}"#, #"[{"op":"remove","path":""}]"#,
                "operation 1: it removes the whole record"
            ),
        ])
    func `a patch is applied as a whole or not at all`(
        document: String, patch: String, expected: String
    ) throws {
        let operations = try #require(try Self.value(patch).list)
        let before = try Self.value(document)
        do throws(JSONPatch.Failure) {
            let result = try JSONPatch.applied(operations, to: before)
            #expect(result == (try? Self.value(expected)))
        } catch { #expect(error.message == expected) }
    }

    private static func value(_ text: String) throws -> Value {
        try JSONReader().read(Array(text.utf8), file: "").value
    }

    private static let hasPython = OtherPatcher.isInstalled

    @Test(.enabled(if: hasPython, "needs jsonpatch in .build/python"))
    func `another implementation gives the same`() throws {
        let folder = try TemporaryFolder()
        var lines: [String] = []
        for seed in UInt64(0)..<500 {
            var generator = ValueGenerator(seed: seed)
            let before = generator.record()
            for after in [generator.edited(before), generator.record()] {
                let patch = JSONPatch(from: before, to: after, shape: shape)
                lines.append(
                    VisibleText.json([before, after, .list(patch.operations)], style: .compact))
            }
        }
        let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "cases")
        let outcome = try SystemCommand.run(
            OtherPatcher.python, ["-c", OtherPatcher.program, file])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "1000 right\n")
    }
}

/// Carries a patch out, as RFC 6902 says.
enum PatchedDocument {
    struct Failure: Error { let operation: Value }

    static func applying(_ operations: [Value], to document: Value) throws -> Value {
        var document = document
        for operation in operations {
            guard let path = operation["path"]?.string.flatMap(FieldPath.init(parsing:)) else {
                throw Failure(operation: operation)
            }
            switch operation["op"]?.string {
            case "add":
                document = try set(path.steps[...], operation["value"], in: document, operation)
            case "replace":
                document = try remove(path.steps[...], in: document, operation).rest
                document = try set(path.steps[...], operation["value"], in: document, operation)
            case "remove": document = try remove(path.steps[...], in: document, operation).rest
            case "move":
                let from = operation["from"]?.string.flatMap(FieldPath.init(parsing:))
                let (value, rest) = try remove((from?.steps ?? [])[...], in: document, operation)
                document = try set(path.steps[...], value, in: rest, operation)
            default: throw Failure(operation: operation)
            }
        }
        return document
    }

    private static func set(
        _ steps: ArraySlice<String>, _ new: Value?, in value: Value, _ operation: Value
    ) throws -> Value {
        guard let new else { throw Failure(operation: operation) }
        guard let step = steps.first else { return new }
        let rest = steps.dropFirst()
        switch value {
        case .mapping(var mapping):
            guard rest.isEmpty || mapping[step] != nil else { throw Failure(operation: operation) }
            mapping[step] =
                rest.isEmpty ? new : try set(rest, new, in: mapping[step] ?? .null, operation)
            return .mapping(mapping)
        case .list(var items):
            guard let index = Int(step), index >= 0,
                index < items.count || (rest.isEmpty && index == items.count)
            else { throw Failure(operation: operation) }
            if rest.isEmpty {
                items.insert(new, at: index)
            } else {
                items[index] = try set(rest, new, in: items[index], operation)
            }
            return .list(items)
        default: throw Failure(operation: operation)
        }
    }

    private static func remove(
        _ steps: ArraySlice<String>, in value: Value, _ operation: Value
    ) throws -> (value: Value, rest: Value) {
        guard let step = steps.first else { return (value, .null) }
        let rest = steps.dropFirst()
        switch value {
        case .mapping(var mapping):
            guard let inner = mapping[step] else { throw Failure(operation: operation) }
            guard !rest.isEmpty else {
                mapping[step] = nil
                return (inner, .mapping(mapping))
            }
            let found = try remove(rest, in: inner, operation)
            mapping[step] = found.rest
            return (found.value, .mapping(mapping))
        case .list(var items):
            guard let index = Int(step), items.indices.contains(index) else {
                throw Failure(operation: operation)
            }
            guard !rest.isEmpty else { return (items.remove(at: index), .list(items)) }
            let found = try remove(rest, in: items[index], operation)
            items[index] = found.rest
            return (found.value, .list(items))
        default: throw Failure(operation: operation)
        }
    }
}

/// Python's jsonpatch, where `.ci/install-test-tools` could install it.
enum OtherPatcher {
    static let python: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root = root.deletingLastPathComponent() }
        return root.appendingPathComponent(".build/python/bin/python3").path
    }()

    static let isInstalled =
        (try? SystemCommand.run(python, ["-c", "import jsonpatch"]))?.status == 0

    static let program = """
        import json, sys, jsonpatch
        right = 0
        for line in open(sys.argv[1], encoding="utf-8"):
            before, after, patch = json.loads(line)
            result = jsonpatch.apply_patch(before, patch)
            assert json.dumps(result, sort_keys=True) == json.dumps(after, sort_keys=True), line
            right += 1
        print(right, "right")
        """
}
