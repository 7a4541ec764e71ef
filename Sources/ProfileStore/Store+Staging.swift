internal import Git
public import RecordModel

/// What the next commit would change in a store.
public struct StagedChanges: Sendable {
    /// The paths that would change, from the store's root.
    public let paths: [String]
    /// The profiles that would change and still be there.
    public let profiles: Set<ProfileID>
    /// Whether it would change what every profile is checked with.
    public let touchesAll: Bool

    /// Tells whether a file would change, or one in a folder.
    public func contains(_ path: String) -> Bool {
        paths.contains { $0 == path || $0.hasPrefix(path + "/") }
    }
}

extension Store {
    /// Returns what is staged.
    public func stagedChanges() throws(StoreError) -> StagedChanges {
        guard !isBare else { throw .bare }
        let repository = try repository()
        let indexFile = indexFile
        let paths = try StoreError.git { () throws(GitError) in
            try repository.stagedPaths(
                since: try repository.headCommitID(), indexFile: indexFile)
        }
        var profiles: Set<ProfileID> = []
        var touchesAll = false
        for path in paths {
            let parts = path.split(separator: "/")
            switch parts.first.map(String.init) {
            case StoreLayout.profiles where parts.count > 2:
                if let id = ProfileID(String(parts[1])) { profiles.insert(id) }
            case StoreLayout.schemas, StoreLayout.configuration: touchesAll = true
            default: break
            }
        }
        return StagedChanges(paths: paths, profiles: profiles, touchesAll: touchesAll)
    }

    /// The folder in which git looks for the hooks of the store.
    public func hooksPath() throws(StoreError) -> String {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in try repository.hooksPath() }
    }
}
