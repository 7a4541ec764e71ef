internal import Formats
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio owners`.
    static let owners = CommandDescription(
        name: "owners", summary: "Show who may change what, and by which rule",
        discussion: """
            Shows the rules of `owners` in labfolio.yml, the narrowest first: of those that match \
            a place the first one decides. With a profile, or a field of it, only those that \
            decide about it or about something within it. A place in the store that is in no \
            profile begins with a slash: /labfolio.yml.
            """,
        operands: [
            Operand(
                name: "PROFILE", summary: "The id of the profile (default: all rules)",
                count: .optional, completion: .profiles),
            Operand(name: "FIELD-PATH", summary: "The field (default: all)", count: .optional),
        ],
        options: [.revision, .format(["text", "json"]), .store],
        examples: [
            Example(line: "labfolio owners", meaning: "All rules"),
            Example(
                line: "labfolio owners wanru-zhao /publications/fedimpro-2024/citations",
                meaning: "Who may change one field"),
            Example(line: "labfolio owners /labfolio.yml", meaning: "Who may change the rules"),
        ]
    ) { invocation throws(CommandError) in
        let snapshot = try invocation.snapshot(of: try invocation.store())
        let place = try place(invocation, in: snapshot)
        let owners = snapshot.owners
        let rules = owners.rules(within: place)
        let isOwned = owners.isOpen || !owners.rules(for: place).isEmpty
        if invocation.format() == "json" {
            let value: Value = [
                "place": .string(place.description), "open": .bool(owners.isOpen),
                "rules": .list(rules.map(\.json)),
            ]
            _ = invocation.terminal.write(VisibleText.json(value) + "\n")
            return .fine
        }
        if owners.isOpen {
            _ = invocation.terminal.write(
                "Everybody may change everything: labfolio.yml has no owners\n")
            return .fine
        }
        let width = rules.map(\.pattern.description.count).max() ?? 0
        for rule in rules {
            let signed = rule.requiresSignature ? " (signed)" : ""
            let who = rule.owners.isEmpty ? "nobody" : rule.owners.joined(separator: ", ")
            let line =
                rule.pattern.description.padded(to: width)
                + "  \(who)\(signed)  \(rule.location.file):\(rule.location.line)"
            _ = invocation.terminal.write(VisibleText.line(line) + "\n")
        }
        if !isOwned {
            let what = invocation.operands.isEmpty ? "anything else" : place.description
            _ = invocation.terminal.write(
                VisibleText.line("Nobody may change \(what): no rule matches it") + "\n")
        }
        return .fine
    }

    /// The place that was typed, counted from the store's root.
    private static func place(
        _ invocation: Invocation, in snapshot: Snapshot
    ) throws(CommandError) -> FieldPath {
        guard let first = invocation.operand(0) else { return .root }
        if first.hasPrefix("/") {
            guard let path = OwnerPattern(first), invocation.operand(1) == nil else {
                throw .usage(
                    "`\(first)` is no place of a store",
                    hint: "For a field, name the profile first: wanru-zhao /profile/name")
            }
            return FieldPath(steps: path.steps)
        }
        let id = try CommandError.store { () throws(StoreError) in try snapshot.profileID(first) }
        guard let typed = invocation.operand(1) else { return Owners.place(of: id) }
        guard let path = FieldPath(parsing: typed) else {
            throw .usage(
                "`\(typed)` is no field path",
                hint: "A field path begins with `/`: /profile/name/display")
        }
        return Owners.place(of: id).appending(path)
    }
}

extension OwnerRule {
    /// The rule for a program.
    fileprivate var json: Value {
        [
            "match": .string(pattern.description), "emails": .list(emails.map(Value.string)),
            "keys": .list(keys.map(Value.string)),
            "require": requiresSignature ? "signed" : .null,
            "file": .string(location.file), "line": .number(Number(location.line)),
        ]
    }
}
