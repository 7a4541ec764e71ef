internal import Formats
public import Git
internal import Layouts
public import ProfileStore
internal import RecordModel

/// Publishes homepages: writes each one as a commit on top of what its branch is at, and has the
/// user's own git push it.
///
/// A push moves a branch only to a commit on top of what is there. Who is overtaken by somebody
/// else looks again at what is there now, and decides and writes everything anew on top of it; so
/// no commit of anybody is ever lost, and no file that came meanwhile is overwritten unseen.
public struct Publisher: Sendable {
    /// What a commit says.
    public typealias Message =
        @Sendable (_ target: PublishTarget, _ lastSource: String?) throws(StoreError) -> String

    private let snapshot: Snapshot
    private let options: Exporter.Options
    private let folder: String
    private let author: Signature
    private let signing: CommitSigning?
    private let message: Message

    /// So many branches are handed to git at a time: it waits for the network most of the time.
    private static let batchLength = 16
    /// How often a lost race is run again.
    private static let raceLimit = 32

    /// Makes a publisher.
    ///
    /// - Parameters:
    ///   - snapshot: The commit of the store that is published.
    ///   - options: What becomes of files that are not ours, and whether all this is a trial.
    ///   - folder: Where copies of the branches are kept.
    ///   - author: Who makes the commits.
    ///   - signing: How they are signed; nil where they are not.
    ///   - message: What a commit says of a target, from the commit of the store on that its
    ///     homepage was last published from.
    public init(
        _ snapshot: Snapshot, options: Exporter.Options, keepingMirrorsIn folder: String,
        by author: Signature, signing: CommitSigning? = nil, message: @escaping Message
    ) {
        self.snapshot = snapshot
        self.options = Exporter(options: options).exporting(snapshot).options
        self.folder = folder
        self.author = author
        self.signing = signing
        self.message = message
    }

    /// Returns targets in groups of which each can be published by a task of its own: all that go
    /// to one branch are in one.
    public static func batches(of targets: [PublishTarget]) -> [[PublishTarget]] {
        let branches = TargetBranch.grouping(targets)
        return stride(from: 0, to: branches.count, by: batchLength).map { start in
            branches[start..<min(start + batchLength, branches.count)].flatMap(\.targets)
        }
    }

    /// Publishes homepages; what fails at one target does not concern the others.
    ///
    /// - Parameter targets: Where they go; all that go to one branch have to be among them.
    /// - Returns: What became of each, in the order of the targets.
    public func publish(_ targets: [PublishTarget]) -> [PublishReport] {
        let branches = TargetBranch.grouping(targets)
        var pushes = branches.map { BranchPush(of: $0, in: folder) }
        for round in 0...Self.raceLimit {
            let open = pushes.indices.filter { pushes[$0].isOpen }
            guard !open.isEmpty else { break }
            if round > 0 { FileSystem.waitForOthers(round: round) }
            run(open, of: &pushes, isLast: round == Self.raceLimit)
        }
        let reports = Dictionary(
            pushes.flatMap(\.reports).map { ($0.target, $0) }, uniquingKeysWith: { $1 })
        return targets.compactMap { reports[$0] }
    }

    /// Goes once through all steps with the branches that are not done yet, with as many programs
    /// side by side.
    private func run(_ open: [Int], of pushes: inout [BranchPush], isLast: Bool) {
        let answers = Subprocess.runTogether(open.compactMap { pushes[$0].mirror?.lookUp })
        for (index, answer) in zip(open, answers) { pushes[index].takeTip(answer) }
        let stale = open.filter { pushes[$0].needsFetch }
        let fetched = Subprocess.runTogether(stale.compactMap { pushes[$0].mirror?.fetch })
        for (index, answer) in zip(stale, fetched) {
            pushes[index].takeFetch(answer, isLast: isLast)
        }
        for index in open where pushes[index].isFetched { write(&pushes[index]) }
        let ready = open.filter { pushes[$0].isReady }
        let calls = ready.compactMap { index in
            pushes[index].commit.flatMap { pushes[index].mirror?.push($0) }
        }
        for (index, answer) in zip(ready, Subprocess.runTogether(calls)) {
            pushes[index].takePush(answer, isLast: isLast)
        }
    }

    /// Writes the homepages of a branch on top of what it is at, a commit for each that changes.
    private func write(_ push: inout BranchPush) {
        do throws(ExportError) {
            let source = try SiteSource(snapshot, options: options)
            let repository = try ExportError.git { () throws(GitError) in
                try push.repository().buffered()
            }
            var site = try SiteTree(at: push.tip, in: repository)
            var parent = push.tip
            var reports: [PublishReport] = []
            for target in push.branch.targets {
                do throws(PublishFailure) {
                    let plan = try PublishFailure.export { () throws(ExportError) in
                        try SitePlan(of: target, onto: site, from: source)
                    }
                    var report = try PublishFailure.export { () throws(ExportError) in
                        try self.report(of: plan, on: site)
                    }
                    if let tree = plan.tree {
                        let commit = try commit(plan, tree, on: parent, site, in: push.mirror)
                        report.outcome = .published(commit)
                        report.isNewBranch = parent == nil
                        (site.tree, parent) = (tree, commit)
                    }
                    reports.append(report)
                } catch {
                    // The others of the branch are published all the same.
                    reports.append(PublishReport(target: target, outcome: .failed(error)))
                }
            }
            if !options.isDryRun, parent != push.tip {
                try ExportError.git { () throws(GitError) in try repository.flush() }
            }
            push.finishWriting(reports, commit: parent, isDryRun: options.isDryRun)
        } catch { push.fail(PublishFailure(error)) }
    }

    private func commit(
        _ plan: SitePlan, _ tree: TreeID, on parent: CommitID?, _ site: SiteTree,
        in mirror: Mirror?
    ) throws(PublishFailure) -> CommitID {
        let text = try PublishFailure.export { () throws(ExportError) in
            let last = try site.lastSource(in: plan.target.folder)
            return try ExportError.store { () throws(StoreError) in
                PublicationTrailer.message(
                    try message(plan.target, last), profile: plan.target.profile.text,
                    source: snapshot.commitID?.description ?? "")
            }
        }
        if let signing, let mirror, !options.isDryRun {
            // Git signs what it can read.
            try PublishFailure.export { () throws(ExportError) in
                try ExportError.git { () throws(GitError) in try site.repository.flush() }
            }
            return try signing.commit(tree, on: parent, by: author, message: text, in: mirror)
        }
        return try PublishFailure.export { () throws(ExportError) in
            try ExportError.git { () throws(GitError) in
                try site.repository.writeCommit(
                    tree: tree, parents: parent.map { [$0] } ?? [], author: author,
                    committer: author, message: text)
            }
        }
    }

    private func report(
        of plan: SitePlan, on site: SiteTree
    ) throws(ExportError) -> PublishReport {
        var report = PublishReport(
            target: plan.target, outcome: plan.isRefused ? .refused : .unchanged)
        report.findings = plan.findings
        if let transfer = plan.transfer, !plan.isRefused {
            report.layout = transfer.report.layout
            (report.written, report.deleted) = (transfer.report.written, transfer.report.deleted)
            report.kept = transfer.report.kept
        }
        let folder = plan.target.folder
        if !plan.drift.isEmpty {
            let published = try site.lastPublished(in: folder)
            report.drift = try ExportError.git { () throws(GitError) in
                try site.repository.patches(
                    from: published?.tree, to: site.tree, of: plan.drift)
            }
        }
        if options.isDryRun, let tree = plan.tree {
            let manifest = site.path(Manifest.path, in: folder)
            report.patches = try ExportError.git { () throws(GitError) in
                try site.repository.patches(from: site.tree, to: tree)
                    .filter { $0.path != manifest }
            }
        }
        return report
    }
}
