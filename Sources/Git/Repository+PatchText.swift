internal import CGit2

/// What becomes of one file from one tree to another, as `git diff` prints it.
public struct FilePatch: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The patch, as `git apply` takes it; of a file that is no text it only says so.
    public let text: String
}

extension Repository {
    /// Returns what differs between two trees (nil: an empty one), a patch for each file, in the
    /// order of their paths.
    ///
    /// - Parameters:
    ///   - before: The tree before.
    ///   - after: The tree after.
    ///   - paths: The files and folders to look at; all of them where none is named.
    /// - Returns: The patches; bytes that are not UTF-8 are repaired, as they are for people.
    /// - Throws: What git failed at.
    public func patches(
        from before: TreeID?, to after: TreeID?, of paths: [String] = []
    ) throws(GitError) -> [FilePatch] {
        let subject = "the difference of two trees"
        let oldID = if let before { before } else { try writeEmptyTree() }
        let newID = if let after { after } else { try writeEmptyTree() }
        let old = try treeHandle(oldID)
        let new = try treeHandle(newID)
        let arguments = CStringArray(paths)
        var options = git_diff_options()
        try check(
            "git_diff_options_init", on: subject,
            git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
        options.flags = GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue
        options.pathspec = arguments.raw
        let diff = try GitObject("git_diff_tree_to_tree", on: subject, free: git_diff_free) {
            git_diff_tree_to_tree(&$0, handle.pointer, old.pointer, new.pointer, &options)
        }
        withExtendedLifetime(arguments) {}
        var patches: [FilePatch] = []
        for position in 0..<git_diff_num_deltas(diff.pointer) {
            guard let delta = git_diff_get_delta(diff.pointer, position),
                let name = delta.pointee.new_file.path
            else { continue }
            let path = try exactText(name, in: "git_diff_get_delta", on: subject)
            patches.append(
                FilePatch(path: path, text: try text(ofPatch: position, in: diff, path: path)))
        }
        return patches
    }

    private func text(
        ofPatch position: Int, in diff: borrowing GitObject, path: String
    ) throws(GitError) -> String {
        let patch = try GitObject("git_patch_from_diff", on: path, free: git_patch_free) {
            git_patch_from_diff(&$0, diff.pointer, position)
        }
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        try check("git_patch_to_buf", on: path, git_patch_to_buf(&buffer, patch.pointer))
        return String(
            decoding: UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size), as: UTF8.self)
    }
}
