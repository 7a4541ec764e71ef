internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

/// What `labfolio validate --fix` was asked for.
struct Fixing {
    /// Whether fixes are applied that somebody should look at.
    let allowsUnsafe: Bool
    /// Whether nothing is written.
    let isTrial: Bool
    /// The message of the commit, nil where there shall be none.
    let message: String?

    /// Reads the options; nil where nothing shall be fixed.
    init?(_ invocation: Invocation) throws(CommandError) {
        guard invocation.isOn("--fix") else {
            for option in ["--unsafe", "--dry-run", "--message"] where invocation.isOn(option) {
                throw .usage("\(option) needs --fix", hint: "labfolio validate --fix \(option)")
            }
            return nil
        }
        if let revision = invocation.value("--at"), revision != ":worktree" {
            throw .usage(
                "Only the work tree can be fixed, not \(revision)",
                hint: "git switch to it, then run labfolio validate --fix")
        }
        allowsUnsafe = invocation.isOn("--unsafe")
        isTrial = invocation.isOn("--dry-run")
        message = invocation.value("--message")
    }

    /// Applies fixes until none is left, and returns what was done and what stays.
    func run(
        on ids: [ProfileID], in snapshot: Snapshot, of store: Store, for invocation: Invocation
    ) async throws(CommandError) -> (run: FixRun, findings: [Diagnostic]) {
        var run = FixRun(snapshot: snapshot, allowsUnsafe: allowsUnsafe)
        var findings = try await invocation.findings(about: ids, in: snapshot, of: store)
        for _ in 0..<FixRun.rounds {
            guard try run.apply(findings) else { break }
            findings = try await invocation.findings(about: ids, in: run.current, of: store)
        }
        return (run, findings)
    }

    /// Writes the files of a run into the work tree, or commits them.
    func write(_ run: FixRun, to store: Store, for invocation: Invocation) throws(CommandError) {
        guard !isTrial, !run.files.isEmpty else { return }
        let files = run.files
        try CommandError.store { () throws(StoreError) in
            guard let message else {
                try refuseChanged(files, in: try store.snapshot(at: .workTree))
                return try store.writeWorkTree(files.mapValues(\.after))
            }
            let author = try invocation.author(in: store)
            let commit = try store.commit(message: message, author: author) {
                snapshot throws(StoreError) in
                if let snapshot { try refuseChanged(files, in: snapshot) }
                return files.mapValues { .some($0.after) }
            }
            if let commit { invocation.terminal.writeError("Committed as \(commit)\n") }
        }
    }

    /// Refuses to write over what somebody else has written since the files were read.
    private func refuseChanged(
        _ files: [String: (before: [UInt8], after: [UInt8])], in snapshot: Snapshot
    ) throws(StoreError) {
        let reader = try snapshot.reader()
        var changed: [String] = []
        for (file, states) in files where try reader.bytes(of: file) != states.before {
            changed.append(file)
        }
        if !changed.isEmpty { throw .changedFiles(changed.sorted()) }
    }
}

extension FixRun {
    /// What was done, one line a fix.
    var summary: String {
        applied.map { VisibleText.line("fixed: \($0.place): \($0.summary)") + "\n" }.joined()
    }

    /// The changes as a patch.
    var patch: String {
        files.sorted { $0.key < $1.key }
            .map { UnifiedDiff.text(from: $0.value.before, to: $0.value.after, path: $0.key) }
            .joined()
    }
}

extension ValidationReport {
    /// Works out what the fix of each finding alone would change.
    mutating func addReplacements(in snapshot: Snapshot) throws(CommandError) {
        for (index, diagnostic) in diagnostics.enumerated() where diagnostic.fix != nil {
            var run = FixRun(snapshot: snapshot, allowsUnsafe: true)
            guard try run.apply([diagnostic]) else { continue }
            replacements[index] = run.files.sorted { $0.key < $1.key }.map { file, states in
                FileReplacement(
                    file: file,
                    changes: UnifiedDiff.replacements(from: states.before, to: states.after))
            }
        }
    }
}
