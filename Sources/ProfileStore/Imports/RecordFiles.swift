internal import Formats
public import RecordModel

/// The files that hold a record.
public struct RecordFiles: Sendable {
    private let schemas: SchemaSet

    /// Makes files that fit some schemas.
    public init(schemas: SchemaSet) { self.schemas = schemas }

    /// Returns the section files of a record, by their path from the store's root.
    public func files(of record: Record) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in schemas.sectionNames {
            guard let value = record.value[name] else { continue }
            let shape = schemas.recordShape.shape(ofKey: name)
            let text = SectionFile.modeline(name) + YAMLWriter().text(value, shape: shape)
            files[StoreLayout.file(of: name, in: record.id)] = Array(text.utf8)
        }
        return files
    }

    /// The path from the store's root of a file that a record refers to.
    public static func path(ofAsset name: String, in id: ProfileID) -> String {
        StoreLayout.folder(of: id) + "/" + name
    }
}
