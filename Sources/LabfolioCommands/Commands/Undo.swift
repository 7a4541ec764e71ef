internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio undo`.
    static let undo = CommandDescription(
        name: "undo", summary: "Take back what one commit did to one field",
        discussion: """
            The field gets the value back that it had before REVISION, as a new commit; every \
            later edit of other fields stays. Where the field itself was changed again since, \
            nothing is written: the values are shown, and the status is 1. Where REVISION did not \
            change the field, or with --restore, the field gets the value that it had as of \
            REVISION. The field may be a whole entry or a section: an entry that was taken away \
            comes back.
            """,
        operands: [
            Operand(name: "PROFILE", summary: "The id of the profile", completion: .profiles),
            Operand(name: "FIELD-PATH", summary: "The field, as it is called now"),
        ],
        options: [
            Option(
                name: "--from", value: "REVISION",
                summary: "The commit to take back; labfolio log names those of a field",
                completion: .revisions),
            Option(name: "--restore", summary: "Give the field its value as of REVISION"),
            Option(
                name: "--message", short: "-m", value: "MESSAGE",
                summary: "The message of the commit"),
            Option(name: "--dry-run", summary: "Only show what would change"),
            .format(["text", "json"]), .store,
        ],
        examples: [
            Example(
                line: "labfolio undo wanru-zhao /profile/role --from 4f79b0a",
                meaning: "Take one change back"),
            Example(
                line: "labfolio undo wanru-zhao /news/award-2024 --from main~3 --dry-run",
                meaning: "See what it would change"),
            Example(
                line: "labfolio undo wanru-zhao /profile/bio --from v1 --restore",
                meaning: "The text as it was then"),
        ]
    ) { invocation throws(CommandError) in
        let path = try FieldPath(typed: invocation.operands[1])
        let typed = invocation.operands[0]
        guard let revision = invocation.value("--from"), !revision.isEmpty else {
            throw .usage(
                "--from is missing: the commit to take back",
                hint: "labfolio log \(typed) \(path) lists those that changed the field")
        }
        guard !path.steps.isEmpty else {
            throw .usage(
                "The whole record cannot be taken back at once",
                hint: "Name a section or a field; git revert takes back a whole commit")
        }
        let store = try invocation.store()
        let restores = invocation.isOn("--restore")
        var done: (id: ProfileID, undo: FieldUndo, schemas: SchemaSet)?
        func find(on snapshot: Snapshot) throws(StoreError) -> FieldUndo {
            let id = try snapshot.profileID(typed)
            let undo = try store.undo(
                of: path, in: id, from: revision, restores: restores, on: snapshot)
            done = (id, undo, snapshot.schemas)
            return undo
        }
        let commitID = try CommandError.store { () throws(StoreError) -> CommitID? in
            guard !invocation.isOn("--dry-run") else {
                _ = try find(on: try store.snapshot(at: .commit("HEAD")))
                return nil
            }
            return try store.commit(author: try invocation.author(in: store)) {
                snapshot throws(StoreError) in
                guard let snapshot else { throw .noCommits }
                let undo = try find(on: snapshot)
                return CommitDraft(
                    message: invocation.value("--message") ?? undo.message(typed, path),
                    files: undo.edit.files)
            }
        }
        guard let done else { return .fine }
        guard done.undo.conflicts.isEmpty else {
            UndoConflictText(path: path, undo: done.undo)
                .write(as: invocation.format(), to: invocation.terminal)
            return .findings
        }
        EditReport(id: done.id, edit: done.undo.edit, schemas: done.schemas, commitID: commitID)
            .write(as: invocation.format(), to: invocation.terminal)
        return .fine
    }
}

extension FieldUndo {
    /// The message of the commit that does it.
    fileprivate func message(_ profile: String, _ path: FieldPath) -> String {
        let id = commit.id.description
        switch aim {
        case .before:
            return """
                \(profile): take back \(path)

                This takes back what commit \(id) did to the field.

                """
        case .restored:
            return """
                \(profile): restore \(path)

                The field has the value again that it had as of commit \(id).

                """
        }
    }
}

/// Prints what stands against taking a change back.
struct UndoConflictText {
    let path: FieldPath
    let undo: FieldUndo

    func write(as format: String, to terminal: Terminal) {
        guard format != "json" else {
            let json: Value = [
                "commit": nil, "changes": [],
                "conflicts": .list(
                    undo.conflicts.map { conflict in
                        [
                            "path": .string(conflict.path.description),
                            "base": conflict.changed ?? .null, "ours": conflict.now ?? .null,
                            "theirs": conflict.before ?? .null,
                            "reason": .string(conflict.reason),
                        ]
                    }),
            ]
            _ = terminal.write(VisibleText.json(json) + "\n")
            return
        }
        let style = Style(isOn: terminal.usesColor)
        let commit = undo.commit.id.description.prefix(9)
        for conflict in undo.conflicts {
            var text = style.text("conflict: ", .error)
            text += VisibleText.line(conflict.path.description) + " was changed again since\n"
            text += "    before \(commit):  \(Self.brief(conflict.before))\n"
            text += "    as of \(commit):   \(Self.brief(conflict.changed))\n"
            text += "    now:               \(Self.brief(conflict.now))\n"
            guard terminal.write(text) else { return }
        }
        terminal.writeError(
            "Nothing was written. --restore gives the field its value as of \(commit); "
                + "labfolio set gives it any other\n")
    }

    private static func brief(_ value: Value?) -> String {
        guard let value else { return "(nothing)" }
        let text = VisibleText.line(value.string ?? JSONWriter(style: .compact).text(value))
        return text.count > 200 ? text.prefix(199) + "…" : text
    }
}
