internal import CGit2

/// One path of the index: what the next commit would hold there.
public struct IndexEntry: Hashable, Sendable {
    /// The path, its parts separated by `/`.
    public let path: String
    /// What is staged there; never a tree.
    public let target: TreeEntry.Target
    /// 0 for what is staged; in a merge that stopped, 1 for base, 2 for ours, 3 for theirs.
    public let stage: Int
}

extension Repository {
    /// Reads the entries of the index, in the order of their paths.
    ///
    /// A hook gets the path of the index to look at in `GIT_INDEX_FILE`, since `git commit FILE`
    /// uses one of its own; without it, it is the repository's. Files that are only announced
    /// (`git add --intent-to-add`) are left out, as they are from a commit.
    public func indexEntries(ofFile file: String? = nil) throws(GitError) -> [IndexEntry] {
        let index = try indexHandle(ofFile: file)
        var entries: [IndexEntry] = []
        for position in 0..<git_index_entrycount(index.pointer) {
            guard let entry = git_index_get_byindex(index.pointer, position) else { continue }
            let announced = UInt32(entry.pointee.flags_extended)
            if announced & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0 { continue }
            let path = try exactText(entry.pointee.path, in: "git_index_get_byindex", on: "index")
            entries.append(
                IndexEntry(
                    path: path, target: try target(of: entry, at: path),
                    stage: Int(git_index_entry_stage(entry))))
        }
        return entries
    }

    /// Returns what is staged at a path; nil when nothing is, or a merge left it undecided.
    public func indexTarget(at path: String) throws(GitError) -> TreeEntry.Target? {
        let index = try indexHandle(ofFile: nil)
        try checkText(path, in: "git_index_get_bypath")
        guard let entry = git_index_get_bypath(index.pointer, path, 0) else { return nil }
        return try target(of: entry, at: path)
    }

    func indexHandle(ofFile file: String?) throws(GitError) -> GitObject {
        if let file {
            try checkText(file, in: "git_index_open")
            return try GitObject("git_index_open", on: file, free: git_index_free) {
                git_index_open(&$0, file)
            }
        }
        let index = try GitObject(
            "git_repository_index", on: gitDirectoryPath, free: git_index_free
        ) { git_repository_index(&$0, handle.pointer) }
        // The repository keeps its index; another process may have written it since.
        try check("git_index_read", on: gitDirectoryPath, git_index_read(index.pointer, 0))
        return index
    }

    private func target(
        of entry: UnsafePointer<git_index_entry>, at path: String
    ) throws(GitError) -> TreeEntry.Target {
        try TreeEntry.Target(
            mode: git_filemode_t(entry.pointee.mode), id: entry.pointee.id, at: path)
    }
}
