public import Git
public import RecordModel

extension Store {
    /// Returns the commits that changed a profile, newest first; those that changed any profile
    /// where no id is given.
    ///
    /// With a field path, only those commits count after which the field had another value than
    /// in every parent. A field is followed to the name that its entry had before, a profile to
    /// the name that its folder had.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - path: A section, an entry or a field of its record.
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
        guard let id else {
            return try StoreError.git { () throws(GitError) in
                try repository.log(path: StoreLayout.profiles, from: startID, limit: limit)
            }
        }
        // Which files a commit changed is told without reading any.
        let history =
            path == nil
            ? ProfileHistory(in: repository, schemas: nil)
            : self.history(
                of: id, in: repository, as: try snapshot(at: .commit(startID.description)))
        guard let first = try history.commit(startID) else { return [] }
        var walk = LogWalk(history, from: first, id, path ?? .root)
        var commits: [Commit] = []
        while commits.count < limit, let stop = try walk.next() { commits.append(stop.commit) }
        history.keep()
        return commits
    }
}
