internal import Git
internal import RecordModel

/// The commits of a store, as history is searched for what changed in one profile.
///
/// Everything is read with the schemas of today, so that one field has one path throughout.
final class ProfileHistory {
    /// What one commit holds of a profile.
    struct Folder: Equatable {
        let treeID: TreeID
        let sections: [String: BlobID]
    }

    /// One commit and the profile's name in it, which may be another one than today.
    struct Place: Hashable {
        let commitID: CommitID
        let profile: ProfileID
    }

    /// A parent of a commit, and what it holds of the profile.
    struct Parent {
        let commit: Commit
        let place: Place
        let folder: Folder?
    }

    let repository: Repository
    /// What the places of a record expect.
    let shape: Shape
    /// The names of the sections, in the order in which records show them.
    let sectionNames: [String]
    private let versions: SectionVersions
    private var commits: [CommitID: Commit] = [:]
    private var folders: [TreeID: Folder] = [:]
    /// What stands for files that cannot be read: the content in a child of the commit.
    private var standIns: [Place: [String: SectionVersion]] = [:]

    /// Reads history with schemas; without them only whole profiles can be followed.
    init(in repository: Repository, schemas: SchemaSet?, kept: KeptVersions? = nil) {
        self.repository = repository
        shape = schemas?.recordShape ?? .any
        sectionNames = schemas?.sectionNames ?? []
        versions = SectionVersions(in: repository, shape: shape, kept: kept)
    }

    /// How many files were read that no earlier run had kept.
    var readCount: Int { versions.read.count }

    /// Keeps what was read for the next run.
    func keep() { versions.keep() }

    /// Reads a commit; nil where it is not there because the clone is shallow.
    func commit(_ id: CommitID) throws(StoreError) -> Commit? {
        if let known = commits[id] { return known }
        do throws(GitError) {
            let commit = try repository.commit(id)
            commits[id] = commit
            return commit
        } catch {
            guard error.code == .notFound, repository.isShallow else { throw .git(error) }
            return nil
        }
    }

    /// The parents of a commit that are there.
    func parents(of commit: Commit, at place: Place) throws(StoreError) -> [Parent] {
        var parents: [Parent] = []
        for id in commit.parentIDs {
            guard let parent = try self.commit(id) else { continue }
            let profile = try profile(place.profile, of: commit, in: parent)
            parents.append(
                Parent(
                    commit: parent, place: Place(commitID: id, profile: profile),
                    folder: try folder(of: profile, in: parent)))
        }
        return parents
    }

    /// What a commit holds of a profile; nil where it does not have it.
    func folder(of id: ProfileID, in commit: Commit) throws(StoreError) -> Folder? {
        try StoreError.git { () throws(GitError) in
            let path = StoreLayout.folder(of: id)
            guard let tree = try repository.entry(at: path, in: commit.treeID)?.target.treeID
            else { return nil }
            return try folder(tree)
        }
    }

    private func folder(_ tree: TreeID) throws(GitError) -> Folder {
        if let known = folders[tree] { return known }
        var sections: [String: BlobID] = [:]
        for entry in try repository.tree(tree) {
            guard entry.name.hasSuffix(StoreLayout.sectionSuffix),
                let blobID = entry.target.blobID
            else { continue }
            sections[String(entry.name.dropLast(StoreLayout.sectionSuffix.count))] = blobID
        }
        let folder = Folder(treeID: tree, sections: sections)
        folders[tree] = folder
        return folder
    }

    /// Tells whether two commits hold the very same of a section.
    func isSame(
        _ name: String, at place: Place, _ folder: Folder?, and former: Folder?
    ) -> Bool {
        guard standIns[place]?[name] == nil else { return false }
        return former?.treeID == folder?.treeID
            || former?.sections[name] == folder?.sections[name]
    }

    /// Returns a section as a commit holds it: without a file it has nothing in it; nil where the
    /// file cannot be read.
    func section(
        _ name: String, at place: Place, _ folder: Folder?
    ) throws(StoreError) -> SectionVersion? {
        if let standIn = standIns[place]?[name] { return standIn }
        guard let blobID = folder?.sections[name] else { return SectionVersion.empty }
        return try versions.version(blobID, of: name)
    }

    /// Returns a section as a parent of a commit holds it.
    ///
    /// What stands in a file that cannot be read is not known: then nothing has changed, and what
    /// the commit has is compared with the parent's own parents.
    func formerSection(
        _ name: String, at place: Place, _ folder: Folder?, after version: SectionVersion
    ) throws(StoreError) -> SectionVersion {
        if let found = try section(name, at: place, folder) { return found }
        standIns[place, default: [:]][name] = version
        return version
    }

    /// Returns the id that a profile has in a parent of a commit: the same one, or that of a
    /// folder which is gone from the commit and held the same person.
    func profile(
        _ id: ProfileID, of commit: Commit, in parent: Commit
    ) throws(StoreError) -> ProfileID {
        guard try folder(of: id, in: parent) == nil,
            let here = try folder(of: id, in: commit),
            let person = here.sections[Record.personSection]
        else { return id }
        return try StoreError.git { () throws(GitError) in
            guard let before = try profiles(of: parent), let after = try profiles(of: commit) else {
                return id
            }
            let kept = Set(after.map(\.name))
            for entry in before where !kept.contains(entry.name) {
                guard let tree = entry.target.treeID, let name = ProfileID(entry.name),
                    try folder(tree).sections[Record.personSection] == person
                else { continue }
                return name
            }
            return id
        }
    }

    private func profiles(of commit: Commit) throws(GitError) -> [TreeEntry]? {
        guard
            let tree = try repository.entry(at: StoreLayout.profiles, in: commit.treeID)?.target
                .treeID
        else { return nil }
        return try repository.tree(tree)
    }
}
