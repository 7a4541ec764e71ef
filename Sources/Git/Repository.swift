internal import CGit2

/// A git repository, opened.
///
/// What it returns are values that stay valid without it. It serves one thread at a time, which
/// its not being `Sendable` makes the compiler check; to read in parallel, open one per task.
///
/// It runs no hooks and reads no environment variables.
public final class Repository {
    let handle: GitObject
    /// What keeps new objects in memory; nil when they are written at once.
    let memory: MemoryObjects?
    let openTrees = OpenTrees()

    /// Opens the repository at exactly this path: a work tree, its `.git`, or a bare repository.
    public init(at path: String) throws(GitError) {
        handle = try Self.open(path, flags: GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
        memory = nil
    }

    /// Opens the repository that a folder is in, looking from the folder upward.
    ///
    /// As git does, it does not look beyond the file system the folder is on.
    public init(discoveredFrom folder: String) throws(GitError) {
        handle = try Self.open(folder, flags: 0)
        memory = nil
    }

    init(keepingNewObjectsOf repository: Repository) throws(GitError) {
        handle = try Self.open(
            repository.gitDirectoryPath, flags: GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
        memory = try MemoryObjects(in: handle)
    }

    private init(_ handle: consuming GitObject) {
        self.handle = handle
        memory = nil
    }

    private static func open(_ path: String, flags: UInt32) throws(GitError) -> GitObject {
        try checkText(path, in: "git_repository_open_ext")
        try GitLibrary.start()
        do throws(GitError) {
            return try GitHandle(
                "git_repository_open_ext", on: path, free: git_repository_free
            ) { git_repository_open_ext(&$0, path, flags, nil) }
        } catch {
            throw error.taking(.notFound, as: .notARepository)
        }
    }
}

extension Repository {
    /// Whether a repository has files of its own beside its history.
    public enum Form: Sendable {
        /// History only.
        case bare
        /// With a work tree, and the history in its `.git`.
        case workTree
    }

    /// Creates a repository without commits, and the folders on the way to it.
    ///
    /// Throws `exists` when there is one already. `branch` is what HEAD will name.
    public static func create(
        at path: String, _ form: Form, branch: String = "main"
    ) throws(GitError) -> Repository {
        try checkText(path, in: "git_repository_init_ext")
        try checkText(branch, in: "git_repository_init_ext")
        try GitLibrary.start()
        var options = git_repository_init_options()
        try check(
            "git_repository_init_options_init", on: path,
            git_repository_init_options_init(
                &options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)))
        options.flags =
            GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
        if form == .bare { options.flags |= GIT_REPOSITORY_INIT_BARE.rawValue }
        let handle = try GitObject(
            "git_repository_init_ext", on: path, free: git_repository_free
        ) { opened in
            branch.withCString {
                options.initial_head = $0
                return git_repository_init_ext(&opened, path, &options)
            }
        }
        return Repository(handle)
    }

    /// Whether the repository has no work tree.
    public var isBare: Bool { git_repository_is_bare(handle.pointer) == 1 }

    /// The absolute path of the work tree, without a slash at the end; nil when bare.
    public var workTreePath: String? {
        git_repository_workdir(handle.pointer).map { withoutSlash(String(cString: $0)) }
    }

    /// The absolute path of the folder that holds the history, without a slash at the end.
    public var gitDirectoryPath: String {
        withoutSlash(String(cString: git_repository_path(handle.pointer)))
    }

    /// Whether the history was cut off when the repository was cloned.
    public var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }

    private func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}

extension Repository {
    /// The name and address of the configuration (`user.name`, `user.email`), and this moment;
    /// nil when they are not set.
    public func defaultSignature() throws(GitError) -> Signature? {
        let found = try GitHandle(
            ifFound: "git_signature_default", on: gitDirectoryPath, free: git_signature_free
        ) { git_signature_default(&$0, handle.pointer) }
        guard let found else { return nil }
        return Signature(found.pointer.pointee, encoding: nil)
    }
}
