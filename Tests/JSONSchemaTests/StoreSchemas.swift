import Formats
import Foundation
import JSONSchema
import RecordModel

/// The schemas of this repository, as they lie in `schema/`.
enum StoreSchemas {
    /// The root of the checkout.
    static let root: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.path
    }()

    static let names: [String] = {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: root + "/schema")
                .filter { $0.hasSuffix(".schema.json") }.map { String($0.dropLast(12)) }.sorted()
        } catch { return [] }
    }()

    /// All schemas by their URIs.
    static let resources: [String: Value] = Dictionary(
        uniqueKeysWithValues: names.map { (uri($0), document($0)) })

    static func uri(_ name: String) -> String {
        "https://labfolio.dev/schema/\(name).schema.json"
    }

    static func document(_ name: String) -> Value {
        do {
            let path = root + "/schema/\(name).schema.json"
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            return try JSONReader().read(bytes, file: path).value
        } catch { return .string("\(error)") }
    }

    /// The compiled schema of a section.
    static func schema(_ name: String) throws -> Schema {
        try Schema(compiling: document(name), resources: resources)
    }

    /// The compiled schema at a place within a file.
    static func schema(_ name: String, at pointer: FieldPath) throws -> Schema {
        try Schema(
            compiling: ["$ref": .string(uri(name) + "#" + pointer.description)],
            resources: resources)
    }

    /// Reads YAML as a store does: plain scalars are text where the schema says so.
    static func value(_ yaml: String, _ schema: Schema) throws -> ParsedText {
        try YAMLReader().read(Array(yaml.utf8), file: "case.yml", shape: schema.shape)
    }
}
