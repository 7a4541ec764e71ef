internal import Formats
internal import Publishing
internal import RecordModel

/// Prints what an export did, or what a check found.
struct ExportText {
    let invocation: Invocation
    let isCheck: Bool

    func report(_ outcomes: [ExportOutcome], leftovers: [Diagnostic]) -> ExitStatus {
        let terminal = invocation.terminal
        let failed =
            leftovers.contains { $0.severity == .error } || outcomes.contains { $0.isRefused }
        guard invocation.format() == "text" else {
            _ = terminal.write(VisibleText.json(json(outcomes, leftovers)) + "\n")
            return failed ? .findings : .fine
        }
        let printer = DiagnosticPrinter(
            style: Style(isOn: terminal.isErrorTerminal && terminal.usesColor))
        // Thousands of homepages may each have something to say: a write for each would take longer
        // than finding it out.
        var findings = ""
        for diagnostic in outcomes.flatMap(\.diagnostics) + leftovers
        where diagnostic.severity != .note {
            findings += printer.text(diagnostic)
            guard findings.utf8.count > 1 << 16 else { continue }
            terminal.writeError(findings)
            findings = ""
        }
        if !findings.isEmpty { terminal.writeError(findings) }
        let width = outcomes.map(\.id.text.count).max() ?? 0
        let lines = outcomes.map { "\($0.id.text.padded(to: width))  \(summary(of: $0))\n" }
        if !lines.isEmpty { _ = terminal.write(lines.joined()) }
        if !isCheck, outcomes.contains(where: { $0.report?.unshown ?? 0 > 0 }) {
            terminal.writeError("--format json lists the fields that a theme cannot show\n")
        }
        if outcomes.isEmpty { terminal.writeError("There are no profiles to export\n") }
        return failed ? .findings : .fine
    }

    private func summary(of outcome: ExportOutcome) -> String {
        guard let report = outcome.report, isCheck || !outcome.isRefused else {
            return "not exported"
        }
        var line = "\(report.layout.padded(to: 13))  \(report.files.counted("file")): "
        guard !isCheck else {
            let count = report.diagnostics.count { $0.severity == .error }
            return line + (count == 0 ? "as the store says" : count.counted("difference"))
        }
        guard !report.isTakenAway else {
            return "\(report.layout.padded(to: 13))  taken away: \(report.deleted) deleted"
                + (report.returned > 0 ? ", \(report.returned) given back" : "")
        }
        line += "\(report.written) written, \(report.unchanged) unchanged"
        line += report.deleted > 0 ? ", \(report.deleted) deleted" : ""
        line += report.returned > 0 ? ", \(report.returned) given back" : ""
        line += report.kept > 0 ? ", \(report.kept) kept" : ""
        line +=
            report.unshown > 0 ? "; \(report.unshown.counted("field")) the theme cannot show" : ""
        return line
    }

    /// The reports as one value (design: JSON shapes).
    private func json(_ outcomes: [ExportOutcome], _ leftovers: [Diagnostic]) -> Value {
        let profiles = outcomes.compactMap(\.report).map { report -> Value in
            // Of a check: what an export would write and delete.
            let isDone = isCheck || !report.isRefused
            return [
                "profile": .string(report.profile.text), "layout": .string(report.layout),
                "files": .number(Number(report.files)),
                "written": .number(Number(isDone ? report.written : 0)),
                "unchanged": .number(Number(report.unchanged)),
                "deleted": .number(Number(isDone ? report.deleted : 0)),
                "returned": .number(Number(isDone ? report.returned : 0)),
                "kept": .number(Number(report.kept)),
            ]
        }
        return [
            "profiles": .list(profiles),
            "diagnostics": DiagnosticJSON.list(outcomes.flatMap(\.diagnostics) + leftovers),
        ]
    }
}
