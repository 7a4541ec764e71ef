internal import CGit2

/// A path at which two trees hold something else.
public struct TreeDifference: Hashable, Sendable {
    /// The path, its parts separated by `/`; never that of a folder.
    public let path: String
    /// What is there in the tree before; nil when there is nothing.
    public let before: TreeEntry.Target?
    /// What is there in the tree after; nil when there is nothing.
    public let after: TreeEntry.Target?
}

extension Repository {
    /// Returns the paths at which two trees hold different files, links or submodules.
    ///
    /// Folders of the same ID are not looked into, so that a small change in a large tree costs
    /// little. A file that becomes a folder is a path that is gone and others that are new. Nil
    /// stands for a tree with nothing in it.
    public func differences(
        from before: TreeID?, to after: TreeID?
    ) throws(GitError) -> [TreeDifference] {
        var differences: [TreeDifference] = []
        try compare(before, after, at: "", &differences)
        return differences
    }

    private func compare(
        _ before: TreeID?, _ after: TreeID?, at folder: String,
        _ differences: inout [TreeDifference]
    ) throws(GitError) {
        guard before != after else { return }
        var old: [String: TreeEntry.Target] = [:]
        if let before { for entry in try tree(before) { old[entry.name] = entry.target } }
        for entry in try after.map({ id throws(GitError) in try tree(id) }) ?? [] {
            let was = old.removeValue(forKey: entry.name)
            try note(was, entry.target, at: folder + entry.name, &differences)
        }
        for (name, target) in old.sorted(by: { $0.key < $1.key }) {
            try note(target, nil, at: folder + name, &differences)
        }
    }

    private func note(
        _ before: TreeEntry.Target?, _ after: TreeEntry.Target?, at path: String,
        _ differences: inout [TreeDifference]
    ) throws(GitError) {
        guard before != after else { return }
        try compare(before?.treeID, after?.treeID, at: path + "/", &differences)
        let (file, other) = (before?.withoutTree, after?.withoutTree)
        guard file != other else { return }
        differences.append(TreeDifference(path: path, before: file, after: other))
    }
}

extension TreeEntry.Target {
    /// The target, nil for a folder.
    fileprivate var withoutTree: TreeEntry.Target? { treeID == nil ? self : nil }
}
