internal import CGit2

extension Repository {
    /// Lists the files of the work tree that are not as in a tree (nil: an empty one), new ones
    /// and missing ones too, in the order of their paths; files that git ignores are left out.
    ///
    /// - Parameters:
    ///   - tree: The tree to compare with.
    ///   - places: The files and folders to look at, by their paths.
    /// - Returns: The paths.
    /// - Throws: `bareRepository`, or what git failed at.
    public func workTreeChanges(
        since tree: TreeID?, below places: [String]
    ) throws(GitError) -> [String] {
        guard !isBare else {
            throw GitError(
                .bareRepository, in: "git_diff_tree_to_workdir_with_index", on: gitDirectoryPath)
        }
        // Without paths libgit2 looks at all of them.
        guard !places.isEmpty else { return [] }
        let baseID = if let tree { tree } else { try writeEmptyTree() }
        let base = try treeHandle(baseID)
        let arguments = CStringArray(places)
        var options = git_diff_options()
        try check(
            "git_diff_options_init", on: "diff",
            git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
        options.flags =
            GIT_DIFF_INCLUDE_UNTRACKED.rawValue | GIT_DIFF_RECURSE_UNTRACKED_DIRS.rawValue
            | GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue | GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
        options.pathspec = arguments.raw
        let diff = try GitObject(
            "git_diff_tree_to_workdir_with_index", on: gitDirectoryPath, free: git_diff_free
        ) {
            git_diff_tree_to_workdir_with_index(&$0, handle.pointer, base.pointer, &options)
        }
        withExtendedLifetime(arguments) {}
        var paths: Set<String> = []
        for position in 0..<git_diff_num_deltas(diff.pointer) {
            guard let delta = git_diff_get_delta(diff.pointer, position) else { continue }
            for name in [delta.pointee.old_file.path, delta.pointee.new_file.path] {
                guard let name else { continue }
                paths.insert(try exactText(name, in: "git_diff_get_delta", on: gitDirectoryPath))
            }
        }
        return paths.sorted()
    }
}
