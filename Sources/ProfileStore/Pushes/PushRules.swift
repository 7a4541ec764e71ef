internal import Git
internal import JSONSchema
internal import RecordModel

/// What pushes are judged by: the rules of the branch as it stands, before any of what is pushed.
///
/// If a commit were judged by the rules that it comes with, or by those of the commit it was made
/// on, whoever wants a right would give it to themselves, or start from an old commit.
struct PushRules {
    /// Who may change what.
    let owners: Owners
    /// What the places of records expect, to compare them.
    let recordShape: Shape
    /// What the places of `labfolio.yml` expect.
    let configurationShape: Shape
    /// The largest file, in bytes.
    let fileLimit: Int
    /// The branches on which owners count, as patterns.
    private let protected: [String]
    /// What may stand at the top of the store beside its own, as patterns.
    private let also: [String]

    /// Takes the rules as of a commit.
    ///
    /// - Throws: `rejected` where the store's own files cannot be used.
    init(of commit: CommitID, in store: Store) throws(StoreError) {
        let snapshot = try store.snapshot(at: .commit(commit.description))
        self.init(snapshot, owners: snapshot.owners)
    }

    /// Takes the rules that the first commits of a store come with; nobody owns anything yet.
    init(withoutHistory commit: CommitID, in store: Store) throws(StoreError) {
        let snapshot = try store.snapshot(at: .commit(commit.description))
        self.init(snapshot, owners: Owners(configuration: .null))
    }

    private init(_ snapshot: Snapshot, owners: Owners) {
        self.owners = owners
        recordShape = snapshot.schemas.recordShape
        configurationShape = snapshot.schemas.store.shape
        let push = snapshot.configuration["push"]
        let megabytes = push?["file_limit"]?.number?.integer ?? Self.defaultLimit
        fileLimit = max(1, min(megabytes, StoreLayout.assetLimit >> 20)) << 20
        protected = push?["protected"]?.list?.compactMap(\.string) ?? Self.usualBranches
        also = push?["also"]?.list?.compactMap(\.string) ?? []
    }

    /// The largest file where nothing is said, in megabytes.
    private static let defaultLimit = 10

    /// The branches that are protected where nothing is said.
    static let usualBranches = ["main", "master"]

    /// Tells whether owners count on a branch; they always do on the one that HEAD names.
    func protects(_ branch: String, head: String?) -> Bool {
        if branch == head { return true }
        let steps = branch.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return protected.contains { pattern in
            let parts = pattern.split(separator: "/").map(String.init)
            return parts.count == steps.count
                && zip(parts, steps).allSatisfy(OwnerPattern.matches)
        }
    }

    /// Tells whether a name may stand at the top of a store.
    func allowsAtTop(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix(".md")
            || ["LICENSE", "LICENCE", "COPYING"].contains { name.hasPrefix($0) }
            || also.contains { OwnerPattern.matches($0, name) }
    }
}
