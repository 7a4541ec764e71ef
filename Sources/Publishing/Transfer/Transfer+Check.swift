internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

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
            code, message, hint: hint, profile: subject.id.text,
            location: SourceLocation(file: file))
    }
}

extension Diagnostic.Code {
    static let exportMissingFile: Self = "export.missing-file"
    static let exportOutdatedFile: Self = "export.outdated-file"
    static let exportStaleFile: Self = "export.stale-file"
    static let exportIncomplete: Self = "export.incomplete"
}
