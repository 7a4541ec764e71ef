internal import ProfileStore

extension CommandDescription {
    /// Describes `labfolio reject`.
    static let reject = CommandDescription(
        name: "reject", summary: "Turn a proposal down, and say why",
        discussion: """
            The branch of the proposal is removed; its commits stay in the repository, and the \
            reason with them: labfolio proposals --all shows it, and labfolio review the \
            changes. Rejecting twice changes nothing.
            """,
        operands: [
            Operand(name: "NAME", summary: "The name of the proposal", completion: .proposals)
        ],
        options: [
            Option(name: "--message", short: "-m", value: "REASON", summary: "Why"), .store,
        ],
        examples: [
            Example(
                line: "labfolio reject new-paper -m \"It is in the store already\"",
                meaning: "Turn a proposal down")
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let name = invocation.operands[0]
        guard let reason = invocation.value("--message"), !reason.isEmpty else {
            throw .usage(
                "The reason is missing", hint: "labfolio reject \(name) -m \"Why it is not taken\"")
        }
        let proposal = try CommandError.store { () throws(StoreError) in
            let proposal = try store.proposal(named: name)
            try store.reject(
                proposal, because: reason, by: try invocation.author(in: store))
            return proposal
        }
        _ = invocation.terminal.write("Rejected \(name)\n")
        try invocation.sayHowToPushDecision(on: proposal, of: store)
        return .fine
    }
}

extension Invocation {
    /// Says how a decision gets to the others, where there are others.
    func sayHowToPushDecision(
        on proposal: Proposal, branch: String? = nil, of store: Store
    ) throws(CommandError) {
        let remote = try CommandError.store { () throws(StoreError) in try store.remoteName() }
        guard let remote else { return }
        let branch = branch.map { $0 + " " } ?? ""
        terminal.writeError(
            "Next: git push \(remote) \(branch)refs/labfolio/events :proposals/\(proposal.name)\n")
    }
}
