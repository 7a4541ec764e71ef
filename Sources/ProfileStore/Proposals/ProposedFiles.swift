internal import Formats
public import Git
public import RecordModel

/// Changes to a store's files that somebody wants to propose, and the commit they are made on.
public struct ProposedFiles: Sendable {
    /// The files, on top of `base`.
    public let files: Store.FileChanges
    /// The commit that the changes are made on.
    public let base: Commit

    /// The profiles that would change.
    public var profiles: [String] { Self.profiles(in: files.keys) }

    /// The names of the profiles that paths belong to, each once and in order.
    static func profiles(in paths: some Sequence<String>) -> [String] {
        let names = paths.compactMap { path -> String? in
            let parts = path.split(separator: "/", maxSplits: 2)
            guard parts.count == 3, parts[0] == StoreLayout.profiles else { return nil }
            return String(parts[1])
        }
        return Set(names).sorted()
    }
}

extension Store {
    /// Returns what is changed in the work tree since the last commit, in records, schemas and
    /// `labfolio.yml`; new files count, files that git ignores do not.
    ///
    /// - Parameter profiles: The profiles to look at; none means the whole store.
    /// - Returns: The files, with `nil` for those that are gone.
    /// - Throws: `bare`, `noCommits`, `proposal(.nothingToPropose)`, or what the world failed at.
    public func changesToPropose(
        of profiles: [ProfileID] = []
    ) throws(StoreError) -> ProposedFiles {
        guard !isBare else { throw .bare }
        let repository = try repository()
        let base = try newestCommit(in: repository)
        let places =
            profiles.isEmpty
            ? [StoreLayout.profiles, StoreLayout.schemas, StoreLayout.configuration]
            : profiles.map(StoreLayout.folder(of:))
        let paths = try StoreError.git { () throws(GitError) in
            try repository.workTreeChanges(since: base.treeID, below: places)
        }
        let source = FileSource.workTree(at: path)
        var files: FileChanges = [:]
        for path in paths {
            files[path] = .some(try source.bytes(path, StoreLayout.assetLimit))
        }
        guard !files.isEmpty else { throw .proposal(.nothingToPropose) }
        return ProposedFiles(files: files, base: base)
    }

    /// Returns what a patch, as `git diff` writes one, makes of the newest commit.
    ///
    /// - Parameters:
    ///   - patch: The bytes of the patch.
    ///   - profiles: The profiles that it may change; none means that it may change any.
    /// - Returns: The files, with `nil` for those that are gone.
    /// - Throws: `proposal(.patch)`, `proposal(.foreignFile)`, `noCommits`.
    public func changes(
        of patch: [UInt8], profiles: [ProfileID] = []
    ) throws(StoreError) -> ProposedFiles {
        let repository = try repository()
        let base = try newestCommit(in: repository)
        let patched: PatchedFiles
        do throws(GitError) {
            patched = try repository.apply(patch: patch, to: base.treeID)
        } catch {
            guard error.code == .invalid else { throw .git(error) }
            throw .proposal(.patch(error.message))
        }
        let places =
            profiles.isEmpty
            ? [StoreLayout.profiles + "/", StoreLayout.schemas + "/", StoreLayout.configuration]
            : profiles.map { StoreLayout.folder(of: $0) + "/" }
        var files: FileChanges = [:]
        for (path, target) in patched.targets {
            let isOurs = places.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
            guard isOurs else { throw .proposal(.foreignFile(path)) }
            guard let target else {
                files[path] = .some(nil)
                continue
            }
            // A link could lead out of the store.
            guard let blob = target.blobID else { throw .proposal(.foreignFile(path)) }
            files[path] = try StoreError.git { () throws(GitError) in
                try repository.blob(blob, limit: StoreLayout.assetLimit)
            }
        }
        guard !files.isEmpty else { throw .proposal(.nothingToPropose) }
        return ProposedFiles(files: files, base: base)
    }

    /// Returns changes that were made on a commit, to be proposed.
    ///
    /// - Throws: `proposal(.nothingToPropose)` where there are none, `noCommits` where the snapshot is
    ///   none of a commit.
    public func changes(
        _ files: FileChanges, on snapshot: Snapshot
    ) throws(StoreError) -> ProposedFiles {
        guard let id = snapshot.commitID else { throw .noCommits }
        guard !files.isEmpty else { throw .proposal(.nothingToPropose) }
        let repository = try repository()
        let base = try StoreError.git { () throws(GitError) in try repository.commit(id) }
        return ProposedFiles(files: files, base: base)
    }

    private func newestCommit(in repository: Repository) throws(StoreError) -> Commit {
        let found = try StoreError.git { () throws(GitError) -> Commit? in
            guard let head = try repository.headCommitID() else { return nil }
            return try repository.commit(head)
        }
        guard let found else { throw .noCommits }
        return found
    }
}
