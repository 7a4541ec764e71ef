internal import Formats
internal import Git
internal import ProfileStore
internal import RecordModel

extension StoreExport {
    /// Returns the receipt of an export of one part of all profiles.
    ///
    /// - Parameters:
    ///   - outcomes: What became of the profiles of the part.
    ///   - shard: Which part it is.
    ///   - version: The version of labfolio.
    ///   - options: The options that decide what is written.
    /// - Returns: The receipt; nil where the state that was exported is no commit.
    /// - Throws: What the file system failed at.
    public func receipt(
        of outcomes: [ExportOutcome], shard: Shard, version: String, options: String
    ) throws(ExportError) -> Receipt? {
        guard let commit = snapshot.commitID else { return nil }
        var profiles: [Receipt.Profile] = []
        for outcome in outcomes {
            guard let report = outcome.report, !outcome.isRefused else {
                profiles.append(Receipt.Profile(outcome.id, output: nil))
                continue
            }
            let folder = place.folder(of: outcome.id, layout: report.layout)
            profiles.append(
                Receipt.Profile(outcome.id, output: try Self.output(in: folder)))
        }
        return Receipt(
            Receipt.Origin(
                commit: commit.description, version: version, schema: snapshot.schemaHash,
                options: options, profiles: snapshot.profileIDs),
            shard: shard, profiles: profiles)
    }

    /// Returns a hash of everything that an export left in a target; nil where it left nothing.
    private static func output(in target: String) throws(ExportError) -> String? {
        let file = target + "/" + Manifest.path
        let bytes = try ExportError.file { () throws(FileError) -> [UInt8]? in
            do throws(FileError) { return try FileSystem.read(file) } catch {
                if error.code == .notFound { return nil }
                throw error
            }
        }
        guard let bytes else { return nil }
        do throws(Diagnostic) {
            // The manifest holds the hash of every file; which commit brought it is not output.
            return SHA256(try Manifest(reading: bytes, at: file).site.content).description
        } catch { throw .rejected(error) }
    }
}
