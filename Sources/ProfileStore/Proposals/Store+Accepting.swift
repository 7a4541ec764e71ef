public import Git
internal import RecordModel

/// What came of accepting a proposal.
public struct Acceptance: Sendable {
    /// The commit on the target; nil where the target held everything already.
    public let commitID: CommitID?
    /// The parts that were held back; the proposal goes on with them.
    public let held: [String]
}

/// How a proposal becomes part of its target.
public enum AcceptanceForm: Hashable, Sendable {
    /// A merge: the commits of the proposal stay as they are.
    case merge
    /// One commit of the proposal's author with all that it changes.
    case squash
}

extension Store {
    /// Accepts a proposal: commits the merge on the target, notes it among the events, removes the
    /// branch.
    ///
    /// In that order, so that a run that is killed leaves a proposal that another run completes.
    /// With parts held back the others are committed, and the branch is made anew of what is left,
    /// on the commit that it began with: its changes keep what they were made against.
    ///
    /// - Parameters:
    ///   - proposal: The proposal.
    ///   - merge: The merge that was looked at; without conflicts in what is not held back.
    ///   - held: The parts that wait: ids of profiles, paths of other files.
    ///   - form: As a merge, or as one commit.
    ///   - message: What to say; nil says what the proposal says.
    ///   - author: Who accepts.
    /// - Returns: What came of it.
    /// - Throws: `moved` where the target is no longer what the merge was made for.
    public func accept(
        _ proposal: Proposal, _ merge: ProposalMerge, holding held: Set<String> = [],
        as form: AcceptanceForm = .merge, message: String? = nil, by author: Signature
    ) throws(StoreError) -> Acceptance {
        guard try !isCheckedOut(proposal) else { throw .proposal(.checkedOut(proposal.name)) }
        let text = Self.message(
            of: proposal, saying: message, form, isPart: !held.isEmpty,
            proof: held.isEmpty && form == .merge ? merge.merge.proof : nil)
        let writer = form == .squash ? proposal.author : author
        let commitID = try commit(author: writer, committer: author, attempts: 1) {
            snapshot throws(StoreError) in
            guard snapshot?.commitID == merge.scope.target.id else {
                throw .moved(reference: "HEAD")
            }
            var draft = merge.draft(message: text, holding: held)
            if form == .squash { draft.mergedWith = [] }
            return draft
        }
        guard held.isEmpty else {
            let taken = merge.parts.filter { !held.contains($0) }
            try leave(held, of: proposal, merge, by: author)
            try record(
                ReviewEvent(
                    .acceptedInPart, of: proposal.name, at: proposal.commitID, by: author,
                    message: message ?? "", resultID: commitID ?? merge.scope.target.id,
                    profiles: taken))
            return Acceptance(commitID: commitID, held: held.sorted())
        }
        try close(proposal, as: commitID ?? merge.scope.target.id, saying: message, by: author)
        return Acceptance(commitID: commitID, held: [])
    }

    /// Completes the acceptance of a proposal that is in its target already.
    ///
    /// - Returns: The commit that it was accepted with, where that is known.
    public func completeAcceptance(
        of proposal: Proposal, by author: Signature
    ) throws(StoreError) -> CommitID? {
        if let last = proposal.lastDecision, last.kind == .accepted,
            last.commitID == proposal.commitID
        {
            if proposal.isLocal { try removeBranch(of: proposal) }
            return last.resultID
        }
        let repository = try repository()
        let head = try StoreError.git { () throws(GitError) in try repository.headCommitID() }
        try close(proposal, as: head, saying: nil, by: author)
        return nil
    }

    private func close(
        _ proposal: Proposal, as commitID: CommitID?, saying message: String?,
        by author: Signature
    ) throws(StoreError) {
        try record(
            ReviewEvent(
                .accepted, of: proposal.name, at: proposal.commitID, by: author,
                message: message ?? "", resultID: commitID))
        if proposal.isLocal { try removeBranch(of: proposal) }
    }

    /// Makes the branch of a proposal anew, of the parts that are left.
    private func leave(
        _ held: Set<String>, of proposal: Proposal, _ merge: ProposalMerge, by author: Signature
    ) throws(StoreError) {
        let scope = merge.scope
        let decisions = merge.decisions.filter { held.contains($0.part) }
        let message = ([proposal.message.withoutEnd, ""] + decisions.map(\.line))
            .joined(separator: "\n").withoutEnd
        let repository = try repository()
        let tree = try StoreError.git { () throws(GitError) in
            var edit = TreeEdit()
            for path in scope.paths where held.contains(ProposalMerge.part(path)) {
                if let target = try repository.entry(at: path, in: scope.tip.treeID)?.target {
                    try edit.put(target, at: path)
                } else {
                    try edit.delete(path)
                }
            }
            return try repository.writeTree(edit, on: scope.base?.treeID)
        }
        _ = try moveBranch(
            of: proposal, to: tree, parents: scope.base.map { [$0.id] } ?? [],
            message: message, author: scope.tip.author, committer: author)
    }

    /// Writes a commit and makes the branch of a proposal name it, if that still names the newest
    /// commit that was read.
    func moveBranch(
        of proposal: Proposal, to tree: TreeID, parents: [CommitID], message: String,
        author: Signature, committer: Signature
    ) throws(StoreError) -> CommitID {
        let repository = try repository()
        let reference = proposal.branchReference
        let own = try StoreError.git { () throws(GitError) in
            try repository.commitID(ofReference: reference)
        }
        // A branch that was left behind its remote one goes on from there.
        guard own == nil || own == proposal.commitID || !proposal.isLocal else {
            throw .moved(reference: reference)
        }
        do throws(GitError) {
            let commit = try writeCommit(
                tree: tree, parents: parents, author: author, committer: committer,
                message: message + "\n", in: repository)
            try repository.update(
                reference: reference, to: commit, expected: ExpectedReference(own),
                message: "labfolio: " + String(message.prefix { !$0.isNewline }))
            return commit
        } catch {
            guard error.code == .moved || error.code == .locked else { throw .git(error) }
            throw .moved(reference: reference)
        }
    }

    private static func message(
        of proposal: Proposal, saying message: String?, _ form: AcceptanceForm, isPart: Bool,
        proof: String?
    ) -> String {
        let said = proposal.message.withoutEnd
        var text: String
        switch form {
        case .merge:
            text = (isPart ? "Accept a part of " : "Accept ") + "the proposal \(proposal.name)\n\n"
            text += message?.withoutEnd ?? said
        case .squash: text = message?.withoutEnd ?? said
        }
        text = text.withoutEnd + "\n\nProposal: \(proposal.name)\n"
        return proof.map { MergeTrailer.adding($0, to: text) } ?? text
    }
}

extension Decision {
    /// The part of a proposal that the decision is about.
    var part: String { profile?.text ?? StoreLayout.configuration }
}

extension String {
    /// The text without line ends and blanks behind it.
    var withoutEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
