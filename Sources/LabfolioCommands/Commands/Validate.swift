internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio validate`.
    static let validate = CommandDescription(
        name: "validate", summary: "Check profiles against the schemas and rules",
        discussion: """
            Reports everything that is wrong in one pass, each with file, line, column and what \
            to do. The exit status is 1 if there is an error; warnings do not count. With --fix \
            what a program can mend without a doubt is mended in the work tree, comments and \
            layout kept; what stays is reported. With --dry-run nothing is written: a patch goes \
            to standard output, what would stay to standard error.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all)", count: .any,
                completion: .profiles)
        ],
        options: [
            .revision, .format(ValidationReport.formats),
            Option(name: "--fix", summary: "Apply the fixes that change no meaning"),
            Option(name: "--unsafe", summary: "With --fix: those that need a look, too"),
            Option(name: "--dry-run", summary: "With --fix: only show what it would change"),
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "With --fix: commit the fixed files, and nothing else"),
            .store,
        ],
        examples: [
            Example(line: "labfolio validate", meaning: "Check the whole store"),
            Example(
                line: "labfolio validate wanru-zhao --at main --format json",
                meaning: "One profile as of a branch, for a program"),
            Example(line: "labfolio validate --at :index", meaning: "What is staged"),
            Example(
                line: "labfolio validate --fix --dry-run", meaning: "See what a fix would change"),
        ]
    ) { invocation throws(CommandError) in
        let fixing = try Fixing(invocation)
        let store = try invocation.store()
        let snapshot = try invocation.snapshot(of: store)
        let ids = try invocation.profileIDs(in: snapshot)
        let terminal = invocation.terminal
        guard let fixing else {
            var report = ValidationReport(
                profiles: ids,
                diagnostics: try await invocation.findings(about: ids, in: snapshot, of: store))
            if invocation.format() == "sarif" { try report.addReplacements(in: snapshot) }
            report.write(as: invocation.format(), to: terminal)
            return report.status
        }
        guard !store.isBare else {
            throw .usage("A bare store has no files to fix", hint: "Clone it, and fix them there")
        }
        let (run, findings) = try await fixing.run(
            on: ids, in: snapshot, of: store, for: invocation)
        try fixing.write(run, to: store, for: invocation)
        var report = ValidationReport(profiles: ids, diagnostics: findings + run.failures)
        report.isFixed = true
        if fixing.isTrial {
            report.patch = run.patch
        } else {
            terminal.writeError(run.summary)
        }
        report.write(as: invocation.format(), to: terminal)
        return report.status
    }
}

extension Invocation {
    /// Returns the profiles that were typed, or all of them, each once and in order.
    func profileIDs(in snapshot: Snapshot) throws(CommandError) -> [ProfileID] {
        guard !operands.isEmpty else { return snapshot.profileIDs }
        var ids: Set<ProfileID> = []
        for operand in operands {
            ids.insert(
                try CommandError.store { () throws(StoreError) in
                    try snapshot.profileID(operand)
                })
        }
        return ids.sorted()
    }
}
