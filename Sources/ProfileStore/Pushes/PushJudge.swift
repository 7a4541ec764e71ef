internal import Git
internal import Merging
internal import RecordModel

/// Judges the commits that are new to a protected branch by the owners of what they change; it
/// has to meet them newest first.
///
/// Whoever made the commit (the committer) has to have the right, or somebody who has it has to
/// have merged it: a merge vouches for what it brings in, that is for what its first parent did not
/// have, as far as its own committer has the right. What a merge brings in but leaves out needs no
/// right, nor does a merge that holds what the branch holds already.
struct PushJudge {
    private let repository: Repository
    private let rules: PushRules
    private let signatures: CommitSignatures
    /// The newest commit of the branch before the push; nil where it has none.
    private let accepted: CommitID?
    private let changes: CommitChanges
    /// The merges that are new to the branch, newest first.
    private var merges: [Commit] = []

    init(
        _ repository: Repository, rules: PushRules, signatures: CommitSignatures,
        accepted: CommitID?
    ) {
        self.accepted = accepted
        self.repository = repository
        self.rules = rules
        self.signatures = signatures
        changes = CommitChanges(in: repository, rules: rules)
    }

    /// Returns what a commit does that nobody with the right has done or taken over.
    mutating func findings(about commit: Commit) throws(GitError) -> [Diagnostic] {
        guard commit.parentIDs.count < 3 else {
            return [
                Diagnostic(
                    .pushOctopus, "A merge of more than two branches cannot be judged",
                    hint: "Merge them one after the other"
                ).about(commit)
            ]
        }
        if commit.parentIDs.count == 2 { merges.append(commit) }
        var findings: [Diagnostic] = []
        for edit in try changes.edits(of: commit) {
            for refusal in try refusals(of: edit, by: commit) {
                if try isVouchedFor(refusal, in: commit) { continue }
                if try isAccepted(refusal, in: commit) { continue }
                findings.append(refusal.diagnostic.about(commit))
            }
        }
        return findings
    }

    private func refusals(
        of edit: CommitChanges.Edit, by commit: Commit
    ) throws(GitError) -> [Refusal] {
        let email = commit.committer.email
        let refused = refusals(of: edit, by: Actor(email: email))
        // A signature costs a program each, so it is looked at only where it counts.
        let needsSignature = refused.contains { refusal in
            refusal.rules.contains { $0.dependsOnSignature(of: email) }
        }
        guard needsSignature else { return refused }
        return refusals(of: edit, by: try actor(of: commit))
    }

    private func refusals(of edit: CommitChanges.Edit, by actor: Actor) -> [Refusal] {
        switch edit {
        case .fields(let diff, let id): rules.owners.refusals(of: diff, in: id, by: actor)
        case .places(let places):
            places.compactMap { rules.owners.refusal(at: $0, by: actor) }
        }
    }

    private func isAccepted(_ refusal: Refusal, in commit: Commit) throws(GitError) -> Bool {
        guard let accepted, commit.parentIDs.count > 1 else { return false }
        return try !changes.differ(accepted, commit.id, at: refusal.place)
    }

    private func isVouchedFor(_ refusal: Refusal, in commit: Commit) throws(GitError) -> Bool {
        for merge in merges where merge.id != commit.id {
            guard let first = merge.parentIDs.first,
                try repository.isAncestor(commit.id, of: merge.id),
                try !repository.isAncestor(commit.id, of: first)
            else { continue }
            let email = Actor(email: merge.committer.email)
            if rules.owners.admit(email, at: refusal.place) { return true }
            let isForSignature = refusal.rules.contains {
                $0.dependsOnSignature(of: email.email)
            }
            if isForSignature, rules.owners.admit(try actor(of: merge), at: refusal.place) {
                return true
            }
            if try !changes.differ(first, merge.id, at: refusal.place) { return true }
        }
        return false
    }

    private func actor(of commit: Commit) throws(GitError) -> Actor {
        Actor(
            email: commit.committer.email, signature: try signatures.signature(of: commit.id))
    }
}

extension Diagnostic.Code {
    static let pushOctopus: Self = "push.octopus"
}
