internal import Git

/// Finds the files in which two trees differ, by their ids alone.
enum TreeComparison {
    /// Returns the paths of the files that are in one tree and not the same in the other, in the
    /// order of git.
    static func paths(
        from before: TreeID?, to after: TreeID?, in repository: Repository
    ) throws(GitError) -> [String] {
        var paths: [String] = []
        try compare(before, after, "", &paths, in: repository)
        return paths.sorted()
    }

    private static func compare(
        _ before: TreeID?, _ after: TreeID?, _ folder: String, _ paths: inout [String],
        in repository: Repository
    ) throws(GitError) {
        guard before != after else { return }
        var old: [String: TreeEntry.Target] = [:]
        if let before {
            for entry in try repository.tree(before) { old[entry.name] = entry.target }
        }
        var new: [String: TreeEntry.Target] = [:]
        if let after {
            for entry in try repository.tree(after) { new[entry.name] = entry.target }
        }
        for name in Set(old.keys).union(new.keys) where old[name] != new[name] {
            let path = folder + name
            try compare(old[name]?.treeID, new[name]?.treeID, path + "/", &paths, in: repository)
            let isFile = [old[name], new[name]].contains { $0 != nil && $0?.treeID == nil }
            if isFile { paths.append(path) }
        }
    }
}
