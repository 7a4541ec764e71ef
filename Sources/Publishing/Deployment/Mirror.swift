internal import Formats
internal import Git

/// The copy of a branch of another repository that is kept on this machine, without files.
///
/// It lies in a bare repository of its own for each address; git fetches into it and pushes from
/// it. It can be removed at any time: the next run fetches it again.
struct Mirror: Sendable {
    let branch: TargetBranch
    /// The bare repository.
    let path: String

    /// Where the tip of the branch is kept, as of when it was last fetched or pushed.
    ///
    /// The names of branches that came and went could be in each other's way; hashes are not.
    var reference: String {
        "refs/labfolio/" + SHA256(Array(branch.branch.utf8)).description.prefix(24)
    }

    /// Takes the mirror of a branch in a folder of mirrors, and makes it where it is missing.
    init(of branch: TargetBranch, in folder: String) throws(FileError) {
        self.branch = branch
        path = folder + "/" + SHA256(Array(branch.address.utf8)).description.prefix(24) + ".git"
        if case .file? = try FileSystem.kind(at: path + "/HEAD") { return }
        try FileSystem.makeFolder(folder)
    }

    /// Opens the bare repository, which another run may be making at the same time.
    func repository() throws(GitError) -> Repository {
        for round in 0..<Self.attempts {
            do throws(GitError) { return try Repository(at: path) } catch {
                guard error.code == .notARepository || error.code == .notFound else { throw error }
            }
            do throws(GitError) { return try Repository.create(at: path, .bare) } catch {
                guard error.code == .exists || error.code == .locked else { throw error }
                FileSystem.waitForOthers(round: round)
            }
        }
        return try Repository(at: path)
    }

    private static let attempts = 10

    // MARK: What the user's git is asked to do

    /// Asks which commit the branch is at.
    var lookUp: Subprocess.Call { git(["ls-remote", "--", branch.address, branch.reference]) }

    /// Brings the branch here.
    var fetch: Subprocess.Call {
        git([
            "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
            "--", branch.address, "+\(branch.reference):\(reference)",
        ])
    }

    /// Moves the branch to a commit that has what it is at for an ancestor; never anywhere else.
    func push(_ commit: CommitID) -> Subprocess.Call {
        git([
            "push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no", "--",
            branch.address, "\(commit):\(branch.reference)",
        ])
    }

    /// Returns a call of git about the bare repository.
    private func git(_ arguments: [String]) -> Subprocess.Call {
        var call = Subprocess.Call("git", ["--git-dir=" + path] + arguments)
        call.readsErrors = true
        call.environment = Self.environment
        return call
    }

    /// What git is not told by the environment of this program.
    ///
    /// A hook of git that calls labfolio hands on which repository it is about; this is another.
    /// What git says is read, so it has to be in English.
    static let environment: [String: String?] = {
        var changes: [String: String?] = ["LC_ALL": "C.UTF-8", "LANGUAGE": "C"]
        for name in [
            "DIR", "WORK_TREE", "COMMON_DIR", "INDEX_FILE", "OBJECT_DIRECTORY", "NAMESPACE",
            "ALTERNATE_OBJECT_DIRECTORIES", "QUARANTINE_PATH", "PREFIX", "SHALLOW_FILE",
        ] {
            changes.updateValue(nil, forKey: "GIT_" + name)
        }
        return changes
    }()
}
