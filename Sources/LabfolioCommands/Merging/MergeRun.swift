internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

/// One run of `labfolio merge BRANCH`.
struct MergeRun {
    let branch: String
    let store: Store
    let invocation: Invocation
    /// The message of the commit where the person names none.
    var title: String?
    /// Whether a merge with conflicts is left in the work tree for a person to finish.
    var leavesConflicts = true
    private static let attempts = 20

    init(_ branch: String, store: Store, invocation: Invocation) {
        self.branch = branch
        self.store = store
        self.invocation = invocation
    }

    func perform() async throws(CommandError) -> ExitStatus {
        let report = try await report()
        report.write(as: invocation.format(), to: invocation.terminal)
        return report.isClean ? .fine : .findings
    }

    /// Merges, and returns what came of it.
    func report() async throws(CommandError) -> MergeReport {
        let isTrial = invocation.isOn("--dry-run")
        if !isTrial, !store.isBare, try unfinished() != nil {
            throw CommandError(StoreError.unfinishedMerge)
        }
        for round in 0..<Self.attempts {
            let (ours, theirs) = try sides()
            let plan = try CommandError.store { () throws(StoreError) in
                try store.mergePlan(theirs, into: ours)
            }
            if plan.isMerged {
                return MergeReport(ours: ours, theirs: theirs, isUpToDate: true)
            }
            let merge = StoreMerge(plan, try await files(of: plan))
            var report = MergeReport(ours: ours, theirs: theirs, merge: merge)
            report.isFastForward = plan.isFastForward && !invocation.isOn("--no-ff")
            report.isTrial = isTrial
            do throws(StoreError) {
                if merge.isClean {
                    if !isTrial { report.commitID = try write(merge, report.isFastForward) }
                } else if leavesConflicts, !isTrial, !store.isBare {
                    try store.begin(merge, message: message(for: merge))
                    report.isLeftToPerson = true
                }
            } catch {
                // Somebody else moved the branch meanwhile: merge with what is there now.
                if case .moved = error, round + 1 < Self.attempts {
                    FileSystem.waitForOthers(round: round)
                    continue
                }
                throw CommandError(error)
            }
            return report
        }
        throw CommandError(StoreError.moved(reference: "HEAD"))
    }

    private func unfinished() throws(CommandError) -> CommitID? {
        try CommandError.store { () throws(StoreError) in try store.unfinishedMerge() }
    }

    /// The commits to merge.
    private func sides() throws(CommandError) -> (ours: CommitID, theirs: CommitID) {
        try CommandError.store { () throws(StoreError) in
            (try store.commitID(named: "HEAD"), try store.commitID(named: branch))
        }
    }

    /// Merges the files that both sides changed, as many at a time as there are cores.
    private func files(of plan: MergePlan) async throws(CommandError) -> [FileMerge] {
        let store = store
        let terminal = invocation.terminal
        let progress = Progress("Merging", total: plan.count, on: terminal)
        return try await concurrentMap(Array(0..<plan.count), limit: terminal.concurrency) {
            run throws(CommandError) in
            guard let first = run.first, let last = run.last else { return [] }
            return try CommandError.store { () throws(StoreError) in
                let files = try store.mergeFiles(first..<last + 1, of: plan)
                for _ in run { progress.advance() }
                return files
            }
        }
    }

    /// Commits a merge without conflicts, unless the branch has moved.
    private func write(
        _ merge: StoreMerge, _ isFastForward: Bool
    ) throws(StoreError) -> CommitID? {
        guard !isFastForward else {
            try store.fastForward(
                to: merge.theirs, from: merge.ours, message: "merge \(branch): Fast-forward")
            return merge.theirs
        }
        let author = try invocation.author(in: store)
        let text = message(for: merge)
        return try store.commit(author: author, attempts: 1) { snapshot throws(StoreError) in
            guard snapshot?.commitID == merge.ours else { throw .moved(reference: "HEAD") }
            return merge.draft(message: text)
        }
    }

    private func message(for merge: StoreMerge) -> String {
        merge.message(title ?? invocation.value("--message") ?? "Merge branch '\(branch)'")
    }
}
