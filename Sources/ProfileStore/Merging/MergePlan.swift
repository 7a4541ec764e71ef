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
    /// The profiles about whose ids the sides disagree.
    let conflicts: [FileMerge]
    /// What ours has of files that are merged at another place, since theirs moved their profile.
    let displaced: [String: TreeEntry.Target]
    /// The new names that theirs gave to profiles, by the old ones.
    let moves: [String: String]
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
    /// A profile to which one side gave another id has that id on all sides, so that what the other
    /// side did to it goes along.
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
        var merged = CrissCrossBase(repository: repository, schemas: snapshot.schemas)
        let base = try merged.tree(of: bases, first: first)
        let theirTree = try StoreError.git { () throws(GitError) in
            try repository.commit(theirs).treeID
        }
        let moves = try ProfileMoves(
            base: base, ours: commit.treeID, theirs: theirTree, in: merged.repository)
        return try StoreError.git { () throws(GitError) in
            var comparison = TreeMerging(in: merged.repository)
            var moved: MovedTrees?
            if moves.isEmpty {
                try comparison.compare(base: base, ours: commit.treeID, theirs: theirTree)
            } else {
                let trial = bases.count > 1 ? merged.repository : try repository.buffered()
                let trees = try MovedTrees(
                    moves, base: base, ours: commit.treeID, theirs: theirTree, in: trial)
                comparison = TreeMerging(in: trial)
                try comparison.compare(base: trees.base, ours: trees.ours, theirs: trees.theirs)
                moved = trees
            }
            let (taken, displaced) = Self.moving(moved, comparison)
            return MergePlan(
                ours: ours, theirs: theirs, bases: bases, schemas: snapshot.schemas,
                taken: taken, disputed: comparison.disputed, conflicts: moved?.conflicts ?? [],
                displaced: displaced, moves: moved?.moves ?? [:],
                remembered: try merged.bytes(of: comparison.disputed.map(\.sides.base)))
        }
    }

    /// What theirs alone does to files, those of ours included that it moves, and where ours has
    /// files that are merged at another place.
    private static func moving(
        _ moved: MovedTrees?, _ comparison: TreeMerging
    ) -> (
        taken: [(path: String, target: TreeEntry.Target?)], displaced: [String: TreeEntry.Target]
    ) {
        guard let moved else { return (comparison.taken, [:]) }
        let disagreed = Set(moved.conflicts.map(\.path))
        var taken = comparison.taken.filter { !disagreed.contains($0.path) }
        let changed = Set(taken.map(\.path))
        let merged = Set(comparison.disputed.map(\.path))
        var displaced: [String: TreeEntry.Target] = [:]
        for file in moved.displaced {
            taken.append((file.from, nil))
            if merged.contains(file.to) {
                displaced[file.to] = file.target
            } else if !changed.contains(file.to) {
                taken.append((file.to, file.target))
            }
        }
        return (taken, displaced)
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
