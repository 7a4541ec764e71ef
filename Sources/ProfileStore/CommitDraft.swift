public import Git

/// What one commit is to be, on top of the commit that it is asked for.
public struct CommitDraft: Sendable {
    /// The message.
    public var message: String
    /// The files that differ from those of the first parent.
    public var files: Store.FileChanges
    /// What is taken from another commit as it is there, with its mode, by its path.
    public var objects: [String: TreeEntry.Target] = [:]
    /// Which of the files that are written may be run; the others keep what they were.
    public var executables: [String: Bool] = [:]
    /// The commits whose changes are in it besides those of the first parent.
    public var mergedWith: [CommitID]

    /// Makes a draft.
    public init(message: String, files: Store.FileChanges, mergedWith: [CommitID] = []) {
        self.message = message
        self.files = files
        self.mergedWith = mergedWith
    }

    /// The files that the commit may change.
    var paths: [String] { (Array(files.keys) + objects.keys).sorted() }
}

extension Repository {
    /// Writes the tree of a draft on top of another one.
    func writeTree(_ draft: CommitDraft, on before: TreeID?) throws(GitError) -> TreeID {
        var edit = TreeEdit()
        for (path, bytes) in draft.files.sorted(by: { $0.key < $1.key }) {
            guard let bytes else {
                try edit.delete(path)
                continue
            }
            if let isExecutable = draft.executables[path] {
                let id = try writeBlob(bytes)
                try edit.put(isExecutable ? .executable(id) : .blob(id), at: path)
            } else {
                try edit.write(bytes, to: path)
            }
        }
        for (path, target) in draft.objects { try edit.put(target, at: path) }
        return try writeTree(edit, on: before)
    }
}
