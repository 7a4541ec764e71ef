internal import Git
internal import RecordModel

/// The three trees of a merge in which each profile has its new name on all sides, and what has to be
/// done besides.
struct MovedTrees {
    private(set) var base: TreeID
    private(set) var ours: TreeID
    private(set) var theirs: TreeID
    /// The files of ours that go to another place because theirs moved their profile.
    private(set) var displaced: [(from: String, to: String, target: TreeEntry.Target)] = []
    /// The profiles about whose names the sides disagree.
    private(set) var conflicts: [FileMerge] = []
    /// The new names that theirs gave and that hold.
    private(set) var moves: [String: String] = [:]

    /// Gives the profiles their new names; writes trees, so the repository has to be one of which
    /// nothing stays.
    init(
        _ moves: ProfileMoves, base: TreeID, ours: TreeID, theirs: TreeID, in repository: Repository
    ) throws(GitError) {
        (self.base, self.ours, self.theirs) = (base, ours, theirs)
        var edits = (base: TreeEdit(), ours: TreeEdit(), theirs: TreeEdit())
        for (name, tree) in moves.folders.base.sorted(by: { $0.key < $1.key }) {
            switch (moves.ours[name], moves.theirs[name]) {
            case (nil, nil): continue
            case (let mine?, let yours?):
                if mine == yours {
                    try Self.move(tree, name, to: mine, &edits.base)
                } else {
                    conflicts.append(
                        try Self.conflict(
                            .movedDifferently, tree, nil, moves.folders.theirs[yours], at: yours,
                            in: repository))
                }
            case (let mine?, nil):
                guard let other = moves.folders.theirs[name] else {
                    conflicts.append(
                        try Self.conflict(
                            .movedAndRemoved, tree, moves.folders.ours[mine], nil, at: mine,
                            in: repository))
                    continue
                }
                guard moves.folders.theirs[mine] == nil else { continue }
                try Self.move(tree, name, to: mine, &edits.base)
                try Self.move(other, name, to: mine, &edits.theirs)
            case (nil, let yours?):
                guard let own = moves.folders.ours[name] else {
                    conflicts.append(
                        try Self.conflict(
                            .movedAndRemoved, tree, nil, moves.folders.theirs[yours], at: yours,
                            in: repository))
                    continue
                }
                self.moves[name] = yours
                guard moves.folders.ours[yours] == nil else { continue }
                try Self.move(tree, name, to: yours, &edits.base)
                try Self.move(own, name, to: yours, &edits.ours)
                for file in try repository.differences(from: nil, to: own) {
                    guard let target = file.after else { continue }
                    let paths = [name, yours].map { "\(StoreLayout.profiles)/\($0)/\(file.path)" }
                    displaced.append((paths[0], paths[1], target))
                }
            }
        }
        self.base = try repository.writeTree(edits.base, on: base)
        self.ours = try repository.writeTree(edits.ours, on: ours)
        self.theirs = try repository.writeTree(edits.theirs, on: theirs)
    }

    private static func move(
        _ tree: TreeID, _ name: String, to other: String, _ edit: inout TreeEdit
    ) throws(GitError) {
        try edit.delete("\(StoreLayout.profiles)/\(name)")
        try edit.put(.tree(tree), at: "\(StoreLayout.profiles)/\(other)")
    }

    /// The disagreement stands at the file about the person.
    private static func conflict(
        _ reason: FileMerge.Reason, _ base: TreeID, _ ours: TreeID?, _ theirs: TreeID?,
        at name: String, in repository: Repository
    ) throws(GitError) -> FileMerge {
        let file = Record.personSection + StoreLayout.sectionSuffix
        func target(_ tree: TreeID?) throws(GitError) -> TreeEntry.Target? {
            try tree.flatMap { id throws(GitError) in try repository.entry(at: file, in: id)?.target
            }
        }
        return FileMerge(
            path: "\(StoreLayout.profiles)/\(name)/\(file)", base: try target(base),
            ours: try target(ours), theirs: try target(theirs),
            outcome: .conflict(reason, marked: nil), findings: [], isExecutable: false)
    }
}
