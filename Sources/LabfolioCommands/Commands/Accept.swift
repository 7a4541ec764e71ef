internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio accept`.
    static let accept = CommandDescription(
        name: "accept", summary: "Merge a proposal, if it is valid and you may",
        discussion: """
            Merges the proposal into the branch that HEAD names, removes its branch, and notes \
            who accepted it. It is refused where fields are in conflict, where profiles would \
            have errors that they do not have yet, and where the owners in labfolio.yml do not \
            let you. With --partial the profiles that can be merged are, and the proposal goes \
            on with the others. Who lost a race against somebody else tries again by itself; \
            accepting twice changes nothing.
            """,
        operands: [
            Operand(name: "NAME", summary: "The name of the proposal", completion: .proposals)
        ],
        options: [
            Option(name: "--squash", summary: "As one commit of the author of the proposal"),
            Option(name: "--partial", summary: "Hold back only the profiles that have to wait"),
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "The message of the commit (default: that of the proposal)"),
            .store,
        ],
        examples: [
            Example(line: "labfolio accept new-paper", meaning: "Merge a proposal"),
            Example(
                line: "labfolio accept yearly-update --partial",
                meaning: "Merge the profiles of a proposal that nothing stands against"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let name = invocation.operands[0]
        let author = try CommandError.store { () throws(StoreError) in
            try invocation.author(in: store)
        }
        var known: Actor?
        for round in 0... {
            let proposal = try CommandError.store { () throws(StoreError) in
                try store.proposal(named: name)
            }
            if proposal.state != .open {
                return try invocation.completeAcceptance(of: proposal, in: store, by: author)
            }
            // Signing may mean to type a password, so it is asked once.
            let before = known
            let actor = try CommandError.store { () throws(StoreError) in
                if let before { return before }
                let owners = try store.snapshot(at: .commit("HEAD")).owners
                return try store.actor(author, asking: owners)
            }
            known = actor
            let judgement = try await invocation.judge(
                proposal, in: store, by: actor,
                isPartial: invocation.isOn("--partial"))
            guard judgement.isAcceptable else {
                return invocation.refuse(proposal, judgement)
            }
            let acceptance: Acceptance
            do throws(StoreError) {
                acceptance = try store.accept(
                    proposal, judgement.merge, holding: judgement.held,
                    as: invocation.isOn("--squash") ? .squash : .merge,
                    message: invocation.value("--message"), by: author)
            } catch {
                guard case .moved = error, round < raceLimit else { throw CommandError(error) }
                FileSystem.waitForOthers(round: round)
                continue
            }
            return try invocation.tell(acceptance, of: proposal, judgement, in: store)
        }
        return .fine
    }

    /// How often a race is run: somebody wins each, so this is more writers than there can be.
    private static let raceLimit = 200
}

extension Invocation {
    /// Says that a proposal was accepted before, and does what is left to do.
    fileprivate func completeAcceptance(
        of proposal: Proposal, in store: Store, by author: Signature
    ) throws(CommandError) -> ExitStatus {
        guard proposal.state == .accepted else {
            throw CommandError(StoreError.proposal(.closed(proposal.name, proposal.state)))
        }
        let commitID = try CommandError.store { () throws(StoreError) in
            try store.completeAcceptance(of: proposal, by: author)
        }
        let place = commitID.map { " in commit \($0.description.prefix(9))" } ?? ""
        _ = terminal.write("\(proposal.name) was accepted already\(place)\n")
        return .fine
    }

    /// Says why a proposal is not accepted.
    fileprivate func refuse(_ proposal: Proposal, _ judgement: Judgement) -> ExitStatus {
        let printer = DiagnosticPrinter(
            style: Style(isOn: terminal.isErrorTerminal && terminal.usesColor))
        for diagnostic in judgement.objections { terminal.writeError(printer.text(diagnostic)) }
        terminal.writeError("\(proposal.name) was not accepted: \(judgement.reasons)\n")
        let name = proposal.name
        if judgement.held.count < judgement.merge.parts.count, !judgement.isPartial {
            terminal.writeError("Next: labfolio accept \(name) --partial takes the other parts\n")
        }
        terminal.writeError("Next: labfolio review \(name)\n")
        return .findings
    }

    /// Says what came of it.
    fileprivate func tell(
        _ acceptance: Acceptance, of proposal: Proposal, _ judgement: Judgement, in store: Store
    ) throws(CommandError) -> ExitStatus {
        let place =
            acceptance.commitID.map { " in commit \($0.description.prefix(9))" }
            ?? ": it was there already"
        guard !acceptance.held.isEmpty else {
            _ = terminal.write("Accepted \(proposal.name)\(place)\n")
            try sayHowToPushDecision(on: proposal, branch: "HEAD", of: store)
            return .fine
        }
        let taken = judgement.merge.parts.filter { !judgement.held.contains($0) }
        _ = terminal.write(
            "Accepted \(taken.joined(separator: ", ")) of \(proposal.name)\(place)\n")
        let printer = DiagnosticPrinter(
            style: Style(isOn: terminal.isErrorTerminal && terminal.usesColor))
        for diagnostic in judgement.objections { terminal.writeError(printer.text(diagnostic)) }
        terminal.writeError(
            "The proposal goes on with \(acceptance.held.joined(separator: ", "))\n"
                + "Next: labfolio review \(proposal.name)\n")
        return .findings
    }
}
