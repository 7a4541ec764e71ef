internal import Git
public import Merging
public import RecordModel

/// What comes of merging a proposal into its target, with the decisions that were taken.
public struct ProposalMerge: Sendable {
    /// One field on which the target and the proposal disagree.
    public struct Dispute: Hashable, Sendable {
        /// The profile that the field belongs to; nil for `labfolio.yml`.
        public let profile: ProfileID?
        /// The file that the field stands in.
        public let file: String
        /// The field; ours is the target, theirs the proposal.
        public let conflict: Conflict
    }

    /// What the proposal is about.
    public let scope: ProposalScope
    /// The merge without any decision.
    public let merge: StoreMerge
    /// The fields that nobody has decided about yet.
    public let disputes: [Dispute]
    /// The decisions that were taken and still stand.
    public let decisions: [Decision]
    /// The files on which the two disagree and in which no field can be decided: no records, or
    /// such in which only the layout is in dispute.
    public let disputedFiles: [String]
    /// The files in which everything was decided.
    let decided: Store.FileChanges

    /// Whether nothing holds the proposal up.
    public var isClean: Bool { disputes.isEmpty && disputedFiles.isEmpty }

    /// The parts that hold the proposal up, in order: ids of profiles, paths of other files.
    public var conflicted: [String] {
        Set(disputes.map(\.file) + disputedFiles).map(Self.part).uniqued().sorted()
    }

    /// The files that get other content than the target has.
    public var paths: [String] {
        Set(merge.files.keys).union(merge.objects.keys).union(decided.keys).sorted()
    }

    /// The parts that the proposal changes, in order.
    public var parts: [String] { scope.paths.map(Self.part).uniqued().sorted() }

    /// The profiles whose records would change, in order: also those that the proposal knows under
    /// another id.
    public var profiles: [String] {
        Set(scope.profiles + ProposedFiles.profiles(in: paths)).sorted()
    }

    /// The parts that have to wait where some do: a profile that was given another id waits under
    /// both, and where something waits that the proposal knows under another id, all of it does.
    public func waiting(with held: Set<String>) -> Set<String> {
        var held = held
        for (former, new) in merge.moves where held.contains(former) || held.contains(new) {
            held.formUnion([former, new])
        }
        return held.isSubset(of: parts) ? held : Set(parts)
    }

    /// What a file is a part of: the id of its profile, or its own path.
    public static func part(_ path: String) -> String {
        FileKind.profile(of: path)?.text ?? path
    }

    /// The commit that the merge would be, without the parts that are held back.
    ///
    /// Without some parts it is no merge: with the proposal as a parent, git would take what was
    /// left out for undone.
    func draft(message: String, holding held: Set<String>) -> CommitDraft {
        var draft = merge.draft(message: message)
        for (path, bytes) in decided { draft.files[path] = bytes }
        guard !held.isEmpty else { return draft }
        draft.mergedWith = []
        draft.files = draft.files.filter { !held.contains(Self.part($0.key)) }
        draft.objects = draft.objects.filter { !held.contains(Self.part($0.key)) }
        draft.executables = draft.executables.filter { draft.files[$0.key] != nil }
        return draft
    }
}

extension Array where Element: Hashable {
    /// The elements, each once.
    fileprivate func uniqued() -> Set<Element> { Set(self) }
}

extension Store {
    /// Merges a proposal into its target, without writing anything.
    public func merge(_ scope: ProposalScope) throws(StoreError) -> ProposalMerge {
        let merge = try self.merge(scope.tip.id, into: scope.target.id)
        let taken = try decisions(in: scope)
        let snapshot = try Snapshot(
            of: self, origin: .commit(scope.target.id, tree: scope.target.treeID))
        var disputes: [ProposalMerge.Dispute] = []
        var standing: [Decision] = []
        var disputedFiles: [String] = []
        var decided: FileChanges = [:]
        for file in merge.conflicted {
            guard let section = file.section, !section.conflicts.isEmpty else {
                disputedFiles.append(file.path)
                continue
            }
            let profile = FileKind.profile(of: file.path)
            var settled: [(Conflict, Decision)] = []
            for conflict in section.conflicts {
                if let decision = taken.first(where: { $0.settles(conflict, in: profile) }) {
                    settled.append((conflict, decision))
                    standing.append(decision)
                } else {
                    disputes.append(.init(profile: profile, file: file.path, conflict: conflict))
                }
            }
            guard settled.count == section.conflicts.count else { continue }
            decided[file.path] = .some(
                try snapshot.settling(settled, in: file, section, of: profile))
        }
        return ProposalMerge(
            scope: scope, merge: merge, disputes: disputes, decisions: standing,
            disputedFiles: disputedFiles, decided: decided)
    }

    /// Returns the store as it would be after a merge, without the parts that are held back.
    ///
    /// Writes its files as objects that no reference names, and moves nothing.
    public func snapshot(
        after merge: ProposalMerge, holding held: Set<String> = []
    ) throws(StoreError) -> Snapshot {
        let repository = try repository()
        let scope = merge.scope
        let tree = try StoreError.git { () throws(GitError) in
            try repository.writeTree(
                merge.draft(message: "", holding: held), on: scope.target.treeID)
        }
        return try Snapshot(of: self, origin: .commit(scope.tip.id, tree: tree))
    }

    /// The decisions that the commits of a proposal keep, the newest first.
    private func decisions(in scope: ProposalScope) throws(StoreError) -> [Decision] {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            var decisions: [Decision] = []
            let walk = try repository.walk(from: scope.tip.id, excluding: [scope.target.id])
            while let id = try walk.next() {
                let message = try repository.commit(id).message
                decisions += Decision.decisions(in: message).reversed()
            }
            return decisions
        }
    }
}
