internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio review`.
    static let review = CommandDescription(
        name: "review", summary: "Show everything there is to know about a proposal",
        discussion: """
            What it changes, field by field; conflicts with the branch that it is for; findings \
            that it would bring and take away; whose consent it needs; and which files of which \
            homepages would change. Nothing is written but objects that nobody names. With -m a \
            comment is kept with the proposal. The exit status is 1 if it would not be accepted.
            """,
        operands: [
            Operand(name: "NAME", summary: "The name of the proposal", completion: .proposals)
        ],
        options: [
            .format(["text", "json", "markdown", "html"]),
            Option(
                name: "--message", short: "-m", value: "COMMENT",
                summary: "Keep a comment with the proposal"),
            .store,
        ],
        examples: [
            Example(line: "labfolio review new-paper", meaning: "Look at a proposal"),
            Example(
                line: "labfolio review new-paper --format html > review.html",
                meaning: "… side by side, with the portraits, in a browser"),
            Example(
                line: "labfolio review new-paper -m \"Please name the venue\"",
                meaning: "Say something about it"),
        ]
    ) { invocation throws(CommandError) in
        let store = try invocation.store()
        let terminal = invocation.terminal
        var proposal = try CommandError.store { () throws(StoreError) in
            try store.proposal(named: invocation.operands[0])
        }
        if let comment = invocation.value("--message"), !comment.isEmpty {
            proposal = try CommandError.store { () throws(StoreError) in
                try store.comment(on: proposal, comment, by: try invocation.author(in: store))
                return try store.proposal(named: proposal.name)
            }
        }
        let review = try await invocation.review(
            proposal, in: store, by: invocation.knownActor(in: store))
        switch invocation.format() {
        case "json": _ = terminal.write(VisibleText.json(ReviewJSON.value(review)) + "\n")
        case "markdown": _ = terminal.write(ReviewMarkdown().text(review))
        case "html":
            _ = terminal.write(
                ReviewPage(portraits: try Self.portraits(in: review, of: store)).text(review))
        default:
            let style = Style(isOn: terminal.usesColor)
            _ = terminal.write(ReviewText(style: style, today: terminal.today).text(review))
            if review.isAcceptable {
                terminal.writeError("Next: labfolio accept \(proposal.name)\n")
            }
        }
        return review.isAcceptable || proposal.state == .accepted ? .fine : .findings
    }
}

extension CommandDescription {
    /// The pictures of the people whose profiles a proposal changes, as it found and leaves them.
    private static func portraits(
        in review: ProposalReview, of store: Store
    ) throws(CommandError) -> [ProfileID: DiffPortrait] {
        try CommandError.store { () throws(StoreError) in
            func reader(_ commit: Commit) throws(StoreError) -> ProfileReader {
                try store.snapshot(at: .commit(commit.id.description)).reader()
            }
            return try DiffPortrait.all(
                of: review.diffs, before: try review.scope.base.map(reader),
                after: try reader(review.scope.tip))
        }
    }
}

extension Invocation {
    /// Who would accept, nil where nobody says who they are: looking is for everybody.
    fileprivate func knownActor(in store: Store) -> Actor? {
        (try? author(in: store)).map { Actor(email: $0.email) }
    }
}
