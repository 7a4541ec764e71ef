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
        options: [.revision, .format(["text", "json", "github"]), .store],
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
        let terminal = invocation.terminal
        let lint = Lint(LintSettings(configuration: snapshot.configuration))
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
                        let assets = try reader.assetHeads(of: profile, count: Asset.headLength)
                        let subject = Subject(
                            profile.record,
                            assets: assets.map {
                                Asset(path: $0.path, size: $0.size, head: $0.head)
                            })
                        found += try reader.located(lint.findings(in: subject), in: id)
                    }
                    diagnostics.append(found.sorted())
                }
                return diagnostics
            }
        }
        let diagnostics = snapshot.diagnostics + found.flatMap { $0 }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        switch invocation.format() {
        case "json":
            let result: Value = [
                "profiles": .number(Number(ids.count)), "errors": .number(Number(errors)),
                "warnings": .number(Number(warnings)),
                "diagnostics": DiagnosticPrinter.json(diagnostics),
            ]
            _ = terminal.write(VisibleText.json(result) + "\n")
        case "github":
            for diagnostic in diagnostics {
                _ = terminal.write(DiagnosticPrinter.github(diagnostic))
            }
        default:
            let printer = DiagnosticPrinter(style: Style(isOn: terminal.usesColor))
            for diagnostic in diagnostics where !terminal.write(printer.text(diagnostic)) { break }
            terminal.writeError(
                "\(ids.count.counted("profile")): \(errors.counted("error")), "
                    + "\(warnings.counted("warning"))\n")
            if ids.isEmpty {
                terminal.writeError("Next: labfolio new ada-lovelace --name \"Ada Lovelace\"\n")
            }
        }
        return errors == 0 ? .fine : .findings
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

extension Int {
    /// The number with a noun: `1 error`, `2 errors`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
