import Foundation
import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// What `labfolio explain` says, and that it says something of every finding.
@Suite struct ExplanationTests {
    /// The sources of the tool, nil where the tests are without them.
    private static let sources: [String]? = {
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path + "/Sources"
        guard let names = FileManager.default.enumerator(atPath: folder) else { return nil }
        let texts = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
            .compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
            .map { String(decoding: $0, as: UTF8.self) }
        return texts.isEmpty ? nil : texts
    }()

    /// The codes that the sources declare, and those that keywords of schemas give.
    private static func declaredCodes() throws -> Set<String> {
        var codes: Set<String> = []
        let declaration = /(?:Self|Diagnostic\.Code) = "([a-z]+\.[a-z0-9-]+)"/
        // A rule declares its code as the first argument of its value.
        let rule = /Rule\(\s*"(lint\.[a-z0-9-]+)"/
        let failure = /fail\(\s*"([A-Za-z$]+)", id/
        // Keywords that are checked by one function hand their name on.
        let family = /case ((?:"[A-Za-z]+", )+"[A-Za-z]+"):/
        for text in try #require(sources) {
            for match in text.matches(of: declaration) { codes.insert(String(match.1)) }
            for match in text.matches(of: rule) { codes.insert(String(match.1)) }
            for match in text.matches(of: failure) { codes.insert(code(of: match.1)) }
            guard text.contains("SchemaCompiler") else { continue }
            for match in text.matches(of: family) {
                for name in match.1.matches(of: /"(m[A-Za-z]+|ex[A-Za-z]+)"/) {
                    codes.insert(code(of: name.1))
                }
            }
        }
        // What other functions hand on to the one that reports.
        return codes.union([
            "schema.any-of", "schema.content-encoding", "schema.content-media-type",
            "schema.contains", "schema.min-contains", "schema.dependencies",
            "schema.dependent-required", "schema.enum", "schema.ref", "schema.unknown-field",
        ])
    }

    private static func code(of keyword: Substring) -> String {
        switch keyword {
        case "additionalProperties": "schema.unknown-field"
        case "uniqueItems": "schema.duplicate"
        default:
            "schema."
                + keyword.replacing(/[A-Z]/) { "-" + $0.output.lowercased() }.replacing(
                    "$", with: "")
        }
    }

    @Test(.enabled(if: sources != nil, "needs the sources beside the tests"))
    func `every code is explained, and nothing else is`() throws {
        let declared = try Self.declaredCodes()
        #expect(declared.count > 60)
        let explained = Explanation.all.map(\.code.rawValue)
        #expect(Set(explained).count == explained.count, "a code is explained twice")
        #expect(declared.subtracting(explained) == [], "codes without an explanation")
        #expect(Set(explained).subtracting(declared) == [], "explanations without a code")
    }

    @Test(arguments: Explanation.all) func `an explanation has its parts`(
        explanation: Explanation
    ) {
        #expect(!explanation.summary.isEmpty && explanation.summary.count <= 80)
        #expect(Explanation.moduleOrder.contains(explanation.module))
        #expect(!explanation.reason.isEmpty && !explanation.remedy.isEmpty)
        #expect(explanation.bad == nil || explanation.good != nil)
    }

    @Test func `text is wrapped for the terminal`() async throws {
        var terminal = RecordingTerminal(folder: "/")
        for (columns, limit) in [(nil, 80), ("60", 60), ("500", 100), ("x", 80)] {
            terminal.environment["COLUMNS"] = columns
            for explanation in Explanation.all {
                let outcome = await terminal.run(["explain", explanation.code.rawValue])
                #expect(outcome.status == 0)
                for line in outcome.output.split(separator: "\n") where !line.hasPrefix(" ") {
                    #expect(line.count <= limit, "\(line)")
                }
            }
        }
    }

    @Test func `what is typed and what comes of it`() async throws {
        var transcript = Transcript(in: "/")
        await transcript.run("explain", "schema.unknown-field")
        await transcript.run("explain", "yaml.edit-alias", "--format", "json")
        await transcript.run("explain", "unknown-field")
        await transcript.run("explain", "schema.requird")
        await transcript.run("explain", "x")
        await transcript.run("explain", "a", "b")
        #expect(try transcript.mismatch("explain") == nil)
    }

    @Test func `without a code all of them are listed, by module`() async throws {
        let terminal = RecordingTerminal(folder: "/")
        let text = await terminal.run(["explain"]).output
        let json = await terminal.run(["explain", "--format", "json"]).output
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
        #expect(value?.count == Explanation.all.count)
        for explanation in Explanation.all {
            #expect(text.contains("  \(explanation.code.rawValue) "))
            #expect(text.contains("\n\(explanation.module)\n") || text.hasPrefix("store\n"))
        }
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
