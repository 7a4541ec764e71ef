internal import Formats
internal import Git
internal import Merging
internal import ProfileStore
internal import RecordModel

/// The two states that are compared; there is none before where the store has no commit yet.
struct DiffSides {
    let comparison: RecordComparison

    /// What was found when records were compared.
    struct Result: Sendable {
        /// The profiles that differ, in order.
        var diffs: [ProfileDiff] = []
        /// What is wrong with files that could not be read, and so not be compared.
        var diagnostics: [Diagnostic] = []
        /// The schemas of the sections that differ.
        let schemas: SchemaSet
    }

    init(_ invocation: Invocation) throws(CommandError) {
        let (first, second) = (invocation.operand(0), invocation.operand(1))
        let folders = (
            first.flatMap { Self.folder($0, invocation) },
            second.flatMap { Self.folder($0, invocation) }
        )
        // Two folders need no store around them.
        if let old = folders.0, let new = folders.1 {
            comparison = RecordComparison(
                from: try Self.state(ofFolder: old), to: try Self.state(ofFolder: new))
            return
        }
        let store = try invocation.store()
        let after: ComparedState
        if let second {
            after = try Self.state(second, folders.1, of: store)
        } else {
            after = try CommandError.store { () throws(StoreError) in
                try ComparedState(store.defaultRevision, of: store)
            }
        }
        do throws(CommandError) {
            let before = try Self.state(first ?? "HEAD", folders.0, of: store)
            comparison = RecordComparison(from: before, to: after)
        } catch {
            // Before the first commit everything is new.
            guard first == nil, Self.hasNoCommits(store) else { throw error }
            comparison = RecordComparison(from: nil, to: after)
        }
    }

    private static func hasNoCommits(_ store: Store) -> Bool {
        do throws(StoreError) { _ = try ComparedState(.commit("HEAD"), of: store) } catch {
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

    private static func state(ofFolder path: String) throws(CommandError) -> ComparedState {
        try CommandError.store { () throws(StoreError) in try ComparedState(folder: path) }
    }

    private static func state(
        _ text: String, _ folder: String?, of store: Store
    ) throws(CommandError) -> ComparedState {
        do throws(StoreError) { return try ComparedState(Revision(text), of: store) } catch {
            // A revision comes first: a folder may have the name of a branch.
            if case .unknownRevision = error, let folder { return try state(ofFolder: folder) }
            throw CommandError(error)
        }
    }

    // MARK: Comparing

    /// Returns the changes of the profiles that differ, of all or of those that were typed; if
    /// exactly, also of those in which only an order differs that means nothing.
    func result(
        named typed: [String], isExact: Bool, on terminal: Terminal
    ) async throws(CommandError) -> Result {
        let comparison = comparison
        var ids = try CommandError.store { () throws(StoreError) in try comparison.profileIDs() }
        if !typed.isEmpty {
            let wanted = try profileIDs(named: typed)
            ids.removeAll { !wanted.contains($0) }
        }
        let known = ids
        let schemas = try CommandError.store { () throws(StoreError) in
            try comparison.schemas(for: known)
        }
        let progress = Progress("Comparing", total: ids.count, on: terminal)
        let found = try await concurrentMap(ids, limit: terminal.concurrency, runLength: 4) {
            run throws(CommandError) in
            try CommandError.store { () throws(StoreError) in
                let reader = try comparison.reader(schemas)
                var found: [(diff: ProfileDiff?, diagnostics: [Diagnostic])] = []
                for id in run {
                    progress.advance()
                    found.append(try Self.diff(of: id, reader, isExact: isExact))
                }
                return found
            }
        }
        return Result(
            diffs: found.compactMap(\.diff), diagnostics: found.flatMap(\.diagnostics),
            schemas: schemas)
    }

    private static func diff(
        of id: ProfileID, _ reader: RecordComparisonReader, isExact: Bool
    ) throws(StoreError) -> (diff: ProfileDiff?, diagnostics: [Diagnostic]) {
        let pair = try reader.records(of: id)
        let diff = Diff(from: pair.before, to: pair.after, shape: reader.schemas.recordShape)
        guard !diff.isEmpty || isExact && pair.before?.value != pair.after?.value else {
            return (nil, pair.diagnostics)
        }
        var profile = ProfileDiff(id: id, diff: diff, before: pair.before, after: pair.after)
        if profile.personName == nil {
            profile.name = try reader.section(Record.personSection, of: id)?["name"]?["display"]?
                .string
        }
        return (profile, pair.diagnostics)
    }

    private func profileIDs(named typed: [String]) throws(CommandError) -> Set<ProfileID> {
        let comparison = comparison
        let all = try CommandError.store { () throws(StoreError) in
            Set(try comparison.after.profileIDs() + (comparison.before?.profileIDs() ?? []))
        }
        var ids: Set<ProfileID> = []
        for text in typed {
            guard let id = ProfileID(text), all.contains(id) else {
                throw CommandError(
                    StoreError.unknownProfile(
                        text, suggestion: Suggestion.closest(to: text, in: all.map(\.text))))
            }
            ids.insert(id)
        }
        return ids
    }

    // MARK: What people see

    /// Returns the pictures of the people whose profiles changed.
    func portraits(of result: Result) throws(CommandError) -> [ProfileID: DiffPortrait] {
        let comparison = comparison
        return try CommandError.store { () throws(StoreError) in
            let readers = try comparison.reader(result.schemas).readers()
            return try DiffPortrait.all(
                of: result.diffs, before: readers.before, after: readers.after)
        }
    }

    /// The states that are compared, as a person would name them.
    var title: String { "\(Self.name(of: comparison.before)) → \(Self.name(of: comparison.after))" }

    private static func name(of state: ComparedState?) -> String {
        switch state?.origin {
        case .commit(let id, _): String(id.description.prefix(12))
        case .index: "the index"
        case .workTree: "the work tree"
        case .folder(let path): path.split(separator: "/").last.map(String.init) ?? path
        case nil: "nothing"
        }
    }
}
