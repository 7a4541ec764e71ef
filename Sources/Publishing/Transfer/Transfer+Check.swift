internal import Formats
internal import Layouts
internal import ProfileStore
public import RecordModel

extension Transfer {
    /// Returns what is to be said of a target that shall be, already, what the record says: an
    /// error for everything that an export would have to write, remove or leave.
    func checked() -> ExportReport {
        var report = report
        // What stays behind after an export is of no concern to it, but is not what the store says.
        for index in report.diagnostics.indices
        where report.diagnostics[index].code == .exportKeptFile {
            report.diagnostics[index].severity = .error
        }
        if target.isNew {
            report.diagnostics.append(
                fault(
                    .exportMissingFile, "The homepage is not there", hint: "Export it first",
                    at: target.path))
            return report
        }
        for step in steps {
            report.diagnostics.append(
                step.replaces
                    ? fault(
                        .exportOutdatedFile, "The file is not what the record says",
                        hint: "Export the profile again", at: absolute(step.path.description))
                    : fault(
                        .exportMissingFile, "The file is not there",
                        hint: "Export the profile again", at: absolute(step.path.description)))
        }
        for path in removals.sorted() {
            report.diagnostics.append(
                fault(
                    .exportStaleFile, "The record has nothing that this file shows",
                    hint: "Export the profile again", at: absolute(path.description)))
        }
        if before?.site != after.site, !report.isRefused {
            let isCut = before?.isComplete == false
            report.diagnostics.append(
                fault(
                    isCut ? .exportIncomplete : .exportOutdatedFile,
                    isCut
                        ? "The last export did not come to its end"
                        : "The manifest is not that of this export",
                    hint: "Export the profile again", at: absolute(Manifest.path)))
        }
        return report
    }

    private func absolute(_ path: String) -> String { target.path + "/" + path }

    private func fault(
        _ code: Diagnostic.Code, _ message: String, hint: String, at file: String
    ) -> Diagnostic {
        Diagnostic(
            code, message, hint: hint, profile: profile.id.text,
            location: SourceLocation(file: file))
    }
}

extension Exporter {
    /// Finds what is left in a folder of homepages of profiles that the store no longer has, and of
    /// runs that were killed.
    ///
    /// - Parameters:
    ///   - folder: The folder that holds a folder for each profile.
    ///   - ids: The profiles that the store has.
    /// - Returns: An error for each folder; one without a manifest is somebody else's.
    /// - Throws: What the world failed at.
    public static func leftovers(
        in folder: String, besides ids: [ProfileID]
    ) throws(ExportError) -> [Diagnostic] {
        try ExportError.file { () throws(FileError) in
            guard let path = FileSystem.resolved(folder),
                case .folder? = try FileSystem.kind(at: path)
            else { return [] }
            let known = Set(ids.map(\.text))
            var findings: [Diagnostic] = []
            for name in try FileSystem.names(in: path) where !known.contains(name) {
                let inner = path + "/" + name
                guard case .folder? = try FileSystem.kind(at: inner) else { continue }
                if name.hasSuffix(FileSystem.unfinishedSuffix) {
                    findings.append(
                        Diagnostic(
                            .exportIncomplete, "A run that was killed left this folder",
                            hint: "Export again, or remove it",
                            location: SourceLocation(file: inner)))
                } else if try holdsManifest(inner) {
                    findings.append(
                        Diagnostic(
                            .exportDepartedProfile, "The store has no profile `\(name)`",
                            hint: "Remove the folder, so that nothing of it stays online",
                            location: SourceLocation(file: inner)))
                }
            }
            return findings
        }
    }

    /// Tells whether an export wrote a folder, or with `--by-layout` one in it.
    private static func holdsManifest(_ folder: String) throws(FileError) -> Bool {
        if try FileSystem.kind(at: folder + "/" + Manifest.path) != nil { return true }
        for layout in Layout.all
        where try FileSystem.kind(at: "\(folder)/\(layout.name)/\(Manifest.path)") != nil {
            return true
        }
        return false
    }
}

extension Diagnostic.Code {
    static let exportMissingFile: Self = "export.missing-file"
    static let exportOutdatedFile: Self = "export.outdated-file"
    static let exportStaleFile: Self = "export.stale-file"
    static let exportIncomplete: Self = "export.incomplete"
    static let exportDepartedProfile: Self = "export.departed-profile"
}
