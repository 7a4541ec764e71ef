internal import Formats
internal import Layouts
public import ProfileStore
internal import RecordModel

/// An export of the lab's own site, made of all profiles of a snapshot.
///
/// The records are read twice, one at a time: once for what every page has to know of all of them,
/// once for the page of each.
public struct LabExport: Sendable {
    private let snapshot: Snapshot
    private let exporter: Exporter

    /// Makes an export.
    ///
    /// - Parameters:
    ///   - snapshot: The state of the store.
    ///   - exporter: How the site is written; a theme has no part in it.
    public init(of snapshot: Snapshot, exporter: Exporter) {
        self.snapshot = snapshot
        self.exporter = exporter.exporting(snapshot)
    }

    /// Writes the site into a folder.
    ///
    /// - Parameters:
    ///   - folder: The target; it is made if it is missing.
    ///   - progress: Called once for each record that is read.
    /// - Returns: What was done. A record with errors refuses the site: without it somebody's page
    ///   would be taken away in silence.
    /// - Throws: What the world failed at. The next run completes what was begun.
    public func export(
        to folder: String, progress: () -> Void = {}
    ) throws(ExportError) -> ExportOutcome {
        if !exporter.options.isDryRun {
            try ExportError.file { () throws(FileError) in
                try UnfinishedFolder.removeAbandoned(for: folder, marker: Transfer.swapMarker)
            }
        }
        let contents = try contents(progress)
        guard contents.errors.isEmpty else { return refused(contents.errors) }
        let transfer = try exporter.carriedOut { () throws(ExportError) in
            try planned(contents, for: folder, isChanged: true)
        }
        return outcome(transfer.report)
    }

    /// Compares a folder with what an export would leave there, and writes nothing.
    ///
    /// - Parameters:
    ///   - folder: The target.
    ///   - progress: Called once for each record that is read.
    /// - Returns: An outcome with an error for every difference.
    /// - Throws: What the world failed at.
    public func check(
        at folder: String, progress: () -> Void = {}
    ) throws(ExportError) -> ExportOutcome {
        let contents = try contents(progress)
        guard contents.errors.isEmpty else { return refused(contents.errors) }
        return outcome(try planned(contents, for: folder, isChanged: false).checked())
    }

    private func outcome(_ report: ExportReport) -> ExportOutcome {
        ExportOutcome(id: report.profile, report: report, diagnostics: report.diagnostics)
    }

    private func refused(_ findings: [Diagnostic]) -> ExportOutcome {
        ExportOutcome(id: Self.id, report: nil, diagnostics: findings)
    }

    /// What the site goes by where a homepage goes by the id of its profile.
    static var id: ProfileID {
        guard let id = ProfileID(LabSite.layoutName) else {
            preconditionFailure("the name of the layout is a slug")
        }
        return id
    }

    /// What the site is to hold.
    private struct Contents {
        /// The errors of records, with which there is no site.
        var errors: [Diagnostic] = []
        var output = Layout.Output()
        /// Where the pictures and documents come from.
        var assets: [String: LabAssets.Source] = [:]
        let reader: ProfileReader
    }

    private func contents(_ progress: () -> Void) throws(ExportError) -> Contents {
        let reader = try ExportError.store { () throws(StoreError) in try snapshot.reader() }
        var contents = Contents(reader: reader)
        var records = LabRecords(snapshot: snapshot, reader: reader)
        let site = try records.site(progress)
        contents.errors = records.errors
        guard records.errors.isEmpty else { return contents }
        var output = site.output
        var known = Set(output.files.map(\.path))
        for id in snapshot.profileIDs {
            guard let record = try records.record(id) else { continue }
            let page = site.output(of: record)
            output.files += page.files.filter { known.insert($0.path).inserted }
            output.diagnostics += page.diagnostics
            progress()
        }
        output.files.sort { $0.path < $1.path }
        contents.output = output
        contents.assets = records.assets.sources
        return contents
    }

    private func planned(
        _ contents: Contents, for folder: String, isChanged: Bool
    ) throws(ExportError) -> Transfer {
        let subject = TransferSubject(id: Self.id, tree: nil) { path throws(StoreError) in
            guard let source = contents.assets[path] else { return nil }
            return try contents.reader.asset(source.path, of: source.profile)
        }
        var transfer = try Transfer(
            subject, layout: Self.layout,
            target: try exporter.target(folder, isChanged: isChanged),
            options: exporter.options)
        transfer.report.diagnostics += contents.output.diagnostics
        try transfer.plan(contents.output.files)
        return transfer
    }

    /// How manifests know the site.
    private static let layout = Layout(
        name: LabSite.layoutName, summary: "The lab's own site", theme: nil,
        version: LabSite.version
    ) { _ in Layout.Output() }
}
