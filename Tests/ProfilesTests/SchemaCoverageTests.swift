import Foundation
import Profiles
import RecordModel
import TestSupport
import Testing

/// The schemas are the single source of truth for fields; the views have to keep up with them.
@Suite struct SchemaCoverageTests {
    private static let sections = Record.rich.value.mapping?.keys ?? []

    @Test(arguments: sections)
    func `the made-up record has every field of the schema`(section: String) throws {
        let schema = try read(section)
        // A section's schema is that of its list, but for the person's.
        let item = schema["items"] as? [String: Any] ?? schema
        try compare(item, with: Record.rich.value[section], at: "/\(section)")
    }

    private func compare(_ schema: [String: Any], with value: Value?, at path: String) throws {
        let examples = value?.list ?? [value ?? .null]
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        // `show` is obeyed before there are views.
        for (key, property) in properties where !["private_notes", "show"].contains(key) {
            // What never leaves the store is in no view.
            guard property["x-labfolio-private"] == nil else { continue }
            let step = "\(path)/\(key)"
            let found = examples.compactMap { $0[key] }
            #expect(!found.isEmpty, "\(step) is in the schema but in no view")
            // Definitions that sections share are looked at where they first appear in full.
            let inner = property["items"] as? [String: Any] ?? property
            guard inner["$ref"] == nil else { continue }
            try compare(inner, with: found.first, at: step)
        }
    }

    private func read(_ name: String) throws -> [String: Any] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../schema/\(name).schema.json")
        let content = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        return content as? [String: Any] ?? [:]
    }
}
