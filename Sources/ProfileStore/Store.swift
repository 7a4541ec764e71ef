internal import Formats
public import Git
internal import RecordModel

/// A git repository, or a folder that is to become one, with the records of a lab.
///
/// A store is a value: it says where the files are. Each task that reads opens the repository for
/// itself, because an object of libgit2 serves one thread.
public struct Store: Sendable {
    /// The folder with `labfolio.yml`, or the git directory of a bare store; absolute.
    public let path: String
    /// Whether the store has a history only.
    public let isBare: Bool
    /// The index that `:index` reads, where it is not the repository's own: git hands a hook one
    /// of its own in `GIT_INDEX_FILE`.
    public var indexFile: String?
    /// A folder of objects that is read besides the repository's own: git hands a hook the one with
    /// what was pushed in `GIT_QUARANTINE_PATH`.
    public var objectFolder: String?
    /// Where history keeps what it read of old files; nil where nothing is kept.
    public var historyCache: HistoryCache?

    /// Opens the store in a folder, or in the nearest one above it.
    ///
    /// - Parameter folder: Where to begin, for example the current folder.
    /// - Throws: `noStore`, or `notAStore` for a repository without `labfolio.yml`.
    public init(foundFrom folder: String) throws(StoreError) {
        guard let start = FileSystem.resolved(folder) else { throw .noStore(folder: folder) }
        var current = start
        while true {
            if let store = try Self.store(at: current) {
                self = store
                return
            }
            guard let parent = FileSystem.parent(of: current) else { break }
            current = parent
        }
        throw .noStore(folder: start)
    }

    /// Opens the store in exactly this folder.
    public init(at folder: String) throws(StoreError) {
        guard let path = FileSystem.resolved(folder), let store = try Self.store(at: path) else {
            throw .noStore(folder: folder)
        }
        self = store
    }

    private init(path: String, isBare: Bool) {
        self.path = path
        self.isBare = isBare
    }

    private static func store(at folder: String) throws(StoreError) -> Store? {
        func kind(_ name: String) throws(StoreError) -> FileSystem.Kind? {
            try StoreError.file { () throws(FileError) in
                try FileSystem.kind(at: folder + "/" + name)
            }
        }
        if case .file = try kind(StoreLayout.configuration) {
            return Store(path: folder, isBare: false)
        }
        if try kind(".git") != nil { throw .notAStore(repository: folder) }
        guard case .file = try kind("HEAD"), case .folder = try kind("objects"),
            case .folder = try kind("refs")
        else { return nil }
        return Store(path: folder, isBare: true)
    }

    /// Opens the repository of the store.
    ///
    /// - Throws: `noRepository` where the store is a folder without history.
    public func repository() throws(StoreError) -> Repository {
        do throws(GitError) {
            let repository = try Repository(at: path)
            if let objectFolder { try repository.readObjects(in: objectFolder) }
            return repository
        } catch {
            guard error.code == .notARepository || error.code == .notFound else {
                throw .git(error)
            }
            throw .noRepository(folder: path)
        }
    }

    /// The state that a command reads when it names none: the work tree, or the newest commit of
    /// a bare store.
    public var defaultRevision: Revision { isBare ? .commit("HEAD") : .workTree }

    /// Returns all records as of a revision.
    ///
    /// - Throws: `unknownRevision`, `noCommits`, `bare`, or `rejected` where the store's own files
    ///   (`labfolio.yml`, `schema/`) cannot be used.
    public func snapshot(at revision: Revision) throws(StoreError) -> Snapshot {
        switch revision {
        case .workTree:
            guard !isBare else { throw .bare }
            return try Snapshot(of: self, origin: .workTree)
        case .index:
            guard !isBare else { throw .bare }
            return try Snapshot(of: self, origin: .index)
        case .commit(let name):
            let repository = try repository()
            let id = try commitID(of: name, in: repository)
            let commit = try StoreError.git { () throws(GitError) in try repository.commit(id) }
            return try Snapshot(of: self, origin: .commit(commit.id, tree: commit.treeID))
        }
    }

    func commitID(of name: String, in repository: Repository) throws(StoreError) -> CommitID {
        let found = try StoreError.git { () throws(GitError) -> CommitID? in
            do throws(GitError) { return try repository.resolve(name) } catch {
                if error.code == .invalid { return nil }
                throw error
            }
        }
        if let found { return found }
        let head = try StoreError.git { () throws(GitError) in try repository.headCommitID() }
        if head == nil { throw .noCommits }
        throw .unknownRevision(name)
    }
}
