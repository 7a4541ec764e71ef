internal import Formats
public import Git
internal import RecordModel

extension Store {
    /// Commits changes to the branch of a proposal, without touching the branch that is checked
    /// out, and notes it among the events.
    ///
    /// A proposal that its author has open already gets one more commit.
    ///
    /// - Parameters:
    ///   - changes: The changes.
    ///   - name: The name of the proposal.
    ///   - message: What to say of them; nil names the profiles.
    ///   - author: Who proposes.
    /// - Returns: The proposal.
    /// - Throws: `proposal` with what is wrong with it, `moved`, or what the repository failed at.
    public func propose(
        _ changes: ProposedFiles, as name: String, message: String? = nil, by author: Signature
    ) throws(StoreError) -> Proposal {
        // The rule for ids of profiles keeps names fit for branches, folders and addresses.
        guard ProfileID(name) != nil else {
            throw .proposal(.invalidName(name, suggestion: Slugs.slug(name)))
        }
        let message = message ?? changes.summary
        let open = try openProposal(named: name, for: author)
        let reference = Proposal.reference(of: name)
        let commitID = try commit(
            to: reference, startingAt: open?.commitID ?? changes.base.id, author: author
        ) { snapshot throws(StoreError) in
            guard let snapshot, let tip = snapshot.commitID else { throw .noCommits }
            return try draft(of: changes, onto: tip, of: name, message: message, by: author)
        }
        guard let commitID else { throw .proposal(.nothingToPropose) }
        try record(
            ReviewEvent(
                open == nil ? .opened : .extended, of: name, at: commitID, by: author,
                message: message, profiles: changes.profiles))
        return try proposal(named: name)
    }

    /// Returns the proposal of a name that waits already, nil where the name is free.
    ///
    /// A branch that was left behind by a decision is removed: its events keep the commits.
    private func openProposal(
        named name: String, for author: Signature
    ) throws(StoreError) -> Proposal? {
        guard let proposal = try findProposal(named: name) else { return nil }
        guard proposal.state == .open else {
            if proposal.isLocal { try removeBranch(of: proposal) }
            return nil
        }
        guard proposal.author.email == author.email else {
            let names = Set(try proposals(.all).map(\.name))
            throw .proposal(
                .taken(
                    name, by: proposal.author.name,
                    suggestion: Slugs.unique(name, notIn: names)))
        }
        return proposal
    }

    /// Removes the branch of a proposal, unless it went on meanwhile or is gone already.
    func removeBranch(of proposal: Proposal) throws(StoreError) {
        let repository = try repository()
        try StoreError.git { () throws(GitError) in
            let reference = proposal.branchReference
            guard try repository.commitID(ofReference: reference) == proposal.commitID,
                try repository.headReferenceName() != reference
            else { return }
            do throws(GitError) {
                try repository.delete(reference: reference, expected: proposal.commitID)
            } catch {
                if error.code != .moved { throw error }
            }
        }
    }

    /// Takes proposed changes out of the work tree again: its files become those of the last
    /// commit, if nobody has touched them since.
    ///
    /// - Throws: `changedFiles`, and nothing is changed, where a file is neither as it was proposed
    ///   nor as in the last commit.
    public func takeBack(_ changes: ProposedFiles) throws(StoreError) {
        let repository = try repository()
        let paths = changes.files.keys.sorted()
        let tree = try StoreError.git { () throws(GitError) in
            try changes.tree(in: repository)
        }
        do throws(GitError) {
            try repository.checkout(paths, from: tree, to: changes.base.treeID)
        } catch {
            guard error.code == .conflict else { throw .git(error) }
            throw .changedFiles([error.subject])
        }
    }

    /// Refuses changes that could not be taken out of the work tree again.
    public func checkTakingBack(_ changes: ProposedFiles) throws(StoreError) {
        let repository = try repository()
        let conflicts = try StoreError.git { () throws(GitError) in
            try repository.checkoutConflicts(
                changes.files.keys.sorted(), from: try changes.tree(in: repository),
                to: changes.base.treeID)
        }
        guard conflicts.isEmpty else { throw .changedFiles(conflicts) }
    }

    /// Returns what changes become on top of the newest commit of a proposal: where both have
    /// changed the same files, they are merged.
    private func draft(
        of changes: ProposedFiles, onto tip: CommitID, of name: String, message: String,
        by author: Signature
    ) throws(StoreError) -> CommitDraft {
        let plain = CommitDraft(message: message, files: changes.files)
        if tip == changes.base.id { return plain }
        let repository = try repository()
        let (touched, isBehind) = try StoreError.git { () throws(GitError) in
            (
                Set(
                    try TreeComparison.paths(
                        from: changes.base.treeID, to: try repository.commit(tip).treeID,
                        in: repository)),
                try !repository.isAncestor(changes.base.id, of: tip)
            )
        }
        // Files that the proposal has left alone are as they were when these were changed.
        guard changes.files.keys.contains(where: touched.contains) else { return plain }
        let own = try StoreError.git { () throws(GitError) in
            try repository.writeCommit(
                tree: try changes.tree(in: repository), parents: [changes.base.id],
                author: author, committer: author, message: message + "\n")
        }
        let merge = try self.merge(own, into: tip)
        guard merge.isClean else {
            throw .proposal(.clash(name, files: merge.conflicted.map(\.path)))
        }
        var draft = merge.draft(message: message)
        // What the branch did since the proposal began has come along.
        draft.mergedWith = isBehind ? [changes.base.id] : []
        return draft
    }
}

extension ProposedFiles {
    /// What to say of the changes where nobody has said anything.
    var summary: String {
        let names = profiles
        guard let first = names.first else { return "store: change the schemas or the settings" }
        switch names.count {
        case 1: return "\(first): change the record"
        case 2, 3: return names.joined(separator: ", ") + ": change the records"
        default: return "profiles: change \(names.count) records"
        }
    }

    /// The tree that the changes lead to, written without a commit.
    func tree(in repository: Repository) throws(GitError) -> TreeID {
        var edit = TreeEdit()
        for (path, bytes) in files {
            if let bytes { try edit.write(bytes, to: path) } else { try edit.delete(path) }
        }
        return try repository.writeTree(edit, on: base.treeID)
    }
}
