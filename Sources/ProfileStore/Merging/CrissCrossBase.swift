internal import Formats
internal import Git

/// What two commits come from, where that is not one commit.
///
/// Two branches that have merged each other crosswise have two best common ancestors, and neither
/// is the right base: measured against one of them, what the other one settled looks like a change
/// of both sides, and is a conflict once more or is taken back. Git's own answer (the merge machinery
/// called recursive, and ort after it) is taken over here, for fields instead of lines.
///
/// Several best common ancestors are merged with each other, in memory, as git does it. Where they
/// disagree about a field, the value before them stands: a side that has since settled the
/// disagreement has then changed the field, and two sides that settled it differently are a
/// conflict.
struct CrissCrossBase {
    private(set) var repository: Repository
    let schemas: SchemaSet
    private var isBuffered = false
    /// Histories that merge each other deeper than that take one ancestor for all.
    ///
    /// Each level doubles the merges at worst. Git sets no limit; real histories have one level or
    /// two, and one that has more was made to keep a server busy.
    private static let depthLimit = 8

    init(repository: Repository, schemas: SchemaSet) {
        self.repository = repository
        self.schemas = schemas
    }

    /// Returns the tree of the ancestors, merged.
    mutating func tree(of bases: [CommitID], first: CommitID) throws(StoreError) -> TreeID {
        if bases.count > 1 {
            repository = try StoreError.git { () throws(GitError) in try repository.buffered() }
            isBuffered = true
        }
        return try tree(of: bases, first: first, depth: 0)
    }

    /// The bytes of blobs that may be in memory only.
    func bytes(of targets: [TreeEntry.Target?]) throws(GitError) -> [BlobID: [UInt8]] {
        guard isBuffered else { return [:] }
        var bytes: [BlobID: [UInt8]] = [:]
        for target in targets {
            guard let id = target?.blobID, bytes[id] == nil,
                try repository.blobSize(id) <= StoreLayout.sectionLimit
            else { continue }
            bytes[id] = try repository.blob(id, limit: StoreLayout.sectionLimit)
        }
        return bytes
    }

    private func tree(
        of bases: [CommitID], first: CommitID, depth: Int
    ) throws(StoreError) -> TreeID {
        var tree = try treeID(of: first)
        guard depth < Self.depthLimit else { return tree }
        for next in bases where next != first {
            let before = try StoreError.git { () throws(GitError) in
                try repository.mergeBases(of: first, and: next)
            }
            let base: TreeID? =
                if let one = before.first {
                    try self.tree(of: before, first: one, depth: depth + 1)
                } else { nil }
            tree = try merged(base: base, tree, try treeID(of: next))
        }
        return tree
    }

    private func treeID(of commit: CommitID) throws(StoreError) -> TreeID {
        try StoreError.git { () throws(GitError) in try repository.commit(commit).treeID }
    }

    private func merged(
        base: TreeID?, _ ours: TreeID, _ theirs: TreeID
    ) throws(StoreError) -> TreeID {
        let repository = repository
        let comparison = try StoreError.git { () throws(GitError) in
            var comparison = TreeMerging(in: repository)
            try comparison.compare(base: base, ours: ours, theirs: theirs)
            return comparison
        }
        let merging = FileMerging(schemas: schemas, markers: ConflictMarkers()) {
            id throws(StoreError) in try repository.text(id)
        }
        var edit = TreeEdit()
        for (path, target) in comparison.taken {
            try StoreError.git { () throws(GitError) in
                if let target { try edit.put(target, at: path) } else { try edit.delete(path) }
            }
        }
        for (path, sides) in comparison.disputed {
            let file = try merging.merge(path, sides)
            try StoreError.git { () throws(GitError) in try put(file, in: &edit) }
        }
        let change = edit
        return try StoreError.git { () throws(GitError) in
            try repository.writeTree(change, on: ours)
        }
    }

    private func put(_ file: FileMerge, in edit: inout TreeEdit) throws(GitError) {
        let bytes: [UInt8]?
        switch file.outcome {
        case .section(let merge) where merge.isClean: bytes = merge.bytes
        case .section(let merge): bytes = merge.before
        case .lines(let lines): bytes = lines
        case .taken, .conflict: bytes = nil
        }
        if let bytes {
            let id = try repository.writeBlob(bytes)
            try edit.put(file.isExecutable ? .executable(id) : .blob(id), at: file.path)
        } else if case .section(let merge) = file.outcome, merge.isClean {
            try edit.delete(file.path)
        } else if let base = file.base {
            try edit.put(base, at: file.path)
        } else {
            try edit.delete(file.path)
        }
    }
}
