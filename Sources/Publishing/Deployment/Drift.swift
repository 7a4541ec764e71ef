internal import Formats
internal import Git
internal import Layouts
internal import RecordModel

/// What somebody changed by hand in a homepage since it was last published.
///
/// Why not only what an export would overwrite: whoever removes a page of their site, or sets a key
/// of `_config.yml` that is labfolio's, would find it undone after the next edit of the record.
struct Drift {
    /// The files, in order.
    private(set) var paths: [TargetPath] = []

    /// Finds nothing: there is nothing of ours that could have been changed.
    init() {}

    /// Compares the files of ours with what the manifest says of them.
    ///
    /// - Parameters:
    ///   - manifest: The manifest in the tree.
    ///   - now: The homepage as it is.
    ///   - published: The homepage as it was last published; nil where nobody knows.
    ///   - hasTheme: Whether files of the theme are written as well; else they are the owner's to
    ///     change, since nothing happens to them.
    /// - Throws: What the repository failed at.
    init(
        since manifest: Manifest, in now: TargetContents, published: TargetContents?,
        hasTheme: Bool
    ) throws(ExportError) {
        for (name, file) in manifest.files {
            guard let path = TargetPath(name),
                hasTheme || file.origin != .theme || !file.fields.isEmpty
            else { continue }
            let bytes = try now.read(name)
            if let bytes, file.hashes.contains(SHA256(bytes).description) { continue }
            if file.fields.isEmpty {
                paths.append(path)
            } else if let published = try published?.read(name),
                try Self.differ(Set(file.fields.keys), bytes ?? [], published, name)
            {
                paths.append(path)
            }
        }
        paths.sort()
    }

    /// Tells whether fields of ours have another value in a shared file than we wrote.
    private static func differ(
        _ fields: Set<String>, _ now: [UInt8], _ published: [UInt8], _ name: String
    ) throws(ExportError) -> Bool {
        let (after, before): (Value, Value)
        do throws(Diagnostic) {
            after = try YAMLReader().read(now, file: name).value
            before = try YAMLReader().read(published, file: name).value
        } catch {
            // What cannot be read any more cannot be edited either; the plan reports it.
            return true
        }
        return fields.contains { field in
            guard let path = FieldPath(parsing: field) else { return false }
            return after.value(at: path) != before.value(at: path)
        }
    }
}

extension Diagnostic.Code {
    static let publishDrift: Self = "publish.drift"
}
