public import Git
internal import RecordModel

extension Store {
    /// Keeps the decision of a conflict as a commit on the proposal.
    ///
    /// With the last decision the target is merged into the proposal, with all fields as they were
    /// decided, so that whoever accepts it, with labfolio or with plain git, meets no conflict.
    /// Until then the commit keeps the decision alone.
    ///
    /// - Parameters:
    ///   - dispute: What is decided; one of the merge.
    ///   - choice: What the field is to be.
    ///   - proposal: The proposal.
    ///   - merge: The merge that was looked at.
    ///   - author: Who decides.
    /// - Returns: The merge of the proposal as it is then.
    /// - Throws: `moved` where the proposal went on meanwhile; `rejected` where the field cannot
    ///   have the value.
    public func resolve(
        _ dispute: ProposalMerge.Dispute, _ choice: Decision.Choice, of proposal: Proposal,
        _ merge: ProposalMerge, by author: Signature
    ) throws(StoreError) -> ProposalMerge {
        guard try !isCheckedOut(proposal) else { throw .proposal(.checkedOut(proposal.name)) }
        let decision = Decision(choice, of: dispute.conflict, in: dispute.profile)
        let scope = merge.scope
        try check(decision, of: dispute, in: merge)
        let message =
            "Resolve \(decision.path) of \(decision.part): \(decision.word)\n\n\(decision.line)"
        var next = try moveBranch(
            of: proposal, to: scope.tip.treeID, parents: [scope.tip.id], message: message,
            author: author, committer: author)
        var after = try self.merge(try self.scope(at: next, of: scope))
        if after.isClean {
            let tree = try snapshotTree(after: after)
            next = try moveBranch(
                of: try self.proposal(named: proposal.name), to: tree,
                parents: [next, scope.target.id],
                message: "Merge the target into the proposal \(proposal.name)",
                author: author, committer: author)
            after = try self.merge(try self.scope(at: next, of: scope))
        }
        try record(
            ReviewEvent(
                .resolved, of: proposal.name, at: proposal.commitID, by: author, resultID: next,
                profiles: dispute.profile.map { [$0.text] } ?? [], decision: decision.summary))
        return after
    }

    /// Throws where the field cannot have the value that was decided.
    private func check(
        _ decision: Decision, of dispute: ProposalMerge.Dispute, in merge: ProposalMerge
    ) throws(StoreError) {
        guard let file = merge.merge.merged.first(where: { $0.path == dispute.file }),
            let section = file.section
        else { return }
        let target = merge.scope.target
        let snapshot = try Snapshot(of: self, origin: .commit(target.id, tree: target.treeID))
        _ = try snapshot.settling(
            [(dispute.conflict, decision)], in: file, section, of: dispute.profile)
    }

    private func snapshotTree(after merge: ProposalMerge) throws(StoreError) -> TreeID {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            try repository.writeTree(
                merge.draft(message: "", holding: []), on: merge.scope.target.treeID)
        }
    }

    /// What a proposal is about at another one of its commits, against the same target.
    private func scope(
        at tip: CommitID, of scope: ProposalScope
    ) throws(StoreError) -> ProposalScope {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            try ProposalScope(of: tip, into: scope.target.id, in: repository)
        }
    }
}
