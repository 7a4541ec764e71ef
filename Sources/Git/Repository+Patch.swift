internal import CGit2

/// What a patch makes of the files of a tree.
public struct PatchedFiles: Sendable {
    /// What each file that the patch names becomes, by its path; nil where it is gone.
    public let targets: [String: TreeEntry.Target?]
}

extension Repository {
    /// Applies a patch, as `git diff` writes one, to the files of a tree; writes blobs, no tree.
    ///
    /// The whole patch applies or none of it. Throws `invalid` for what is no patch or does not
    /// fit the tree, with git's word on where.
    public func apply(patch: [UInt8], to tree: TreeID) throws(GitError) -> PatchedFiles {
        do throws(GitError) { return try targets(of: patch, on: tree) } catch {
            throw GitError(
                .invalid, in: error.operation, on: error.subject, message: error.message)
        }
    }

    private func targets(of patch: [UInt8], on tree: TreeID) throws(GitError) -> PatchedFiles {
        let subject = "the patch"
        let diff = try GitObject("git_diff_from_buffer", on: subject, free: git_diff_free) { diff in
            patch.withUnsafeBytes {
                git_diff_from_buffer(&diff, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
            }
        }
        let base = try treeHandle(tree)
        let index = try GitObject("git_apply_to_tree", on: subject, free: git_index_free) {
            git_apply_to_tree(&$0, handle.pointer, base.pointer, diff.pointer, nil)
        }
        var targets: [String: TreeEntry.Target?] = [:]
        for position in 0..<git_diff_num_deltas(diff.pointer) {
            guard let delta = git_diff_get_delta(diff.pointer, position) else { continue }
            for name in [delta.pointee.old_file.path, delta.pointee.new_file.path] {
                guard let name else { continue }
                let path = try exactText(name, in: "git_diff_get_delta", on: subject)
                guard targets[path] == nil else { continue }
                guard let entry = git_index_get_bypath(index.pointer, name, 0) else {
                    targets[path] = .some(nil)
                    continue
                }
                targets[path] = .some(
                    try TreeEntry.Target(
                        mode: git_filemode_t(entry.pointee.mode), id: entry.pointee.id, at: path))
            }
        }
        return PatchedFiles(targets: targets)
    }
}
