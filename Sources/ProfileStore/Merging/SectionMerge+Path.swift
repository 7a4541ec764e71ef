public import Formats
internal import RecordModel

extension SchemaSet {
    /// Reads the schemas that a folder has under `schema/`, in place of those that come along.
    ///
    /// - Throws: What is wrong with one of them, or why one cannot be read.
    public init(inFolder folder: String) throws(StoreError) {
        var own: [String: [UInt8]] = [:]
        for file in try FileSource.workTree(at: folder).schemaFiles() {
            own[file.name] = file.bytes
        }
        do throws(Diagnostic) { try self.init(own: own) } catch { throw .rejected([error]) }
    }
}

extension SectionMerge {
    /// Merges the texts of a file of a store, by its path from the store's root.
    ///
    /// - Throws: `mergeFault` where an edit of a side got lost on the way.
    public init(
        _ texts: ThreeTexts, path: String, schemas: SchemaSet, markers: ConflictMarkers
    ) throws(StoreError) {
        let (section, shapes) = schemas.place(of: path)
        try self.init(texts, section: section, shapes: shapes, file: path, markers: markers)
    }
}
