internal import Formats
public import RecordModel

extension Snapshot {
    /// Returns the snapshot as it would be with other bytes in some of its files.
    ///
    /// The files of profiles can be replaced, made or, with nil, taken away, by their path from
    /// the store's root; which profiles there are stays the same.
    public func replacing(_ files: [String: [UInt8]?]) -> Snapshot {
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
    /// The same files, some of them with other bytes, or new, or gone.
    func replacing(_ files: [String: [UInt8]?]) -> FileSource {
        guard !files.isEmpty else { return self }
        let (bytes, entries) = (bytes, entries)
        return FileSource(
            entries: { folder throws(StoreError) in
                guard var found = try entries(folder) else { return nil }
                let prefix = folder.isEmpty ? "" : folder + "/"
                for (path, bytes) in files where path.hasPrefix(prefix) {
                    let name = String(path.dropFirst(prefix.count))
                    guard !name.contains("/") else { continue }
                    if bytes == nil {
                        found.removeAll { $0.name == name }
                    } else if !found.contains(where: { $0.name == name }) {
                        found.append(Entry(name: name, kind: .file))
                    }
                }
                return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            },
            bytes: { path, limit throws(StoreError) in
                if let replaced = files[path] { return replaced }
                return try bytes(path, limit)
            },
            treeID: { _ throws(StoreError) in nil })
    }
}
