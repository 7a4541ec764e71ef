internal import Git
internal import RecordModel

extension Store {
    /// Which proposals are asked for.
    public enum ProposalSelection: Sendable {
        /// Those that wait for a decision.
        case open
        /// Those that were decided, too.
        case all
    }

    /// Lists the proposals, by name.
    public func proposals(_ selection: ProposalSelection) throws(StoreError) -> [Proposal] {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            let tips = try Self.proposalTips(in: repository)
            let events = Dictionary(
                grouping: try Self.events(of: nil, in: repository), by: \.proposal)
            var proposals: [Proposal] = []
            for name in Set(tips.keys).union(events.keys).sorted() {
                guard
                    let proposal = try Self.proposal(
                        name, tip: tips[name], events: events[name] ?? [],
                        target: try Self.target(of: name, in: repository), in: repository)
                else { continue }
                if selection == .open, proposal.state != .open { continue }
                proposals.append(proposal)
            }
            return proposals
        }
    }

    /// Returns a proposal by its name, decided or not.
    ///
    /// - Throws: `proposal(.unknown)` with the name that was meant, where one is near.
    public func proposal(named name: String) throws(StoreError) -> Proposal {
        if let found = try findProposal(named: name) { return found }
        let names = try proposals(.all).map(\.name)
        throw .proposal(
            .unknown(name, suggestion: Suggestion.closest(to: name, in: names)))
    }

    func findProposal(named name: String) throws(StoreError) -> Proposal? {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) -> Proposal? in
            let tips = try Self.proposalTips(in: repository)
            let events = try Self.events(of: name, in: repository)
            return try Self.proposal(
                name, tip: tips[name], events: events,
                target: try Self.target(of: name, in: repository), in: repository)
        }
    }

    /// The newest commit of each branch that is a proposal, this store's own or fetched.
    ///
    /// Of several branches of one name the store's own counts, unless it was only left behind.
    static func proposalTips(
        in repository: Repository
    ) throws(GitError) -> [String: NamedReference] {
        var tips: [String: NamedReference] = [:]
        let own = "refs/heads/" + Proposal.branchPrefix
        for reference in try repository.references(matching: own + "*") {
            tips[String(reference.name.dropFirst(own.count))] = reference
        }
        for reference in try repository.references(matching: "refs/remotes/*") {
            // refs/remotes/REMOTE/proposals/NAME
            let parts = reference.name.split(separator: "/", maxSplits: 4)
            guard parts.count == 5, parts[3] + "/" == Proposal.branchPrefix else { continue }
            let name = String(parts[4])
            if let known = tips[name] {
                guard known.commitID != reference.commitID,
                    try repository.isAncestor(known.commitID, of: reference.commitID)
                else { continue }
            }
            tips[name] = reference
        }
        return tips
    }

    /// The commit that a proposal is to be merged into; nil where its own branch is the one that
    /// HEAD names: it is no more accepted by being looked at.
    private static func target(
        of name: String, in repository: Repository
    ) throws(GitError) -> CommitID? {
        guard try repository.headReferenceName() != Proposal.reference(of: name) else {
            return nil
        }
        return try repository.headCommitID()
    }

    private static func proposal(
        _ name: String, tip: NamedReference?, events: [ReviewEvent], target: CommitID?,
        in repository: Repository
    ) throws(GitError) -> Proposal? {
        let last = events.last(where: \.isClosing)
        guard let tip else {
            guard let event = last ?? events.last else { return nil }
            let state: Proposal.State =
                switch event.kind {
                case .accepted: .accepted
                case .rejected: .rejected
                default: .withdrawn
                }
            let opened = events.last { $0.kind == .opened } ?? event
            return Proposal(
                name: name, state: state, commitID: event.commitID, reference: nil,
                author: opened.author, message: opened.message, events: events)
        }
        var state = Proposal.State.open
        // A branch that went on after a decision waits for another one.
        if let last, last.commitID == tip.commitID {
            state = last.kind == .accepted ? .accepted : .rejected
        } else if let target, try repository.isAncestor(tip.commitID, of: target) {
            state = .accepted
        }
        let (author, message) = try origin(of: tip, events: events, in: repository)
        return Proposal(
            name: name, state: state, commitID: tip.commitID, reference: tip.name, author: author,
            message: message, events: events)
    }

    /// Who made a proposal and what they said: by its events, or where it was pushed by plain git
    /// by its commit.
    private static func origin(
        of tip: NamedReference, events: [ReviewEvent], in repository: Repository
    ) throws(GitError) -> (Signature, String) {
        if let opened = events.last(where: { $0.kind == .opened }) {
            return (opened.author, opened.message)
        }
        let commit = try repository.commit(tip.commitID)
        return (commit.author, commit.message)
    }
}
