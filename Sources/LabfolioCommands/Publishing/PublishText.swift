internal import Formats
internal import Git
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// Prints what became of the homepages that were to be published.
struct PublishText {
    let invocation: Invocation
    let run: PublishRun

    /// Prints everything and returns how the command ends: 3 where the world failed at a target, 1
    /// where somebody has to decide.
    func report(_ reports: [PublishReport]) -> ExitStatus {
        let terminal = invocation.terminal
        if invocation.format() == "json" {
            _ = terminal.write(VisibleText.json(PublishJSON(run: run).value(reports)) + "\n")
            return status(reports)
        }
        let style = Style(isOn: terminal.usesColor)
        let errorStyle = Style(isOn: terminal.isErrorTerminal && terminal.usesColor)
        let printer = DiagnosticPrinter(style: errorStyle)
        for finding in run.findings + reports.flatMap(\.findings) where finding.severity != .note {
            terminal.writeError(printer.text(finding))
        }
        for report in reports where !report.drift.isEmpty {
            terminal.writeError(
                "What was changed on the site of \(report.target.profile) by hand:\n")
            for patch in report.drift { terminal.writeError(VisibleText.of(patch.text)) }
        }
        for report in reports {
            for patch in report.patches { _ = terminal.write(text(patch, style)) }
        }
        for report in reports { tell(report, errorStyle) }
        _ = terminal.write(table(reports, style))
        if reports.isEmpty, run.homeless.isEmpty {
            terminal.writeError("There are no profiles to publish\n")
        } else if reports.isEmpty {
            terminal.writeError("Next: write where they go under `targets` in labfolio.yml\n")
        }
        return status(reports)
    }

    private func status(_ reports: [PublishReport]) -> ExitStatus {
        var status = run.lacksNamed || reports.isEmpty ? ExitStatus.findings : .fine
        for report in reports {
            switch report.outcome {
            case .failed: return .failure
            case .refused: status = .findings
            case .published, .unchanged: break
            }
        }
        return status
    }

    /// Says why a target failed, in the words of git.
    private func tell(_ report: PublishReport, _ style: Style) {
        guard case .failed(let failure) = report.outcome else { return }
        let place = VisibleText.line(report.target.description)
        var text =
            style.text("\(report.target.profile):", .error)
            + " \(VisibleText.line(failure.message)): \(place)\n"
        for line in failure.said { text += "    " + VisibleText.line(line) + "\n" }
        if let hint = failure.hint {
            text += "    " + style.text("hint:", .strong) + " \(VisibleText.line(hint))\n"
        }
        invocation.terminal.writeError(text)
    }

    // MARK: Table

    private func table(_ reports: [PublishReport], _ style: Style) -> String {
        var rows: [(id: String, words: String, role: Style.Role, place: String)] = []
        for report in reports {
            let (words, role) = words(for: report)
            rows.append(
                (
                    report.target.profile.text, words, role,
                    VisibleText.line(report.target.description)
                ))
        }
        for id in run.homeless { rows.append((id.text, "no target", .faint, "")) }
        rows.sort { $0.id < $1.id }
        let (idWidth, width) = (
            rows.map(\.id.count).max() ?? 0, rows.map(\.words.count).max() ?? 0
        )
        return rows.map { row in
            let place = row.place.isEmpty ? "" : "  " + row.place
            let words = place.isEmpty ? row.words : row.words.padded(to: width)
            return "\(row.id.padded(to: idWidth))  \(style.text(words, row.role))\(place)\n"
        }.joined()
    }

    private func words(for report: PublishReport) -> (String, Style.Role) {
        switch report.outcome {
        case .unchanged: return ("unchanged", .faint)
        case .refused: return ("not published", .error)
        case .failed: return ("failed", .error)
        case .published(let commit):
            var text =
                run.isDryRun
                ? "would be published" : "published as \(commit.description.prefix(9))"
            text += ": \(report.written) written"
            text += report.deleted > 0 ? ", \(report.deleted) deleted" : ""
            text += report.kept > 0 ? ", \(report.kept) kept" : ""
            text += report.isNewBranch ? ", a new branch" : ""
            return (text, .added)
        }
    }

    // MARK: Patches

    private func text(_ patch: FilePatch, _ style: Style) -> String {
        // A program, such as `git apply`, takes it byte for byte; in a terminal nothing of it acts.
        guard invocation.terminal.isOutputTerminal || style.isOn else { return patch.text }
        return patch.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { line in
                let shown = VisibleText.of(String(line))
                let role: Style.Role? =
                    switch line.first {
                    case "+": .added
                    case "-": .removed
                    case "@": .note
                    default: nil
                    }
                return (role.map { style.text(shown, $0) } ?? shown) + "\n"
            }.joined()
    }
}
