internal import RecordModel

/// Findings as GitLab's code quality report, which it shows in a merge request.
enum GitLabReport {
    /// The report as JSON.
    static func value(_ report: ValidationReport) -> Value {
        let diagnostics = report.diagnostics
        return .list(
            zip(diagnostics, Fingerprint.all(of: diagnostics)).map { diagnostic, fingerprint in
                let hint = diagnostic.hint.map { " (\($0))" } ?? ""
                let severity =
                    switch diagnostic.severity {
                    case .error: "major"
                    case .warning: "minor"
                    case .note: "info"
                    }
                return [
                    "description": .string(diagnostic.message + hint),
                    "check_name": .string(diagnostic.code.rawValue),
                    "fingerprint": .string(fingerprint),
                    "severity": .string(severity),
                    "location": [
                        "path": .string(diagnostic.reportedFile),
                        "lines": [
                            "begin": .number(Number(diagnostic.location?.line ?? 1))
                        ],
                    ],
                ]
            })
    }
}

extension Diagnostic {
    /// The file for a report that demands one: that of the finding, or the folder it is about.
    var reportedFile: String {
        location?.file ?? profile.map { "profiles/\($0)" } ?? "labfolio.yml"
    }
}
