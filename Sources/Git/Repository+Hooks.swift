internal import CGit2

extension Repository {
    /// The folder in which git looks for hooks; it may not be there yet.
    ///
    /// It is `core.hooksPath` where that is set, else `hooks` beside the history, which all work
    /// trees of a repository share.
    public func hooksPath() throws(GitError) -> String {
        let configuration = try GitObject(
            "git_repository_config_snapshot", on: gitDirectoryPath, free: git_config_free
        ) { git_repository_config_snapshot(&$0, handle.pointer) }
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        let isSet = try checkFound(
            "git_config_get_path", on: "core.hooksPath",
            git_config_get_path(&buffer, configuration.pointer, "core.hooksPath"))
        guard isSet, let pointer = buffer.ptr else {
            return String(cString: git_repository_commondir(handle.pointer)) + "hooks"
        }
        let path = try exactText(pointer, in: "git_config_get_path", on: "core.hooksPath")
        // Hooks run at the root of the work tree, so that is what the path is relative to.
        return path.hasPrefix("/") ? path : (workTreePath ?? gitDirectoryPath) + "/" + path
    }

    /// Returns the paths whose content in the index differs from a commit's, in their order.
    ///
    /// Before the first commit there is nothing to compare with, so all paths differ; `file` is the
    /// index, where it is not the repository's own.
    public func stagedPaths(
        since commit: CommitID?, indexFile file: String? = nil
    ) throws(GitError) -> [String] {
        let index = try indexHandle(ofFile: file)
        let diff: GitObject
        if let commit {
            let tree = try treeHandle(try treeID(of: commit))
            diff = try self.diff(from: tree.pointer, to: index.pointer)
        } else {
            diff = try self.diff(from: nil, to: index.pointer)
        }
        var paths: Set<String> = []
        for position in 0..<git_diff_num_deltas(diff.pointer) {
            guard let delta = git_diff_get_delta(diff.pointer, position) else { continue }
            let path = delta.pointee.new_file.path ?? delta.pointee.old_file.path
            paths.insert(try exactText(path, in: "git_diff_get_delta", on: "index"))
        }
        return paths.sorted()
    }

    private func diff(
        from tree: OpaquePointer?, to index: OpaquePointer
    ) throws(GitError) -> GitObject {
        try GitObject("git_diff_tree_to_index", on: gitDirectoryPath, free: git_diff_free) {
            git_diff_tree_to_index(&$0, handle.pointer, tree, index, nil)
        }
    }
}
