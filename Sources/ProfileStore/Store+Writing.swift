internal import Formats
public import Git
internal import RecordModel

extension Store {
    /// The files to write in one commit: bytes by their path from the store's root, nil to remove.
    public typealias FileChanges = [String: [UInt8]?]

    /// Commits changes to files on a branch, and brings the work tree along where it shows that
    /// branch.
    ///
    /// The objects are written first; then the one reference moves from the commit that was read
    /// to the new one, if it still names that commit. `changes` is asked again on top of a winner,
    /// up to `attempts` times, so that two writers of different files both succeed.
    ///
    /// - Parameters:
    ///   - reference: The whole name of the branch, as `refs/heads/main`; nil is what HEAD names.
    ///   - start: The commit that a branch which is not there yet begins with.
    ///   - others: The further parents of the commit; with some it is made even if no file changes.
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
        to reference: String? = nil, startingAt start: CommitID? = nil,
        mergedWith others: [CommitID] = [], message: String, author: Signature,
        attempts: Int = 64, _ changes: (Snapshot?) throws(StoreError) -> FileChanges
    ) throws(StoreError) -> CommitID? {
        try commit(to: reference, startingAt: start, author: author, attempts: attempts) {
            snapshot throws(StoreError) in
            CommitDraft(message: message, files: try changes(snapshot), mergedWith: others)
        }
    }

    /// Commits a draft on a branch, in the same way: for a message or parents that depend on what
    /// the commit comes on top of.
    ///
    /// - Parameters:
    ///   - reference: The whole name of the branch; nil is what HEAD names.
    ///   - start: The commit that a branch which is not there yet begins with.
    ///   - author: Who made the change.
    ///   - committer: Who makes the commit; nil is the author.
    ///   - attempts: How often a lost race is run again.
    ///   - draft: Returns what to commit on top of a snapshot, which is nil where there is no
    ///     commit yet; nil means that there is nothing to do.
    /// - Returns: The new commit, nil where there was nothing to change.
    /// - Throws: As the other one does.
    @discardableResult
    public func commit(
        to reference: String? = nil, startingAt start: CommitID? = nil, author: Signature,
        committer: Signature? = nil, attempts: Int = 64,
        draft: (Snapshot?) throws(StoreError) -> CommitDraft?
    ) throws(StoreError) -> CommitID? {
        let repository = try repository()
        for round in 0..<max(1, attempts) {
            let branch = try StoreError.git { () throws(GitError) in
                try Target(reference, startingAt: start, of: self, in: repository)
            }
            let draft = try draft(
                branch.parent.map { commit throws(StoreError) in
                    try Snapshot(of: self, origin: .commit(commit.id, tree: commit.treeID))
                })
            guard let draft else { return nil }
            let written: (commit: CommitID, tree: TreeID)?
            do throws(GitError) {
                written = try write(
                    draft, to: branch, author: author, committer: committer ?? author,
                    in: repository)
            } catch {
                if error.code == .conflict { throw .changedFiles([error.subject]) }
                guard error.code == .moved || error.code == .locked else { throw .git(error) }
                FileSystem.waitForOthers(round: round)
                continue
            }
            if branch.isCheckedOut, let written {
                try bringAlong(
                    draft.paths, from: branch.parent?.treeID, to: written.tree,
                    in: repository)
            }
            return written?.commit
        }
        throw .moved(reference: reference ?? "HEAD")
    }

    /// A branch as it was read, which is to move.
    private struct Target {
        /// What moves.
        let reference: String
        /// The commit that it is expected to name still.
        let expected: ExpectedReference
        /// The commit that the new one comes on top of.
        let parent: Commit?
        /// Whether the work tree shows the branch.
        let isCheckedOut: Bool

        init(
            _ name: String?, startingAt start: CommitID?, of store: Store,
            in repository: Repository
        ) throws(GitError) {
            let head = try repository.headReferenceName()
            reference = name ?? head ?? "HEAD"
            isCheckedOut = !store.isBare && (name == nil || name == head)
            let tip = try repository.commitID(ofReference: reference)
            expected = ExpectedReference(tip)
            parent = try (tip ?? start).map { id throws(GitError) in try repository.commit(id) }
        }
    }

    private func write(
        _ draft: CommitDraft, to branch: Target, author: Signature, committer: Signature,
        in repository: Repository
    ) throws(GitError) -> (commit: CommitID, tree: TreeID)? {
        let before = branch.parent
        let tree = try repository.writeTree(draft, on: before?.treeID)
        guard tree != before?.treeID || !draft.mergedWith.isEmpty else { return nil }
        if branch.isCheckedOut {
            let conflicts = try repository.checkoutConflicts(
                draft.paths, from: before?.treeID, to: tree)
            guard conflicts.isEmpty else {
                // Said before anything moved, so that nothing has to be taken back.
                try repository.checkout(draft.paths, from: before?.treeID, to: tree)
                return nil
            }
        }
        var message = draft.message
        if !message.hasSuffix("\n") { message += "\n" }
        let commit = try writeCommit(
            tree: tree, parents: (before.map { [$0.id] } ?? []) + draft.mergedWith,
            author: author, committer: committer, message: message, in: repository)
        try repository.update(
            reference: branch.reference, to: commit, expected: branch.expected,
            message: "labfolio: " + (message.split(separator: "\n").first ?? ""))
        return (commit, tree)
    }

    /// Brings the work tree along once the branch has moved.
    ///
    /// The commit is made, so an index that another process holds is waited for: giving up would
    /// leave files that look as if somebody had changed them back.
    func bringAlong(
        _ paths: [String], from before: TreeID?, to after: TreeID, in repository: Repository
    ) throws(StoreError) {
        let isPlaced = try place(paths, from: before, to: after, in: repository)
        try whenUnlocked { () throws(GitError) in
            try repository.checkout(paths, from: before, to: after, isChecked: isPlaced)
        }
    }

    /// Does something with the index as soon as no other process holds it.
    private func whenUnlocked<Result>(
        _ work: () throws(GitError) -> Result
    ) throws(StoreError) -> Result {
        var round = 0
        while true {
            do throws(GitError) { return try work() } catch {
                guard error.code == .locked, round < 1_000 else { throw .git(error) }
                FileSystem.waitForOthers(round: round)
                round += 1
            }
        }
    }

    /// Writes files of a tree beside their places in the work tree and moves them there.
    ///
    /// libgit2 writes a file where it stands, so a kill could leave half of one. Where somebody
    /// has changed a file nothing is written, which is told; the checkout that follows says why.
    private func place(
        _ paths: [String], from before: TreeID?, to after: TreeID, in repository: Repository
    ) throws(StoreError) -> Bool {
        let conflicts = try whenUnlocked { () throws(GitError) in
            try repository.checkoutConflicts(paths, from: before, to: after)
        }
        guard conflicts.isEmpty else { return false }
        for name in paths {
            let found = try StoreError.git { () throws(GitError) -> (BlobID, Bool)? in
                switch try repository.entry(at: name, in: after)?.target {
                case .blob(let id): (id, false)
                case .executable(let id): (id, true)
                default: nil
                }
            }
            guard let (id, isExecutable) = found else { continue }
            let bytes = try StoreError.git { () throws(GitError) in
                try repository.blob(id, limit: .max)
            }
            let file = path + "/" + name
            try StoreError.file { () throws(FileError) in
                if let folder = FileSystem.parent(of: file) { try FileSystem.makeFolder(folder) }
                try FileSystem.write(bytes, to: file, isExecutable: isExecutable)
            }
        }
        return true
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
