internal import Formats
internal import Layouts
internal import ProfileStore
internal import Publishing
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio export`.
    static let export = CommandDescription(
        name: "export", summary: "Write the homepages for their Jekyll themes",
        discussion: """
            Each profile goes into a folder of its own below --to, or with --flat into --to \
            itself. A theme's layout writes content over a checkout of the theme: over what is \
            in the target, or over a copy of --theme. A file that labfolio did not write, or that \
            was changed since, stops the export of its profile, unless --adopt, --keep-theirs \
            or --force says what becomes of it. \
            Exporting again writes only what changed. --check writes nothing, and fails unless a \
            folder holds exactly what an export would leave there.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The profiles (default: all)", count: .any,
                completion: .profiles)
        ],
        options: [
            Option(name: "--to", value: "DIR", summary: "Where to write", completion: .folders),
            Option(
                name: "--layout", value: Layout.all.map(\.name).joined(separator: "|"),
                summary: "The layout (default: the one that each profile chooses)",
                choices: Layout.all.map(\.name)),
            .revision,
            Option(
                name: "--theme", value: "DIR",
                summary: "A checkout of the theme, copied first without its samples",
                completion: .folders),
            Option(name: "--flat", summary: "Write one profile into --to itself"),
            Option(
                name: "--by-layout",
                summary: "Write into a folder of the layout's name below the profile's"),
            Option(
                name: "--check", value: "DIR",
                summary: "Compare a folder with the store instead; --to is not needed",
                completion: .folders),
            Option(name: "--dry-run", summary: "Say what would be done, and do nothing"),
            Option(
                name: "--adopt",
                summary: "Take over files that hold already what would be written"),
            Option(
                name: "--keep-theirs",
                summary: "Leave files that labfolio did not write, and write the others"),
            Option(name: "--force", summary: "Overwrite files that labfolio did not write"),
            Option(
                name: "--durable",
                summary: "Wait until each file is on the disk before it takes its place"),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio export --to build/sites", meaning: "All homepages"),
            Example(
                line: "labfolio export wanru-zhao --layout plain --to site --flat",
                meaning: "One homepage as a complete site, ready for jekyll build"),
            Example(
                line: "labfolio export wanru-zhao --theme al-folio --to site --flat",
                meaning: "One homepage over a copy of its theme"),
            Example(
                line: "labfolio export --check build/sites",
                meaning: "Is there anything stale, missing or changed?"),
        ]
    ) { invocation throws(CommandError) in
        let checked = invocation.value("--check")
        guard let target = checked ?? invocation.value("--to") else {
            throw .usage("The option --to is missing", hint: "It names the folder to write into")
        }
        for option in ["--to", "--adopt", "--keep-theirs", "--force", "--durable", "--dry-run"]
        where checked != nil && invocation.isOn(option) {
            throw .usage(
                "--check and \(option) exclude each other", hint: "--check DIR writes nothing")
        }
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let ids = try invocation.profileIDs(in: snapshot)
        guard !invocation.isOn("--flat") || ids.count == 1 else {
            throw .usage(
                "--flat is for one profile, not for \(ids.count)",
                hint: "Name one, or leave --flat out: each gets a folder of its own")
        }
        var options = Exporter.Options()
        options.foreignFiles = try foreignFiles(invocation)
        options.isDurable = invocation.isOn("--durable")
        options.isDryRun = invocation.isOn("--dry-run")
        options.theme = invocation.value("--theme").map(invocation.path)
        let run = ExportRun(
            snapshot: snapshot, exporter: Exporter(options: options),
            layout: invocation.value("--layout"), target: invocation.path(target),
            isFlat: invocation.isOn("--flat"), isByLayout: invocation.isOn("--by-layout"),
            isCheck: checked != nil,
            progress: Progress(
                checked == nil ? "Exporting" : "Checking", total: ids.count,
                on: invocation.terminal))
        let reports = try await concurrentMap(ids, limit: invocation.terminal.concurrency) {
            ids throws(CommandError) in try run.export(ids)
        }
        let leftovers = ids.count == snapshot.profileIDs.count ? try run.leftovers() : []
        return ExportText(invocation: invocation, isCheck: checked != nil)
            .report(reports, leftovers: leftovers)
    }
}

/// What the options say of files that labfolio did not write.
private func foreignFiles(
    _ invocation: Invocation
) throws(CommandError) -> Exporter.Options.ForeignFiles {
    let choices: [(String, Exporter.Options.ForeignFiles)] = [
        ("--adopt", .adopt), ("--keep-theirs", .keep), ("--force", .overwrite),
    ]
    let chosen = choices.filter { invocation.isOn($0.0) }
    guard chosen.count < 2 else {
        throw .usage(
            "\(chosen[0].0) and \(chosen[1].0) exclude each other",
            hint: "Each says what becomes of files that labfolio did not write")
    }
    return chosen.first?.1 ?? .refuse
}

/// An export of many profiles.
private struct ExportRun: Sendable {
    let snapshot: Snapshot
    let exporter: Exporter
    let layout: String?
    let target: String
    let isFlat: Bool
    let isByLayout: Bool
    let isCheck: Bool
    let progress: Progress

    func export(_ ids: [ProfileID]) throws(CommandError) -> [ExportOutcome] {
        do throws(ExportError) {
            let reader: ProfileReader
            do throws(StoreError) { reader = try snapshot.reader() } catch { throw .store(error) }
            var outcomes: [ExportOutcome] = []
            for id in ids {
                outcomes.append(try export(id, reader))
                progress.advance()
            }
            return outcomes
        } catch { throw CommandError(error) }
    }

    /// What a check of all homepages finds of others beside them.
    func leftovers() throws(CommandError) -> [Diagnostic] {
        guard isCheck, !isFlat else { return [] }
        do throws(ExportError) {
            return try Exporter.leftovers(in: target, besides: snapshot.profileIDs)
        } catch { throw CommandError(error) }
    }

    private func export(
        _ id: ProfileID, _ reader: ProfileReader
    ) throws(ExportError) -> ExportOutcome {
        let profile: StoredProfile?
        do throws(StoreError) { profile = try reader.profile(id) } catch { throw .store(error) }
        guard let profile, !profile.hasErrors else {
            // A record that breaks its schema could break a page in ways that nobody sees.
            let errors = profile?.diagnostics.filter { $0.severity == .error } ?? []
            return ExportOutcome(id: id, report: nil, diagnostics: errors)
        }
        let name =
            layout ?? profile.record.value["profile"]?["layout"]?["theme"]?.string
            ?? snapshot.configuration["default_layout"]?.string ?? Layout.plain.name
        guard let layout = Layout.named(name) else {
            return ExportOutcome(
                id: id, report: nil,
                diagnostics: [
                    Diagnostic(
                        .exportLayout, "There is no layout `\(name)`",
                        hint: "There are \(Layout.all.map(\.name).joined(separator: ", "))",
                        profile: id.text)
                ])
        }
        let folder = (isFlat ? target : "\(target)/\(id)") + (isByLayout ? "/\(layout.name)" : "")
        let language = snapshot.configuration["language"]?.string
        let report =
            isCheck
            ? try exporter.check(
                profile, with: layout, at: folder, reader: reader, language: language)
            : try exporter.export(
                profile, with: layout, to: folder, reader: reader, language: language)
        return ExportOutcome(id: id, report: report, diagnostics: report.diagnostics)
    }
}

/// What became of one profile.
private struct ExportOutcome: Sendable {
    let id: ProfileID
    /// Nil where the profile could not be exported at all.
    let report: ExportReport?
    let diagnostics: [Diagnostic]

    var isRefused: Bool { report?.isRefused ?? true }
}

/// Prints what an export did, or what a check found.
private struct ExportText {
    let invocation: Invocation
    let isCheck: Bool

    func report(_ outcomes: [ExportOutcome], leftovers: [Diagnostic]) -> ExitStatus {
        let terminal = invocation.terminal
        let failed = !leftovers.isEmpty || outcomes.contains { $0.isRefused }
        guard invocation.format() == "text" else {
            _ = terminal.write(VisibleText.json(json(outcomes, leftovers)) + "\n")
            return failed ? .findings : .fine
        }
        let printer = DiagnosticPrinter(
            style: Style(isOn: terminal.isErrorTerminal && terminal.usesColor))
        for diagnostic in outcomes.flatMap(\.diagnostics) + leftovers
        where diagnostic.severity != .note {
            terminal.writeError(printer.text(diagnostic))
        }
        let width = outcomes.map(\.id.text.count).max() ?? 0
        for outcome in outcomes {
            _ = terminal.write("\(outcome.id.text.padded(to: width))  \(summary(of: outcome))\n")
        }
        if !isCheck,
            outcomes.contains(where: {
                $0.report?.diagnostics.contains { $0.severity == .note } == true
            })
        {
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
        let unshown = report.diagnostics.count { $0.severity == .note }
        line += "\(report.written) written, \(report.unchanged) unchanged"
        line += report.deleted > 0 ? ", \(report.deleted) deleted" : ""
        line += report.kept > 0 ? ", \(report.kept) kept" : ""
        line += unshown > 0 ? "; \(unshown.counted("field")) the theme cannot show" : ""
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
                "kept": .number(Number(report.kept)),
            ]
        }
        return [
            "profiles": .list(profiles),
            "diagnostics": DiagnosticJSON.list(outcomes.flatMap(\.diagnostics) + leftovers),
        ]
    }
}

extension Diagnostic.Code {
    static let exportLayout: Self = "export.layout"
}
