internal import CGit2

/// A path on which the two sides of a merge disagree, as the index keeps it.
public struct IndexConflict: Hashable, Sendable {
    /// The path, its parts separated by `/`.
    public let path: String
    /// What was there before both sides, nil where nothing was.
    public let base: TreeEntry.Target?
    /// What ours has there.
    public let ours: TreeEntry.Target?
    /// What theirs has there.
    public let theirs: TreeEntry.Target?

    /// Makes a conflict; none of the three may be a folder.
    public init(
        path: String, base: TreeEntry.Target?, ours: TreeEntry.Target?, theirs: TreeEntry.Target?
    ) {
        self.path = path
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }
}

extension Repository {
    /// Puts conflicts into the index, in place of what is staged at their paths: `git status`
    /// shows them, and `git add` settles each.
    public func stage(_ conflicts: [IndexConflict]) throws(GitError) {
        guard !conflicts.isEmpty else { return }
        let index = try indexHandle(ofFile: nil)
        for conflict in conflicts {
            try checkText(conflict.path, in: "git_index_conflict_add")
            let status = conflict.path.withCString { path in
                withEntry(conflict.base, path) { base in
                    withEntry(conflict.ours, path) { ours in
                        withEntry(conflict.theirs, path) { theirs in
                            git_index_conflict_add(index.pointer, base, ours, theirs)
                        }
                    }
                }
            }
            try check("git_index_conflict_add", on: conflict.path, status)
        }
        try check("git_index_write", on: gitDirectoryPath, git_index_write(index.pointer))
    }

    /// Does something with an entry of the index for a file of a tree; nil where it is in none.
    func withEntry(
        _ target: TreeEntry.Target?, _ path: UnsafePointer<CChar>,
        _ body: (UnsafePointer<git_index_entry>?) -> Int32
    ) -> Int32 {
        guard let target else { return body(nil) }
        var entry = git_index_entry()
        entry.path = path
        entry.mode = target.mode.rawValue
        entry.id = target.raw
        return withUnsafePointer(to: &entry) { body($0) }
    }

    /// Brings files of the work tree and the index to what a tree has, whatever they hold; those
    /// that the tree has not are taken out of the index only.
    ///
    /// Returns the files that the tree does not have.
    public func overwrite(_ paths: [String], with tree: TreeID) throws(GitError) -> [String] {
        var there: [String] = []
        var absent: [String] = []
        let index = try indexHandle(ofFile: nil)
        for path in paths {
            try check(
                "git_index_remove_bypath", on: path, git_index_remove_bypath(index.pointer, path))
            guard let target = try entry(at: path, in: tree)?.target else {
                absent.append(path)
                continue
            }
            there.append(path)
            // A file that is on disk as it should be is not checked out again.
            let status = path.withCString { path in
                withEntry(target, path) { git_index_add(index.pointer, $0) }
            }
            try check("git_index_add", on: path, status)
        }
        try check("git_index_write", on: gitDirectoryPath, git_index_write(index.pointer))
        _ = try differing(there, from: tree, to: tree, strategy: GIT_CHECKOUT_FORCE)
        return absent
    }
}
