import Formats
import Foundation
import RecordModel

/// The texts of a record with what the schemas say about each of them.
struct SchemaTexts {
    /// One text.
    struct Text {
        /// Where it stands, items of lists as `[]`: `/publications/[]/authors/[]/name`.
        let place: String
        /// What `x-labfolio-text` says: `plain`, `markdown`, `date`, `url`; nil where nothing.
        let kind: String?
        let text: String
    }

    private let schemas: [String: Value]

    /// Reads the schemas of the repository.
    init() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../schema").standardized.path
        var schemas: [String: Value] = [:]
        for (name, _) in RichRecord.sections + [("common", .null)] {
            let file = "\(folder)/\(name).schema.json"
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            schemas[name] = try JSONReader().read(bytes, file: file).value
        }
        self.schemas = schemas
    }

    /// Every text of a record.
    func texts(of record: Value) -> [Text] {
        var texts: [Text] = []
        _ = changing(record) { text in
            texts.append(text)
            return text.text
        }
        return texts
    }

    /// Returns a copy of a record with every text changed.
    func changing(_ record: Value, _ change: (Text) -> String) -> Value {
        guard case .mapping(var mapping) = record else { return record }
        for entry in mapping.entries {
            mapping[entry.key] = changed(
                entry.value, schemas[entry.key] ?? .null, "/" + entry.key, change)
        }
        return .mapping(mapping)
    }

    /// The places that the schemas know and a record has nothing at.
    func missingPlaces(in record: Value) -> [String] {
        RichRecord.sections.flatMap { name, _ in
            missing([record[name]].compactMap { $0 }, schemas[name] ?? .null, "/" + name)
        }
    }

    private func changed(
        _ value: Value, _ schema: Value, _ place: String, _ change: (Text) -> String
    ) -> Value {
        let schema = resolved(schema)
        switch value {
        case .string(let text):
            let kind = schema["x-labfolio-text"]?.string
            return .string(change(Text(place: place, kind: kind, text: text)))
        case .list(let items):
            return .list(items.map { changed($0, schema["items"] ?? .null, place + "/[]", change) })
        case .mapping(var mapping):
            for entry in mapping.entries {
                let inner = schema["properties"]?[entry.key] ?? .null
                mapping[entry.key] = changed(entry.value, inner, "\(place)/\(entry.key)", change)
            }
            return .mapping(mapping)
        default: return value
        }
    }

    private func missing(_ values: [Value], _ schema: Value, _ place: String) -> [String] {
        guard !values.isEmpty else { return [place] }
        let schema = resolved(schema)
        let items = values.flatMap { $0.list ?? [] }
        if let inner = schema["items"] { return missing(items, inner, place + "/[]") }
        return (schema["properties"]?.mapping?.entries ?? []).flatMap { entry in
            missing(values.compactMap { $0[entry.key] }, entry.value, "\(place)/\(entry.key)")
        }
    }

    private func resolved(_ schema: Value) -> Value {
        guard let name = schema["$ref"]?.string?.split(separator: "/").last else { return schema }
        return schemas["common"]?["$defs"]?[String(name)] ?? schema
    }
}
