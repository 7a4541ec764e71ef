internal import Formats
internal import Layouts
public import ProfileStore
public import RecordModel

/// The files that an export of one profile would write, by what is in them, without writing any.
public struct SiteFiles: Sendable {
    /// What a file would hold.
    private enum Content: Hashable, Sendable {
        case bytes(SHA256)
        case edits([FieldEdit])
    }

    /// Whose homepage it is.
    public let profile: ProfileID
    /// The name of the layout.
    public let layout: String
    /// The address of the homepage, nil where it is not known.
    public let url: String?
    private let contents: [String: Content]

    /// How many files there are.
    public var count: Int { contents.count }

    /// Makes the files of a profile as of a snapshot; nil where there is no such profile, or one
    /// that an export would refuse.
    ///
    /// - Parameters:
    ///   - id: The profile.
    ///   - snapshot: The state of the store.
    ///   - reader: A reader of that snapshot.
    /// - Throws: What the world failed at.
    public init?(
        of id: ProfileID, in snapshot: Snapshot, reader: ProfileReader
    ) throws(ExportError) {
        let found = try ExportError.store { () throws(StoreError) in try reader.profile(id) }
        guard let found, !found.hasErrors else { return nil }
        let choice = found.record.value[Record.personSection]?["layout"]
        let name = Layout.choice(of: found.record, in: snapshot)
        guard let layout = Layout.named(name) else { return nil }
        let output = try Exporter.output(
            of: found, with: layout, reader: reader,
            language: snapshot.configuration["language"]?.string)
        var contents: [String: Content] = [:]
        for file in output.files {
            switch file.content {
            case .bytes(let bytes):
                contents[file.path.description] = .bytes(file.hash ?? SHA256(bytes))
            case .edits(let edits): contents[file.path.description] = .edits(edits)
            case .asset(let asset):
                let bytes = try ExportError.store { () throws(StoreError) in
                    try reader.asset(asset, of: id)
                }
                if let bytes { contents[file.path.description] = .bytes(SHA256(bytes)) }
            }
        }
        self.contents = contents
        profile = id
        self.layout = layout.name
        url = choice?["url"]?.string.map { $0 + (choice?["baseurl"]?.string ?? "") }
    }

    /// What becomes of a file from one state of a store to another.
    public enum Change: String, Hashable, Sendable {
        /// It would be written for the first time.
        case add
        /// It would be written with other content.
        case replace
        /// It would no longer be written.
        case remove
    }

    /// Returns the files that differ between two states of one homepage, in the order of their
    /// paths; nil stands for no homepage at all.
    public static func changes(
        from before: SiteFiles?, to after: SiteFiles?
    ) -> [(path: String, change: Change)] {
        let (old, new) = (before?.contents ?? [:], after?.contents ?? [:])
        var changes: [(path: String, change: Change)] = []
        for path in Set(old.keys).union(new.keys).sorted() where old[path] != new[path] {
            let change: Change =
                old[path] == nil ? .add : new[path] == nil ? .remove : .replace
            changes.append((path, change))
        }
        return changes
    }
}
