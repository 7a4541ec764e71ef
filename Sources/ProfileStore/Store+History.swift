public import Git
public import RecordModel

extension Store {
    /// Returns the commits that changed a profile, newest first; those that changed any profile
    /// where no id is given.
    ///
    /// With a field path, only those commits count after which the field had another value than
    /// before; a merge counts where the field differs from that of its first parent.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - path: A field of its record.
    ///   - start: The commit to begin at.
    ///   - limit: The number of commits that are returned at most.
    /// - Returns: The commits.
    /// - Throws: `noCommits`, `unknownRevision`, or what the repository failed at.
    public func log(
        of id: ProfileID? = nil, field path: FieldPath? = nil, from start: String = "HEAD",
        limit: Int = .max
    ) throws(StoreError) -> [Commit] {
        let repository = try repository()
        let startID = try commitID(of: start, in: repository)
        let folder = id.map(StoreLayout.folder(of:)) ?? StoreLayout.profiles
        // A field lies in one section's file, whose history is shorter than the profile's.
        let file = path?.steps.first.map { folder + "/" + $0 + StoreLayout.sectionSuffix }
        let history = try StoreError.git { () throws(GitError) in
            try repository.history(of: file ?? folder, from: startID)
        }
        var commits: [Commit] = []
        while commits.count < limit {
            guard
                let next = try StoreError.git({ () throws(GitError) in try history.next() })
            else { break }
            let commit = try StoreError.git { () throws(GitError) in try repository.commit(next) }
            if let id, let path, try !changes(commit, id, path, in: repository) { continue }
            commits.append(commit)
        }
        return commits
    }

    /// Tells whether a field has another value after a commit than before it.
    private func changes(
        _ commit: Commit, _ id: ProfileID, _ path: FieldPath, in repository: Repository
    ) throws(StoreError) -> Bool {
        let after = try value(of: commit, id, path)
        guard let parent = commit.parentIDs.first else { return after != nil }
        let before = try StoreError.git { () throws(GitError) in try repository.commit(parent) }
        return try value(of: before, id, path) != after
    }

    private func value(
        of commit: Commit, _ id: ProfileID, _ path: FieldPath
    ) throws(StoreError) -> Value? {
        let snapshot = try Snapshot(of: self, origin: .commit(commit.id, tree: commit.treeID))
        guard let section = path.steps.first else { return nil }
        let content = try snapshot.reader().section(section, of: id)
        return Value.mapping(Mapping(section, content ?? .null))
            .value(at: path, shape: snapshot.schemas.recordShape)
    }
}

extension Mapping {
    fileprivate init(_ key: String, _ value: Value) {
        self.init()
        self[key] = value
    }
}
