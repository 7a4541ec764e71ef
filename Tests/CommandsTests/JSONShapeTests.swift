import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// The shapes that other programs rely on: these keys, in this order.
@Suite(.enabled(if: GitOracle.isInstalled)) struct JSONShapeTests {
    let lab: LabFixture

    init() throws { lab = try LabFixture() }

    /// The keys of the first mapping that begins at a depth of indentation.
    private func keys(_ output: String, depth: Int) -> [String] {
        let margin = String(repeating: " ", count: depth * 2) + "\""
        var keys: [String] = []
        for line in output.split(separator: "\n") where line.hasPrefix(margin) {
            let key = line.dropFirst(margin.count).prefix { $0 != "\"" }
            if keys.contains(String(key)) { break }
            keys.append(String(key))
        }
        return keys
    }

    private func output(_ arguments: String...) async -> String {
        await RecordingTerminal(folder: lab.path).run(arguments).output
    }

    @Test func `validate`() async throws {
        try lab.oracle.write("x: 1\n", to: "profiles/alan-turing/profile.yml")
        let text = await output("validate", "--format", "json")
        #expect(keys(text, depth: 1) == ["profiles", "errors", "warnings", "diagnostics"])
        #expect(
            keys(text, depth: 3) == [
                "code", "severity", "message", "hint", "profile", "path", "file", "line", "column",
                "fingerprint", "related", "fix",
            ])
    }

    @Test func `diff`() async throws {
        let text = await output("diff", "v1", "main", "--format", "json")
        #expect(keys(text, depth: 1) == ["before", "after", "changes"])
        #expect(keys(text, depth: 3) == ["profile", "path", "kind", "before", "after"])
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(value?["before"] as? String == (try lab.oracle.git("rev-parse", "v1")))
        let tree = await output("diff", "v1", "--format", "json")
        let other = try JSONSerialization.jsonObject(with: Data(tree.utf8)) as? [String: Any]
        #expect(other?["after"] is NSNull)
        let kinds = (value?["changes"] as? [[String: Any]] ?? []).compactMap {
            $0["kind"] as? String
        }
        #expect(!kinds.isEmpty)
        #expect(Set(kinds).isSubset(of: ["add", "remove", "replace", "move"]))
    }

    @Test func `schema check`() async throws {
        try lab.oracle.write(#"{"type": "object", "required": ["a"]}"#, to: "s.json")
        try lab.oracle.write("{}\n[]\n{\"a\": 1}\n", to: "i.jsonl")
        let text = await output("schema", "check", "--lines", "--schema", "s.json", "i.jsonl")
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[2] == #"{"valid":true,"errors":[]}"#)
        for line in lines {
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(Set(value?.keys ?? [:].keys) == ["valid", "errors"])
            for error in value?["errors"] as? [[String: Any]] ?? [] {
                #expect(
                    Set(error.keys) == [
                        "instanceLocation", "keywordLocation", "absoluteKeywordLocation", "error",
                    ])
            }
        }
    }
}
