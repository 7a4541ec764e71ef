internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// Everything that a person should know before deciding about a proposal.
struct ProposalReview: Sendable {
    /// Changes that the same rules of the store decide about.
    struct Consent: Sendable {
        /// The profile, or the file.
        let part: String
        /// Who may consent, one of them; nobody where there are none.
        let owners: [String]
        /// What changes, from the store's root.
        let places: [FieldPath]
    }

    let proposal: Proposal
    /// The merge into the target, without what nobody decided yet.
    let merge: ProposalMerge
    /// What the fields are called.
    let schemas: SchemaSet
    /// What the proposal changes, since it began.
    let diffs: [ProfileDiff]
    /// What becomes of findings if it is merged.
    let findings: FindingChanges
    /// Whose consent it needs.
    let consents: [Consent]
    /// What the person who asks may not accept.
    let refusals: [Refusal]
    /// The homepages that would change.
    let sites: [SiteChange]

    var scope: ProposalScope { merge.scope }

    /// Whether it would be accepted as it is.
    var isAcceptable: Bool {
        proposal.state == .open && merge.isClean && findings.newErrors.isEmpty
            && refusals.isEmpty
    }

    /// The state in a word.
    var state: String {
        proposal.state == .open && !merge.isClean ? "conflicted" : proposal.state.rawValue
    }

    /// The files that are no records.
    var otherFiles: [String] {
        let records = Set(diffs.map { "profiles/\($0.id)/" })
        return scope.paths.filter { path in
            !(path.hasSuffix(".yml") && records.contains { path.hasPrefix($0) })
        }
    }
}

extension Invocation {
    /// Finds out everything about a proposal.
    func review(
        _ proposal: Proposal, in store: Store, by actor: Actor?
    ) async throws(CommandError) -> ProposalReview {
        let (merge, before, after) = try CommandError.store { () throws(StoreError) in
            guard let scope = try store.scope(of: proposal) else {
                throw .unknownRevision(proposal.commitID.description)
            }
            let merge = try store.merge(scope)
            return (
                merge, try store.snapshot(at: .commit(scope.target.id.description)),
                try store.snapshot(after: merge)
            )
        }
        let old = try await findings(about: before.profileIDs, in: before, of: store)
        let new = try await findings(about: after.profileIDs, in: after, of: store)
        let rights = ProposalRights(
            owners: Owners(configuration: before.configuration),
            diffs: try await diffs(of: merge.profiles, from: before, to: after),
            paths: merge.paths, before: before, after: after)
        return ProposalReview(
            proposal: proposal, merge: merge, schemas: after.schemas,
            diffs: try await proposedDiffs(in: merge.scope, of: store),
            findings: FindingChanges(from: old, to: new), consents: rights.consents,
            refusals: actor.map(rights.refusals) ?? [],
            sites: try await siteChanges(from: before, to: after, touching: merge))
    }

    /// What a proposal changes since it began.
    private func proposedDiffs(
        in scope: ProposalScope, of store: Store
    ) async throws(CommandError) -> [ProfileDiff] {
        let (before, after) = try CommandError.store { () throws(StoreError) in
            (
                try scope.base.map { commit throws(StoreError) in
                    try store.snapshot(at: .commit(commit.id.description))
                },
                try store.snapshot(at: .commit(scope.tip.id.description))
            )
        }
        return try await diffs(of: scope.profiles, from: before, to: after)
    }

    /// Compares profiles of two snapshots; nil is a store with nothing in it.
    func diffs(
        of names: [String], from before: Snapshot?, to after: Snapshot
    ) async throws(CommandError) -> [ProfileDiff] {
        try await concurrentMap(
            names.compactMap { ProfileID($0) }, limit: terminal.concurrency
        ) { run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                let (old, new) = (try before?.reader(), try after.reader())
                var diffs: [ProfileDiff] = []
                for id in run {
                    let (one, other) = (
                        try old?.profile(id)?.record, try new.profile(id)?.record
                    )
                    let diff = Diff(from: one, to: other, shape: after.schemas.recordShape)
                    guard !diff.isEmpty else { continue }
                    diffs.append(ProfileDiff(id: id, diff: diff, before: one, after: other))
                }
                return diffs
            }
        }
    }
}
