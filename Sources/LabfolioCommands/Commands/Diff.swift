internal import Formats
internal import Merging
internal import ProfileStore
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio diff`.
    static let diff = CommandDescription(
        name: "diff", summary: "Show what changed, field by field",
        discussion: """
            BEFORE and AFTER each name a revision, :index, :worktree, or a folder that holds \
            profiles/. One of them: from it to the work tree; none: from HEAD to the work tree. \
            Entries are told apart by their ids, so moving them is no change where an export \
            orders them itself.
            """,
        operands: [
            Operand(
                name: "BEFORE", summary: "The state before (default: HEAD)", count: .optional,
                completion: .revisions),
            Operand(
                name: "AFTER", summary: "The state after (default: the work tree)",
                count: .optional, completion: .revisions),
        ],
        options: [
            Option(
                name: "--profile", value: "ID", summary: "Only this profile; may be repeated",
                isRepeatable: true, completion: .profiles),
            .format(["text", "json"]),
            Option(name: "--exit-code", summary: "End with status 1 if there are differences"),
            .store,
        ],
        examples: [
            Example(line: "labfolio diff", meaning: "What is not committed yet"),
            Example(
                line: "labfolio diff main~5 main --profile wanru-zhao",
                meaning: "What five commits did to one profile"),
        ]
    ) { invocation throws(CommandError) in
        let sides = try DiffSides(invocation)
        let ids = try sides.profileIDs(named: invocation.allValues("--profile"))
        let terminal = invocation.terminal
        let progress = Progress("Comparing", total: ids.count, on: terminal)
        let (before, after) = (sides.before, sides.after)
        let diffs = try await concurrentMap(ids, limit: terminal.concurrency) {
            run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                var diffs: [ProfileDiff] = []
                let (old, new) = (try before?.reader(), try after.reader())
                let shape = after.schemas.recordShape
                for id in run {
                    progress.advance()
                    // Equal trees hold equal records; nothing has to be read.
                    if let tree = try old?.treeID(of: id), tree == (try new.treeID(of: id)) {
                        continue
                    }
                    let (one, other) = (
                        try old?.profile(id)?.record, try new.profile(id)?.record
                    )
                    let diff = Diff(from: one, to: other, shape: shape)
                    guard !diff.isEmpty else { continue }
                    diffs.append(ProfileDiff(id: id, diff: diff, before: one, after: other))
                }
                return diffs
            }
        }
        if invocation.format() == "json" {
            _ = terminal.write(
                VisibleText.json(
                    DiffText.json(diffs, before: before?.commitID, after: after.commitID)) + "\n")
        } else {
            let text = DiffText(style: Style(isOn: terminal.usesColor))
            for diff in diffs { guard terminal.write(text.text(diff)) else { break } }
        }
        return invocation.isOn("--exit-code") && !diffs.isEmpty ? .findings : .fine
    }
}

/// The two states that are compared; before is nil where the store has no commit yet.
private struct DiffSides {
    let before: Snapshot?
    let after: Snapshot

    init(_ invocation: Invocation) throws(CommandError) {
        let (first, second) = (invocation.operand(0), invocation.operand(1))
        let folders = (
            first.flatMap { Self.folder($0, invocation) },
            second.flatMap { Self.folder($0, invocation) }
        )
        // Two folders need no store around them.
        if let old = folders.0, let new = folders.1 {
            before = try Self.snapshot(ofFolder: old)
            after = try Self.snapshot(ofFolder: new)
            return
        }
        let store = try invocation.store()
        if let second {
            after = try Self.snapshot(second, folders.1, of: store)
        } else {
            after = try CommandError.store { () throws(StoreError) in
                try store.snapshot(at: store.defaultRevision)
            }
        }
        do throws(CommandError) {
            before = try Self.snapshot(first ?? "HEAD", folders.0, of: store)
        } catch {
            // Before the first commit everything is new.
            guard first == nil, Self.hasNoCommits(store) else { throw error }
            before = nil
        }
    }

    private static func hasNoCommits(_ store: Store) -> Bool {
        do throws(StoreError) { _ = try store.snapshot(at: .commit("HEAD")) } catch {
            if case .noCommits = error { return true }
        }
        return false
    }

    /// The path of a folder with `profiles/`, nil where the text names none.
    private static func folder(_ text: String, _ invocation: Invocation) -> String? {
        let path = invocation.path(text)
        // A folder that cannot be looked at is no folder to compare; as a revision it is reported.
        guard case .folder? = try? FileSystem.kind(at: path + "/profiles") else { return nil }
        return path
    }

    private static func snapshot(ofFolder path: String) throws(CommandError) -> Snapshot {
        try CommandError.store { () throws(StoreError) in try Snapshot(folder: path) }
    }

    private static func snapshot(
        _ text: String, _ folder: String?, of store: Store
    ) throws(CommandError) -> Snapshot {
        do throws(StoreError) { return try store.snapshot(at: Revision(text)) } catch {
            // A revision comes first: a folder may have the name of a branch.
            if case .unknownRevision = error, let folder { return try snapshot(ofFolder: folder) }
            throw CommandError(error)
        }
    }

    func profileIDs(named typed: [String]) throws(CommandError) -> [ProfileID] {
        let all = Set((before?.profileIDs ?? []) + after.profileIDs)
        guard !typed.isEmpty else { return all.sorted() }
        var ids: Set<ProfileID> = []
        for text in typed {
            guard let id = ProfileID(text), all.contains(id) else {
                throw CommandError(
                    StoreError.unknownProfile(
                        text, suggestion: Suggestion.closest(to: text, in: all.map(\.text))))
            }
            ids.insert(id)
        }
        return ids.sorted()
    }
}
