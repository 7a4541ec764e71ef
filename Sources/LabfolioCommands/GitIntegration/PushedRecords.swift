internal import Git
internal import Linting
internal import ProfileStore
internal import Profiles
internal import RecordModel

/// Finds the errors of the records that a push leads to and that were not there before.
///
/// Only what is new counts, so that a push that mends one of two errors is let in; and only profiles
/// that differ are read, unless schemas or `labfolio.yml` do, or the store calls what a rule about
/// several profiles finds an error: then all have to be compared.
struct PushedRecords {
    let store: Store
    let today: DateText?

    /// Returns the errors as of a commit that those as of another one have not.
    func findings(
        from before: CommitID?, to after: CommitID
    ) throws(StoreError) -> [Diagnostic] {
        let new = try state(at: after)
        let old = try before.flatMap { id throws(StoreError) in try usableState(at: id) }
        var known = Set((old?.snapshot.diagnostics ?? []).map(Signature.init))
        var findings = new.snapshot.diagnostics.filter { $0.severity == .error }
        let touchesAll =
            old?.snapshot.schemaHash != new.snapshot.schemaHash
            || old?.snapshot.configuration != new.snapshot.configuration
        for id in new.snapshot.profileIDs {
            let isSame = try old.map { old throws(StoreError) in
                try old.reader.treeID(of: id) == new.reader.treeID(of: id)
            }
            guard touchesAll || isSame != true else { continue }
            let errors = try new.errors(of: id)
            guard !errors.isEmpty else { continue }
            findings += errors
            known.formUnion(try old?.errors(of: id).map(Signature.init) ?? [])
        }
        if new.lint.hasErrorsAcross {
            let across = try errorsAcross(new, old)
            findings += across.new
            known.formUnion(across.old.map(Signature.init))
        }
        return findings.filter { !known.contains(Signature($0)) }
    }

    /// Returns the errors that only all profiles together show, after and before.
    private func errorsAcross(
        _ new: State, _ old: State?
    ) throws(StoreError) -> (new: [Diagnostic], old: [Diagnostic]) {
        var (facts, former): ([ProfileFacts], [ProfileFacts]) = ([], [])
        var known: Set<ProfileID> = []
        for id in new.snapshot.profileIDs {
            let found = try new.facts(of: id)
            if let found { facts.append(found) }
            guard let old, try old.reader.treeID(of: id) == new.reader.treeID(of: id) else {
                continue
            }
            // The facts of the very same files are the same.
            known.insert(id)
            if let found { former.append(found) }
        }
        let errors = try new.errors(across: facts)
        guard !errors.isEmpty, let old else { return (errors, []) }
        for id in old.snapshot.profileIDs where !known.contains(id) {
            if let found = try old.facts(of: id) { former.append(found) }
        }
        return (errors, try old.errors(across: former.sorted { $0.id < $1.id }))
    }

    private func state(at commit: CommitID) throws(StoreError) -> State {
        let snapshot = try store.snapshot(at: .commit(commit.description))
        let settings = LintSettings(configuration: snapshot.configuration, today: today)
        return State(
            snapshot: snapshot, reader: try snapshot.reader(), lint: Lint(settings))
    }

    /// The state to compare with; nil where its own schemas are no use, so that a push can mend them.
    private func usableState(at commit: CommitID) throws(StoreError) -> State? {
        do throws(StoreError) { return try state(at: commit) } catch {
            if case .rejected = error { return nil }
            throw error
        }
    }

    /// The records as of one commit, ready to be judged.
    private struct State {
        let snapshot: Snapshot
        let reader: ProfileReader
        let lint: Lint

        func errors(of id: ProfileID) throws(StoreError) -> [Diagnostic] {
            let verdict = try ProfileVerdict(on: id, reader: reader, lint: lint)
            return (verdict?.diagnostics ?? []).filter { $0.severity == .error }
        }

        /// What the rules about several profiles need; nil of a record with errors of its own.
        func facts(of id: ProfileID) throws(StoreError) -> ProfileFacts? {
            try ProfileVerdict(on: id, reader: reader, lint: lint)?.facts
        }

        func errors(across facts: [ProfileFacts]) throws(StoreError) -> [Diagnostic] {
            try reader.located(lint.findings(across: facts)).filter { $0.severity == .error }
        }
    }

    /// What makes an error the same one before and after.
    private struct Signature: Hashable {
        let code: Diagnostic.Code
        let file: String?
        let path: FieldPath?
        let message: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            file = diagnostic.location?.file
            path = diagnostic.path
            message = diagnostic.message
        }
    }
}
