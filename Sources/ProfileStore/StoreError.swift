public import Formats
public import Git
public import Merging
public import RecordModel

/// Why a store could not be read or written.
public enum StoreError: Error, Sendable {
    /// There is no store in the folder nor in those above it.
    case noStore(folder: String)
    /// There is a git repository, but no `labfolio.yml` in it.
    case notAStore(repository: String)
    /// The store is no git repository, so it has no history.
    case noRepository(folder: String)
    /// The store has no commit yet.
    case noCommits
    /// The store has no work tree and no index.
    case bare
    /// No branch, tag or commit has this name.
    case unknownRevision(String)
    /// There is no profile of this id; perhaps the second one was meant.
    case unknownProfile(String, suggestion: String?)
    /// The profile is there already.
    case profileExists(ProfileID)
    /// The reference was moved by someone else while this change was made.
    case moved(reference: String)
    /// The files that would be written were changed by hand.
    case changedFiles([String])
    /// The two commits have no history in common.
    case unrelatedHistories(CommitID, CommitID)
    /// A merge that was begun before is not finished.
    case unfinishedMerge
    /// A merge would have lost these edits of one file: a fault of labfolio.
    case mergeFault(file: String, [LostEdit])
    /// Neither the user's git nor the environment says who the author is.
    case unknownAuthor
    /// Something is wrong with a proposal.
    case proposal(ProposalError)
    /// What is there cannot be used, and why.
    case rejected([Diagnostic])
    /// The repository failed.
    case git(GitError)
    /// The file system failed.
    case file(FileError)

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .noStore(let folder): "There is no store in \(folder) or above it"
        case .notAStore(let path):
            "The git repository \(path) is not a store: it has no labfolio.yml"
        case .noRepository(let folder): "The store \(folder) is not a git repository"
        case .noCommits: "The store has no commit yet"
        case .bare: "The store is bare: it has no work tree and no index"
        case .unknownRevision(let name): "There is no branch, tag or commit `\(name)`"
        case .unknownProfile(let id, _): "There is no profile `\(id)`"
        case .profileExists(let id): "There is a profile `\(id)` already"
        case .moved(let reference): "\(reference) was moved by someone else meanwhile"
        case .changedFiles(let paths):
            "Files that would be written were changed: \(paths.joined(separator: ", "))"
        case .unrelatedHistories(let ours, let theirs):
            "The commits \(ours) and \(theirs) have no history in common"
        case .unfinishedMerge: "A merge is under way that is not finished"
        case .mergeFault(let file, let edits):
            "The merge of \(file) would have lost \(edits.count) edits, so it was stopped: "
                + edits.prefix(3).map { "\($0.side.rawValue) \($0.change.path)" }
                .joined(separator: ", ")
        case .unknownAuthor: "Nothing says who the author of the commit is"
        case .proposal(let error): error.message
        case .rejected(let diagnostics):
            diagnostics.first?.message ?? "The store cannot be used"
        case .git(let error) where error.code == .owner:
            // What to do about it is the hint's to say.
            "\(error.subject) belongs to another user"
        case .git(let error) where error.code == .unsigned:
            "The commit could not be signed: \(error.message)"
        case .git(let error): error.description
        case .file(let error): error.description
        }
    }

    /// What to do about it, nil where there is no advice.
    public var hint: String? {
        switch self {
        case .noStore: "Go to a store's folder, name one with --store, or make one: labfolio init"
        case .notAStore: "Make it one with labfolio init, or name another one with --store"
        case .noRepository: "Make it one with git init, then commit the store's files"
        case .noCommits:
            "Commit the store's files with git commit, or push them to it with git push"
        case .bare: "Name a revision with --at, for example --at main"
        case .unknownRevision: "git branch and git log list the names that are there"
        case .unknownProfile(_, let suggestion):
            suggestion.map { "Did you mean `\($0)`?" } ?? "labfolio list names the profiles"
        case .profileExists: "Choose another id, or edit the profile that is there"
        case .moved: "Run the command again"
        case .changedFiles: "Commit your changes, or put them aside with git stash"
        case .unrelatedHistories:
            "If that is meant: git merge --allow-unrelated-histories"
        case .unfinishedMerge:
            "End it with git commit, or go back with labfolio merge --abort"
        case .mergeFault:
            "This is a fault of labfolio; git merge-file merges the file line by line"
        case .unknownAuthor:
            "Tell git: git config user.name \"…\" and git config user.email \"…\""
        case .proposal(let error): error.hint
        case .rejected(let diagnostics): diagnostics.first?.hint
        case .git(let error): Self.hint(for: error)
        case .file(let error): Self.hint(for: error)
        }
    }

    private static func hint(for error: GitError) -> String? {
        switch error.code {
        case .owner:
            "If you trust it: git config --global --add safe.directory \(error.subject)"
        case .unsupportedExtension:
            "The repository uses a git extension that libgit2 does not read, for example reftable"
        case .locked: "Another program works on the repository; run the command again"
        case .ambiguous: "Type more digits of the commit's id"
        case .unsigned:
            "Nothing was written; git commit -S fails alike. user.signingKey names the key, and "
                + "commit.gpgSign says whether to sign"
        default: nil
        }
    }

    private static func hint(for error: FileError) -> String? {
        switch error.code {
        case .notPermitted: "Look at the rights of the folder with ls -ld"
        case .noSpace: "Free some room, then run the command again: nothing is half written"
        default: nil
        }
    }

    /// Runs a call of the repository and widens its error.
    static func git<Result>(_ call: () throws(GitError) -> Result) throws(StoreError) -> Result {
        do throws(GitError) { return try call() } catch { throw .git(error) }
    }

    /// Runs a call of the file system and widens its error.
    static func file<Result>(_ call: () throws(FileError) -> Result) throws(StoreError) -> Result {
        do throws(FileError) { return try call() } catch { throw .file(error) }
    }
}
