internal import Formats
internal import Layouts
internal import ProfileStore
public import RecordModel

extension StoreExport {
    /// Removes what killed runs left beside the homepages; what another run works on stays.
    ///
    /// - Throws: What cannot be looked at or removed.
    public func removeAbandoned() throws(ExportError) {
        try ExportError.file { () throws(FileError) in
            let parent = place.isFlat ? FileSystem.parent(of: place.folder) : place.folder
            guard let parent, case .folder? = try FileSystem.kind(at: parent) else { return }
            let unfinished = try FileSystem.names(in: parent)
                .filter { $0.contains(FileSystem.unfinishedSuffix) }
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

    /// Takes the homepages away of profiles that the store no longer has: what labfolio wrote and
    /// nobody changed since; the rest stays, and is said.
    ///
    /// - Returns: What became of each.
    /// - Throws: What the world failed at. The next run completes what was begun.
    public func prune() throws(ExportError) -> [ExportOutcome] {
        var outcomes: [ExportOutcome] = []
        let found = try Exporter.survey(place.folder, besides: snapshot.profileIDs)
        for site in found.departed {
            guard let id = ProfileID(site.name) else { continue }
            for folder in site.folders {
                do throws(ExportError) {
                    let report = try exporter.takeAway(id, from: folder)
                    outcomes.append(
                        ExportOutcome(id: id, report: report, diagnostics: report.diagnostics))
                } catch {
                    // A manifest that cannot be used is that homepage's, not that of the others.
                    guard case .rejected(let finding) = error else { throw error }
                    outcomes.append(ExportOutcome(id: id, report: nil, diagnostics: [finding]))
                }
            }
            guard !exporter.options.isDryRun else { continue }
            try ExportError.file { () throws(FileError) in
                guard case .folder? = try FileSystem.kind(at: site.path),
                    try FileSystem.names(in: site.path).isEmpty
                else { return }
                try FileSystem.remove(site.path)
            }
        }
        return outcomes
    }
}

extension Exporter {
    /// A homepage of a profile that is gone, with each folder of it that has a manifest.
    struct DepartedSite {
        let name: String
        let path: String
        let folders: [String]
    }

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

    /// Finds the homepages in a folder of profiles that the store does not have, and the folders of
    /// runs that did not come to their end.
    static func survey(
        _ folder: String, besides ids: [ProfileID]
    ) throws(ExportError) -> (departed: [DepartedSite], unfinished: [String]) {
        try ExportError.file { () throws(FileError) in
            guard let path = FileSystem.resolved(folder),
                case .folder? = try FileSystem.kind(at: path)
            else { return ([], []) }
            let known = Set(ids.map(\.text))
            var (departed, unfinished): ([DepartedSite], [String]) = ([], [])
            for name in try FileSystem.names(in: path) where !known.contains(name) {
                let inner = path + "/" + name
                guard case .folder? = try FileSystem.kind(at: inner) else { continue }
                if name.contains(FileSystem.unfinishedSuffix) {
                    unfinished.append(inner)
                    continue
                }
                let folders = try sites(in: inner)
                guard !folders.isEmpty else { continue }
                departed.append(DepartedSite(name: name, path: inner, folders: folders))
            }
            return (departed, unfinished)
        }
    }

    /// Finds what is left in a folder of homepages of profiles that the store no longer has, and of
    /// runs that were killed.
    ///
    /// - Parameters:
    ///   - folder: The folder that holds a folder for each profile.
    ///   - ids: The profiles that the store has.
    ///   - severity: How bad it is that a homepage is there still.
    /// - Returns: A finding for each folder; one without a manifest is somebody else's.
    /// - Throws: What the world failed at.
    public static func leftovers(
        in folder: String, besides ids: [ProfileID], severity: Diagnostic.Severity = .error
    ) throws(ExportError) -> [Diagnostic] {
        let found = try survey(folder, besides: ids)
        let departed = found.departed.map { site in
            Diagnostic(
                .exportDepartedProfile, "The store has no profile `\(site.name)`",
                severity: severity,
                hint: "labfolio export --prune takes its homepage away; until then it is online",
                location: SourceLocation(file: site.path))
        }
        let unfinished = found.unfinished.map { path in
            Diagnostic(
                .exportIncomplete, "A run that was killed, or is under way, left this folder",
                severity: severity, hint: "Export again, or remove it",
                location: SourceLocation(file: path))
        }
        return (departed + unfinished).sorted()
    }

    /// Returns the folders that hold a homepage: a folder itself, or with `--by-layout` some in it.
    private static func sites(in folder: String) throws(FileError) -> [String] {
        var found: [String] = []
        for place in [folder] + Layout.all.map({ folder + "/" + $0.name })
        where try FileSystem.kind(at: place + "/" + Manifest.path) != nil {
            found.append(place)
        }
        return found
    }
}

extension Diagnostic.Code {
    static let exportDepartedProfile: Self = "export.departed-profile"
}
