public import Git
internal import RecordModel

/// What a proposal is about: from where to where, and which files.
public struct ProposalScope: Sendable {
    /// The commit that the proposal is to be merged into: the newest one of the branch that HEAD
    /// names; for one that was accepted, the commit that it was merged into.
    public let target: Commit
    /// The newest commit of the proposal.
    public let tip: Commit
    /// The newest commit that both have; nil where they have no history in common.
    public let base: Commit?
    /// How many commits the proposal has.
    public let commitCount: Int
    /// The files that the proposal changes, since the base.
    public let paths: [String]

    /// The names of the profiles that the proposal changes, in order.
    public var profiles: [String] { ProposedFiles.profiles(in: paths) }

    /// Whether the proposal changes what every profile depends on: the schemas, or `labfolio.yml`.
    public var touchesAll: Bool {
        paths.contains {
            $0 == StoreLayout.configuration || $0.hasPrefix(StoreLayout.schemas + "/")
        }
    }
}

extension ProposalScope {
    init(
        of tip: CommitID, into target: CommitID, in repository: Repository
    ) throws(GitError) {
        let baseID = try repository.mergeBases(of: target, and: tip).first
        let base = try baseID.map { id throws(GitError) in try repository.commit(id) }
        let walk = try repository.walk(from: tip, excluding: [target])
        var count = 0
        while try walk.next() != nil { count += 1 }
        let newest = try repository.commit(tip)
        self.init(
            target: try repository.commit(target), tip: newest, base: base, commitCount: count,
            paths: try TreeComparison.paths(
                from: base?.treeID, to: newest.treeID, in: repository))
    }
}

extension Store {
    /// Returns what a proposal is about; nil where its commits are not in this clone.
    public func scope(of proposal: Proposal) throws(StoreError) -> ProposalScope? {
        let repository = try repository()
        do throws(GitError) {
            return try Self.scope(of: proposal, in: repository)
        } catch {
            if error.code == .notFound { return nil }
            throw .git(error)
        }
    }

    static func scope(
        of proposal: Proposal, in repository: Repository
    ) throws(GitError) -> ProposalScope? {
        guard let target = try targetID(of: proposal, in: repository) else { return nil }
        return try ProposalScope(of: proposal.commitID, into: target, in: repository)
    }

    /// The commit that a proposal is, or was, to be merged into.
    private static func targetID(
        of proposal: Proposal, in repository: Repository
    ) throws(GitError) -> CommitID? {
        if proposal.state == .accepted, let result = proposal.lastDecision?.resultID,
            let before = try repository.commit(result).parentIDs.first
        {
            return before
        }
        return try repository.headCommitID()
    }
}
