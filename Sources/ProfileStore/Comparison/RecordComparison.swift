internal import Formats
internal import Git
public import RecordModel

/// Two states side by side, of which only what differs is read.
public struct RecordComparison: Sendable {
    /// The state before, nil where there was none.
    public let before: ComparedState?
    /// The state after.
    public let after: ComparedState

    /// Compares two states.
    public init(from before: ComparedState?, to after: ComparedState) {
        self.before = before
        self.after = after
    }

    /// The profiles that may differ, in order: all of those whose folders are not the same git tree.
    public func profileIDs() throws(StoreError) -> [ProfileID] {
        let old = try before?.source().listing(StoreLayout.profiles) ?? []
        let new = try after.source().listing(StoreLayout.profiles) ?? []
        return Self.differing(old, new).filter { $0.kind == .folder }
            .compactMap { ProfileID($0.name) }.sorted()
    }

    /// The schemas as of the state after, but only those of the sections that may differ in the
    /// profiles, and of the person.
    public func schemas(for ids: [ProfileID]) throws(StoreError) -> SchemaSet {
        var names: Set<String> = [Record.personSection]
        let (old, new) = (try before?.source(), try after.source())
        for id in ids {
            let folder = StoreLayout.folder(of: id)
            for entry in Self.differing(
                try old?.listing(folder) ?? [], try new.listing(folder) ?? [])
            where entry.name.hasSuffix(StoreLayout.sectionSuffix) {
                names.insert(String(entry.name.dropLast(StoreLayout.sectionSuffix.count)))
            }
        }
        return try after.schemas(for: names)
    }

    /// Returns a reader of the records, for one task.
    public func reader(_ schemas: SchemaSet) throws(StoreError) -> RecordComparisonReader {
        RecordComparisonReader(
            before: try before?.source(), after: try after.source(), schemas: schemas)
    }

    /// The entries of two folders that are not the same in both, by content as far as it is known.
    static func differing(
        _ old: [FileSource.Listed], _ new: [FileSource.Listed]
    ) -> [FileSource.Entry] {
        var contents: [String: TreeEntry.Target?] = [:]
        for item in old { contents[item.entry.name] = .some(item.content) }
        var result: [FileSource.Entry] = []
        for item in new {
            if let other = contents.removeValue(forKey: item.entry.name), let other,
                other == item.content
            {
                continue
            }
            result.append(item.entry)
        }
        return result + old.filter { contents[$0.entry.name] != nil }.map(\.entry)
    }
}
