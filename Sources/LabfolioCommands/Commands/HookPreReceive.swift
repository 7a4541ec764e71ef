internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio hook pre-receive`.
    static let hookPreReceive = CommandDescription(
        name: "hook pre-receive", summary: "Check what is pushed, as git does on a server",
        discussion: """
            Reads from standard input what git tells the hook: a line for each reference, with the \
            old id, the new one and the name. Every commit that is new is looked at: its files, \
            and on branches that are protected who changed what, by `owners` of labfolio.yml as \
            it stands before the push. The records that a branch leads to must have no error that \
            was not there before. One refusal refuses the push as a whole; the exit status is 1.
            """,
        options: [.store],
        examples: [
            Example(
                line: "labfolio hook pre-receive", meaning: "In a pre-receive hook of your own")
        ]
    ) { invocation throws(CommandError) in
        let terminal = invocation.terminal
        var store = try invocation.store()
        store.objectFolder = terminal.environment("GIT_QUARANTINE_PATH").map(invocation.path)
        let updates = try referenceUpdates(of: terminal)
        var check = try CommandError.store { () throws(StoreError) in try PushCheck(of: store) }
        let records = PushedRecords(store: store, today: terminal.today)
        let printer = DiagnosticPrinter(style: Style(isOn: terminal.usesColor))
        var isRefused = false
        for update in updates {
            let findings = try CommandError.store { () throws(StoreError) in
                let refused = try check.findings(about: update)
                guard refused.isEmpty, check.needsValidRecords(update),
                    let after = try check.commitID(after: update)
                else { return refused }
                return try records.findings(
                    from: try check.commitID(before: update), to: after)
            }
            guard !findings.isEmpty else { continue }
            isRefused = true
            for finding in findings.prefix(shownLimit) {
                _ = terminal.write(printer.text(finding))
            }
            let more = findings.count > shownLimit ? ", of which \(shownLimit) are shown" : ""
            let count = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
            terminal.writeError("\(VisibleText.line(update.name)): \(count)\(more)\n")
        }
        guard isRefused else { return .fine }
        terminal.writeError("Nothing was pushed; labfolio explain CODE says more about a finding\n")
        return .findings
    }

    /// How many findings of one reference are printed.
    private static let shownLimit = 20

    private static func referenceUpdates(
        of terminal: Terminal
    ) throws(CommandError) -> [ReferenceUpdate] {
        guard let bytes = terminal.readInput(),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .failure("Standard input cannot be read") }
        var updates: [ReferenceUpdate] = []
        for line in text.split(separator: "\n") {
            guard let update = ReferenceUpdate(line: line) else {
                throw .usage(
                    "`\(VisibleText.line(String(line.prefix(100))))` is no line of a push",
                    hint: "Git runs this command: labfolio git install, in a bare store")
            }
            updates.append(update)
        }
        return updates
    }
}
