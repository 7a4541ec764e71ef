internal import Formats
internal import Git

/// Where the events of all proposals lie: a tree with a folder for each proposal and a file for
/// each event, under a reference of its own.
///
/// Why no branch: events are about the history, not part of it, and a clone that does not ask for
/// them is spared them. Why files: two clones that went on apart are joined by taking the files of
/// both, which is always possible.
enum EventTree {
    /// The reference under which a store keeps its events.
    static let reference = "refs/labfolio/events"
    /// The references under which a fetch puts the events of other clones.
    static let fetched = "refs/labfolio/remotes/*/events"

    /// The largest event that is read, in bytes.
    private static let limit = 1 << 20

    /// The commits that hold events: this clone's own, if there is one, and those fetched.
    static func tips(
        in repository: Repository
    ) throws(GitError) -> (own: CommitID?, fetched: [CommitID]) {
        let own = try repository.commitID(ofReference: reference)
        let others = try repository.references(matching: fetched).map(\.commitID)
        return (own, Set(others).sorted())
    }

    /// Returns the events of all proposals, or of one, in a tree.
    static func events(
        of name: String?, in commit: CommitID, _ repository: Repository
    ) throws(GitError) -> Set<ReviewEvent> {
        let root = try repository.commit(commit).treeID
        var events: Set<ReviewEvent> = []
        for folder in try repository.tree(root) {
            guard name == nil || folder.name == name.map(Self.folder(of:)) else { continue }
            guard let tree = folder.target.treeID else { continue }
            for file in try repository.tree(tree) {
                guard let blob = file.target.blobID else { continue }
                let bytes = try repository.blob(blob, limit: limit)
                guard let value = JSONReader().value(of: bytes, in: bytes.indices),
                    let event = ReviewEvent(value), Self.folder(of: event.proposal) == folder.name
                else { continue }
                events.insert(event)
            }
        }
        return events
    }

    /// The name of the folder of a proposal: that of its branch, which may have slashes in it.
    static func folder(of proposal: String) -> String {
        var name = ""
        for character in proposal {
            switch character {
            case "/": name += "%2F"
            case "%": name += "%25"
            default: name.append(character)
            }
        }
        return name
    }

    /// Adds to an edit what a tree has and another one does not.
    static func join(
        _ other: TreeID, to own: TreeID, _ edit: inout TreeEdit, in repository: Repository
    ) throws(GitError) {
        let present = try repository.tree(own)
        let known = Dictionary(present.map { ($0.name, $0.target) }) { first, _ in first }
        for folder in try repository.tree(other) where known[folder.name] != folder.target {
            guard let tree = folder.target.treeID else { continue }
            guard let mine = known[folder.name]?.treeID else {
                try edit.put(folder.target, at: folder.name)
                continue
            }
            let names = Set(try repository.tree(mine).map(\.name))
            for file in try repository.tree(tree) where !names.contains(file.name) {
                try edit.put(file.target, at: folder.name + "/" + file.name)
            }
        }
    }
}
