internal import Formats
internal import Layouts
internal import RecordModel

/// The files of a site that a record refers to.
enum SiteAssets {
    /// Returns the paths in the site, by those in the profile.
    static func used(in record: Value, of site: SiteSource) -> [String: String] {
        var assets: [String: String] = [:]
        collect(record, of: site, into: &assets)
        return assets
    }

    private static func collect(
        _ value: Value, of site: SiteSource, into assets: inout [String: String]
    ) {
        switch value {
        case .list(let items): for item in items { collect(item, of: site, into: &assets) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                if entry.key == "file", let asset = entry.value.string {
                    assets[asset] = site.path(ofAsset: asset)
                } else {
                    collect(entry.value, of: site, into: &assets)
                }
            }
        default: return
        }
    }
}

extension ImportSource {
    /// Returns the bytes of the files that a record refers to, by their paths in the profile.
    ///
    /// The same picture under two names comes in once. A file that is too large, or is no file at
    /// all, is taken out of the record, and the report says so.
    public func files(of imported: inout Imported) throws(ImportError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var known: [SHA256: String] = [:]
        var names: [String: String?] = [:]
        for (asset, path) in imported.assets.sorted(by: { $0.key < $1.key }) {
            guard let bytes = try bytes(of: path) else {
                names[asset] = .some(nil)
                imported.report.diagnostics.append(
                    Diagnostic(
                        .importFileLeft, "\(path) is too large or cannot be read, so it stays out",
                        severity: .warning, hint: "At most \(Self.assetLimit >> 20) MB come in",
                        location: SourceLocation(file: path)))
                continue
            }
            let digest = SHA256(bytes)
            if let other = known[digest] {
                names[asset] = other
            } else {
                known[digest] = asset
                files[asset] = bytes
            }
        }
        if !names.isEmpty {
            imported.record.value = imported.record.value.renamingFiles(names) ?? .null
        }
        return files
    }
}

extension Value {
    /// The value with other names of files; what names a file that is gone goes with it.
    fileprivate func renamingFiles(_ names: [String: String?]) -> Value? {
        switch self {
        case .list(let items): return .list(items.compactMap { $0.renamingFiles(names) })
        case .mapping(let mapping):
            var result = Mapping()
            for entry in mapping.entries {
                guard entry.key == "file", let name = entry.value.string, let other = names[name]
                else {
                    if let value = entry.value.renamingFiles(names) { result[entry.key] = value }
                    continue
                }
                guard let other else { return nil }
                result["file"] = .string(other)
            }
            return .mapping(result)
        default: return self
        }
    }
}
