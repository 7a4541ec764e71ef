internal import Formats

extension ExportMemory {
    /// What the name of a memory begins with.
    static let prefix = "export-"
    /// No path is longer.
    private static let headLength = 1 << 13

    /// Removes the memories of targets that are gone: nobody would ever ask for them again.
    ///
    /// One of a folder that is away for a while, on a disk that is not mounted, costs the time of
    /// one export.
    func removeForgotten() {
        for name in (try? FileSystem.names(in: folder)) ?? []
        where name.hasPrefix(Self.prefix) && !name.contains(FileSystem.unfinishedSuffix) {
            let path = folder + "/" + name
            guard let target = Self.target(of: path),
                (try? FileSystem.kind(at: target)) == .some(nil)
            else { continue }
            try? FileSystem.remove(path)
        }
    }

    /// The target that a memory is of; nil where that is not known.
    private static func target(of path: String) -> String? {
        guard let bytes = KeptFile.beginning(of: path, count: headLength),
            bytes.starts(with: opening)
        else { return nil }
        var head = ByteRecord(bytes[opening.count...])
        guard head.nextHash() != nil, let target = head.nextText(), target.hasPrefix("/") else {
            return nil
        }
        return target
    }
}
