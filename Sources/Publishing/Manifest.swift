internal import Formats
internal import RecordModel

/// What an export wrote into a target, so that the next one knows its own files.
///
/// The manifest is written twice when something changes: before the first file, with the hashes
/// of the old and the new bytes, and after the last one with those of the new bytes alone. So a
/// run that was killed leaves a target in which every file of ours can be told from every other.
struct Manifest: Hashable {
    /// Where the manifest lies in a target; Jekyll does not publish folders with a dot in front.
    static let path = ".labfolio/manifest.json"
    private static let format = 1

    /// The profile that was exported.
    var profile: String
    /// The layout that wrote the files, and its version.
    var layout: String
    var layoutVersion: Int
    /// The hashes that a file of ours may have, by its path in the target.
    var files: [String: Set<String>] = [:]

    /// Tells whether a file with these bytes is ours.
    func owns(_ path: String, _ hash: SHA256) -> Bool {
        files[path]?.contains(hash.description) == true
    }

    /// Returns a manifest that owns what either of two owns.
    func union(_ other: Manifest?) -> Manifest {
        var result = self
        for (path, hashes) in other?.files ?? [:] {
            result.files[path, default: []].formUnion(hashes)
        }
        return result
    }

    /// The manifest as a file, the same manifest always as the same bytes.
    var bytes: [UInt8] {
        var entries: [Value] = []
        for (path, hashes) in files.sorted(by: { $0.key < $1.key }) {
            entries.append([
                "path": .string(path), "sha256": .list(hashes.sorted().map(Value.string)),
            ])
        }
        let value: Value = [
            "format": .number(Number(Self.format)), "profile": .string(profile),
            "layout": .string(layout), "layoutVersion": .number(Number(layoutVersion)),
            "files": .list(entries),
        ]
        return Array((JSONWriter().text(value) + "\n").utf8)
    }

    /// Reads a manifest.
    ///
    /// - Throws: A finding where the file is not one of ours, or of a later version of labfolio.
    init(reading bytes: [UInt8], at file: String) throws(Diagnostic) {
        let value = try JSONReader().read(bytes, file: file).value
        guard let format = value["format"]?.number?.integer, format <= Self.format,
            let files = value["files"]?.list
        else {
            throw Diagnostic(
                .exportManifest, "The manifest \(file) cannot be used by this version of labfolio",
                hint: "Use the newer version that wrote it, or export into an empty folder",
                location: SourceLocation(file: file))
        }
        profile = value["profile"]?.string ?? ""
        layout = value["layout"]?.string ?? ""
        layoutVersion = value["layoutVersion"]?.number?.integer ?? 0
        for entry in files {
            guard let path = entry["path"]?.string else { continue }
            self.files[path] = Set(entry["sha256"]?.list?.compactMap(\.string) ?? [])
        }
    }

    init(profile: String, layout: String, layoutVersion: Int) {
        self.profile = profile
        self.layout = layout
        self.layoutVersion = layoutVersion
    }
}

extension Diagnostic.Code {
    static let exportManifest: Self = "export.manifest"
}
