internal import Formats
internal import RecordModel

/// What a validation found, ready to be printed in any form.
struct ValidationReport {
    /// The profiles that were looked at.
    let profiles: [ProfileID]
    /// What was found, in the order in which it is printed.
    let diagnostics: [Diagnostic]
    /// Whether fixes were applied before; what stays needs no advice to apply them.
    var isFixed = false
    /// What fixes would change, nil where this was not asked.
    var patch: String?
    /// What the fix of a finding would change in a file, by the position of the finding.
    var replacements: [Int: [FileReplacement]] = [:]

    /// What a fix would change in one file.
    struct FileReplacement {
        let file: String
        let changes: [UnifiedDiff.Replacement]
    }

    /// The forms, the one for people first.
    static let formats = ["text", "json", "sarif", "github", "gitlab", "junit"]

    /// How many findings forbid a commit.
    var errors: Int { diagnostics.count { $0.severity == .error } }
    /// How many findings a person should look at.
    var warnings: Int { diagnostics.count { $0.severity == .warning } }
    /// The exit status that they give.
    var status: ExitStatus { errors == 0 ? .fine : .findings }

    /// Prints the report in a form of `formats`.
    func write(as format: String, to terminal: Terminal) {
        switch format {
        case "json": _ = terminal.write(VisibleText.json(json) + "\n")
        case "sarif": _ = terminal.write(VisibleText.json(SARIFReport.value(self)) + "\n")
        case "gitlab": _ = terminal.write(VisibleText.json(GitLabReport.value(self)) + "\n")
        case "junit": _ = terminal.write(JUnitReport.text(self))
        case "github":
            for diagnostic in diagnostics
            where !terminal.write(GitHubReport.line(diagnostic)) { break }
        default: writeText(to: terminal)
        }
    }

    private var json: Value {
        var fields = Mapping()
        fields["profiles"] = .number(Number(profiles.count))
        fields["errors"] = .number(Number(errors))
        fields["warnings"] = .number(Number(warnings))
        fields["diagnostics"] = DiagnosticJSON.list(diagnostics)
        if let patch { fields["patch"] = .string(patch) }
        return .mapping(fields)
    }

    private func writeText(to terminal: Terminal) {
        let printer = DiagnosticPrinter(style: Style(isOn: terminal.usesColor))
        if let patch {
            // Standard output can be piped into patch.
            let shown = terminal.isOutputTerminal ? VisibleText.of(patch) : patch
            if !shown.isEmpty { _ = terminal.write(shown) }
            for diagnostic in diagnostics { terminal.writeError(printer.text(diagnostic)) }
        } else {
            for diagnostic in diagnostics where !terminal.write(printer.text(diagnostic)) { break }
        }
        var summary =
            "\(profiles.count.counted("profile")): \(errors.counted("error")), "
            + "\(warnings.counted("warning"))\n"
        let fixes = diagnostics.compactMap(\.fix)
        let (safe, all) = (fixes.count(where: \.isSafe), fixes.count)
        if safe > 0, !isFixed { summary += "labfolio validate --fix can mend \(safe) of them\n" }
        if all > safe, !isFixed || safe == 0 {
            summary += "labfolio validate --fix --unsafe can mend \(all); look at what it changes\n"
        }
        if let worst = diagnostics.first(where: { $0.severity == .error }) ?? diagnostics.first {
            summary += "labfolio explain \(worst.code.rawValue) says more about a finding\n"
        }
        terminal.writeError(summary)
        if profiles.isEmpty {
            terminal.writeError("Next: labfolio new ada-lovelace --name \"Ada Lovelace\"\n")
        }
    }
}

extension Int {
    /// The number with a noun: `1 error`, `2 errors`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
