internal import CGit2

/// The trees that were looked into last.
///
/// Whoever asks for many paths asks for them in the same few folders, and a folder of thousands
/// takes a hundred times as long to read as to search.
final class OpenTrees {
    /// A tree, kept open.
    final class Tree {
        let handle: GitObject

        init(_ handle: consuming GitObject) { self.handle = handle }
    }

    private static let limit = 16
    private var trees: [TreeID: Tree] = [:]

    /// Returns a tree, opened unless it is already.
    func tree(_ id: TreeID, in repository: Repository) throws(GitError) -> Tree {
        if let open = trees[id] { return open }
        let tree = Tree(try repository.treeHandle(id))
        if trees.count >= Self.limit { trees.removeAll(keepingCapacity: true) }
        trees[id] = tree
        return tree
    }
}
