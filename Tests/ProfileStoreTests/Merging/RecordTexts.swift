import Formats
import Foundation
import JSONSchema
import RecordModel
import TestSupport

@testable import ProfileStore

/// A record with the files that it is read from.
struct RecordTexts: Sendable {
    let name: String
    let value: Value
    /// The text of each section.
    let sections: [String: [UInt8]]

    static let schemas: SchemaSet? = {
        do { return try SchemaSet() } catch { return nil }
    }()

    /// The records of this repository.
    static let real: [RecordTexts] = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.path + "/profiles"
        let files = FileManager.default
        do {
            return try files.contentsOfDirectory(atPath: folder).sorted().map { id in
                var sections: [String: [UInt8]] = [:]
                for file in try files.contentsOfDirectory(atPath: "\(folder)/\(id)")
                where file.hasSuffix(".yml") {
                    sections[String(file.dropLast(4))] = Array(
                        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(id)/\(file)")))
                }
                return try RecordTexts(name: id, sections: sections)
            }
        } catch { return [] }
    }()

    /// Generated records, as people would have written them.
    static let generated: [RecordTexts] = {
        var generator = StoreGenerator()
        generator.publications = 8
        generator.news = 5
        do {
            return try (0..<8).map { number in
                var sections: [String: [UInt8]] = [:]
                for (section, value) in generator.record(number) {
                    sections[section] = Array(text(value, section).utf8)
                }
                return try RecordTexts(name: generator.id(number), sections: sections)
            }
        } catch { return [] }
    }()

    init(name: String, sections: [String: [UInt8]]) throws {
        var mapping = Mapping()
        for (section, bytes) in sections.sorted(by: { $0.key < $1.key }) {
            mapping[section] = try Self.read(bytes, section)
        }
        self.name = name
        self.sections = sections
        value = .mapping(mapping)
    }

    /// The texts of an edited record: those of this one, edited where the record was.
    func sections(of edited: Value) throws -> [String: [UInt8]] {
        var result = sections
        for entry in edited.mapping?.entries ?? [] where entry.value != value[entry.key] {
            guard let bytes = sections[entry.key] else {
                result[entry.key] = Array(Self.text(entry.value, entry.key).utf8)
                continue
            }
            result[entry.key] = try YAMLEditor().edited(
                bytes, by: [FieldEdit(.root, entry.value)], shape: Self.shape(entry.key),
                file: entry.key + ".yml")
        }
        return result
    }

    static func shape(_ section: String) -> Shape { schemas?.sections[section]?.shape ?? .any }

    static func read(_ bytes: [UInt8], _ section: String) throws -> Value {
        try YAMLReader().read(bytes, file: section + ".yml", shape: shape(section)).value
    }

    private static func text(_ value: Value, _ section: String) -> String {
        "# yaml-language-server: $schema=../../schema/\(section).schema.json\n"
            + YAMLWriter().text(value, shape: shape(section))
    }
}
