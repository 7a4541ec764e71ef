public import Git
public import RecordModel

/// Decides about a push, reference by reference, before git moves any of them.
///
/// What is pushed is read where git keeps it until then (`Store.objectFolder`). Of each reference
/// every commit is looked at that it did not lead to before, one after the other, so that a push of
/// many commits takes no more memory than one of few.
///
/// - Branches that are protected: nobody deletes or forces them, and every change is by somebody
///   who may make it, or is vouched for by somebody who may and has merged it.
/// - Branches under `proposals/` are anybody's: owners count when one is accepted.
/// - The events of reviews only ever grow.
/// - Nothing that is pushed brings links, submodules, files over the limit, or paths that a store
///   has no place for.
public struct PushCheck {
    private let store: Store
    private let repository: Repository
    private let head: String?
    private let signatures: CommitSignatures
    /// The commits whose files were looked at already, in another reference.
    private var seen: Set<CommitID> = []

    /// How many findings of one reference are told: a push that has more was made wrongly as a
    /// whole.
    private static let findingLimit = 20
    private static let proposals = "proposals/"
    private static let own = "refs/labfolio/"

    /// Prepares to check a push to a store.
    public init(of store: Store) throws(StoreError) {
        let repository = try store.repository()
        self.store = store
        self.repository = repository
        head = try StoreError.git { () throws(GitError) in try repository.currentBranchName() }
        signatures = CommitSignatures(of: store, repository)
    }

    /// What a reference is to a store.
    private enum Kind {
        case protectedBranch
        case proposal
        case branch
        case events
        case other
    }

    /// Whether the records that a reference leads to have to be valid: those of every branch but
    /// proposals, which are checked when they are accepted.
    public func needsValidRecords(_ update: ReferenceUpdate) -> Bool {
        update.after != nil && update.branch.map { !$0.hasPrefix(Self.proposals) } == true
    }

    /// The commit that a reference is to lead to; nil where it is deleted, or leads to none.
    public func commitID(after update: ReferenceUpdate) throws(StoreError) -> CommitID? {
        try commitID(update.after)
    }

    /// The commit whose records those of a reference are compared with: the one it leads to, or
    /// else the newest one of the branch that HEAD names; nil where there is neither.
    public func commitID(before update: ReferenceUpdate) throws(StoreError) -> CommitID? {
        if let id = try commitID(update.before) { return id }
        return try mainCommitID()
    }

    /// Returns why a reference may not be moved so, empty where it may.
    public mutating func findings(
        about update: ReferenceUpdate
    ) throws(StoreError) -> [Diagnostic] {
        let before = try commitID(update.before)
        guard let after = try commitID(update.after) else {
            return try deletion(of: update, rules: try rules(before: before, after: nil))
        }
        guard let rules = try rules(before: before, after: after) else { return [] }
        let kind = kind(of: update, rules)
        if let forced = try forcing(update, kind, before, after) { return [forced] }
        if kind == .events { return try eventFindings(before, after) }
        return try commitFindings(
            of: update, kind, rules, from: after, onto: try commitID(before: update),
            excluding: try known(by: rules, before: kind == .other ? nil : before))
    }

    private func kind(of update: ReferenceUpdate, _ rules: PushRules?) -> Kind {
        if update.name.hasPrefix(Self.own) { return .events }
        guard let branch = update.branch else { return .other }
        if branch.hasPrefix(Self.proposals) { return .proposal }
        return rules?.protects(branch, head: head) ?? (branch == head) ? .protectedBranch : .branch
    }

    private func commitID(_ text: String?) throws(StoreError) -> CommitID? {
        guard let text else { return nil }
        return try StoreError.git { () throws(GitError) in
            do throws(GitError) { return try repository.resolve(text) } catch {
                // A tag may name what is no commit.
                if error.code == .invalid { return nil }
                throw error
            }
        }
    }

    /// The rules of the branch of HEAD, which is the one that says what the store is; before its
    /// first commit there are none but those that come with it.
    private func rules(
        before: CommitID?, after: CommitID?
    ) throws(StoreError) -> PushRules? {
        let main = try mainCommitID()
        if let id = main ?? before { return try PushRules(of: id, in: store) }
        return try after.map { id throws(StoreError) in
            try PushRules(withoutHistory: id, in: store)
        }
    }

    /// The newest commit of the branch that HEAD names, or of the usual ones where it names none
    /// that is there, as in a bare repository whose first branch was called otherwise.
    private func mainCommitID() throws(StoreError) -> CommitID? {
        try StoreError.git { () throws(GitError) in
            for name in ["HEAD"] + PushRules.usualBranches.map({ "refs/heads/" + $0 }) {
                if let id = try repository.commitID(ofReference: name) { return id }
            }
            return nil
        }
    }

    /// The commits that need no look, with all that they lead to.
    private func known(
        by rules: PushRules, before: CommitID?
    ) throws(StoreError) -> [CommitID] {
        let branches = try StoreError.git { () throws(GitError) in try repository.branches() }
        return branches.filter { rules.protects($0.name, head: head) }.map(\.commitID)
            + [before].compactMap(\.self)
    }
}

extension PushCheck {
    private func deletion(
        of update: ReferenceUpdate, rules: PushRules?
    ) throws(StoreError) -> [Diagnostic] {
        switch kind(of: update, rules) {
        case .protectedBranch:
            [
                Diagnostic(
                    .pushProtected,
                    "\(update.branch ?? update.name) is protected: nobody deletes it",
                    hint: "push/protected in labfolio.yml says which branches are")
            ]
        case .events:
            [
                Diagnostic(
                    .pushEvents, "What was said in reviews is kept: \(update.name) stays",
                    hint: "Push new events on top of those that are there")
            ]
        case .branch, .proposal, .other: []
        }
    }

    private func forcing(
        _ update: ReferenceUpdate, _ kind: Kind, _ before: CommitID?, _ after: CommitID
    ) throws(StoreError) -> Diagnostic? {
        guard let before, kind == .protectedBranch || kind == .events else { return nil }
        let isAhead = try StoreError.git { () throws(GitError) in
            try repository.isAncestor(before, of: after)
        }
        guard !isAhead else { return nil }
        guard kind == .events else {
            return Diagnostic(
                .pushProtected,
                "\(update.branch ?? update.name) is protected: nobody forces it",
                hint: "Fetch it, merge or rebase your work onto it, and push without --force")
        }
        return Diagnostic(
            .pushEvents, "\(update.name) has events that yours has not",
            hint: "Fetch them and join them: labfolio proposals --join, then push again")
    }

    /// Every file that was there has to be there still, as it was.
    private func eventFindings(
        _ before: CommitID?, _ after: CommitID
    ) throws(StoreError) -> [Diagnostic] {
        guard let before else { return [] }
        let changed = try StoreError.git { () throws(GitError) in
            try repository.differences(
                from: try repository.commit(before).treeID,
                to: try repository.commit(after).treeID)
        }
        let wrong = changed.filter { $0.before != nil || $0.after?.blobID == nil }
        return wrong.prefix(Self.findingLimit).map {
            Diagnostic(
                .pushEvents, "An event of a review is never changed or removed",
                hint: "Push new events on top of those that are there",
                location: SourceLocation(file: $0.path))
        }
    }

    private mutating func commitFindings(
        of update: ReferenceUpdate, _ kind: Kind, _ rules: PushRules, from tip: CommitID,
        onto accepted: CommitID?, excluding known: [CommitID]
    ) throws(StoreError) -> [Diagnostic] {
        var judge = PushJudge(
            repository, rules: rules, signatures: signatures, accepted: accepted)
        var findings: [Diagnostic] = []
        let walk = try StoreError.git { () throws(GitError) in
            try repository.walk(from: tip, excluding: known)
        }
        while findings.count < Self.findingLimit {
            let next = try StoreError.git { () throws(GitError) in
                try walk.next().map { id throws(GitError) in try repository.commit(id) }
            }
            guard let commit = next else { break }
            if seen.insert(commit.id).inserted {
                findings += try fileFindings(of: commit, rules)
            }
            guard kind == .protectedBranch, !rules.owners.isOpen else { continue }
            findings += try StoreError.git { () throws(GitError) in
                try judge.findings(about: commit)
            }
        }
        return findings
    }

    private func fileFindings(
        of commit: Commit, _ rules: PushRules
    ) throws(StoreError) -> [Diagnostic] {
        do throws(GitError) {
            let parent = try commit.parentIDs.first.map { id throws(GitError) in
                try repository.commit(id).treeID
            }
            let top = try parent.map { id throws(GitError) in try repository.tree(id) } ?? []
            let known = Set(top.map(\.name))
            var findings: [Diagnostic] = []
            for difference in try repository.differences(from: parent, to: commit.treeID) {
                guard let target = difference.after, findings.count < Self.findingLimit else {
                    continue
                }
                let first = difference.path.prefix { $0 != "/" }
                let file = PushedFile(
                    path: difference.path, target: target, isNew: difference.before == nil,
                    isBelowKnown: known.contains(String(first)))
                if let fault = try file.fault(rules: rules, in: repository) {
                    findings.append(fault.about(commit))
                }
            }
            return findings
        } catch {
            guard error.code == .invalid else { throw .git(error) }
            return [
                Diagnostic(
                    .storeUnsafeName, "A path is not valid UTF-8, or has a mode that git does not",
                    hint: "Rename the file; other machines could not read it"
                ).about(commit)
            ]
        }
    }
}

extension Diagnostic {
    /// Returns the finding with the commit in which it is.
    func about(_ commit: Commit) -> Diagnostic {
        var result = self
        let id = commit.id.description.prefix(9)
        result.related.append(
            RelatedPlace("in commit \(id) by \(commit.committer.email): \(commit.summary)"))
        return result
    }
}

extension Diagnostic.Code {
    static let pushProtected: Self = "push.protected-branch"
    static let pushEvents: Self = "push.events"
}
