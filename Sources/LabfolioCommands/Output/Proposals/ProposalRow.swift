internal import Formats
internal import Git
internal import ProfileStore
internal import Profiles
internal import RecordModel

/// What a list says of a proposal.
struct ProposalRow: Sendable {
    let proposal: Proposal
    /// Nil where the commits are not in this clone.
    let scope: ProposalScope?
    /// The profiles and files that cannot be merged by rule.
    var conflicts: [String] = []

    /// The state in a word; of those that wait some cannot be merged as they are.
    var state: String {
        proposal.state == .open && !conflicts.isEmpty ? "conflicted" : proposal.state.rawValue
    }

    private var touched: String {
        guard let scope else { return "not in this clone" }
        return ProposalText.touched(scope)
    }

    /// The lines of a list, its columns aligned.
    static func lines(_ rows: [ProposalRow], today: DateText?, style: Style) -> [String] {
        let table = rows.map { row -> [String] in
            let age = ProposalText.age(of: row.proposal.author, today: today)
            return [
                row.proposal.name, row.state, row.proposal.author.name,
                GitDate.day(of: row.proposal.author),
                age.map(ProposalText.words) ?? "", row.touched,
            ].map(VisibleText.line)
        }
        let widths = (0..<6).map { column in
            min(column == 5 ? 48 : 32, table.map { $0[column].count }.max() ?? 0)
        }
        return zip(rows, table).map { row, cells in
            let role: Style.Role =
                switch row.state {
                case "open", "accepted": .added
                case "conflicted": .error
                default: .faint
                }
            var columns: [String] = []
            for (column, cell) in cells.enumerated() where widths[column] > 0 {
                let text = cell.cut(to: widths[column]).padded(to: widths[column])
                columns.append(column == 1 ? style.text(text, role) : text)
            }
            columns.append(VisibleText.line(row.said))
            return columns.joined(separator: "  ").trimmed
        }
    }

    /// What the author said; of one that was turned down, why.
    private var said: String {
        guard proposal.state == .rejected, let reason = proposal.lastDecision?.message else {
            return proposal.summary
        }
        return String(reason.prefix { !$0.isNewline })
    }

    /// The proposal for programs.
    var value: Value {
        var fields = Mapping()
        fields["proposal"] = .string(proposal.name)
        fields["state"] = .string(state)
        fields["author"] = [
            "name": .string(proposal.author.name), "email": .string(proposal.author.email),
        ]
        fields["date"] = .string(GitDate.time(of: proposal.author))
        fields["message"] = .string(proposal.message)
        fields["commit"] = .string(proposal.commitID.description)
        fields["base"] = (scope?.base?.id.description).map(Value.string) ?? .null
        fields["reference"] = proposal.reference.map(Value.string) ?? .null
        fields["commits"] = .number(Number(scope?.commitCount ?? 0))
        fields["profiles"] = .list((scope?.profiles ?? []).map(Value.string))
        fields["files"] = .list((scope?.paths ?? []).map(Value.string))
        fields["conflicts"] = .list(conflicts.map(Value.string))
        fields["events"] = .list(proposal.events.map(\.programValue))
        return .mapping(fields)
    }
}

extension ReviewEvent {
    /// The event for programs: its time as other commands write times.
    var programValue: Value {
        guard case .mapping(let kept) = value else { return value }
        var fields = Mapping()
        for entry in kept.entries
        where !["name", "email", "seconds", "offset", "proposal"].contains(entry.key) {
            fields[entry.key] = entry.value
        }
        fields["author"] = ["name": .string(author.name), "email": .string(author.email)]
        fields["date"] = .string(GitDate.time(of: author))
        return .mapping(fields)
    }
}
