internal import CGit2

/// The process-wide state of libgit2.
///
/// Why it is lazy: starting the library loads the TLS certificates of the system, unless the
/// program keeps it from that as labfolio does, so that only a command that opens a repository may
/// pay for it. It is never shut down.
///
/// Objects are not hashed anew when they are read, as git does not; it would take three quarters
/// of the time of a history. `git fsck` is there to verify a repository.
///
/// Objects are written without `fsync`, as git does for loose objects; `core.fsyncObjectFiles` in
/// the configuration turns it on.
enum GitLibrary {
    private static let startStatus: Int32 = {
        let status = git_libgit2_init()
        return status < 0 ? status : labfolio_git_set_verification(0)
    }()

    /// Starts the library unless it runs already.
    static func start() throws(GitError) {
        try check("git_libgit2_init", on: "libgit2", startStatus)
    }

    private static let repositoryConfigurationStatus: Int32 = {
        guard startStatus >= 0 else { return startStatus }
        let levels = [
            GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
            GIT_CONFIG_LEVEL_GLOBAL,
        ]
        for level in levels {
            let status = labfolio_git_set_search_path(level, "")
            if status < 0 { return status }
        }
        return 0
    }()

    /// Reads only the repository's own configuration from now on, not the user's.
    ///
    /// libgit2 knows no `GIT_CONFIG_NOSYSTEM`; tests need it to be the same on every machine.
    static func useOnlyRepositoryConfiguration() throws(GitError) {
        try check("git_libgit2_opts", on: "libgit2", repositoryConfigurationStatus)
    }
}
