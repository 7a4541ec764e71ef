internal import CGit2

extension Repository {
    /// Reads a commit.
    public func commit(_ id: CommitID) throws(GitError) -> Commit {
        Commit(try commitHandle(id))
    }

    /// Reads the entries of a tree, in git's order.
    ///
    /// A name that is not UTF-8 is an error: no record could ever name it.
    public func tree(_ id: TreeID) throws(GitError) -> [TreeEntry] {
        let tree = try treeHandle(id)
        var entries: [TreeEntry] = []
        for index in 0..<git_tree_entrycount(tree.pointer) {
            guard let entry = git_tree_entry_byindex(tree.pointer, index) else { continue }
            let name = try exactText(
                git_tree_entry_name(entry), in: "git_tree_entry_name", on: "tree \(id)")
            entries.append(TreeEntry(name: name, target: try target(of: entry, at: name)))
        }
        return entries
    }

    /// Returns what a path stands for in a tree; nil when there is nothing.
    ///
    /// The empty path is the tree itself.
    public func entry(at path: String, in id: TreeID) throws(GitError) -> TreeEntry? {
        try checkText(path, in: "git_tree_entry_byname")
        var found = TreeEntry(name: "", target: .tree(id))
        guard !path.isEmpty else { return found }
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            guard let treeID = found.target.treeID else { return nil }
            let name = String(decoding: part, as: UTF8.self)
            let tree = try openTrees.tree(treeID, in: self)
            guard let entry = git_tree_entry_byname(tree.handle.pointer, name) else { return nil }
            found = TreeEntry(name: name, target: try target(of: entry, at: path))
        }
        return found
    }

    /// Returns what a path stands for in the tree of a commit; nil when there is nothing.
    public func entry(at path: String, in id: CommitID) throws(GitError) -> TreeEntry? {
        try entry(at: path, in: treeID(of: id))
    }

    /// Returns the size of a blob in bytes without reading it.
    public func blobSize(_ id: BlobID) throws(GitError) -> Int {
        let objects = try objectDatabase()
        var raw = id.raw
        var size = 0
        var kind = GIT_OBJECT_INVALID
        try check(
            "git_odb_read_header", on: "blob \(id)",
            git_odb_read_header(&size, &kind, objects.pointer, &raw))
        guard kind == GIT_OBJECT_BLOB else {
            throw GitError(
                .invalid, in: "git_odb_read_header", on: "blob \(id)",
                message: "the object is not a blob")
        }
        return size
    }

    /// Reads the bytes of a blob.
    ///
    /// Throws `tooLarge` before reading when there are more than `limit` of them.
    public func blob(_ id: BlobID, limit: Int) throws(GitError) -> [UInt8] {
        let size = try blobSize(id)
        guard size <= limit else {
            throw GitError(
                .tooLarge, in: "git_odb_read_header", on: "blob \(id)",
                message: "the blob has \(size) bytes, \(limit) are allowed")
        }
        var raw = id.raw
        let blob = try GitObject("git_blob_lookup", on: "blob \(id)", free: git_blob_free) {
            git_blob_lookup(&$0, handle.pointer, &raw)
        }
        let bytes = UnsafeRawBufferPointer(
            start: git_blob_rawcontent(blob.pointer), count: Int(git_blob_rawsize(blob.pointer)))
        return Array(bytes)
    }

    func treeID(of id: CommitID) throws(GitError) -> TreeID {
        TreeID(git_commit_tree_id(try commitHandle(id).pointer).pointee)
    }

    func commitHandle(_ id: CommitID) throws(GitError) -> GitObject {
        var raw = id.raw
        return try GitObject("git_commit_lookup", on: "commit \(id)", free: git_commit_free) {
            git_commit_lookup(&$0, handle.pointer, &raw)
        }
    }

    func treeHandle(_ id: TreeID) throws(GitError) -> GitObject {
        var raw = id.raw
        return try GitObject("git_tree_lookup", on: "tree \(id)", free: git_tree_free) {
            git_tree_lookup(&$0, handle.pointer, &raw)
        }
    }

    func objectDatabase() throws(GitError) -> GitObject {
        try GitObject("git_repository_odb", on: gitDirectoryPath, free: git_odb_free) {
            git_repository_odb(&$0, handle.pointer)
        }
    }

    func target(of entry: OpaquePointer, at path: String) throws(GitError) -> TreeEntry.Target {
        try TreeEntry.Target(
            mode: git_tree_entry_filemode(entry), id: git_tree_entry_id(entry).pointee, at: path)
    }
}
