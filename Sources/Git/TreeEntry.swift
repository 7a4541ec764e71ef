internal import CGit2

/// One name in a tree and what it stands for.
public struct TreeEntry: Hashable, Sendable {
    /// What a name stands for: the mode and the object ID together.
    ///
    /// Two targets are equal only when nothing about the file differs, its mode included.
    public enum Target: Hashable, Sendable {
        /// A file.
        case blob(BlobID)
        /// A file that may be run.
        case executable(BlobID)
        /// A symbolic link; the blob is the path it points to.
        case symlink(BlobID)
        /// A folder.
        case tree(TreeID)
        /// A commit of another repository.
        case submodule(CommitID)
    }

    /// The name within its tree, without slashes.
    public let name: String
    /// What the name stands for.
    public let target: Target

    /// Creates an entry.
    public init(name: String, target: Target) {
        self.name = name
        self.target = target
    }
}

extension TreeEntry.Target {
    /// The blob of a file, executable or not; nil for a link, a folder or a submodule.
    public var blobID: BlobID? {
        switch self {
        case .blob(let id), .executable(let id): id
        case .symlink, .tree, .submodule: nil
        }
    }

    /// The tree of a folder; nil for anything else.
    public var treeID: TreeID? {
        if case .tree(let id) = self { id } else { nil }
    }

    init(mode: git_filemode_t, id: git_oid, at path: String) throws(GitError) {
        switch mode {
        case GIT_FILEMODE_BLOB: self = .blob(BlobID(id))
        case GIT_FILEMODE_BLOB_EXECUTABLE: self = .executable(BlobID(id))
        case GIT_FILEMODE_LINK: self = .symlink(BlobID(id))
        case GIT_FILEMODE_TREE: self = .tree(TreeID(id))
        case GIT_FILEMODE_COMMIT: self = .submodule(CommitID(id))
        default:
            throw GitError(
                .invalid, in: "git_tree_entry_filemode", on: path,
                message: "the mode \(mode.rawValue) is none of git's")
        }
    }

    var mode: git_filemode_t {
        switch self {
        case .blob: GIT_FILEMODE_BLOB
        case .executable: GIT_FILEMODE_BLOB_EXECUTABLE
        case .symlink: GIT_FILEMODE_LINK
        case .tree: GIT_FILEMODE_TREE
        case .submodule: GIT_FILEMODE_COMMIT
        }
    }

    var raw: git_oid {
        switch self {
        case .blob(let id), .executable(let id), .symlink(let id): id.raw
        case .tree(let id): id.raw
        case .submodule(let id): id.raw
        }
    }
}
