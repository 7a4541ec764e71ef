import Foundation
import RecordModel

/// Looks a value over with the project's schemas: the keywords that these use, and no others.
///
/// The validator itself is a module that this one does not know; two programs that agree are worth
/// more than one.
struct SchemaCheck {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../schema").standardizedFileURL
    private let schemas: [String: [String: Any]]

    init() throws {
        var schemas: [String: [String: Any]] = [:]
        for name in [
            "common", "profile", "news", "publications", "positions", "education", "awards",
            "service", "teaching", "talks", "projects",
        ] {
            let data = try Data(contentsOf: folder.appending(path: "\(name).schema.json"))
            schemas[name] = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        }
        self.schemas = schemas
    }

    /// Returns what is wrong with the fields of an entry, whose `id` somebody else makes.
    func faults(of fields: Mapping, in section: String) -> [String] {
        let schema = schemas[section] ?? [:]
        let entry = section == "profile" ? schema : schema["items"] as? [String: Any] ?? [:]
        return faults(
            .mapping(fields), entry, at: "", without: section == "profile" ? ["name"] : ["id"])
    }

    private func faults(
        _ value: Value, _ schema: [String: Any], at path: String, without given: Set<String> = []
    ) -> [String] {
        var faults: [String] = []
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            let definition =
                (schemas["common"]?["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
            faults += self.faults(value, definition, at: path, without: given)
        }
        switch value {
        case .mapping(let mapping):
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for key in schema["required"] as? [String] ?? []
            where mapping[key] == nil && !given.contains(key) {
                faults.append("\(path): \(key) is missing")
            }
            for entry in mapping.entries {
                if let property = properties[entry.key] {
                    faults += self.faults(entry.value, property, at: path + "/" + entry.key)
                } else if schema["additionalProperties"] as? Bool == false {
                    faults.append("\(path): \(entry.key) is unknown")
                }
            }
        case .list(let items):
            let item = schema["items"] as? [String: Any] ?? [:]
            if items.count < schema["minItems"] as? Int ?? 0 { faults.append("\(path): too few") }
            if schema["uniqueItems"] as? Bool == true, Set(items).count < items.count {
                faults.append("\(path): twice the same")
            }
            for (index, value) in items.enumerated() {
                faults += self.faults(value, item, at: "\(path)/\(index)")
            }
        case .string(let text):
            if let type = schema["type"] as? String, type != "string" {
                faults.append("\(path): no \(type)")
            }
            if let options = schema["enum"] as? [String], !options.contains(text) {
                faults.append("\(path): \(text) is no option")
            }
            if text.unicodeScalars.count < schema["minLength"] as? Int ?? 0 {
                faults.append("\(path): empty")
            }
            if let limit = schema["maxLength"] as? Int, text.unicodeScalars.count > limit {
                faults.append("\(path): too long")
            }
            if let pattern = schema["pattern"] as? String,
                text.range(of: pattern, options: .regularExpression) == nil
            {
                faults.append("\(path): \(text.prefix(80)) is not \(pattern.prefix(40))")
            }
        case .bool, .number, .null:
            if let type = schema["type"] as? String, !["boolean", "integer"].contains(type) {
                faults.append("\(path): no \(type)")
            }
        }
        return faults
    }
}
