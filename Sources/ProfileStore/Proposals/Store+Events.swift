public import Git

extension Store {
    /// Returns what happened to a proposal, or to all of them, in the order of time.
    ///
    /// Events that were fetched from another clone count like this store's own.
    ///
    /// - Parameter name: The name of the proposal; nil means all.
    /// - Returns: The events.
    /// - Throws: What the repository failed at.
    public func reviewEvents(of name: String? = nil) throws(StoreError) -> [ReviewEvent] {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            try Self.events(of: name, in: repository)
        }
    }

    static func events(
        of name: String?, in repository: Repository
    ) throws(GitError) -> [ReviewEvent] {
        let tips = try EventTree.tips(in: repository)
        var events: Set<ReviewEvent> = []
        for tip in (tips.own.map { [$0] } ?? []) + tips.fetched {
            events.formUnion(try EventTree.events(of: name, in: tip, repository))
        }
        return events.sorted()
    }

    /// Keeps an event, and with it those that were fetched since the last one.
    ///
    /// The same event twice is one event.
    public func record(_ event: ReviewEvent) throws(StoreError) {
        _ = try write(event, by: event.author)
    }

    /// Takes the events that were fetched from other clones into this store's own, so that they
    /// can be pushed on.
    ///
    /// - Parameter author: Who joins them.
    /// - Returns: Whether there were any.
    /// - Throws: What the repository failed at.
    public func joinEvents(by author: Signature) throws(StoreError) -> Bool {
        try write(nil, by: author)
    }

    /// Writes a commit of events, on top of whoever was faster; false where there was nothing new.
    private func write(_ event: ReviewEvent?, by author: Signature) throws(StoreError) -> Bool {
        let repository = try repository()
        for _ in 0..<Self.raceLimit {
            do throws(GitError) {
                return try Self.write(event, by: author, in: repository)
            } catch {
                guard error.code == .moved || error.code == .locked else { throw .git(error) }
            }
        }
        throw .moved(reference: EventTree.reference)
    }

    private static func write(
        _ event: ReviewEvent?, by author: Signature, in repository: Repository
    ) throws(GitError) -> Bool {
        let tips = try EventTree.tips(in: repository)
        var others: [CommitID] = []
        for tip in tips.fetched {
            if let own = tips.own, try repository.isAncestor(tip, of: own) { continue }
            others.append(tip)
        }
        // What this store has never had an event of its own for is taken as it is.
        if tips.own == nil, event == nil, others.count == 1, let only = others.first {
            try repository.update(
                reference: EventTree.reference, to: only, expected: .absent,
                message: "labfolio: join events")
            return true
        }
        let base = try tips.own.map { id throws(GitError) in try repository.commit(id).treeID }
        var tree = try repository.writeTree(TreeEdit(), on: base)
        for other in others {
            var edit = TreeEdit()
            let theirs = try repository.commit(other).treeID
            try EventTree.join(theirs, to: tree, &edit, in: repository)
            tree = try repository.writeTree(edit, on: tree)
        }
        var parents = (tips.own.map { [$0] } ?? []) + others
        var message = "events: join"
        if let event {
            var edit = TreeEdit()
            try edit.write(
                event.bytes, to: EventTree.folder(of: event.proposal) + "/" + event.fileName)
            tree = try repository.writeTree(edit, on: tree)
            message = "\(event.proposal): \(event.kind.rawValue)"
            // What was turned down has no other reference that keeps it.
            if event.isClosing || event.kind == .acceptedInPart { parents.append(event.commitID) }
        }
        guard tree != base || !others.isEmpty else { return false }
        let commit = try repository.writeCommit(
            tree: tree, parents: parents, author: author, committer: author,
            message: message + "\n")
        try repository.update(
            reference: EventTree.reference, to: commit, expected: ExpectedReference(tips.own),
            message: "labfolio: " + message)
        return true
    }

    /// How often a lost race for a reference is run again: somebody wins each of them, so that
    /// twenty writers need at most a few more than twenty.
    static let raceLimit = 200
}
