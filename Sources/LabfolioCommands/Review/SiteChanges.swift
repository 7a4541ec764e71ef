internal import Formats
internal import Layouts
internal import ProfileStore
internal import Publishing
internal import RecordModel

/// The files of one homepage that a change of the store would change.
struct SiteChange: Sendable {
    let before: SiteFiles?
    let after: SiteFiles?
    let files: [(path: String, change: SiteFiles.Change)]

    /// Nil where nothing would change.
    init?(from before: SiteFiles?, to after: SiteFiles?) {
        files = SiteFiles.changes(from: before, to: after)
        guard !files.isEmpty else { return nil }
        self.before = before
        self.after = after
    }

    /// Whose homepage it is.
    var profile: String { (after ?? before)?.profile.text ?? "" }

    /// The layout after, and the one before where it is another one.
    var layout: String {
        guard let before, let after, before.layout != after.layout else {
            return (after ?? before)?.layout ?? ""
        }
        return "\(before.layout) → \(after.layout)"
    }
}

extension Invocation {
    /// Returns the homepages that would change from one state of a store to another.
    ///
    /// A homepage also shows other members' names and addresses, so where one of these changes all
    /// homepages are compared that mention the member.
    func siteChanges(
        from before: Snapshot, to after: Snapshot, touching merge: ProposalMerge
    ) async throws(CommandError) -> [SiteChange] {
        var ids = Set(merge.profiles.compactMap { ProfileID($0) })
        let all = Set(before.profileIDs).union(after.profileIDs)
        if merge.scope.touchesAll {
            ids = all
        } else {
            let renamed = try changedMembers(among: ids, from: before, to: after)
            if !renamed.isEmpty {
                let mentioning = try await concurrentMap(
                    all.sorted(), limit: terminal.concurrency
                ) { run throws(CommandError) in
                    try CommandError.store { () throws(StoreError) in
                        let reader = try after.reader()
                        var found: [ProfileID] = []
                        for id in run {
                            let record = try reader.profile(id)?.record
                            if record?.value.mentions(renamed) == true { found.append(id) }
                        }
                        return found
                    }
                }
                ids.formUnion(mentioning)
            }
        }
        return try await concurrentMap(ids.sorted(), limit: terminal.concurrency) {
            run throws(CommandError) in
            do throws(ExportError) {
                let readers = try Self.readers(before, after)
                var changes: [SiteChange] = []
                for id in run {
                    let old = try SiteFiles(of: id, in: before, reader: readers.before)
                    let new = try SiteFiles(of: id, in: after, reader: readers.after)
                    if let change = SiteChange(from: old, to: new) { changes.append(change) }
                }
                return changes
            } catch { throw CommandError(error) }
        }
    }

    private static func readers(
        _ before: Snapshot, _ after: Snapshot
    ) throws(ExportError) -> (before: ProfileReader, after: ProfileReader) {
        do throws(StoreError) { return (try before.reader(), try after.reader()) } catch {
            throw .store(error)
        }
    }

    /// Returns the members of whom other homepages would say something else.
    private func changedMembers(
        among ids: Set<ProfileID>, from before: Snapshot, to after: Snapshot
    ) throws(CommandError) -> Set<String> {
        try CommandError.store { () throws(StoreError) in
            let (old, new) = (try before.reader(), try after.reader())
            var changed: Set<String> = []
            for id in ids {
                func shown(_ reader: ProfileReader) throws(StoreError) -> [Value?] {
                    let person = try reader.section(Record.personSection, of: id)
                    return [
                        person?["name"]?["display"], person?["layout"]?["url"],
                        person?["layout"]?["baseurl"],
                    ]
                }
                if try shown(old) != shown(new) { changed.insert(id.text) }
            }
            return changed
        }
    }
}

extension Value {
    /// Tells whether a text anywhere within is one of these ids of profiles.
    fileprivate func mentions(_ ids: Set<String>) -> Bool {
        switch self {
        case .mapping(let mapping):
            mapping.entries.contains { entry in
                entry.key == "profile" && entry.value.string.map(ids.contains) == true
                    || entry.value.mentions(ids)
            }
        case .list(let items): items.contains { $0.mentions(ids) }
        default: false
        }
    }
}
