internal import ProfileStore
internal import Publishing
internal import RecordModel

extension CommandDescription.Option {
    /// Exports the lab's own site.
    static let lab = Self(
        name: "--lab", summary: "Write the lab's own site, made of all profiles, into --to")

    /// Names the day as of which entries show.
    static let asOf = Self(
        name: "--as-of", value: "DATE",
        summary: "The day on which entries with `show` show (default: that of the commit)")
}

extension Invocation {
    /// Returns a snapshot as of the day that was typed.
    func dated(_ snapshot: Snapshot) throws(CommandError) -> Snapshot {
        guard let text = value("--as-of") else { return snapshot }
        guard let day = CalendarDay(text) else {
            throw .usage(
                "`\(text)` is no day for --as-of", hint: "Write a whole day, as in 2025-06-01")
        }
        var snapshot = snapshot
        snapshot.asOf = day
        return snapshot
    }

    /// Exports or checks the lab's own site.
    func exportLab(
        of snapshot: Snapshot, options: Exporter.Options, folder: String, isCheck: Bool
    ) throws(CommandError) -> ExitStatus {
        for option in ["--layout", "--theme", "--flat", "--by-layout", "--shard", "--receipt"]
        where isOn(option) {
            throw .usage(
                "--lab and \(option) exclude each other",
                hint: "The lab's site is one folder in a look of its own")
        }
        guard operands.isEmpty else {
            throw .usage(
                "--lab takes no profiles", hint: "Keep a person off it with `membership.hidden`")
        }
        let progress = Progress(
            isCheck ? "Checking" : "Exporting", total: 2 * snapshot.profileIDs.count,
            on: terminal)
        let export = LabExport(of: snapshot, exporter: Exporter(options: options))
        let outcome: ExportOutcome
        do throws(ExportError) {
            outcome =
                isCheck
                ? try export.check(at: folder, progress: { progress.advance() })
                : try export.export(to: folder, progress: { progress.advance() })
        } catch { throw CommandError(error) }
        return ExportText(invocation: self, isCheck: isCheck).report([outcome], leftovers: [])
    }
}
