internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio merge`.
    static let merge = CommandDescription(
        name: "merge", summary: "Merge a branch field by field",
        discussion: """
            Two people who change different fields never meet a conflict. The merge is committed; \
            its message keeps a proof that no edit of either side got lost, which --verify \
            computes again. On conflicts the exit status is 1: the work tree is left as git leaves \
            it, with markers around the lines in question, for git add and git commit to end, or \
            --abort to go back. In a bare store nothing is changed.
            """,
        operands: [
            Operand(
                name: "BRANCH", summary: "The branch or commit to merge into the current branch",
                count: .optional, completion: .revisions)
        ],
        options: [
            Option(name: "--dry-run", summary: "Only show what would come of it"),
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "The message of the commit"),
            Option(
                name: "--no-ff", summary: "Make a commit even where the branch only moves forward"),
            Option(name: "--abort", summary: "Go back to the state before a merge with conflicts"),
            Option(
                name: "--verify", value: "COMMIT",
                summary: "Merge the parents of a commit again and compare", completion: .revisions),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio merge spring-update", meaning: "Merge a branch"),
            Example(
                line: "labfolio merge spring-update --dry-run --format json",
                meaning: "Whether it would go without conflicts, for a program"),
            Example(line: "labfolio merge --abort", meaning: "Go back after conflicts"),
            Example(
                line: "labfolio merge --verify HEAD",
                meaning: "Check that the last merge lost nothing"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let isAbort = invocation.isOn("--abort")
        let branch = invocation.operand(0)
        let verified = invocation.value("--verify")
        guard [branch != nil, isAbort, verified != nil].count(where: { $0 }) == 1 else {
            throw .usage(
                branch == nil ? "BRANCH is missing" : "A branch, --abort or --verify: one of them",
                hint: "labfolio merge --help explains them")
        }
        if isAbort { return try abort(store, invocation.terminal) }
        if let verified { return try verify(verified, in: store, invocation) }
        return try await MergeRun(branch ?? "", store: store, invocation: invocation).perform()
    }

    private static func abort(
        _ store: Store, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        let wasUnderWay = try CommandError.store { () throws(StoreError) in try store.abortMerge() }
        guard wasUnderWay else { throw .usage("No merge is under way") }
        _ = terminal.write("The merge was taken back\n")
        return .fine
    }

    private static func verify(
        _ revision: String, in store: Store, _ invocation: Invocation
    ) throws(CommandError) -> ExitStatus {
        let found = try CommandError.store {
            () throws(StoreError) -> (id: CommitID, verification: MergeVerification?) in
            let snapshot = try store.snapshot(at: .commit(revision))
            guard let id = snapshot.commitID else { throw .unknownRevision(revision) }
            return (id, try store.verifyMerge(id))
        }
        guard let verification = found.verification else {
            throw .usage(
                "\(revision) is no merge of two commits",
                hint: "git log --merges lists the merges")
        }
        let report = VerificationReport(id: found.id, verification: verification)
        report.write(as: invocation.format(), to: invocation.terminal)
        return verification.holds ? .fine : .findings
    }
}
