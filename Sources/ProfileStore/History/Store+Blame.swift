internal import Git
public import RecordModel

extension Store {
    /// Returns who set the fields of a profile to the values that they have.
    ///
    /// A field stays with the commit that gave it its value while it moves within its list, while
    /// its entry gets another id, and through merges that took it as it was; a value that a merge
    /// made of both sides is the merge's. Files that could not be read at some commit are passed
    /// over.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - path: A field, an entry or a section; the whole record where none is given.
    ///   - start: The commit as of which the fields are asked about.
    /// - Returns: All fields at or within the path, in the record's order.
    /// - Throws: `noCommits`, `unknownRevision`, `unknownProfile`, or what the repository failed
    ///   at.
    public func blame(
        of id: ProfileID, field path: FieldPath = .root, from start: String = "HEAD"
    ) throws(StoreError) -> [FieldBlame] {
        let repository = try repository()
        let startID = try commitID(of: start, in: repository)
        let snapshot = try snapshot(at: .commit(startID.description))
        _ = try snapshot.profileID(id.text)
        let history = history(of: id, in: repository, as: snapshot)
        defer { history.keep() }
        guard let commit = try history.commit(startID) else { return [] }
        return try history.blame(of: id, field: path, in: commit)
    }
}

extension ProfileHistory {
    /// Returns who set the fields of a profile, as of a commit.
    func blame(
        of id: ProfileID, field path: FieldPath, in commit: Commit
    ) throws(StoreError) -> [FieldBlame] {
        guard let folder = try folder(of: id, in: commit) else { return [] }
        let place = Place(commitID: commit.id, profile: id)
        var walk = BlameWalk(self)
        for name in sectionNames where folder.sections[name] != nil {
            guard path.steps.isEmpty || path.steps[0] == name,
                let version = try section(name, at: place, folder)
            else { continue }
            walk.add(version, section: name, within: path)
        }
        walk.start(at: commit, place)
        try walk.run()
        return walk.result
    }
}
