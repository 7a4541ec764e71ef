internal import Formats

/// Why a homepage could not be published although nothing is wrong with it.
public struct PublishFailure: Error, Hashable, Sendable {
    /// What is wrong, as a sentence.
    public let message: String
    /// What git or the other side said about it, line by line.
    public let said: [String]
    /// What to do about it, nil where there is no advice.
    public let hint: String?

    private static let lineLimit = 12

    init(message: String, said: [String], hint: String?) {
        self.message = message
        // What a server's hook says stands behind `remote:`; hints are git's advice on commands
        // that nobody typed.
        self.said = Array(
            said.filter { !$0.hasPrefix("hint:") && !$0.hasPrefix("To ") && $0 != "Done" }
                .prefix(Self.lineLimit))
        self.hint = hint
    }

    init(_ error: FileError) {
        guard error.code == .notFound, error.operation == "run" else {
            self.init(message: error.description, said: [], hint: nil)
            return
        }
        self.init(
            message: "There is no git on this machine", said: [],
            hint: "Publishing fetches and pushes with your own git; install it")
    }

    init(_ error: ExportError) {
        self.init(message: error.message, said: [], hint: error.hint)
    }

    /// Runs a call of an export and turns its failure into one of publishing.
    static func export<Result>(
        _ call: () throws(ExportError) -> Result
    ) throws(PublishFailure) -> Result {
        do throws(ExportError) { return try call() } catch { throw PublishFailure(error) }
    }
}
