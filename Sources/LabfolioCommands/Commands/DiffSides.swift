internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// The two states that are compared; before is nil where the store has no commit yet.
struct DiffSides {
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

    /// Returns the changes of those of the profiles that differ; if exactly, also of those in
    /// which only an order differs that means nothing.
    func diffs(
        of ids: [ProfileID], isExact: Bool = false, on terminal: Terminal
    ) async throws(CommandError) -> [ProfileDiff] {
        let progress = Progress("Comparing", total: ids.count, on: terminal)
        let (before, after) = (before, after)
        return try await concurrentMap(ids, limit: terminal.concurrency) {
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
                    guard !diff.isEmpty || isExact && one?.value != other?.value else { continue }
                    diffs.append(ProfileDiff(id: id, diff: diff, before: one, after: other))
                }
                return diffs
            }
        }
    }

    /// Returns the pictures of the people whose profiles changed.
    func portraits(
        of diffs: [ProfileDiff]
    ) throws(CommandError) -> [ProfileID: DiffPortrait] {
        try CommandError.store { () throws(StoreError) in
            let (old, new) = (try before?.reader(), try after.reader())
            var portraits: [ProfileID: DiffPortrait] = [:]
            for diff in diffs {
                portraits[diff.id] = DiffPortrait(
                    before: try old.flatMap { reader throws(StoreError) in
                        try Self.portrait(of: diff.id, in: reader)
                    }, after: try Self.portrait(of: diff.id, in: new))
            }
            return portraits
        }
    }

    private static func portrait(
        of id: ProfileID, in reader: ProfileReader
    ) throws(StoreError) -> String? {
        let person = try reader.section(Record.personSection, of: id)
        guard let file = person?["photo"]?["file"]?.string else { return nil }
        do throws(StoreError) {
            return try reader.asset(file, of: id).flatMap(DiffPortrait.address)
        } catch {
            // A picture that cannot be read is not shown; the check of the profile reports it.
            return nil
        }
    }

    /// The states that are compared, as a person would name them.
    var title: String { "\(Self.name(of: before)) → \(Self.name(of: after))" }

    private static func name(of snapshot: Snapshot?) -> String {
        switch snapshot?.origin {
        case .commit(let id, _): String(id.description.prefix(12))
        case .index: "the index"
        case .workTree: "the work tree"
        case .folder(let path): path.split(separator: "/").last.map(String.init) ?? path
        case nil: "nothing"
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
