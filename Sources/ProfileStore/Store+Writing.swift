internal import Formats
public import Git
internal import RecordModel

extension Store {
    /// The files to write in one commit: bytes by their path from the store's root, nil to remove.
    public typealias FileChanges = [String: [UInt8]?]

    /// Commits changes to files on the branch that HEAD names, and brings the work tree along.
    ///
    /// The objects are written first; then the one reference moves from the commit that was read
    /// to the new one, if it still names that commit. `changes` is asked again on top of a winner,
    /// up to `attempts` times, so that two writers of different files both succeed.
    ///
    /// - Parameters:
    ///   - message: The message of the commit.
    ///   - author: Who made the change.
    ///   - attempts: How often a lost race is run again.
    ///   - changes: Returns the files to write on top of a snapshot, which is nil where there is
    ///     no commit yet; none means that there is nothing to do.
    /// - Returns: The new commit, nil where there was nothing to change.
    /// - Throws: `moved` after the last lost race; `changedFiles` where the work tree has changes
    ///   of its own in the files; whatever `changes` throws.
    @discardableResult
    public func commit(
        message: String, author: Signature, attempts: Int = 8,
        _ changes: (Snapshot?) throws(StoreError) -> FileChanges
    ) throws(StoreError) -> CommitID? {
        let repository = try repository()
        for _ in 0..<max(1, attempts) {
            let parent = try StoreError.git { () throws(GitError) in
                try repository.headCommitID()
            }
            let before = try StoreError.git { () throws(GitError) in
                try parent.map { id throws(GitError) in try repository.commit(id) }
            }
            let files = try changes(
                before.map { commit throws(StoreError) in
                    try Snapshot(of: self, origin: .commit(commit.id, tree: commit.treeID))
                })
            do throws(GitError) {
                return try write(
                    files, on: before, message: message, author: author, in: repository)
            } catch {
                if error.code == .conflict { throw .changedFiles([error.subject]) }
                guard error.code == .moved || error.code == .locked else { throw .git(error) }
            }
        }
        throw .moved(reference: "HEAD")
    }

    private func write(
        _ files: FileChanges, on before: Commit?, message: String, author: Signature,
        in repository: Repository
    ) throws(GitError) -> CommitID? {
        var edit = TreeEdit()
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            if let bytes { try edit.write(bytes, to: path) } else { try edit.delete(path) }
        }
        let tree = try repository.writeTree(edit, on: before?.treeID)
        guard tree != before?.treeID else { return nil }
        let paths = files.keys.sorted()
        if !isBare {
            let conflicts = try repository.checkoutConflicts(
                paths, from: before?.treeID, to: tree)
            guard conflicts.isEmpty else {
                // Said before anything moved, so that nothing has to be taken back.
                try repository.checkout(paths, from: before?.treeID, to: tree)
                return nil
            }
        }
        let commit = try repository.writeCommit(
            tree: tree, parents: before.map { [$0.id] } ?? [], author: author, committer: author,
            message: message.hasSuffix("\n") ? message : message + "\n")
        let reference = try repository.headReferenceName() ?? "HEAD"
        try repository.update(
            reference: reference, to: commit, expected: ExpectedReference(before?.id),
            message: "labfolio: " + (message.split(separator: "\n").first ?? ""))
        if !isBare { try repository.checkout(paths, from: before?.treeID, to: tree) }
        return commit
    }

    /// Writes files into the work tree without a commit, over those that are there.
    public func writeWorkTree(_ files: [String: [UInt8]]) throws(StoreError) {
        guard !isBare else { throw .bare }
        try StoreError.file { () throws(FileError) in
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let file = path + "/" + name
                try FileSource.refuseLinks(on: name, below: path)
                if let folder = FileSystem.parent(of: file) { try FileSystem.makeFolder(folder) }
                try FileSystem.write(bytes, to: file)
            }
        }
    }
}
