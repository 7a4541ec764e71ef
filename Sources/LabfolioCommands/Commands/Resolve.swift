internal import Formats
internal import Git
internal import JSONSchema
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio resolve`.
    static let resolve = CommandDescription(
        name: "resolve", summary: "Decide about a field that a proposal is in conflict over",
        discussion: """
            The branch that the proposal is for and the proposal itself have changed the same \
            field. --ours keeps what the branch has, --theirs takes what the proposal has, \
            --value sets something else, --delete takes the field away. The decision is a commit \
            on the proposal; with the last one the branch is merged into the proposal, so that it \
            can be accepted. Without a field path the conflicts are listed.
            """,
        operands: [
            Operand(name: "NAME", summary: "The name of the proposal", completion: .proposals),
            Operand(
                name: "FIELD-PATH", summary: "The field, as labfolio review names it",
                count: .optional),
        ],
        options: [
            Option(name: "--ours", summary: "Keep what the branch has"),
            Option(name: "--theirs", summary: "Take what the proposal has"),
            Option(name: "--value", value: "VALUE", summary: "Set this: text, or else YAML"),
            Option(name: "--delete", summary: "Take the field away"),
            Option(
                name: "--profile", value: "ID",
                summary: "Whose field it is, where several profiles have a conflict there",
                completion: .profiles),
            .store,
        ],
        examples: [
            Example(line: "labfolio resolve new-paper", meaning: "What is to be decided"),
            Example(
                line: "labfolio resolve new-paper /profile/role --theirs",
                meaning: "Take what the proposal says"),
            Example(
                line: "labfolio resolve new-paper /profile/role --value \"Assistant Professor\"",
                meaning: "Say something else"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let name = invocation.operands[0]
        let typed = invocation.operand(1)
        let path: FieldPath? = if let typed { try FieldPath(typed: typed) } else { nil }
        let choices = ["--ours", "--theirs", "--value", "--delete"].filter(invocation.isOn)
        guard choices.count == (path == nil ? 0 : 1) else {
            throw .usage(
                path == nil
                    ? "\(choices[0]) needs a field path"
                    : choices.isEmpty
                        ? "It is missing what the field is to be"
                        : "\(choices.joined(separator: " and ")) exclude each other",
                hint: "labfolio resolve \(name) /profile/role --ours, --theirs or --value VALUE")
        }
        let (proposal, merge) = try CommandError.store { () throws(StoreError) in
            let proposal = try store.proposal(named: name)
            guard proposal.state == .open else {
                throw .proposal(.closed(name, proposal.state))
            }
            guard let scope = try store.scope(of: proposal) else {
                throw .unknownRevision(proposal.commitID.description)
            }
            return (proposal, try store.merge(scope))
        }
        guard let path else {
            return invocation.tellConflicts(of: proposal, merge)
        }
        let dispute = try invocation.dispute(at: path, in: merge, of: name)
        let after = try CommandError.store { () throws(StoreError) in
            try store.resolve(
                dispute, try invocation.choice(for: dispute, in: store, merge), of: proposal,
                merge, by: try invocation.author(in: store))
        }
        let decided = (dispute.profile.map { "\($0) " } ?? "") + dispute.conflict.path.description
        _ = invocation.terminal.write("Resolved \(decided)\n")
        return invocation.tellConflicts(of: proposal, after)
    }
}

extension Invocation {
    /// Says what is left to decide.
    fileprivate func tellConflicts(
        of proposal: Proposal, _ merge: ProposalMerge
    ) -> ExitStatus {
        guard !merge.isClean else {
            terminal.writeError(
                "Nothing is left to decide\nNext: labfolio accept \(proposal.name)\n")
            return .fine
        }
        let style = Style(isOn: terminal.usesColor)
        _ = terminal.write(ConflictText(style: style).text(of: merge, in: proposal.name))
        // Who decided one has done what they wanted, even if others are left.
        return operands.count == 2 ? .fine : .findings
    }

    /// Returns the conflict that a path means.
    fileprivate func dispute(
        at path: FieldPath, in merge: ProposalMerge, of name: String
    ) throws(CommandError) -> ProposalMerge.Dispute {
        let wanted = value("--profile")
        let found = merge.disputes.filter {
            $0.conflict.path == path && (wanted == nil || $0.profile?.text == wanted)
        }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw .usage(
                "Several profiles have a conflict at \(path)",
                hint: "Name one with --profile: "
                    + found.compactMap { $0.profile?.text }.joined(separator: ", "))
        }
        let names = merge.disputes.map(\.conflict.path.description)
        let near = Suggestion.closest(to: path.description, in: names)
        throw .usage(
            "The proposal `\(name)` has no conflict at \(path)",
            hint: near.map { "Did you mean \($0)?" } ?? "labfolio resolve \(name) lists them")
    }

    /// Returns what the field is to be.
    fileprivate func choice(
        for dispute: ProposalMerge.Dispute, in store: Store, _ merge: ProposalMerge
    ) throws(StoreError) -> Decision.Choice {
        if isOn("--ours") { return .ours }
        if isOn("--theirs") { return .theirs }
        guard let typed = value("--value") else { return .value(nil) }
        let snapshot = try store.snapshot(at: .commit(merge.scope.target.id.description))
        let shape =
            dispute.profile == nil ? snapshot.schemas.store.shape : snapshot.schemas.recordShape
        let path = dispute.conflict.path
        return .value(
            try TypedValue.value(typed, shape: shape.shapes(at: path).field, path: path))
    }
}
