internal import Formats
public import Git
public import RecordModel

/// An import as the history keeps it.
public struct ImportedCommit: Sendable {
    /// The commit that holds the record as it was imported.
    public let id: CommitID
    /// Where the record came from.
    public let source: String
}

extension Store {
    /// The line of a commit's message that says which profile was imported from where.
    private static let trailer = "Imported-From: "

    /// Returns the message of a commit that imports some profiles, with the lines that tell a
    /// later import what to compare with.
    public static func importMessage(
        _ title: String, of sources: [(profile: ProfileID, source: String)]
    ) -> String {
        let lines = sources.map { "\(trailer)\($0.profile) \($0.source)" }
        return title + "\n\n" + lines.joined(separator: "\n") + "\n"
    }

    /// Returns the newest import of a profile that HEAD leads to; nil where there is none.
    ///
    /// The history itself is the memory: no file beside the records has to be kept in step.
    public func lastImport(of id: ProfileID) throws(StoreError) -> ImportedCommit? {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) -> ImportedCommit? in
            guard let head = try repository.headCommitID() else { return nil }
            let walk = try repository.walk(from: head)
            while let next = try walk.next() {
                let message = try repository.commit(next).message
                guard let source = Self.source(of: id, in: message) else { continue }
                return ImportedCommit(id: next, source: source)
            }
            return nil
        }
    }

    private static func source(of id: ProfileID, in message: String) -> String? {
        guard message.contains(trailer) else { return nil }
        for line in message.split(separator: "\n") where line.hasPrefix(trailer) {
            let rest = line.dropFirst(trailer.count)
            let parts = rest.split(separator: " ", maxSplits: 1)
            if parts.count == 2, parts[0] == id.text[...] { return String(parts[1]) }
        }
        return nil
    }

    /// Writes a commit that holds a profile as it was imported now, on top of its last import.
    ///
    /// No reference names it yet: merged into the branch, it brings what changed in the source
    /// since then, and the edits that people made to the record stay.
    ///
    /// - Parameters:
    ///   - files: All files of the profile.
    ///   - id: The profile.
    ///   - last: Its last import.
    ///   - message: The message of the commit.
    ///   - author: Who imports.
    /// - Returns: The commit; nil where the source says what it said before.
    /// - Throws: What the repository failed at.
    public func commitImport(
        _ files: [String: [UInt8]], of id: ProfileID, after last: ImportedCommit,
        message: String, author: Signature
    ) throws(StoreError) -> CommitID? {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) -> CommitID? in
            let before = try repository.commit(last.id).treeID
            var changes: FileChanges = [:]
            for path in try Self.paths(below: StoreLayout.folder(of: id), in: before, repository) {
                changes[path] = .some(nil)
            }
            for (path, bytes) in files { changes[path] = .some(bytes) }
            let draft = CommitDraft(message: message, files: changes)
            let tree = try repository.writeTree(draft, on: before)
            guard tree != before else { return nil }
            return try repository.writeCommit(
                tree: tree, parents: [last.id], author: author, committer: author,
                message: message)
        }
    }

    private static func paths(
        below folder: String, in tree: TreeID, _ repository: Repository
    ) throws(GitError) -> [String] {
        guard let id = try repository.entry(at: folder, in: tree)?.target.treeID else { return [] }
        var paths: [String] = []
        for entry in try repository.tree(id) {
            let path = folder + "/" + entry.name
            if entry.target.treeID != nil {
                paths += try Self.paths(below: path, in: tree, repository)
            } else {
                paths.append(path)
            }
        }
        return paths
    }
}
