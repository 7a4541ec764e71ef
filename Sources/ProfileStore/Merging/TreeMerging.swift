internal import Git

/// Compares three trees and says what has to be done to the first side to have the edits of both.
///
/// Trees that are the same are not looked into, so the cost is that of what changed.
struct TreeMerging {
    /// What a path stands for on each side, nil where it is not there.
    struct Sides: Hashable {
        var base: TreeEntry.Target?
        var ours: TreeEntry.Target?
        var theirs: TreeEntry.Target?
    }

    let repository: Repository
    /// The files that only theirs changed: what it has there, nil where they are gone.
    private(set) var taken: [(path: String, target: TreeEntry.Target?)] = []
    /// The files that both sides changed, to be merged.
    private(set) var disputed: [(path: String, sides: Sides)] = []

    init(in repository: Repository) { self.repository = repository }

    mutating func compare(base: TreeID?, ours: TreeID, theirs: TreeID) throws(GitError) {
        try compare("", base, ours, theirs)
    }

    private mutating func compare(
        _ folder: String, _ base: TreeID?, _ ours: TreeID?, _ theirs: TreeID?
    ) throws(GitError) {
        let trees = (try entries(of: base), try entries(of: ours), try entries(of: theirs))
        let names = Set(trees.0.keys).union(trees.1.keys).union(trees.2.keys)
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let text = String(decoding: name, as: UTF8.self)
            let path = folder.isEmpty ? text : "\(folder)/\(text)"
            let sides = Sides(base: trees.0[name], ours: trees.1[name], theirs: trees.2[name])
            if sides.ours == sides.theirs || sides.base == sides.theirs { continue }
            if sides.base == sides.ours {
                try take(path, over: sides.ours, sides.theirs)
            } else if sides.isFolders {
                try compare(path, sides.base?.treeID, sides.ours?.treeID, sides.theirs?.treeID)
            } else {
                disputed.append((path, sides))
            }
        }
    }

    /// Takes what theirs has at a path, file by file.
    private mutating func take(
        _ path: String, over ours: TreeEntry.Target?, _ theirs: TreeEntry.Target?
    ) throws(GitError) {
        guard ours?.treeID != nil || theirs?.treeID != nil else {
            taken.append((path, theirs))
            return
        }
        if let ours, ours.treeID == nil { taken.append((path, nil)) }
        let trees = (try entries(of: ours?.treeID), try entries(of: theirs?.treeID))
        let names = Set(trees.0.keys).union(trees.1.keys)
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) })
        where trees.0[name] != trees.1[name] {
            let text = String(decoding: name, as: UTF8.self)
            try take("\(path)/\(text)", over: trees.0[name], trees.1[name])
        }
        if let theirs, theirs.treeID == nil { taken.append((path, theirs)) }
    }

    /// Names are bytes: two texts that Swift calls equal may be two names to git.
    private func entries(of tree: TreeID?) throws(GitError) -> [[UInt8]: TreeEntry.Target] {
        guard let tree else { return [:] }
        var entries: [[UInt8]: TreeEntry.Target] = [:]
        for entry in try repository.tree(tree) { entries[Array(entry.name.utf8)] = entry.target }
        return entries
    }
}

extension TreeMerging.Sides {
    /// Whether the path stands for folders, or for nothing.
    fileprivate var isFolders: Bool {
        [base, ours, theirs].allSatisfy { $0 == nil || $0?.treeID != nil }
    }
}
