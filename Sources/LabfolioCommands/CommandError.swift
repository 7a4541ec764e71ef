internal import Git
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// How a command ended, as the shell sees it.
enum ExitStatus: Int32, Sendable {
    /// All is well.
    case fine = 0
    /// The data has errors, or differences that were asked about.
    case findings = 1
    /// The command was typed wrongly.
    case usage = 2
    /// The world failed: disk, repository, rights.
    case failure = 3
}

/// Why a command could not do what it was asked for.
struct CommandError: Error, Sendable {
    /// Whose turn it is now.
    let status: ExitStatus
    /// What is wrong, as a sentence.
    let message: String
    /// What to do about it.
    let hint: String?
    /// The findings behind it.
    var diagnostics: [Diagnostic] = []
    /// Whether there is simply no store.
    var isNoStore = false

    static func usage(_ message: String, hint: String? = nil) -> CommandError {
        CommandError(status: .usage, message: message, hint: hint)
    }

    static func failure(_ message: String, hint: String? = nil) -> CommandError {
        CommandError(status: .failure, message: message, hint: hint)
    }

    /// Takes a failure of the store; a name that nothing has is the person's to mend.
    init(_ error: StoreError) {
        let status: ExitStatus =
            switch error {
            case .unknownProfile, .unknownRevision, .profileExists, .bare, .proposal: .usage
            case .rejected: .findings
            default: .failure
            }
        var diagnostics: [Diagnostic] = []
        if case .rejected(let found) = error { diagnostics = found }
        self.init(
            status: status, message: error.message, hint: error.hint, diagnostics: diagnostics)
        switch error {
        case .noStore, .notAStore: isNoStore = true
        default: break
        }
    }

    /// Takes a failure of an export.
    init(_ error: ExportError) {
        switch error {
        case .store(let error): self.init(error)
        case .file:
            self.init(status: .failure, message: error.message, hint: error.hint)
        case .rejected:
            self.init(status: .failure, message: error.message, hint: error.hint)
        }
    }

    init(
        status: ExitStatus, message: String, hint: String?, diagnostics: [Diagnostic] = []
    ) {
        self.status = status
        self.message = message
        self.hint = hint
        self.diagnostics = diagnostics
    }

    /// Runs a call of the store and turns its failure into one of a command.
    static func store<Result>(
        _ call: () throws(StoreError) -> Result
    ) throws(CommandError) -> Result {
        do throws(StoreError) { return try call() } catch { throw CommandError(error) }
    }
}
