internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// Whether a proposal can be accepted, and what stands against it.
struct Judgement: Sendable {
    let merge: ProposalMerge
    /// Whether parts may be held back.
    let isPartial: Bool
    /// The parts that something stands against, or that are to wait.
    let held: Set<String>
    /// What stands against them, as findings.
    let objections: [Diagnostic]
    /// What it is, in words.
    let reasons: String

    /// Whether it can be accepted, be it in part.
    var isAcceptable: Bool {
        held.isEmpty || isPartial && merge.parts.contains { !held.contains($0) }
    }
}

extension Invocation {
    /// Finds out what stands against a proposal: conflicts, new errors, missing rights.
    ///
    /// What is held back changes what the store would be, so the rest is looked at again until
    /// nothing more has to be held back.
    func judge(
        _ proposal: Proposal, in store: Store, by actor: Actor, isPartial: Bool
    ) async throws(CommandError) -> Judgement {
        let (merge, before) = try CommandError.store { () throws(StoreError) in
            guard let scope = try store.scope(of: proposal) else {
                throw .unknownRevision(proposal.commitID.description)
            }
            guard scope.base != nil else {
                throw .unrelatedHistories(scope.target.id, scope.tip.id)
            }
            return (
                try store.merge(scope),
                try store.snapshot(at: .commit(scope.target.id.description))
            )
        }
        var held = merge.waiting(with: Set(merge.conflicted))
        var objections = Self.conflictFindings(of: merge, in: proposal.name)
        var reasons = held.isEmpty ? [] : ["fields are in conflict"]
        let all = Set(merge.parts)
        while true {
            let holding = held
            guard all.contains(where: { !holding.contains($0) }) else { break }
            let after = try CommandError.store { () throws(StoreError) in
                try store.snapshot(after: merge, holding: holding)
            }
            let diffs = try await self.diffs(
                of: merge.profiles, from: before, to: after)
            let rights = ProposalRights(
                owners: Owners(configuration: before.configuration), diffs: diffs,
                paths: merge.paths.filter { !holding.contains(ProposalMerge.part($0)) },
                before: before, after: after)
            let refusals = rights.refusals(by: actor)
            let errors = try await newErrors(from: before, to: after, in: store)
            guard !refusals.isEmpty || !errors.isEmpty else { break }
            if !refusals.isEmpty { reasons.append("the owners do not let you") }
            if !errors.isEmpty { reasons.append("it would bring errors") }
            objections += refusals.map(\.diagnostic) + errors
            let parts = Set(
                refusals.map(\.part)
                    + errors.map { $0.profile ?? $0.location?.file ?? "" })
            // An error elsewhere is the doing of all that is left.
            held.formUnion(merge.waiting(with: parts))
            if !isPartial { break }
        }
        return Judgement(
            merge: merge, isPartial: isPartial, held: held, objections: objections,
            reasons: reasons.joined(separator: ", "))
    }

    /// Returns the errors that the store has after a change and not before.
    private func newErrors(
        from before: Snapshot, to after: Snapshot, in store: Store
    ) async throws(CommandError) -> [Diagnostic] {
        let new = try await findings(about: after.profileIDs, in: after, of: store)
            .filter { $0.severity == .error }
        guard !new.isEmpty else { return [] }
        let old = try await findings(about: before.profileIDs, in: before, of: store)
            .filter { $0.severity == .error }
        return FindingChanges(from: old, to: new).new
    }

    /// The conflicts of a merge as findings.
    static func conflictFindings(of merge: ProposalMerge, in name: String) -> [Diagnostic] {
        merge.disputes.map { dispute in
            Diagnostic(
                .proposalConflict, "\(dispute.conflict.reason.sentence): \(dispute.conflict.path)",
                hint:
                    "Decide it: labfolio resolve \(name) \(dispute.conflict.path) --ours or --theirs",
                profile: dispute.profile?.text, path: dispute.conflict.path)
        }
            + merge.disputedFiles.map { path in
                let reason = merge.merge.conflicted.first { $0.path == path }?.reason
                let isAboutProfile = reason?.isAboutProfile == true
                return Diagnostic(
                    .proposalConflict,
                    isAboutProfile
                        ? "\(reason?.sentence ?? ""): \(path)"
                        : "Both sides changed \(path), which is not made of fields",
                    hint: isAboutProfile
                        ? "Let the proposal's branch have the id that the other one has: git mv"
                        : "Merge it on the proposal's branch with git merge",
                    profile: ProposalMerge.part(path) == path ? nil : ProposalMerge.part(path),
                    location: SourceLocation(file: path))
            }
    }
}

extension Diagnostic.Code {
    static let proposalConflict: Self = "proposal.conflict"
}

extension Refusal {
    /// The part of a proposal that is refused.
    fileprivate var part: String {
        if let profile { return profile.text }
        // Of the fields of a file that is no record the file is the part.
        let file = place.steps.first ?? ""
        return file.hasSuffix(".yml") ? file : place.steps.joined(separator: "/")
    }
}
