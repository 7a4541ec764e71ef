/// Everything there is to know of one command, said once.
///
/// Parsing, help and completions are all made from this description, so none of them can promise
/// what another one does not keep.
struct CommandDescription: Sendable {
    /// The words that call the command: `validate`, `schema check`.
    let name: String
    /// What it does, in the imperative and without a full stop.
    let summary: String
    /// What a person has to know beyond that, in paragraphs.
    let discussion: String
    /// What is typed without a name, in order.
    var operands: [Operand] = []
    /// What is typed with a name.
    var options: [Option] = []
    /// What to type, and what it does.
    let examples: [Example]
    /// Does it.
    let run: @Sendable (Invocation) async throws(CommandError) -> ExitStatus

    /// Something typed without a name.
    struct Operand: Sendable {
        enum Count: Sendable { case one, optional, any, some }

        let name: String
        let summary: String
        var count = Count.one
        var completion = Completion.none
    }

    /// Something typed with a name.
    struct Option: Sendable {
        let name: String
        var short: String?
        /// The word for the value, nil for a switch.
        var value: String?
        let summary: String
        /// The values that are allowed; any, where none are named.
        var choices: [String] = []
        var isRepeatable = false
        var completion = Completion.none
    }

    /// One line to type.
    struct Example: Sendable {
        let line: String
        let meaning: String
    }

    /// What a shell offers for a word.
    enum Completion: Sendable {
        case none, files, folders, profiles, proposals, revisions
        /// One of these.
        case words([String])
    }
}

extension CommandDescription.Option {
    /// Where the store is; every command that has one knows this option.
    static let store = Self(
        name: "--store", value: "DIR", summary: "The store (default: found from here upward)",
        completion: .folders)
    /// Which state of the store is read.
    static let revision = Self(
        name: "--at", value: "REVISION",
        summary: "A commit, :index or :worktree (default: the work tree; HEAD of a bare store)",
        completion: .revisions)
    /// Explains the command.
    static let help = Self(name: "--help", short: "-h", summary: "Show this help")

    /// The form of the output.
    static func format(_ choices: [String]) -> Self {
        Self(
            name: "--format", value: choices.joined(separator: "|"),
            summary: "The form of the output (default: \(choices.first ?? "text"))",
            choices: choices)
    }
}
