#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension FileSystem {
    /// What a name in a folder stands for.
    public enum EntryKind: Hashable, Sendable {
        case file
        case folder
        case symbolicLink
        /// A device, a socket or a pipe; in git's trees a repository within the repository.
        case other
    }

    /// Returns the names in a folder, sorted by their bytes, without `.` and `..`.
    ///
    /// A name that is not UTF-8 throws: nothing of ours is called so, and a repaired name would
    /// name nothing.
    public static func names(in folder: String) throws(FileError) -> [String] {
        try listing(of: folder).map(\.name)
    }

    /// Returns the names in a folder as `names(in:)` does, and what they stand for.
    ///
    /// Most file systems tell both at once, so that ten thousand names need not be looked at one by
    /// one.
    public static func entries(
        in folder: String
    ) throws(FileError) -> [(name: String, kind: EntryKind)] {
        var entries: [(name: String, kind: EntryKind)] = []
        for (name, type) in try listing(of: folder) {
            let kind: EntryKind
            switch Int(type) {
            case Int(DT_REG): kind = .file
            case Int(DT_DIR): kind = .folder
            case Int(DT_LNK): kind = .symbolicLink
            case Int(DT_UNKNOWN):
                // Gone since it was listed.
                guard let found = try Self.kind(at: folder + "/" + name) else { continue }
                kind = EntryKind(found)
            default: kind = .other
            }
            entries.append((name, kind))
        }
        return entries
    }

    /// The names in a folder in their order, with the types that the file system gives.
    private static func listing(
        of folder: String
    ) throws(FileError) -> [(name: String, type: UInt8)] {
        guard let stream = opendir(folder) else { throw FileError(number: errno, "list", folder) }
        defer { closedir(stream) }
        var entries: [(name: String, type: UInt8)] = []
        var isASCII = true
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else { throw FileError(.other(EILSEQ), "list", folder) }
            if name != ".", name != ".." { entries.append((name, entry.pointee.d_type)) }
            isASCII = isASCII && name.utf8.allSatisfy { $0 < 0x80 }
        }
        // Of texts in ASCII the standard library's own order is that of the bytes, and the fastest.
        if isASCII {
            entries.sort { $0.name < $1.name }
        } else {
            entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        return entries
    }
}

extension FileSystem.EntryKind {
    init(_ kind: FileSystem.Kind) {
        self =
            switch kind {
            case .file: .file
            case .folder: .folder
            case .symbolicLink: .symbolicLink
            case .other: .other
            }
    }
}
