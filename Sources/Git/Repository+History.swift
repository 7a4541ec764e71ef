internal import CGit2

extension Repository {
    /// Walks history from a commit, leaving out what the excluded commits lead to.
    public func walk(
        from start: CommitID, excluding excluded: [CommitID] = [],
        parents: CommitWalk.Parents = .all
    ) throws(GitError) -> CommitWalk {
        try CommitWalk(in: self, from: start, excluding: excluded, parents: parents)
    }

    /// Returns the commits that changed a path, one at a time.
    public func history(of path: String, from start: CommitID) throws(GitError) -> PathHistory {
        try PathHistory(of: path, in: self, from: start)
    }

    /// Returns the commits that changed a path, newest first, at most `limit` of them.
    public func log(
        path: String, from start: CommitID, limit: Int = .max
    ) throws(GitError) -> [Commit] {
        let history = try history(of: path, from: start)
        var commits: [Commit] = []
        while commits.count < limit, let id = try history.next() { commits.append(try commit(id)) }
        return commits
    }

    /// Returns the best common ancestors of two commits, the first as good as any; none when the
    /// two have no history in common.
    public func mergeBases(of ours: CommitID, and theirs: CommitID) throws(GitError) -> [CommitID] {
        var ours = ours.raw
        var theirs = theirs.raw
        var found = git_oidarray()
        let subject = "commits \(CommitID(ours)) and \(CommitID(theirs))"
        defer { git_oidarray_dispose(&found) }
        guard
            try checkFound(
                "git_merge_bases", on: subject,
                git_merge_bases(&found, handle.pointer, &ours, &theirs))
        else { return [] }
        return UnsafeBufferPointer(start: found.ids, count: found.count).map { CommitID($0) }
    }

    /// Tells whether a commit can be reached from another one, or is that one.
    public func isAncestor(_ ancestor: CommitID, of descendant: CommitID) throws(GitError) -> Bool {
        if ancestor == descendant { return true }
        var above = ancestor.raw
        var below = descendant.raw
        let status = git_graph_descendant_of(handle.pointer, &below, &above)
        try check("git_graph_descendant_of", on: "commit \(descendant)", status)
        return status == 1
    }
}
