internal import Git
internal import Importing
internal import RecordModel

/// What became of one site that was to be imported.
enum ImportOutcome: Sendable {
    /// The profile is new.
    case begun(CommitID?)
    /// What changed in the source is in the record.
    case merged(CommitID?)
    /// The source says what it said at the last import.
    case unchanged
    /// People changed what the source changed.
    case conflicts(MergeReport)
    /// The source could not be read, or the record not be written.
    case failed(CommandError)

    /// One word or two for a table.
    var words: String {
        switch self {
        case .begun: "new"
        case .merged: "merged"
        case .unchanged: "unchanged"
        case .conflicts(let report): report.conflictCount.counted("conflict")
        case .failed: "failed"
        }
    }

    /// What it means for the whole run.
    var status: ExitStatus {
        switch self {
        case .begun, .merged, .unchanged: .fine
        case .conflicts: .findings
        case .failed(let error): error.status
        }
    }

    /// The outcome for a program.
    var json: Value {
        var value = Mapping()
        value["kind"] = .string(kind)
        switch self {
        case .begun(let commit?), .merged(let commit?):
            value["commit"] = .string(commit.description)
        case .conflicts(let report):
            value["conflicts"] = .list(report.conflicts)
            value["left_to_person"] = .bool(report.isLeftToPerson)
        case .failed(let error): value["message"] = .string(error.message)
        default: break
        }
        return .mapping(value)
    }

    private var kind: String {
        switch self {
        case .begun: "new"
        case .merged: "merged"
        case .unchanged: "unchanged"
        case .conflicts: "conflicts"
        case .failed: "failed"
        }
    }
}

/// A site with what was read of it, and what became of it.
struct ImportResult: Sendable {
    let request: ImportRequest
    /// What was read; nil where the source could not be.
    var report: ImportReport?
    /// What became of it; nil where nothing was to be written.
    var outcome: ImportOutcome?
}
