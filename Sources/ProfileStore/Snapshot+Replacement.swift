public import RecordModel

extension Snapshot {
    /// Returns the snapshot as it would be with other bytes in some of its files.
    ///
    /// Only section files can be replaced: those that are there, by their path from the store's
    /// root.
    public func replacing(_ files: [String: [UInt8]]) -> Snapshot {
        var result = self
        result.replacements.merge(files) { $1 }
        return result
    }
}

extension ProfileReader {
    /// The section file that a field stands in, by its path from the store's root; nil for the
    /// root of the record.
    public static func file(of path: FieldPath, in id: ProfileID) -> String? {
        path.steps.first.map { StoreLayout.file(of: $0, in: id) }
    }

    /// Returns the bytes of a section file by its path from the store's root, nil where it is not
    /// there.
    public func bytes(of file: String) throws(StoreError) -> [UInt8]? {
        try source.bytes(file, StoreLayout.sectionLimit)
    }
}

extension FileSource {
    /// The same files, some of them with other bytes.
    func replacing(_ files: [String: [UInt8]]) -> FileSource {
        guard !files.isEmpty else { return self }
        let bytes = bytes
        return FileSource(
            entries: entries,
            bytes: { path, limit throws(StoreError) in
                if let replaced = files[path] { return replaced }
                return try bytes(path, limit)
            },
            treeID: { _ throws(StoreError) in nil })
    }
}
