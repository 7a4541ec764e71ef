internal import Formats
internal import Git
internal import ProfileStore

/// What stands in a target before an export: the files of a folder, or of a tree of git's.
///
/// All that a plan needs to know of a target; so what is planned for a folder and what is planned
/// for a commit is decided by the same rules.
struct TargetContents {
    /// Returns what stands at a path, nil where nothing does; a link is not followed.
    let kind: (String) throws(ExportError) -> FileSystem.Kind?
    /// Returns the names in a folder, sorted by their bytes.
    let names: (String) throws(ExportError) -> [String]
    /// Returns the bytes of a file, nil where nothing is there.
    let read: (String) throws(ExportError) -> [UInt8]?

    /// The files below a folder.
    static func folder(_ root: String) -> TargetContents {
        TargetContents(
            kind: { path throws(ExportError) in
                try ExportError.file { () throws(FileError) in
                    try FileSystem.kind(at: root + "/" + path)
                }
            },
            names: { path throws(ExportError) in
                try ExportError.file { () throws(FileError) in
                    try FileSystem.names(in: root + "/" + path)
                }
            },
            read: { path throws(ExportError) in
                try ExportError.file { () throws(FileError) in
                    do throws(FileError) { return try FileSystem.read(root + "/" + path) } catch {
                        if error.code == .notFound { return nil }
                        throw error
                    }
                }
            })
    }

    /// The files of a tree.
    static func tree(_ root: TreeID, in repository: Repository) -> TargetContents {
        func entry(_ path: String) throws(ExportError) -> TreeEntry.Target? {
            try ExportError.git { () throws(GitError) in
                try repository.entry(at: path, in: root)?.target
            }
        }
        return TargetContents(
            kind: { path throws(ExportError) in
                switch try entry(path) {
                case .blob(let id), .executable(let id):
                    .file(
                        size: try ExportError.git { () throws(GitError) in
                            try repository.blobSize(id)
                        })
                case .tree: .folder
                case .symlink: .symbolicLink
                case .submodule: .other
                case nil: nil
                }
            },
            names: { path throws(ExportError) in
                guard let tree = try entry(path)?.treeID else { return [] }
                return try ExportError.git { () throws(GitError) in
                    try repository.tree(tree).map(\.name)
                        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                }
            },
            read: { path throws(ExportError) in
                guard let blob = try entry(path)?.blobID else { return nil }
                return try ExportError.git { () throws(GitError) in
                    try repository.blob(blob, limit: fileLimit)
                }
            })
    }

    /// The largest file of a tree that is read, in bytes: what an asset may have.
    private static let fileLimit = 64 << 20
}

extension ExportError {
    /// Runs a call of a repository and widens its error.
    static func git<Result>(_ call: () throws(GitError) -> Result) throws(ExportError) -> Result {
        do throws(GitError) { return try call() } catch { throw .store(.git(error)) }
    }
}
