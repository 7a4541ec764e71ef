internal import Formats
internal import Git
internal import ProfileStore

/// The homepages of one branch on their way: what the branch is at, what was written on top of it,
/// and how it ended.
struct BranchPush {
    let branch: TargetBranch
    /// Nil where there is no room for a copy of the branch.
    let mirror: Mirror?
    /// The commit that the branch is at, nil where there is none yet.
    private(set) var tip: CommitID?
    /// What is to be pushed.
    private(set) var commit: CommitID?
    private(set) var reports: [PublishReport] = []
    /// Whether something is left to be done.
    private(set) var isOpen = true
    private(set) var needsFetch = false
    /// Whether another run is at the copy of the branch, so that this round is for waiting.
    private(set) var isWaiting = false
    private var lostRaces = 0
    /// What the other side said against the last push, and where the branch was then.
    private var refusal: (failure: PublishFailure, tip: CommitID?)?

    init(of branch: TargetBranch, in folder: String) {
        self.branch = branch
        do throws(FileError) { mirror = try Mirror(of: branch, in: folder) } catch {
            mirror = nil
            fail(PublishFailure(error))
            return
        }
        do throws(GitError) { _ = try repository() } catch {
            fail(PublishFailure(.store(.git(error))))
        }
    }

    /// Whether there is something to push.
    var isReady: Bool { isOpen && commit != nil }

    /// Whether the homepages can be written on top of what the branch is at.
    var isFetched: Bool { isOpen && !isWaiting }

    /// Opens the copy of the branch.
    func repository() throws(GitError) -> Repository {
        guard let mirror else {
            // Without one the push has failed before it comes to this.
            preconditionFailure("a branch without a mirror is not open")
        }
        return try mirror.repository()
    }

    // MARK: Steps

    /// Takes what git said about where the branch is.
    mutating func takeTip(_ answer: Result<Subprocess.Outcome, FileError>) {
        (needsFetch, isWaiting) = (false, false)
        commit = nil
        switch GitAnswer.tip(of: branch.reference, answer) {
        case .unknown(let failure): return fail(failure)
        case .absent: tip = nil
        case .at(let id):
            tip = id
            needsFetch = fetchedTip() != id
        }
        // Nobody was quicker, so the other side does not want it at all.
        if let refusal, refusal.tip == tip { fail(refusal.failure) }
        needsFetch = needsFetch && isOpen
    }

    /// Takes what git said when it fetched the branch.
    mutating func takeFetch(_ answer: Result<Subprocess.Outcome, FileError>, isLast: Bool) {
        let fetched = fetchedTip()
        // Another run that fetches the same branch at this moment does just as well.
        if let failure = GitAnswer.failure(ofFetch: answer), fetched != tip {
            isWaiting = !isLast && failure.said.contains { $0.contains("lock") }
            if !isWaiting { fail(failure) }
            return
        }
        tip = fetched
    }

    /// Takes what was written on top of the tip.
    mutating func finishWriting(
        _ reports: [PublishReport], commit: CommitID?, isDryRun: Bool
    ) {
        self.reports = reports
        for index in reports.indices { self.reports[index].lostRaces = lostRaces }
        if isDryRun || commit == tip { isOpen = false } else { self.commit = commit }
    }

    /// Takes what git said about the push.
    mutating func takePush(
        _ answer: Result<Subprocess.Outcome, FileError>, isLast: Bool
    ) {
        refusal = nil
        switch GitAnswer.push(answer) {
        case .done:
            isOpen = false
            remember()
        case .failed(let failure): fail(failure)
        case .lostRace(let said):
            lostRaces += 1
            guard isLast else { return }
            fail(
                PublishFailure(
                    message: "Somebody else was quicker \(lostRaces) times", said: said,
                    hint: "Run the command again when there is less going on"))
        case .refused(let failure):
            refusal = (failure, tip)
            if isLast { fail(failure) }
        }
    }

    /// Ends it: what was not found wrong for a reason of its own failed for this one.
    mutating func fail(_ failure: PublishFailure) {
        isOpen = false
        let known = Dictionary(reports.map { ($0.target, $0) }, uniquingKeysWith: { $1 })
        reports = branch.targets.map { target in
            var report =
                known[target] ?? PublishReport(target: target, outcome: .failed(failure))
            if case .published = report.outcome { report.outcome = .failed(failure) }
            return report
        }
    }

    private func fetchedTip() -> CommitID? {
        // What cannot be read is fetched again.
        guard let mirror else { return nil }
        return try? repository().commitID(ofReference: mirror.reference)
    }

    /// Notes where the branch is now, so that the next run need not fetch what it has.
    private func remember() {
        guard let mirror, let commit else { return }
        let expected = fetchedTip()
        // Another run may have noted something newer; then that is fetched or there.
        try? repository().update(
            reference: mirror.reference, to: commit, expected: ExpectedReference(expected),
            message: "labfolio: published")
    }
}
