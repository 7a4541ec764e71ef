import Formats
import Foundation
import Linting
import Profiles
import RecordModel
import TestSupport
import Testing

/// The rules on records that are fine: this repository's own, and generated ones.
struct OwnRecordTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized

    static let profiles: [String] = {
        let folder = root.appending(path: "profiles").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }()

    private let lint = Lint(LintSettings(today: DateText("2026-11-21")))

    private func record(_ id: String) throws -> Record {
        let folder = Self.root.appending(path: "profiles/\(id)")
        var sections = Mapping()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where file.hasSuffix(".yml") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            sections[String(file.dropLast(4))] = try Record(example: text).value
        }
        return Record(id: try #require(ProfileID(id)), value: .mapping(sections))
    }

    @Test(arguments: profiles)
    func `a record of this repository has no findings`(id: String) throws {
        let findings = lint.findings(in: Subject(try record(id)))
        #expect(findings.map { "\($0.code.rawValue) \($0.path ?? .root)" } == [])
    }

    @Test func `the records of this repository agree`() throws {
        let facts = try Self.profiles.map { lint.facts(of: Subject(try record($0))) }
        #expect(lint.findings(across: facts).map(\.message) == [])
        #expect(facts.count > 3)
    }

    @Test(arguments: 0..<8)
    func `a generated record has no findings`(number: Int) throws {
        var sections = Mapping()
        for (section, value) in StoreGenerator().record(number) { sections[section] = value }
        let id = try #require(ProfileID(StoreGenerator().id(number)))
        let findings = lint.findings(in: Subject(Record(id: id, value: .mapping(sections))))
        #expect(findings.map { "\($0.code.rawValue) \($0.path ?? .root)" } == [])
    }

    /// Puts a broken link under every key that a schema knows: it is found exactly where the
    /// schema says Markdown.
    @Test func `texts are Markdown where the schemas say so`() throws {
        let kinds = try Self.textKinds()
        for (key, kind) in kinds where key != "private_notes" {
            let value: Value = .mapping(Mapping.with(key, "[x]()"))
            let record = Record(
                id: try #require(ProfileID("someone")), value: ["profile": value])
            let isFound = lint.findings(in: Subject(record)).contains {
                $0.code == "lint.broken-link"
            }
            // `description` is Markdown of a project and plain text of a site.
            #expect(isFound == kind.contains("markdown"), "\(key)")
        }
        #expect(kinds.count > 60)
    }

    private static func textKinds() throws -> [String: Set<String>] {
        let folder = root.appending(path: "schema")
        func read(_ name: String) throws -> Any {
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appending(path: name)))
        }
        let common = try #require(try read("common.schema.json") as? [String: Any])
        let definitions = try #require(common["$defs"] as? [String: Any])
        var kinds: [String: Set<String>] = [:]
        func visit(_ schema: Any?, key: String) {
            guard var schema = schema as? [String: Any] else { return }
            let name = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init)
            if let name, let definition = definitions[name] as? [String: Any] {
                schema.merge(definition) { own, _ in own }
            }
            if let kind = schema["x-labfolio-text"] as? String {
                kinds[key, default: []].insert(kind)
            }
            for (key, inner) in schema["properties"] as? [String: Any] ?? [:] {
                visit(inner, key: key)
            }
            visit(schema["items"], key: key)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where !file.hasPrefix("common") && !file.hasPrefix("labfolio") {
            visit(try read(file), key: "")
        }
        return kinds
    }
}

extension Mapping {
    fileprivate static func with(_ key: String, _ value: Value) -> Mapping {
        var mapping = Mapping()
        mapping[key] = value
        return mapping
    }
}
