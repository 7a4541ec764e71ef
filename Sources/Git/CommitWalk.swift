internal import CGit2

/// A walk through history, newest first, in which every commit comes before its parents.
public final class CommitWalk {
    /// Which parents of a merge a walk goes on to.
    public enum Parents: Sendable {
        /// All of them.
        case all
        /// Only the first: the line the merges were made on.
        case first
    }

    private let repository: Repository
    private let walk: GitObject

    init(
        in repository: Repository, from start: CommitID, excluding excluded: [CommitID],
        parents: Parents
    ) throws(GitError) {
        self.repository = repository
        walk = try GitObject("git_revwalk_new", on: "commit \(start)", free: git_revwalk_free) {
            git_revwalk_new(&$0, repository.handle.pointer)
        }
        let sorting = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
        try check(
            "git_revwalk_sorting", on: "walk", git_revwalk_sorting(walk.pointer, sorting))
        if parents == .first {
            try check(
                "git_revwalk_simplify_first_parent", on: "walk",
                git_revwalk_simplify_first_parent(walk.pointer))
        }
        var raw = start.raw
        try check(
            "git_revwalk_push", on: "commit \(start)", git_revwalk_push(walk.pointer, &raw))
        for id in excluded {
            var raw = id.raw
            try check(
                "git_revwalk_hide", on: "commit \(id)", git_revwalk_hide(walk.pointer, &raw))
        }
    }

    /// Returns the next commit; nil at the end.
    ///
    /// Throws when an object cannot be read, which is not the end.
    public func next() throws(GitError) -> CommitID? {
        var raw = git_oid()
        let status = git_revwalk_next(&raw, walk.pointer)
        if status == GIT_ITEROVER.rawValue { return nil }
        try check("git_revwalk_next", on: repository.gitDirectoryPath, status)
        return CommitID(raw)
    }
}
