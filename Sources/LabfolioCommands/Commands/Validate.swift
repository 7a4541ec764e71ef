internal import Formats
internal import Linting
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio validate`.
    static let validate = CommandDescription(
        name: "validate", summary: "Check profiles against the schemas and rules",
        discussion: """
            Reports everything that is wrong in one pass, each with file, line, column and what \
            to do. The exit status is 1 if there is an error; warnings do not count.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all)", count: .any,
                completion: .profiles)
        ],
        options: [.revision, .format(ValidationReport.formats), .store],
        examples: [
            Example(line: "labfolio validate", meaning: "Check the whole store"),
            Example(
                line: "labfolio validate wanru-zhao --at main --format json",
                meaning: "One profile as of a branch, for a program"),
            Example(line: "labfolio validate --at :index", meaning: "What is staged"),
        ]
    ) { invocation throws(CommandError) in
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let ids = try invocation.profileIDs(in: snapshot)
        let report = ValidationReport(
            profiles: ids,
            diagnostics: try await invocation.findings(about: ids, in: snapshot))
        report.write(as: invocation.format(), to: invocation.terminal)
        return report.status
    }
}

extension Invocation {
    /// Returns what is wrong with the store's own files and with profiles, in the order of the
    /// profiles and of their files.
    func findings(
        about ids: [ProfileID], in snapshot: Snapshot
    ) async throws(CommandError) -> [Diagnostic] {
        let progress = Progress("Validating", total: ids.count, on: terminal)
        let found = try await concurrentMap(ids, limit: terminal.concurrency) {
            run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                let reader = try snapshot.reader()
                var diagnostics: [[Diagnostic]] = []
                for id in run {
                    progress.advance()
                    guard let profile = try reader.profile(id) else { continue }
                    var found = profile.diagnostics
                    // A record with errors may be half of one; its content is judged when they
                    // are mended.
                    if !profile.hasErrors {
                        found += try reader.located(Rule.findings(in: profile.record), in: id)
                    }
                    diagnostics.append(found.sorted())
                }
                return diagnostics
            }
        }
        return snapshot.diagnostics + found.flatMap { $0 }
    }

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
