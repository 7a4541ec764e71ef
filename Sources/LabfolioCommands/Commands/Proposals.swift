internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio proposals`.
    static let proposals = CommandDescription(
        name: "proposals", summary: "List the proposals",
        discussion: """
            One line a proposal that waits: name, state, author, date and age, the profiles it \
            touches, and what its author said. With --all those that were decided, too. A \
            proposal is a branch proposals/NAME, this store's own or one that was fetched. What \
            was said and decided is kept in refs/labfolio/events: --join takes the events that \
            git fetched from another clone into this one's, so that they can be pushed on.
            """,
        options: [
            Option(name: "--all", summary: "Those that were decided, too"),
            Option(name: "--join", summary: "Take fetched events into this clone's own"),
            .format(["text", "json", "names"]), .store,
        ],
        examples: [
            Example(line: "labfolio proposals", meaning: "What waits for a decision"),
            Example(
                line: "labfolio proposals --all --format json",
                meaning: "All there ever were, for a program"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let terminal = invocation.terminal
        if invocation.isOn("--join") {
            let isJoined = try CommandError.store { () throws(StoreError) in
                try store.joinEvents(by: try invocation.author(in: store))
            }
            terminal.writeError(
                isJoined
                    ? "Joined the events that were fetched\nNext: git push REMOTE refs/labfolio/events\n"
                    : "There is nothing to join\n")
        }
        let proposals = try CommandError.store { () throws(StoreError) in
            try store.proposals(invocation.isOn("--all") ? .all : .open)
        }
        if invocation.format() == "names" {
            for proposal in proposals { _ = terminal.write(proposal.name + "\n") }
            return .fine
        }
        let rows = try await concurrentMap(
            proposals, limit: terminal.concurrency, runLength: 1
        ) { run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                var rows: [ProposalRow] = []
                for proposal in run {
                    var row = ProposalRow(
                        proposal: proposal, scope: try store.scope(of: proposal))
                    if proposal.state == .open, let scope = row.scope, scope.base != nil {
                        row.conflicts = try store.merge(scope).conflicted
                    }
                    rows.append(row)
                }
                return rows
            }
        }
        guard invocation.format() == "text" else {
            _ = terminal.write(
                VisibleText.json(["proposals": .list(rows.map(\.value))]) + "\n")
            return .fine
        }
        let style = Style(isOn: terminal.usesColor)
        for line in ProposalRow.lines(rows, today: terminal.today, style: style)
        where !terminal.write(line + "\n") { break }
        if rows.isEmpty {
            terminal.writeError(
                invocation.isOn("--all")
                    ? "There are no proposals\n"
                    : "No proposal waits; --all lists those that were decided\n")
        }
        return .fine
    }
}
