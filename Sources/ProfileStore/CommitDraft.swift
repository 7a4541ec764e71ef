public import Git

/// What one commit is to be, on top of the commit that it is asked for.
public struct CommitDraft: Sendable {
    /// The message.
    public var message: String
    /// The files that differ from those of the first parent.
    public var files: Store.FileChanges
    /// What is taken from another commit as it is there, with its mode, by its path.
    public var objects: [String: TreeEntry.Target] = [:]
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
