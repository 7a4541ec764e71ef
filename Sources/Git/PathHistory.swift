internal import CGit2

/// The commits that changed one path, newest first: what `git log -- path` shows.
///
/// A commit changed a path when the path stands for something else in it than in each of its
/// parents. A merge that took the path from one parent as it was is passed over, and only that
/// parent's line is followed, so that a change appears where it was made.
///
/// Why not by diff: two commits hold the same at a path exactly when the object IDs there are
/// equal, so that one look-up in a tree each answers it.
public final class PathHistory {
    private struct Node {
        let id: CommitID
        let parentIDs: [CommitID]
        let seconds: Int64
        let target: TreeEntry.Target?
    }

    private let repository: Repository
    private let path: String
    /// What is still to visit, the newest last; of equally old ones, the first found last.
    private var pending: [Node] = []
    private var seen: Set<CommitID> = []
    /// What was read of parents that are not visited yet.
    private var nodes: [CommitID: Node] = [:]

    init(of path: String, in repository: Repository, from start: CommitID) throws(GitError) {
        self.repository = repository
        self.path = path
        insert(try node(start))
    }

    /// Returns the next commit that changed the path; nil at the end.
    public func next() throws(GitError) -> CommitID? {
        while let node = pending.popLast() {
            nodes[node.id] = nil
            if try visit(node) { return node.id }
        }
        return nil
    }

    /// Goes on to a commit's parents and tells whether the commit changed the path.
    private func visit(_ node: Node) throws(GitError) -> Bool {
        var parents: [Node] = []
        for id in node.parentIDs {
            guard let parent = try parent(id) else { continue }
            if parent.target == node.target {
                insert(parent)
                return false
            }
            parents.append(parent)
        }
        for parent in parents { insert(parent) }
        return !parents.isEmpty || node.target != nil
    }

    /// Reads a parent; nil when it is not there because the clone is shallow.
    private func parent(_ id: CommitID) throws(GitError) -> Node? {
        do throws(GitError) {
            return try node(id)
        } catch {
            guard error.code == .notFound, repository.isShallow else { throw error }
            return nil
        }
    }

    private func node(_ id: CommitID) throws(GitError) -> Node {
        if let known = nodes[id] { return known }
        let commit = try repository.commitHandle(id)
        let pointer = commit.pointer
        let node = Node(
            id: id,
            parentIDs: (0..<git_commit_parentcount(pointer)).map {
                CommitID(git_commit_parent_id(pointer, $0).pointee)
            },
            seconds: git_commit_time(pointer),
            target: try repository.entry(
                at: path, in: TreeID(git_commit_tree_id(pointer).pointee))?.target)
        nodes[id] = node
        return node
    }

    private func insert(_ node: Node) {
        guard seen.insert(node.id).inserted else { return }
        var low = pending.startIndex
        var high = pending.endIndex
        while low < high {
            let middle = (low + high) / 2
            if pending[middle].seconds < node.seconds { low = middle + 1 } else { high = middle }
        }
        pending.insert(node, at: low)
    }
}
