import Formats
import Foundation
import RecordModel
import Testing

/// The official test suite of JSON Schema: beside the checkout, or where `.ci/install-test-tools`
/// puts it.
struct OfficialSuite {
    /// One schema of the suite with the values that it judges.
    struct Group: Sendable, CustomTestStringConvertible {
        let draft: String
        let file: String
        let description: String
        let schema: Value
        let tests: [(description: String, data: Value, isValid: Bool)]

        /// The name by which the list of exceptions knows it.
        var name: String { "\(draft)/\(file): \(description)" }
        var testDescription: String { name }

        /// The URI of the draft's metaschema, which a schema that names none is written for.
        var metaschema: String {
            draft == "draft7"
                ? "http://json-schema.org/draft-07/schema#"
                : "https://json-schema.org/\(draft.replacing("draft", with: "draft/"))/schema"
        }

        /// Whether the suite expects formats to be kept.
        var assertsFormats: Bool {
            file.hasPrefix("optional/format/") || file == "optional/content.json"
        }
    }

    /// The folder of the suite, nil where it is not there.
    static let folder: String? = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return ["../shared/peers/json-schema-test-suite", ".build/json-schema-test-suite"]
            .map { root.appendingPathComponent($0).standardized.path }
            .first { FileManager.default.fileExists(atPath: $0 + "/tests") }
    }()

    static let isThere = folder != nil

    /// All groups of a draft, those for optional behaviour included.
    static func groups(_ draft: String) -> [Group] {
        guard let folder else { return [] }
        let root = folder + "/tests/" + draft
        return files(in: root).flatMap { file in
            (value(of: root + "/" + file).list ?? []).map { group in
                Group(
                    draft: draft, file: file, description: group["description"]?.string ?? "",
                    schema: group["schema"] ?? nil,
                    tests: (group["tests"]?.list ?? []).map {
                        (
                            $0["description"]?.string ?? "", $0["data"] ?? nil,
                            $0["valid"]?.bool ?? false
                        )
                    })
            }
        }
    }

    /// The schemas that the suite expects a server on the loopback to hold.
    static let remotes: [String: Value] = {
        guard let folder else { return [:] }
        let root = folder + "/remotes"
        return Dictionary(
            uniqueKeysWithValues: files(in: root).map {
                ("http://localhost:1234/" + $0, value(of: root + "/" + $0))
            })
    }()

    /// What the suite says about the output for a draft: schemas for each form of it.
    static func outputs(_ draft: String) -> [Value] {
        guard let folder else { return [] }
        let root = folder + "/output-tests/\(draft)/content"
        return files(in: root).flatMap { value(of: root + "/" + $0).list ?? [] }
    }

    /// The schema of all outputs of a draft.
    static func outputSchema(_ draft: String) -> Value {
        folder.map { value(of: $0 + "/output-tests/\(draft)/output-schema.json") } ?? nil
    }

    private static func files(in folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
    }

    private static func value(of path: String) -> Value {
        do {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            return try JSONReader().read(bytes, file: path).value
        } catch {
            // A file of the suite that cannot be read is a group that fails.
            return [["description": .string("\(error)"), "schema": nil, "tests": []]]
        }
    }
}
