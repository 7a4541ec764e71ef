internal import Formats
internal import Git
internal import RecordModel

/// The profiles to which the sides of a merge gave another id, as the names of their folders.
///
/// Git tells moved files by their content; here the whole folder moves, since its name is the id: what
/// the other side did in the folder under its old name belongs into the new one.
struct ProfileMoves {
    /// The new names that ours gave, by the old ones.
    let ours: [String: String]
    /// The new names that theirs gave, by the old ones.
    let theirs: [String: String]
    /// The folders of profiles, by their names.
    let folders: (base: [String: TreeID], ours: [String: TreeID], theirs: [String: TreeID])

    /// Compares the names in `profiles/` of three trees.
    init(
        base: TreeID, ours: TreeID, theirs: TreeID, in repository: Repository
    ) throws(StoreError) {
        let trees = try StoreError.git { () throws(GitError) in
            [
                try Self.profiles(base, repository), try Self.profiles(ours, repository),
                try Self.profiles(theirs, repository),
            ]
        }
        guard trees[1] != trees[0], trees[2] != trees[0] else {
            // Where one side has changed nothing, all is as the other one has it.
            (self.ours, self.theirs, folders) = ([:], [:], ([:], [:], [:]))
            return
        }
        folders = try StoreError.git { () throws(GitError) in
            (
                try Self.folders(trees[0], repository), try Self.folders(trees[1], repository),
                try Self.folders(trees[2], repository)
            )
        }
        var recognition = FolderRecognition(among: folders.base, in: repository)
        self.ours = try recognition.moves(to: folders.ours)
        self.theirs = try recognition.moves(to: folders.theirs)
    }

    /// Whether no side moved any profile.
    var isEmpty: Bool { ours.isEmpty && theirs.isEmpty }

    private static func profiles(
        _ tree: TreeID, _ repository: Repository
    ) throws(GitError) -> TreeID? {
        try repository.entry(at: StoreLayout.profiles, in: tree)?.target.treeID
    }

    private static func folders(
        _ profiles: TreeID?, _ repository: Repository
    ) throws(GitError) -> [String: TreeID] {
        guard let profiles else { return [:] }
        var folders: [String: TreeID] = [:]
        for entry in try repository.tree(profiles) where ProfileID(entry.name) != nil {
            folders[entry.name] = entry.target.treeID
        }
        return folders
    }
}

/// Finds out which folder of a profile became which.
private struct FolderRecognition {
    let before: [String: TreeID]
    let repository: Repository
    /// How many folders before hold a file of this name and content: what many begin with, such as
    /// an empty list, tells nobody apart.
    private var counts: [File: Int]?

    private struct File: Hashable {
        let name: String
        let target: TreeEntry.Target
    }

    init(among before: [String: TreeID], in repository: Repository) {
        self.before = before
        self.repository = repository
    }

    /// Returns the new names of folders that are gone, by the old ones.
    mutating func moves(to after: [String: TreeID]) throws(StoreError) -> [String: String] {
        let gone = before.filter { after[$0.key] == nil }.sorted { $0.key < $1.key }
        let new = after.filter { before[$0.key] == nil }.sorted { $0.key < $1.key }
        var pairs: [(score: Int, from: String, to: String)] = []
        for (from, old) in gone {
            for (to, tree) in new {
                let score = try likeness(old, tree)
                if score > 0 { pairs.append((score, from, to)) }
            }
        }
        var moves: [String: String] = [:]
        var taken: Set<String> = []
        // Of several that might be meant the one with most in common; the sort keeps the order else.
        for pair in pairs.sorted(by: { $0.score > $1.score })
        where moves[pair.from] == nil && !taken.contains(pair.to) {
            moves[pair.from] = pair.to
            taken.insert(pair.to)
        }
        return moves
    }

    /// How much tells that two folders are one person's, 0 where nothing does: the same file about
    /// the person, the same name in it, or at least half of the files that only this person has.
    private mutating func likeness(_ old: TreeID, _ new: TreeID) throws(StoreError) -> Int {
        let (one, other) = try StoreError.git { () throws(GitError) in
            (try files(in: old), try files(in: new))
        }
        let person = Record.personSection + StoreLayout.sectionSuffix
        let (mine, yours) = (one.first { $0.name == person }, other.first { $0.name == person })
        let counts = try counted()
        var own: [File] = []
        for file in one where file.name != person && counts[file] ?? 0 < 2 {
            if try saysSomething(file) { own.append(file) }
        }
        let same = own.count { other.contains($0) }
        if let mine, mine == yours { return 1_000 + same }
        if same > 0, 2 * same >= own.count { return 500 + same }
        guard let former = try name(in: mine), let now = try name(in: yours) else { return 0 }
        return former == now ? 1 + same : 0
    }

    private mutating func counted() throws(StoreError) -> [File: Int] {
        if let counts { return counts }
        var counts: [File: Int] = [:]
        for tree in before.values {
            for file in try StoreError.git({ () throws(GitError) in try files(in: tree) }) {
                counts[file, default: 0] += 1
            }
        }
        self.counts = counts
        return counts
    }

    private func files(in tree: TreeID) throws(GitError) -> [File] {
        try repository.tree(tree).map { File(name: $0.name, target: $0.target) }
    }

    /// Whether a file holds what could tell one person from another: not one that only begins a
    /// section.
    private func saysSomething(_ file: File) throws(StoreError) -> Bool {
        guard file.name.hasSuffix(StoreLayout.sectionSuffix), let id = file.target.blobID,
            let bytes = try repository.text(id)
        else { return true }
        switch try? YAMLReader().read(bytes, file: file.name).value {
        case .list(let items): return !items.isEmpty
        case .null: return false
        default: return true
        }
    }

    private func name(in person: File?) throws(StoreError) -> Value? {
        guard let id = person?.target.blobID, let bytes = try repository.text(id) else {
            return nil
        }
        // What cannot be read names nobody.
        return try? YAMLReader().read(bytes, file: "").value["name"]
    }
}
