internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio hook pre-commit`.
    static let hookPreCommit = CommandDescription(
        name: "hook pre-commit", summary: "Check what is staged, as git does before a commit",
        discussion: """
            Reads the index only, whatever the work tree holds, and only the profiles that are \
            staged; all of them if schemas or labfolio.yml are. Prints nothing if all is well. The \
            exit status is 1 if there is an error, which stops the commit.
            """,
        options: [.store],
        examples: [
            Example(
                line: "labfolio hook pre-commit", meaning: "In a pre-commit hook of your own")
        ]
    ) { invocation throws(CommandError) in
        let store: Store
        do throws(CommandError) { store = try invocation.store() } catch {
            // A hook that serves all repositories of a person also runs in those without records.
            guard error.isNoStore, invocation.value("--store") == nil else { throw error }
            return .fine
        }
        let staged = try CommandError.store { () throws(StoreError) in try store.stagedChanges() }
        guard staged.touchesAll || staged.contains("profiles") else { return .fine }
        let snapshot = try CommandError.store { () throws(StoreError) in
            try store.snapshot(at: .index)
        }
        let ids = snapshot.profileIDs.filter { staged.touchesAll || staged.profiles.contains($0) }
        let findings = try await invocation.findings(
            about: ids, in: snapshot, of: store
        ).filter { finding in
            // What was wrong before is not this commit's to mend.
            finding.profile != nil || staged.touchesAll
                || finding.location.map { staged.contains($0.file) } == true
        }
        guard !findings.isEmpty else { return .fine }
        let report = ValidationReport(profiles: ids, diagnostics: findings)
        report.write(as: "text", to: invocation.terminal)
        if report.errors > 0 {
            invocation.terminal.writeError(
                "Nothing was committed; git commit --no-verify commits without the check\n")
        }
        return report.status
    }
}
