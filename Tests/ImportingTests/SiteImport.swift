import JSONSchema
import Layouts
import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Importing

/// Imports sites that tests write down, and expects of each that every word is accounted for and
/// that the record has no error.
struct SiteImport {
    private let schemas: SchemaSet
    private let id: ProfileID

    init() throws {
        schemas = try SchemaSet()
        id = try #require(ProfileID("ada-lovelace"))
    }

    func imported(_ files: [String: String]) -> Imported {
        let site = SiteSource(paths: files.keys.sorted(), texts: files)
        let imported = Importer(schemas: schemas).read(site, as: id)
        let words = imported.report.words
        #expect(
            words.typed + words.verbatim + words.dropped == words.source,
            "\(imported.report.diagnostics.map(\.message))")
        for (name, schema) in schemas.sections {
            guard let section = imported.record.value[name] else { continue }
            let errors = schema.validate(section).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
        }
        return imported
    }
}

extension Imported {
    /// What the record's layout says of a section.
    func choice(_ section: String) -> Value? {
        record.value["profile"]?["layout"]?["sections"]?.list?.first {
            $0["section"]?.string == section
        }
    }

    /// The texts that were left out for a reason.
    func dropped(_ reason: DroppedText.Reason) -> [String] {
        report.dropped.filter { $0.reason == reason }.map(\.text)
    }
}
