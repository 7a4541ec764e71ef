public import Formats
public import Git

/// What has to be done to merge two commits, before any file is merged.
///
/// The files can be merged by several tasks at once: each takes some of them.
public struct MergePlan: Sendable {
    /// The commit that is merged into.
    public let ours: CommitID
    /// The commit that is merged.
    public let theirs: CommitID
    /// The best common ancestors of both; several where the two have merged each other before.
    public let bases: [CommitID]
    /// The schemas as of ours: what the fields are told apart by.
    public let schemas: SchemaSet
    /// The files that only theirs changed.
    let taken: [(path: String, target: TreeEntry.Target?)]
    /// The files that both sides changed.
    let disputed: [(path: String, sides: TreeMerging.Sides)]
    /// Bytes of a base that is itself a merge and stands in no repository.
    let remembered: [BlobID: [UInt8]]

    /// The number of files that both sides changed.
    public var count: Int { disputed.count }

    /// Whether theirs is merged already.
    public var isMerged: Bool { bases == [theirs] }
    /// Whether ours has nothing that theirs has not.
    public var isFastForward: Bool { bases == [ours] }
}

extension Store {
    /// Returns the commit that a person names: by a branch, a tag, or its id.
    ///
    /// - Throws: `unknownRevision`, `noCommits`, or what the repository failed at.
    public func commitID(named name: String) throws(StoreError) -> CommitID {
        try commitID(of: name, in: try repository())
    }

    /// Finds out what two commits have in common and which files they changed.
    ///
    /// Where the two have merged each other before, there may be several best common ancestors. As
    /// git does, these are merged first, in memory; where they disagree, what was there before them
    /// counts, so that a disagreement that is still one is seen.
    ///
    /// - Throws: `unrelatedHistories` where the commits have no common ancestor.
    public func mergePlan(
        _ theirs: CommitID, into ours: CommitID
    ) throws(StoreError) -> MergePlan {
        let repository = try repository()
        let commit = try StoreError.git { () throws(GitError) in try repository.commit(ours) }
        let snapshot = try Snapshot(of: self, origin: .commit(ours, tree: commit.treeID))
        let bases = try StoreError.git { () throws(GitError) in
            try repository.mergeBases(of: ours, and: theirs)
        }
        guard let first = bases.first else { throw .unrelatedHistories(ours, theirs) }
        var virtual = VirtualBase(repository: repository, schemas: snapshot.schemas)
        let base = try virtual.tree(of: bases, first: first)
        return try StoreError.git { () throws(GitError) in
            var comparison = TreeMerging(in: virtual.repository)
            try comparison.compare(
                base: base, ours: commit.treeID, theirs: try repository.commit(theirs).treeID)
            return MergePlan(
                ours: ours, theirs: theirs, bases: bases, schemas: snapshot.schemas,
                taken: comparison.taken, disputed: comparison.disputed,
                remembered: try virtual.bytes(of: comparison.disputed.map(\.sides.base)))
        }
    }

    /// Merges some of the files of a plan; serves one task.
    ///
    /// - Parameters:
    ///   - positions: Which of them, from 0 to the plan's count.
    ///   - plan: The plan.
    ///   - markers: How disputed lines are shown.
    /// - Returns: The files, merged, in their order.
    /// - Throws: `mergeFault` where an edit got lost, or what the repository failed at.
    public func mergeFiles(
        _ positions: Range<Int>, of plan: MergePlan, markers: ConflictMarkers = ConflictMarkers()
    ) throws(StoreError) -> [FileMerge] {
        guard !positions.isEmpty else { return [] }
        let repository = try repository()
        let merging = FileMerging(schemas: plan.schemas, markers: markers) {
            id throws(StoreError) in
            if let bytes = plan.remembered[id] { return bytes }
            return try repository.text(id)
        }
        var files: [FileMerge] = []
        for (path, sides) in plan.disputed[positions] {
            files.append(try merging.merge(path, sides))
        }
        return files
    }
}

extension Repository {
    /// The bytes of a blob that may be a text, nil where it is too large for one.
    func text(_ id: BlobID) throws(StoreError) -> [UInt8]? {
        do throws(GitError) { return try blob(id, limit: StoreLayout.sectionLimit) } catch {
            if error.code == .tooLarge { return nil }
            throw .git(error)
        }
    }
}
