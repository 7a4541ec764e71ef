internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio blame`.
    static let blame = CommandDescription(
        name: "blame", summary: "Show who last set each field",
        discussion: """
            For each field the commit that gave it its value, with author, date and the proposal \
            that brought it. A field stays with its commit when its entry moves or gets another \
            id, and through merges that took it as it was. What is not committed is not asked \
            about.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id of the profile", completion: .profiles),
            Operand(
                name: "FIELD-PATH", summary: "A section, an entry or a field (default: all)",
                count: .optional),
        ],
        options: [
            Option(
                name: "--at", value: "REVISION", summary: "As of this commit (default: HEAD)",
                completion: .revisions),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(line: "labfolio blame wanru-zhao", meaning: "Every field of the record"),
            Example(
                line: "labfolio blame wanru-zhao /publications/fedimpro-2024",
                meaning: "One entry"),
        ]
    ) { invocation throws(CommandError) in
        let path = try FieldPath(typed: invocation.operand(1) ?? "")
        let store = try invocation.store()
        let start = invocation.value("--at") ?? "HEAD"
        if start.hasPrefix(":") {
            throw .usage("Only commits say who set a field, not \(start)", hint: "Try --at HEAD")
        }
        let (id, fields) = try CommandError.store {
            () throws(StoreError) -> (ProfileID, [FieldBlame]) in
            guard let id = ProfileID(invocation.operands[0]) else {
                return (
                    try store.snapshot(at: .commit(start)).profileID(invocation.operands[0]), []
                )
            }
            return (id, try store.blame(of: id, field: path, from: start))
        }
        if fields.isEmpty, !path.steps.isEmpty {
            try FieldSuggestion.refuse(path, of: id, in: store, at: start)
        }
        BlameText(profile: id, fields: fields)
            .write(as: invocation.format(), to: invocation.terminal)
        return .fine
    }
}

extension FieldSuggestion {
    /// Throws that a record has no such field, and which one was meant.
    static func refuse(
        _ path: FieldPath, of id: ProfileID, in store: Store, at revision: String
    ) throws(CommandError) {
        let (record, shape) = try CommandError.store {
            () throws(StoreError) -> (Value?, Shape) in
            let snapshot = try store.snapshot(at: .commit(revision))
            return (
                try snapshot.reader().profile(id)?.record.value, snapshot.schemas.recordShape
            )
        }
        throw .usage(
            "The record of \(id) has no field \(path)",
            hint: record.map { hint(for: path, in: $0, shape: shape) })
    }
}

/// Prints who set the fields of a profile.
struct BlameText {
    let profile: ProfileID
    let fields: [FieldBlame]
    private static let nameColumns = 20
    private static let valueColumns = 60

    func write(as format: String, to terminal: Terminal) {
        guard format != "json" else {
            let json: Value = [
                "profile": .string(profile.text), "fields": .list(fields.map(json)),
            ]
            _ = terminal.write(VisibleText.json(json) + "\n")
            return
        }
        let style = Style(isOn: terminal.usesColor)
        let width = min(
            Self.nameColumns, fields.map { $0.commit.author.name.count }.max() ?? 0)
        for field in fields {
            let commit = field.commit
            let name = VisibleText.line(commit.author.name).prefix(width)
            var text = style.text(String(commit.id.description.prefix(9)), .changed)
            text += "  \(GitDate.day(of: commit.author))  \(name)"
            text += String(repeating: " ", count: width - name.count + 2)
            text += VisibleText.line(field.path.description)
            text += style.text(": ", .faint) + Self.brief(field.value)
            if let proposal = field.proposal {
                text += style.text("  (\(VisibleText.line(proposal)))", .faint)
            }
            guard terminal.write(text + "\n") else { return }
        }
    }

    private static func brief(_ value: Value) -> String {
        guard case .string(let text) = value else { return JSONWriter(style: .compact).text(value) }
        let line = VisibleText.line(text).trimmed
        return line.count > valueColumns ? line.prefix(valueColumns - 1) + "…" : line
    }

    private func json(_ field: FieldBlame) -> Value {
        [
            "path": .string(field.path.description), "value": field.value,
            "commit": .string(field.commit.id.description),
            "author": [
                "name": .string(field.commit.author.name),
                "email": .string(field.commit.author.email),
            ],
            "date": .string(GitDate.time(of: field.commit.author)),
            "message": .string(field.commit.message),
            "proposal": field.proposal.map(Value.string) ?? .null,
            "origin": [
                "profile": .string(field.profile.text), "path": .string(field.origin.description),
            ],
        ]
    }
}
