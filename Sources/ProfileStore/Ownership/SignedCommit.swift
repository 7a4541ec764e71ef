internal import Formats
public import Git

/// A commit that the user's git writes and signs.
///
/// Why git writes it: it knows the ways of signing, the user's keys, and the programs that ask for
/// their passwords.
public struct SignedCommit: Sendable {
    private let arguments: [String]
    private let environment: [String: String?]

    /// Why there is no commit.
    public struct Failure: Error, Sendable {
        /// What git said, line by line, or why it could not be run.
        public let said: [String]
    }

    /// Describes a commit.
    ///
    /// - Parameters:
    ///   - tree: What it holds, which is on the disk.
    ///   - parents: What it comes on top of.
    ///   - author: Whose work it is.
    ///   - committer: Who makes the commit.
    ///   - message: What it says.
    public init(
        tree: TreeID, parents: [CommitID], author: Signature, committer: Signature,
        message: String
    ) {
        arguments =
            ["commit-tree", "-S", "-m", message]
            + parents.flatMap { ["-p", $0.description] } + [tree.description]
        environment = Self.environment(of: author, as: "AUTHOR")
            .merging(Self.environment(of: committer, as: "COMMITTER")) { one, _ in one }
    }

    /// Has git write the commit, which no reference names yet.
    ///
    /// - Parameters:
    ///   - gitDirectory: The repository.
    ///   - settings: What its configuration does not say, as git takes it in front of a command.
    ///   - environment: What git is told, or not told, beside who makes the commit.
    /// - Returns: The commit.
    /// - Throws: Why there is none.
    public func write(
        in gitDirectory: String, settings: [String] = [], environment: [String: String?] = [:]
    ) throws(Failure) -> CommitID {
        var call = Subprocess.Call(
            "git",
            ["--git-dir=" + gitDirectory, "-c", "i18n.commitEncoding=UTF-8"] + settings
                + arguments)
        call.environment = environment.merging(self.environment) { $1 }
        call.readsErrors = true
        let outcome: Subprocess.Outcome
        do throws(FileError) { outcome = try Subprocess.run(call) } catch {
            throw Failure(said: [error.description])
        }
        let lines = String(decoding: outcome.output, as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
        // What the programs for keys say may stand before the id.
        guard outcome.status == 0, let id = lines.last.flatMap({ CommitID($0) }) else {
            throw Failure(said: lines)
        }
        return id
    }

    /// The variables by which git knows who did something and when.
    private static func environment(
        of person: Signature, as role: String
    ) -> [String: String?] {
        let minutes = abs(person.offset)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let zone = (person.offset < 0 ? "-" : "+") + padded(minutes / 60) + padded(minutes % 60)
        return [
            "GIT_\(role)_NAME": person.name, "GIT_\(role)_EMAIL": person.email,
            "GIT_\(role)_DATE": "@\(person.seconds) \(zone)",
        ]
    }
}
