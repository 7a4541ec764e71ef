internal import Formats
public import Git
internal import JSONSchema
public import RecordModel

/// One state of a store, or a folder, of which nothing has been read yet.
///
/// Why not a snapshot: that reads and checks the store's own files and all names in `profiles/`,
/// and a comparison of two commits needs hardly any of them.
public struct ComparedState: Sendable {
    /// Which state it is.
    public let origin: Snapshot.Origin
    private let store: Store?

    /// Takes a state of a store.
    ///
    /// - Throws: `unknownRevision`, `noCommits` or `bare`.
    public init(_ revision: Revision, of store: Store) throws(StoreError) {
        self.store = store
        switch revision {
        case .workTree, .index:
            guard !store.isBare else { throw .bare }
            origin = revision == .index ? .index : .workTree
        case .commit(let name):
            let repository = try store.repository()
            let id = try store.commitID(of: name, in: repository)
            let commit = try StoreError.git { () throws(GitError) in try repository.commit(id) }
            origin = .commit(commit.id, tree: commit.treeID)
        }
    }

    /// Takes the records under a folder's `profiles/`.
    ///
    /// - Throws: `noStore` where there is no such folder.
    public init(folder: String) throws(StoreError) {
        guard let path = FileSystem.resolved(folder) else { throw .noStore(folder: folder) }
        store = nil
        origin = .folder(path)
    }

    /// The id of the commit, nil for every other state.
    public var commitID: CommitID? {
        if case .commit(let id, _) = origin { id } else { nil }
    }

    /// The ids of all profiles, in order.
    public func profileIDs() throws(StoreError) -> [ProfileID] {
        try (source().entries(StoreLayout.profiles) ?? []).compactMap {
            $0.kind == .folder ? ProfileID($0.name) : nil
        }.sorted()
    }

    func source() throws(StoreError) -> FileSource {
        switch (origin, store) {
        case (.folder(let path), _): return .workTree(at: path)
        case (.workTree, let store?): return .workTree(at: store.path)
        case (.index, let store?):
            return try .index(of: try store.repository(), file: store.indexFile)
        case (.commit(_, let tree), let store?): return .tree(tree, in: try store.repository())
        default: throw .noCommits
        }
    }
}

extension ComparedState {
    /// The schemas of this state for some sections.
    public func schemas(for sections: Set<String>) throws(StoreError) -> SchemaSet {
        var own: [String: [UInt8]] = [:]
        for file in try source().schemaFiles() { own[file.name] = file.bytes }
        do throws(Diagnostic) { return try SchemaSet(own: own, only: sections) } catch {
            throw .rejected([error])
        }
    }
}
