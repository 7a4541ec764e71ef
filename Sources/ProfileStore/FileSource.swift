internal import Formats
internal import Git
internal import RecordModel

/// Where the files of a store are read from: a folder, a commit or the index.
///
/// A value of functions: whoever reads records does not know which of the three it is. A source
/// serves one task, as the repository behind it does.
struct FileSource {
    typealias Kind = FileSystem.EntryKind

    /// One name in a folder.
    struct Entry {
        let name: String
        let kind: Kind

        /// Whether the name leads out of its folder or into git's own, on any file system.
        var isUnsafe: Bool {
            name == "." || name == ".." || name.isEmpty || name.lowercased() == ".git"
        }
    }

    /// The entries of a folder, by their path from the store's root, in the order of their names;
    /// nil where there is no such folder.
    let entries: (_ folder: String) throws(StoreError) -> [Entry]?
    /// One name in a folder, and what tells its content from any other.
    struct Listed {
        let entry: Entry
        /// What the name stands for; nil where that would have to be read.
        let content: TreeEntry.Target?
    }

    /// The bytes of a file, by its path from the store's root; nil where there is no such file.
    let bytes: (_ path: String, _ limit: Int) throws(StoreError) -> [UInt8]?
    /// An id that changes whenever anything in a folder does, nil where the source has none.
    let treeID: (_ folder: String) throws(StoreError) -> TreeID?
    /// As `entries`, with what git knows of their contents; nil where the source is not git's.
    var listed: ((_ folder: String) throws(StoreError) -> [Listed]?)?
    /// What tells the present state of files and folders from every other, without reading them;
    /// nil where that is not known.
    var mark: ((_ paths: PathList) -> FileStamps?)?
    /// Whether the mark of a folder changes with everything in it, at any depth.
    var marksWholeFolders = false

    /// The entries of a folder with what is known of their contents, nil where there is no such
    /// folder.
    func listing(_ folder: String) throws(StoreError) -> [Listed]? {
        if let listed { return try listed(folder) }
        return try entries(folder)?.map { Listed(entry: $0, content: nil) }
    }
}

extension FileSource {
    /// The files of a folder on disk.
    static func workTree(at root: String) -> FileSource {
        // The files of a folder are read one after the other, so the last folder is the next one.
        var checked: Substring?
        // Marks are asked for by the thousand: the root is opened for the first of them.
        var stamped: StampedFolder?
        return FileSource(
            entries: { folder throws(StoreError) in
                let path = folder.isEmpty ? root : root + "/" + folder
                return try StoreError.file { () throws(FileError) in
                    try refuseLinks(on: folder, below: root)
                    guard case .folder = try FileSystem.kind(at: path) else { return nil }
                    return try FileSystem.entries(in: path).map {
                        Entry(name: $0.name, kind: $0.kind)
                    }
                }
            },
            bytes: { path, limit throws(StoreError) in
                do throws(FileError) {
                    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
                    if folder != checked { try refuseLinks(on: path, below: root) }
                    checked = folder
                    return try FileSystem.read(root + "/" + path, limit: limit)
                } catch {
                    if error.code == .notFound { return nil }
                    throw .file(error)
                }
            },
            treeID: { _ throws(StoreError) in nil },
            mark: { paths in
                if stamped == nil { stamped = StampedFolder(at: root) }
                return stamped?.stamps(of: paths)
            })
    }

    /// Throws if a folder on the way to a path is a symbolic link: it could lead out of the store.
    static func refuseLinks(on path: String, below root: String) throws(FileError) {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if case .symbolicLink = try FileSystem.kind(at: folder) {
                throw FileError(.symbolicLink, "look into", folder)
            }
        }
    }

    /// The files of a commit's tree.
    static func tree(_ root: TreeID, in repository: Repository) -> FileSource {
        func folder(_ path: String) throws(GitError) -> TreeID? {
            path.isEmpty ? root : try repository.entry(at: path, in: root)?.target.treeID
        }
        return FileSource(
            entries: { path throws(StoreError) in
                try StoreError.git { () throws(GitError) in
                    guard let id = try folder(path) else { return nil }
                    return try repository.tree(id).map {
                        Entry(name: $0.name, kind: Kind($0.target))
                    }
                }
            },
            bytes: { path, limit throws(StoreError) in
                try StoreError.git { () throws(GitError) in
                    guard let id = try repository.entry(at: path, in: root)?.target.blobID else {
                        return nil
                    }
                    return try repository.blob(id, limit: limit)
                }
            },
            treeID: { path throws(StoreError) in
                try StoreError.git { () throws(GitError) in try folder(path) }
            },
            listed: { path throws(StoreError) in
                try StoreError.git { () throws(GitError) in
                    guard let id = try folder(path) else { return nil }
                    return try repository.tree(id).map {
                        Listed(
                            entry: Entry(name: $0.name, kind: Kind($0.target)), content: $0.target)
                    }
                }
            },
            mark: { paths in
                var found: [UInt8] = []
                for path in paths.paths {
                    do throws(GitError) {
                        let target = try repository.entry(at: path, in: root)?.target
                        found += target.map(Self.bytes) ?? [0]
                    } catch {
                        // What cannot be found out now is not as it was; who reads it says why.
                        return nil
                    }
                }
                return FileStamps(immutable: ContentHash(found))
            }, marksWholeFolders: true)
    }

    /// What an entry stands for, as bytes.
    private static func bytes(of target: TreeEntry.Target) -> [UInt8] {
        switch target {
        case .blob(let id): [1] + id.bytes
        case .executable(let id): [2] + id.bytes
        case .symlink(let id): [3] + id.bytes
        case .tree(let id): [4] + id.bytes
        case .submodule(let id): [5] + id.bytes
        }
    }

    /// The files of the index: what the next commit would hold.
    static func index(
        of repository: Repository, file: String?
    ) throws(StoreError) -> FileSource {
        let staged = try StoreError.git { () throws(GitError) in
            try repository.indexEntries(ofFile: file)
        }
        var targets: [String: TreeEntry.Target] = [:]
        var folders: [String: [String: Kind]] = ["": [:]]
        for entry in staged where entry.stage == 0 {
            targets[entry.path] = entry.target
            var path = entry.path[...]
            var kind = Kind(entry.target)
            while let slash = path.lastIndex(of: "/") {
                folders[String(path[..<slash]), default: [:]][
                    String(path[path.index(after: slash)...])] = kind
                (path, kind) = (path[..<slash], .folder)
            }
            folders["", default: [:]][String(path)] = kind
        }
        let (files, names) = (targets, folders)
        return FileSource(
            entries: { path throws(StoreError) in
                names[path]?.map { Entry(name: $0.key, kind: $0.value) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            },
            bytes: { path, limit throws(StoreError) in
                guard let id = files[path]?.blobID else { return nil }
                return try StoreError.git { () throws(GitError) in
                    try repository.blob(id, limit: limit)
                }
            },
            treeID: { _ throws(StoreError) in nil },
            listed: { path throws(StoreError) in
                names[path]?.map {
                    Listed(
                        entry: Entry(name: $0.key, kind: $0.value),
                        content: files[path + "/" + $0.key])
                }
            })
    }
}

extension FileSource.Kind {
    init(_ target: TreeEntry.Target) {
        self =
            switch target {
            case .blob, .executable: .file
            case .symlink: .symbolicLink
            case .tree: .folder
            case .submodule: .other
            }
    }
}

extension FileSource {
    /// The store's own schema files, by their names without the ending and in the folder's order.
    func schemaFiles() throws(StoreError) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        for entry in try entries(StoreLayout.schemas) ?? [] {
            guard entry.kind == .file, entry.name.hasSuffix(StoreLayout.schemaSuffix),
                let bytes = try bytes(
                    "\(StoreLayout.schemas)/\(entry.name)", StoreLayout.sectionLimit)
            else { continue }
            files.append((String(entry.name.dropLast(StoreLayout.schemaSuffix.count)), bytes))
        }
        return files
    }
}
