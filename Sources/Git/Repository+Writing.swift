internal import CGit2

extension Repository {
    /// Opens the same repository once more; what the copy writes stays in memory.
    ///
    /// `flush()` writes it as one pack, which is what thousands of new objects need; without it,
    /// nothing was ever written, which is what a trial needs.
    public func buffered() throws(GitError) -> Repository {
        try Repository(keepingNewObjectsOf: self)
    }

    /// Writes what a buffered repository has in memory; does nothing on any other.
    public func flush() throws(GitError) {
        try memory?.writePack(in: handle)
    }

    /// Writes a blob and returns its ID.
    @discardableResult
    public func writeBlob(_ bytes: [UInt8]) throws(GitError) -> BlobID {
        var id = git_oid()
        try check(
            "git_blob_create_from_buffer", on: "blob of \(bytes.count) bytes",
            git_blob_create_from_buffer(&id, handle.pointer, bytes, bytes.count))
        memory?.note(id)
        return BlobID(id)
    }

    /// Writes a tree that is `base` (nil: an empty tree) with the changes of an edit.
    ///
    /// A folder in which nothing is left vanishes. Throws `invalid` when a file would have to be
    /// a folder or a folder a file; delete the one to put the other.
    public func writeTree(
        _ edit: TreeEdit, on base: TreeID?
    ) throws(GitError) -> TreeID {
        if let changed = try writeTree(edit.root, on: base, at: "") { return changed }
        return try writeEmptyTree()
    }

    /// Writes a commit, which no reference names yet, and returns its ID.
    ///
    /// The message is written as it is; git's own end with a line feed.
    public func writeCommit(
        tree: TreeID, parents: [CommitID], author: Signature, committer: Signature,
        message: String
    ) throws(GitError) -> CommitID {
        let operation: StaticString = "git_commit_create_from_ids"
        try checkText(message, in: operation)
        let rawAuthor = try author.raw()
        let rawCommitter = try committer.raw()
        var id = git_oid()
        var rawTree = tree.raw
        let rawParents = parents.map(\.raw)
        let status = rawParents.withUnsafeBufferPointer { parents in
            var pointers = parents.indices.map { parents.baseAddress?.advanced(by: $0) }
            return git_commit_create_from_ids(
                &id, handle.pointer, nil, rawAuthor.pointer, rawCommitter.pointer, nil, message,
                &rawTree, pointers.count, &pointers)
        }
        try check(operation, on: "commit of tree \(tree)", status)
        memory?.note(id)
        return CommitID(id)
    }

    func writeEmptyTree() throws(GitError) -> TreeID {
        try write(try treeBuilder(on: nil, at: "/"), at: "/")
    }
}

extension Repository {
    /// Returns nil for a tree in which nothing is left.
    private func writeTree(
        _ node: TreeEdit.Node, on base: TreeID?, at path: String
    ) throws(GitError) -> TreeID? {
        if node.children.isEmpty { return base }
        let builder = try treeBuilder(on: base, at: path)
        for (bytes, child) in node.children {
            let name = String(decoding: bytes, as: UTF8.self)
            let childPath = path.isEmpty ? name : "\(path)/\(name)"
            let before = try git_treebuilder_get(builder.pointer, name).map {
                entry throws(GitError) in try target(of: entry, at: childPath)
            }
            let after = try target(for: child, on: before, at: childPath)
            guard after != before else { continue }
            if let after {
                var id = after.raw
                try check(
                    "git_treebuilder_insert", on: childPath,
                    git_treebuilder_insert(nil, builder.pointer, name, &id, after.mode))
            } else {
                try check(
                    "git_treebuilder_remove", on: childPath,
                    git_treebuilder_remove(builder.pointer, name))
            }
        }
        if git_treebuilder_entrycount(builder.pointer) == 0 { return nil }
        return try write(builder, at: path)
    }

    private func target(
        for node: TreeEdit.Node, on before: TreeEntry.Target?, at path: String
    ) throws(GitError) -> TreeEntry.Target? {
        var base = before
        switch node.change {
        case .bytes(let bytes): base = try file(try writeBlob(bytes), on: before, at: path)
        case .blob(let id): base = try file(id, on: before, at: path)
        case .target(let target): base = target
        case .delete: base = nil
        case nil: break
        }
        if node.children.isEmpty { return base }
        if let base, base.treeID == nil {
            throw GitError(
                .invalid, in: "TreeEdit", on: path, message: "a file cannot have files in it")
        }
        return try writeTree(node, on: base?.treeID, at: path).map { .tree($0) }
    }

    private func file(
        _ id: BlobID, on before: TreeEntry.Target?, at path: String
    ) throws(GitError) -> TreeEntry.Target {
        switch before {
        case .executable: return .executable(id)
        case .blob, .symlink, nil: return .blob(id)
        case .tree, .submodule:
            throw GitError(
                .invalid, in: "TreeEdit", on: path, message: "a folder is in the way of a file")
        }
    }

    private func treeBuilder(on base: TreeID?, at path: String) throws(GitError) -> GitObject {
        guard let base else {
            return try GitObject("git_treebuilder_new", on: path, free: git_treebuilder_free) {
                git_treebuilder_new(&$0, handle.pointer, nil)
            }
        }
        let tree = try treeHandle(base)
        return try GitObject("git_treebuilder_new", on: path, free: git_treebuilder_free) {
            git_treebuilder_new(&$0, handle.pointer, tree.pointer)
        }
    }

    private func write(
        _ builder: borrowing GitObject, at path: String
    ) throws(GitError) -> TreeID {
        var id = git_oid()
        try check(
            "git_treebuilder_write", on: path, git_treebuilder_write(&id, builder.pointer))
        memory?.note(id)
        return TreeID(id)
    }
}
