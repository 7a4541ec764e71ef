public import RecordModel

/// What became of one profile in an export of many.
public struct ExportOutcome: Sendable {
    /// The profile.
    public let id: ProfileID
    /// What was done; nil where the profile could not be exported at all.
    public private(set) var report: ExportReport?
    /// All findings.
    public private(set) var diagnostics: [Diagnostic]
    /// Whether everything was as an earlier run left it.
    var isKept = false
    /// What later runs may remember.
    var output: KeptOutput?

    /// Whether the homepage could not be exported, or is not what the store says.
    public var isRefused: Bool { report?.isRefused ?? true }

    /// The same without its notes.
    var withoutNotes: ExportOutcome {
        var result = self
        result.diagnostics.removeAll { $0.severity == .note }
        result.report?.diagnostics.removeAll { $0.severity == .note }
        return result
    }

    init(id: ProfileID, report: ExportReport?, diagnostics: [Diagnostic], isKept: Bool = false) {
        self.id = id
        self.report = report
        self.diagnostics = diagnostics
        self.isKept = isKept
    }
}
