internal import Formats
internal import Git
internal import RecordModel

/// Where history keeps what it read of old files, so that the next run need not read it again.
///
/// It lies outside the store and can be deleted at any time. What cannot be read or written is as
/// if there were none: a cache costs time, never results.
///
/// A file of it serves one profile of one store, one build of labfolio and one set of schemas. There
/// are `slots` files at most, none larger than `sizeLimit`: two profiles that fall upon one file take
/// turns.
public struct HistoryCache: Sendable {
    private let folder: String
    private let build: String
    /// How many files there are at most.
    static let slots: UInt64 = 64
    /// How many bytes a file has at most.
    static let sizeLimit = 4 << 20
    /// Raised whenever a file is written in another form.
    private static let format = "labfolio history 1"

    /// Takes a folder, which may be missing.
    ///
    /// - Parameters:
    ///   - folder: The folder for caches.
    ///   - build: What tells this build of labfolio from others; without it nothing is kept, since
    ///     another build may read a text in another way.
    public init?(in folder: String, build: String) {
        guard !build.isEmpty else { return nil }
        self.folder = folder
        self.build = build
    }

    /// The file that what was read of a profile is kept in, and what it has to begin with.
    func file(
        for id: ProfileID, of store: String, schemaHash: String
    ) -> (path: String, key: String) {
        var hash = ContentHash()
        for part in [store, id.text] { hash.combine(part) }
        let slot = (UInt64(hash.description.prefix(16), radix: 16) ?? 0) % Self.slots
        for part in [Self.format, build, schemaHash] { hash.combine(part) }
        return ("\(folder)/history-\(slot)", hash.description)
    }

    /// Returns what is kept under a key, nil where it is another one's or damaged.
    static func read(_ path: String, key: String) -> ArraySlice<UInt8>? {
        guard let bytes = try? FileSystem.read(path, limit: sizeLimit) else { return nil }
        var reader = PackedReader(bytes[...])
        guard reader.text() == format, reader.text() == key, let hash = reader.text(),
            let content = reader.part(), reader.isAtEnd,
            ContentHash(Array(content)).description == hash
        else { return nil }
        return content
    }

    /// Keeps bytes under a key in the place of what was there.
    static func write(_ content: [UInt8], to path: String, key: String) {
        var writer = PackedWriter()
        for text in [format, key, ContentHash(content).description] { writer.write(text) }
        writer.write(content)
        guard writer.bytes.count <= sizeLimit else { return }
        KeptFile.write(writer.bytes, to: path)
    }
}

extension Store {
    /// What history is searched in: the commits of a repository, read as a snapshot's schemas say,
    /// and what earlier searches kept about a profile.
    func history(
        of id: ProfileID, in repository: Repository, as snapshot: Snapshot
    ) -> ProfileHistory {
        let file = historyCache?.file(for: id, of: path, schemaHash: snapshot.schemaHash)
        return ProfileHistory(
            in: repository, schemas: snapshot.schemas, kept: file.map(KeptVersions.init))
    }
}
