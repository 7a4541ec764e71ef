internal import Formats
internal import Layouts
internal import ProfileStore
public import RecordModel

extension StoreExport {
    /// Makes sure that the folder of all homepages is no site itself, whose pages theirs would be
    /// put among.
    ///
    /// - Throws: `rejected` where it is one.
    public func checkPlace() throws(ExportError) {
        guard !place.isFlat else { return }
        let file = place.folder + "/" + Manifest.path
        let found = try ExportError.file { () throws(FileError) -> [UInt8]? in
            guard case .file? = try FileSystem.kind(at: file) else { return nil }
            return try FileSystem.read(file)
        }
        guard let found else { return }
        let isLab = (try? Manifest(reading: found, at: file))?.isLab == true
        throw .rejected(
            Diagnostic(
                .exportOtherProfile,
                isLab
                    ? "\(place.folder) holds the lab's own site"
                    : "\(place.folder) holds a homepage itself",
                hint: isLab
                    ? "Choose another folder, or say --lab to export that site"
                    : "Choose another folder, or say --flat to export one homepage into it"))
    }

    /// Removes what killed runs left beside the homepages; what another run works on stays.
    ///
    /// - Throws: What cannot be looked at or removed.
    public func removeAbandoned() throws(ExportError) {
        try ExportError.file { () throws(FileError) in
            let parent = place.isFlat ? FileSystem.parent(of: place.folder) : place.folder
            guard let parent, case .folder? = try FileSystem.kind(at: parent) else { return }
            let unfinished = try FileSystem.names(in: parent)
                .filter { FileSystem.isUnfinished($0) }
            let known = Set(snapshot.profileIDs.map(\.text))
            let own = place.folder.split(separator: "/").last.map(String.init)
            for name in unfinished {
                // Only what has the name of a homepage of ours is ours.
                let site = String(name.split(separator: FileSystem.unfinishedSuffix)[0])
                guard place.isFlat ? site == own : known.contains(site) else { continue }
                try UnfinishedFolder.removeAbandoned(
                    for: parent + "/" + site, among: [name], marker: Transfer.swapMarker)
            }
        }
    }

    /// Takes the homepages away of profiles that the store no longer has, and those in layouts that
    /// profiles have no longer: what labfolio wrote and nobody changed since; the rest stays, and
    /// is said.
    ///
    /// - Parameter outcomes: What became of the profiles that the store has.
    /// - Returns: What became of each homepage.
    /// - Throws: What the world failed at. The next run completes what was begun.
    public func prune(
        after outcomes: [ExportOutcome]
    ) throws(ExportError) -> [ExportOutcome] {
        var pruned: [ExportOutcome] = []
        for site in try survey(after: outcomes).sites {
            guard let id = ProfileID(site.name) else { continue }
            do throws(ExportError) {
                let report = try exporter.takeAway(id, from: site.folder)
                pruned.append(
                    ExportOutcome(id: id, report: report, diagnostics: report.diagnostics))
            } catch {
                // A manifest that cannot be used is that homepage's, not that of the others.
                guard case .rejected(let finding) = error else { throw error }
                pruned.append(ExportOutcome(id: id, report: nil, diagnostics: [finding]))
            }
            guard !exporter.options.isDryRun else { continue }
            try ExportError.file { () throws(FileError) in
                guard case .folder? = try FileSystem.kind(at: site.path),
                    try FileSystem.names(in: site.path).isEmpty
                else { return }
                try FileSystem.remove(site.path)
            }
        }
        return pruned
    }

    /// Finds what is left in the folder of all homepages that is not to be there, and what killed
    /// runs left.
    ///
    /// - Parameters:
    ///   - outcomes: What became of the profiles that the store has.
    ///   - severity: How bad it is that a homepage is there still.
    /// - Returns: A finding for each folder; one without a manifest is somebody else's. What is of
    ///   other stores is said, and no more.
    /// - Throws: What the world failed at.
    public func leftovers(
        after outcomes: [ExportOutcome] = [], severity: Diagnostic.Severity = .error
    ) throws(ExportError) -> [Diagnostic] {
        guard !place.isFlat else { return [] }
        let found = try survey(after: outcomes)
        var diagnostics = found.sites.map { Self.finding($0, severity: severity) }
        diagnostics += found.unfinished.map { path in
            Diagnostic(
                .exportIncomplete, "A run that was killed, or is under way, left this folder",
                severity: severity, hint: "Export again, or remove it",
                location: SourceLocation(file: path))
        }
        for (store, names) in found.foreign.sorted(by: { $0.key < $1.key }) {
            let shown = names.prefix(Self.namesShown).joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    .exportOtherStore,
                    (names.count == 1
                        ? "A homepage here is of " : "\(names.count) homepages here are of ")
                        + (store.isEmpty ? "a store without a name" : "another store, “\(store)”"),
                    severity: .warning,
                    hint: "They stay: \(shown)\(names.count > Self.namesShown ? ", …" : ""). If "
                        + "they are of people who left before the lab's name changed, remove them",
                    location: SourceLocation(file: place.folder)))
        }
        return diagnostics.sorted()
    }

    private static let namesShown = 8

    private static func finding(
        _ site: SiteSurvey.Site, severity: Diagnostic.Severity
    ) -> Diagnostic {
        guard let layout = site.layout else {
            return Diagnostic(
                .exportDepartedProfile, "The store has no profile `\(site.name)`",
                severity: severity,
                hint: "labfolio export --prune takes its homepage away; until then it is online",
                location: SourceLocation(file: site.folder))
        }
        return Diagnostic(
            .exportFormerLayout, "The profile `\(site.name)` is in the layout `\(layout)` now",
            severity: severity,
            hint: "labfolio export --prune takes the other homepage away; until then it is online",
            location: SourceLocation(file: site.folder))
    }

    private func survey(after outcomes: [ExportOutcome]) throws(ExportError) -> SiteSurvey {
        // Who names the layout wants homepages in several of them.
        let reports = place.isByLayout && layout == nil ? outcomes.compactMap(\.report) : []
        let layouts = Dictionary(
            reports.map { ($0.profile.text, $0.layout) }, uniquingKeysWith: { $1 })
        return try ExportError.file { () throws(FileError) in
            try SiteSurvey(
                of: place.folder, besides: snapshot.profileIDs, store: exporter.options.store,
                layouts: layouts)
        }
    }
}

extension Exporter {
    /// Takes a homepage away from a folder.
    func takeAway(_ id: ProfileID, from folder: String) throws(ExportError) -> ExportReport {
        var transfer = try Transfer(
            TransferSubject(departed: id), layout: nil,
            target: try target(folder, isChanged: true), options: options)
        transfer.report.isTakenAway = true
        guard !transfer.report.isRefused else { return transfer.report }
        try transfer.plan([])
        guard !options.isDryRun, !transfer.report.isRefused else { return transfer.report }
        try transfer.carryOut()
        guard transfer.after.left.isEmpty, let manifest = TargetPath(Manifest.path) else {
            return transfer.report
        }
        // The manifest goes last: without it nobody would know whose the rest is.
        try transfer.target.remove(manifest)
        try ExportError.file { () throws(FileError) in
            guard try FileSystem.names(in: transfer.target.path).isEmpty else { return }
            try FileSystem.remove(transfer.target.path)
        }
        return transfer.report
    }
}

extension Diagnostic.Code {
    static let exportDepartedProfile: Self = "export.departed-profile"
    static let exportFormerLayout: Self = "export.former-layout"
    static let exportOtherStore: Self = "export.other-store"
}
