internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio list`.
    static let list = CommandDescription(
        name: "list", summary: "List the profiles",
        discussion: "One line a profile: id, name, role and layout.",
        options: [.revision, .format(["text", "json", "names"]), .store],
        examples: [
            Example(line: "labfolio list", meaning: "Who is in the store"),
            Example(
                line: "labfolio list --at v1 --format json", meaning: "… as of a tag, for a program"
            ),
        ]
    ) { invocation throws(CommandError) in
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let terminal = invocation.terminal
        if invocation.format() == "names" {
            for id in snapshot.profileIDs { _ = terminal.write("\(id)\n") }
            return .fine
        }
        let rows = try await concurrentMap(snapshot.profileIDs, limit: terminal.concurrency) {
            ids throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                let reader = try snapshot.reader()
                var rows: [ListRow] = []
                for id in ids {
                    let person = try reader.section(Record.personSection, of: id)
                    rows.append(ListRow(id: id, person: person ?? .null, in: snapshot))
                }
                return rows
            }
        }
        guard invocation.format() == "json" else {
            let width = rows.map(\.id.text.count).max() ?? 0
            let nameWidth = min(32, rows.map(\.name.count).max() ?? 0)
            let layoutWidth = rows.map(\.layout.count).max() ?? 0
            for row in rows {
                let columns = [
                    row.id.text.padded(to: width),
                    row.name.cut(to: nameWidth).padded(to: nameWidth),
                    row.layout.padded(to: layoutWidth), row.role,
                ]
                let line = columns.joined(separator: "  ")
                _ = terminal.write(VisibleText.line(line).trimmed + "\n")
            }
            if rows.isEmpty {
                terminal.writeError(
                    "There are no profiles yet. Next: labfolio new ada-lovelace --name \"…\"\n")
            }
            return .fine
        }
        let profiles = rows.map { row -> Value in
            [
                "profile": .string(row.id.text), "name": .string(row.name),
                "role": row.role.isEmpty ? .null : .string(row.role),
                "layout": .string(row.layout),
            ]
        }
        _ = terminal.write(VisibleText.json(["profiles": .list(profiles)]) + "\n")
        return .fine
    }
}

/// What a list shows of a profile.
private struct ListRow: Sendable {
    let id: ProfileID
    let name: String
    let role: String
    let layout: String

    init(id: ProfileID, person: Value, in snapshot: Snapshot) {
        self.id = id
        name = person["name"]?["display"]?.string ?? ""
        role = person["role"]?.string ?? ""
        layout =
            person["layout"]?["theme"]?.string ?? snapshot.configuration["default_layout"]?.string
            ?? "plain"
    }
}

extension String {
    /// The text, or its beginning and `…` where it is longer.
    func cut(to width: Int) -> String { count > width ? prefix(max(0, width - 1)) + "…" : self }

    /// The text without blanks at its end.
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
