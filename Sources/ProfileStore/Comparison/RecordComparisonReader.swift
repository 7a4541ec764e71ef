internal import Formats
internal import JSONSchema
public import RecordModel

/// Reads the records of two states; serves one task.
public struct RecordComparisonReader {
    let before: FileSource?
    let after: FileSource
    /// The schemas that the records are read with.
    public let schemas: SchemaSet

    /// What was read of one profile.
    public struct Pair: Sendable {
        /// The record before, nil where there was no such profile.
        public let before: Record?
        /// The record after, nil where there is no such profile.
        public let after: Record?
        /// What is wrong with section files that could not be read.
        public let diagnostics: [Diagnostic]
    }

    /// Returns what differs between the two records of a profile.
    ///
    /// Sections that are the same are missing from both, and an entry that is the same in both is
    /// `null` in both: the diff of the two is that of the whole records.
    public func records(of id: ProfileID) throws(StoreError) -> Pair {
        let folder = StoreLayout.folder(of: id)
        let (old, new) = (try before?.listing(folder), try after.listing(folder))
        let names = Set(RecordComparison.differing(old ?? [], new ?? []).map(\.name))
        var (one, other) = (Mapping(), Mapping())
        var diagnostics: [Diagnostic] = []
        for section in schemas.sectionNames {
            let name = section + StoreLayout.sectionSuffix
            guard names.contains(name), let schema = schemas.sections[section] else { continue }
            let file = "\(folder)/\(name)"
            let bytes = (
                try before.flatMap { source throws(StoreError) in
                    try Self.bytes(file, old, name, in: source)
                }, try Self.bytes(file, new, name, in: after)
            )
            guard bytes.0 != bytes.1 else { continue }
            var pair = SectionPair(section, file: file, shapes: schema.shapeTable)
            let values = pair.values(bytes.0, bytes.1)
            diagnostics += pair.diagnostics
            one[section] = values.before
            other[section] = values.after
        }
        return Pair(
            before: old == nil ? nil : Record(id: id, value: .mapping(one)),
            after: new == nil ? nil : Record(id: id, value: .mapping(other)),
            diagnostics: diagnostics)
    }

    /// Returns a section of a profile as it is after, or was before; for a name, not for checking.
    public func section(_ name: String, of id: ProfileID) throws(StoreError) -> Value? {
        if let found = try ProfileReader(source: after, schemas: schemas).section(name, of: id) {
            return found
        }
        return try before.flatMap { source throws(StoreError) in
            try ProfileReader(source: source, schemas: schemas).section(name, of: id)
        }
    }

    /// Returns readers of the profiles before and after.
    public func readers() -> (before: ProfileReader?, after: ProfileReader) {
        (
            before.map { ProfileReader(source: $0, schemas: schemas) },
            ProfileReader(source: after, schemas: schemas)
        )
    }

    /// The bytes of a section file, nil where it is not there or cannot be read.
    private static func bytes(
        _ file: String, _ listing: [FileSource.Listed]?, _ name: String, in source: FileSource
    ) throws(StoreError) -> [UInt8]? {
        guard listing?.contains(where: { $0.entry.name == name && $0.entry.kind == .file }) == true
        else { return nil }
        do throws(StoreError) { return try source.bytes(file, StoreLayout.sectionLimit) } catch {
            // The check of the profile reports it.
            guard UnreadableFile(error) != nil else { throw error }
            return nil
        }
    }
}
