/// A repository made and read by the real `git`, to compare with.
///
/// Nothing of the machine's or the user's configuration reaches it, and author and time are
/// fixed, so that the same commands give the same object IDs everywhere.
public struct GitOracle: Sendable {
    /// The folder that holds the repository and the empty home.
    public let folder: TemporaryFolder
    /// The path of the repository.
    public let path: String

    /// Tells whether this machine has `git`.
    public static var isInstalled: Bool { SystemCommand.find("git") != nil }

    /// Creates an empty repository, bare or with a work tree, whose HEAD names `main`.
    public init(bare: Bool = false) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/repository"
        try folder.write("", to: "home/.keep")
        var arguments = ["init", "-q", "-b", "main", path]
        if bare { arguments.insert("--bare", at: 1) }
        try SystemCommand.run("git", arguments, environment: environment(seconds: 0))
        // libgit2 reads the user's configuration; what it writes to disk must not depend on it.
        try git("config", "core.autocrlf", "false")
    }

    /// Runs a git command in the repository; throws when it fails.
    ///
    /// `seconds` is the time of what it writes. The output comes without its last line feed.
    @discardableResult
    public func git(
        _ arguments: String..., at seconds: Int = 1_700_000_000, input: String? = nil
    ) throws -> String {
        let outcome = try run(arguments, at: seconds, input: input)
        guard outcome.status == 0 else {
            throw Failure(
                description: "git \(arguments.joined(separator: " ")): status \(outcome.status): "
                    + outcome.errors)
        }
        return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
    }

    /// Runs a git command in the repository and returns what came of it.
    public func run(
        _ arguments: [String], at seconds: Int = 1_700_000_000, input: String? = nil
    ) throws -> SystemCommand.Outcome {
        try SystemCommand.run(
            "git", arguments, in: path, environment: environment(seconds: seconds), input: input)
    }

    /// Writes a file of the work tree.
    public func write(_ text: String, to name: String) throws {
        try folder.write(text, to: "repository/" + name)
    }

    /// Reads a file of the work tree.
    public func read(_ name: String) throws -> String { try folder.read("repository/" + name) }

    /// Writes files, commits all there is, and returns the commit's ID.
    @discardableResult
    public func commit(
        _ message: String, _ files: [String: String] = [:], at seconds: Int = 1_700_000_000
    ) throws -> String {
        for (name, text) in files { try write(text, to: name) }
        try git("add", "--all", at: seconds)
        try git("commit", "-q", "--allow-empty", "-m", message, at: seconds)
        return try git("rev-parse", "HEAD")
    }

    /// Returns what `git fsck --strict` objects to; empty when all is well.
    ///
    /// Objects that nothing leads to yet are no fault.
    public func faults() throws -> String {
        let outcome = try run(["fsck", "--strict", "--full", "--no-dangling"])
        return outcome.status == 0 ? "" : outcome.output + outcome.errors
    }

    /// A git command that failed.
    public struct Failure: Error, CustomStringConvertible {
        /// The command, its status and what it printed.
        public let description: String
    }

    private func environment(seconds: Int) -> [String: String] {
        [
            "HOME": folder.path + "/home", "XDG_CONFIG_HOME": folder.path + "/home",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C",
            "GIT_AUTHOR_NAME": "Ada Lovelace", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_AUTHOR_DATE": "\(seconds) +0000", "GIT_COMMITTER_NAME": "Ada Lovelace",
            "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "\(seconds) +0000",
        ]
    }
}
