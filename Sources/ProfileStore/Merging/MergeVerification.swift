internal import Formats
public import Git
public import Merging

/// What comes of doing a merge again and comparing it with the commit that was made.
public struct MergeVerification: Sendable {
    /// An edit of a side that the commit does not have.
    public struct Loss: Hashable, Sendable {
        /// The file, from the store's root.
        public let file: String
        /// The edit; nil where the file as a whole is not as the merge made it.
        public let edit: LostEdit?
    }

    /// The merge, done again.
    public let merge: StoreMerge
    /// What the commit says about its edits; nil where it says nothing.
    public let kept: String?
    /// What the edits that got lost are.
    public let losses: [Loss]

    /// Whether the commit has the edits of both sides, and says about them what is true.
    public var holds: Bool { losses.isEmpty && (kept == nil || kept == merge.proof) }
}

extension Store {
    /// Merges the parents of a commit again, and compares that with what the commit holds.
    ///
    /// What the sides disagreed about may be anything; everything else has to be there.
    ///
    /// - Returns: Nil where the commit is no merge of two others.
    /// - Throws: What the merge itself throws.
    public func verifyMerge(_ id: CommitID) throws(StoreError) -> MergeVerification? {
        let repository = try repository()
        let commit = try StoreError.git { () throws(GitError) in try repository.commit(id) }
        guard commit.parentIDs.count == 2 else { return nil }
        let plan = try mergePlan(commit.parentIDs[1], into: commit.parentIDs[0])
        let merge = StoreMerge(plan, try mergeFiles(0..<plan.count, of: plan))
        var losses: [MergeVerification.Loss] = []
        for (path, target) in plan.taken
        where try self.target(path, in: commit, repository) != target {
            losses.append(.init(file: path, edit: nil))
        }
        for file in merge.merged {
            losses += try self.losses(of: file, in: commit, of: plan, repository)
        }
        return MergeVerification(
            merge: merge, kept: MergeTrailer.proof(in: commit.message), losses: losses)
    }

    private func target(
        _ path: String, in commit: Commit, _ repository: Repository
    ) throws(StoreError) -> TreeEntry.Target? {
        try StoreError.git { () throws(GitError) in
            try repository.entry(at: path, in: commit.treeID)?.target
        }
    }

    private func losses(
        of file: FileMerge, in commit: Commit, of plan: MergePlan, _ repository: Repository
    ) throws(StoreError) -> [MergeVerification.Loss] {
        func bytes(_ target: TreeEntry.Target?) throws(StoreError) -> [UInt8]? {
            guard let id = target?.blobID else { return nil }
            if let bytes = plan.remembered[id] { return bytes }
            return try repository.text(id)
        }
        let result = try bytes(try target(file.path, in: commit, repository))
        switch file.outcome {
        case .section(let merge):
            guard case .fields = merge.method else { break }
            let texts = ThreeTexts(
                base: try bytes(file.base), ours: try bytes(file.ours),
                theirs: try bytes(file.theirs))
            let merging = SectionMerging(texts, path: file.path, schemas: plan.schemas)
            guard let check = merging.check(result, conflicts: merge.conflicts) else { break }
            return check.lostEdits.map { .init(file: file.path, edit: $0) }
        case .lines, .taken, .conflict: break
        }
        // Without fields all that can be said is whether the file is the merged one.
        guard file.isClean else { return [] }
        let expected: [UInt8]? =
            switch file.outcome {
            case .section(let merge): merge.bytes
            case .lines(let bytes): bytes
            case .taken(let target): try bytes(target)
            case .conflict: nil
            }
        return expected == result ? [] : [.init(file: file.path, edit: nil)]
    }
}
