internal import Formats
public import Git
internal import RecordModel

extension Store {
    /// Moves the branch of HEAD forward to a commit that it leads to, and the work tree with it.
    ///
    /// - Parameters:
    ///   - theirs: The commit to move to.
    ///   - ours: The commit that the branch is expected to name.
    ///   - message: What the reference's log says.
    /// - Throws: `moved`, `changedFiles`, or what the repository failed at.
    public func fastForward(
        to theirs: CommitID, from ours: CommitID, message: String
    ) throws(StoreError) {
        let repository = try repository()
        let trees = try StoreError.git { () throws(GitError) in
            (try repository.commit(ours).treeID, try repository.commit(theirs).treeID)
        }
        let paths = try StoreError.git { () throws(GitError) in
            var comparison = TreeMerging(in: repository)
            try comparison.compare(base: trees.0, ours: trees.0, theirs: trees.1)
            return Set(comparison.taken.map(\.path)).sorted()
        }
        if !isBare { try refuseChanges(in: paths, from: trees.0, to: trees.1, repository) }
        do throws(GitError) {
            try repository.update(
                reference: try repository.headReferenceName() ?? "HEAD", to: theirs,
                expected: .at(ours), message: message)
        } catch {
            if error.code == .moved { throw .moved(reference: "HEAD") }
            throw .git(error)
        }
        if !isBare { try bringAlong(paths, from: trees.0, to: trees.1, in: repository) }
    }

    /// The commit that a merge which is not finished merges, nil where none is under way.
    public func unfinishedMerge() throws(StoreError) -> CommitID? {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            try repository.commitID(ofReference: "MERGE_HEAD")
        }
    }

    /// Leaves a merge with conflicts to a person, in the state that git leaves it in: what could be
    /// merged is staged, the disputed files hold markers, and `git commit` ends the merge.
    ///
    /// What says that a merge is under way comes first, so that `git merge --abort` mends whatever
    /// a killed run leaves.
    ///
    /// - Parameters:
    ///   - merge: The merge.
    ///   - message: The message that the commit is to have.
    /// - Throws: `bare`; `changedFiles` where something is staged, or a file that is to be written
    ///   was changed by hand.
    public func begin(_ merge: StoreMerge, message: String) throws(StoreError) {
        guard !isBare else { throw .bare }
        let repository = try repository()
        let staged = try StoreError.git { () throws(GitError) in
            try repository.stagedPaths(since: merge.ours)
        }
        guard staged.isEmpty else { throw .changedFiles(staged) }
        let (before, after, paths) = try StoreError.git { () throws(GitError) in
            let before = try repository.commit(merge.ours).treeID
            var draft = merge.draft(message: message)
            for file in merge.conflicted { Self.show(file, in: &draft) }
            return (before, try repository.writeTree(draft, on: before), draft.paths)
        }
        try refuseChanges(in: paths, from: before, to: after, repository)
        let folder = repository.gitDirectoryPath
        let names = merge.conflicted.map { "#\t\($0.path)\n" }.joined()
        let files = [
            ("ORIG_HEAD", "\(merge.ours)\n"), ("MERGE_HEAD", "\(merge.theirs)\n"),
            ("MERGE_MODE", ""), ("MERGE_MSG", message + "\n# Conflicts:\n" + names),
        ]
        try StoreError.file { () throws(FileError) in
            for (name, text) in files {
                try FileSystem.write(Array(text.utf8), to: folder + "/" + name)
            }
        }
        try bringAlong(paths, from: before, to: after, in: repository)
        try StoreError.git { () throws(GitError) in
            try repository.stage(
                merge.conflicted.map {
                    IndexConflict(
                        path: $0.path, base: $0.base?.asFile, ours: $0.ours?.asFile,
                        theirs: $0.theirs?.asFile)
                })
        }
    }

    /// Goes back to the state before a merge that was left to a person.
    ///
    /// Everything that is staged or in conflict is the merge's: there was nothing before.
    ///
    /// - Returns: False where no merge is under way.
    /// - Throws: What the repository or the file system failed at.
    public func abortMerge() throws(StoreError) -> Bool {
        guard !isBare else { throw .bare }
        guard try unfinishedMerge() != nil else { return false }
        let repository = try repository()
        let absent = try StoreError.git { () throws(GitError) -> [String] in
            guard let head = try repository.headCommitID() else { return [] }
            let staged = try repository.stagedPaths(since: head)
            let unmerged = try repository.indexEntries().filter { $0.stage > 0 }.map(\.path)
            let tree = try repository.commit(head).treeID
            return try repository.overwrite(Set(staged + unmerged).sorted(), with: tree)
        }
        try StoreError.file { () throws(FileError) in
            for path in absent {
                try FileSource.refuseLinks(on: path, below: self.path)
                if try FileSystem.kind(at: self.path + "/" + path) != nil {
                    try FileSystem.remove(self.path + "/" + path)
                }
                // A folder that the merge brought goes with its last file; one with others stays.
                var folder = path
                while let slash = folder.lastIndex(of: "/") {
                    folder = String(folder[..<slash])
                    guard (try? FileSystem.remove(self.path + "/" + folder)) != nil else { break }
                }
            }
            for name in ["MERGE_HEAD", "MERGE_MODE", "MERGE_MSG"] {
                let file = repository.gitDirectoryPath + "/" + name
                if try FileSystem.kind(at: file) != nil { try FileSystem.remove(file) }
            }
        }
        return true
    }

    /// Puts what a person gets to see of a file into what is written.
    private static func show(_ file: FileMerge, in draft: inout CommitDraft) {
        let marked: [UInt8]?
        switch file.outcome {
        case .section(let merge):
            marked = file.ours == nil || file.theirs == nil ? nil : merge.marked
        case .conflict(_, let text): marked = text
        case .lines, .taken: return
        }
        if let marked {
            draft.files[file.path] = marked
            draft.objects[file.path] = nil
        } else if let theirs = file.theirs, file.ours == nil, theirs.treeID == nil {
            draft.objects[file.path] = theirs
        }
    }

    /// Throws where files that are to be written have changes of their own.
    private func refuseChanges(
        in paths: [String], from before: TreeID, to after: TreeID, _ repository: Repository
    ) throws(StoreError) {
        let conflicts = try StoreError.git { () throws(GitError) in
            try repository.checkoutConflicts(paths, from: before, to: after)
        }
        guard conflicts.isEmpty else { throw .changedFiles(conflicts.sorted()) }
    }
}

extension TreeEntry.Target {
    /// The same, nil for a folder: the index knows files only.
    fileprivate var asFile: TreeEntry.Target? { treeID == nil ? self : nil }
}
