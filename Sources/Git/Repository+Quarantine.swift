internal import CGit2

extension Repository {
    /// Reads objects from another folder of objects, too.
    ///
    /// While git asks a hook about a push, what was pushed lies in a folder of its own
    /// (`GIT_QUARANTINE_PATH`), of which libgit2 knows nothing.
    public func readObjects(in folder: String) throws(GitError) {
        try checkText(folder, in: "git_odb_add_disk_alternate")
        let objects = try objectDatabase()
        try check(
            "git_odb_add_disk_alternate", on: folder,
            git_odb_add_disk_alternate(objects.pointer, folder))
    }

    /// Tells whether a commit carries a signature, be it good or not.
    public func isSigned(_ id: CommitID) throws(GitError) -> Bool {
        let commit = try commitHandle(id)
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        return try checkFound(
            "git_commit_header_field", on: "commit \(id)",
            git_commit_header_field(&buffer, commit.pointer, "gpgsig"))
    }
}
