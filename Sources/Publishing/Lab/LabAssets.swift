internal import Formats
internal import ProfileStore
internal import RecordModel

/// The pictures and documents of all members in one folder of the lab's site.
///
/// A file goes by its own name with a hash of what is in it, so that two members never get in each
/// other's way, what is there twice is copied once, and a browser never shows an old one.
struct LabAssets {
    /// Where a file of the site comes from.
    struct Source: Hashable {
        let profile: ProfileID
        let path: String
    }

    /// The files by their path in the site.
    private(set) var sources: [String: Source] = [:]
    private var places: [String: String] = [:]

    /// Takes the files of a profile and returns where in the site each of them goes.
    mutating func add(
        _ profile: StoredProfile, reader: ProfileReader
    ) throws(ExportError) -> [String: String] {
        var result: [String: String] = [:]
        for path in profile.assets {
            let found = try ExportError.store { () throws(StoreError) in
                try reader.asset(path, of: profile.id)
            }
            guard let bytes = found else { continue }
            let hash = SHA256(bytes).description
            let place = places[hash] ?? Self.place(of: path, hash: hash)
            places[hash] = place
            if sources[place] == nil { sources[place] = Source(profile: profile.id, path: path) }
            result[path] = place
        }
        return result
    }

    /// `assets/photo-0123456789ab.jpg` for `assets/2024/photo.jpg`.
    private static func place(of path: String, hash: String) -> String {
        let name = path.split(separator: "/").last ?? "file"
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let stem = dot == name.startIndex ? name : name[..<dot]
        let ending = dot == name.startIndex ? "" : name[dot...].lowercased()
        return "assets/\(stem)-\(hash.prefix(12))\(ending)"
    }

    /// Returns a record whose fields name the files as the site does.
    ///
    /// - Parameters:
    ///   - value: The sections of a record.
    ///   - places: Where each file of the profile goes.
    ///   - schemas: The schemas, which say what names a file and what is prose.
    /// - Returns: The value with the site's paths.
    static func relocated(
        _ value: Value, _ places: [String: String], schemas: SchemaSet
    ) -> Value {
        guard !places.isEmpty else { return value }
        return linked(schemas.renamingAssets(in: value, to: places), places)
    }

    /// Changes the links of prose that lead to files of the profile.
    private static func linked(_ value: Value, _ places: [String: String]) -> Value {
        switch value {
        case .string(let text):
            guard text.contains("](") else { return value }
            return .string(linked(text, places))
        case .list(let items): return .list(items.map { linked($0, places) })
        case .mapping(var mapping):
            for entry in mapping.entries { mapping[entry.key] = linked(entry.value, places) }
            return .mapping(mapping)
        default: return value
        }
    }

    private static func linked(_ text: String, _ places: [String: String]) -> String {
        var parts = text.split(separator: "](", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            let part = parts[index]
            let start = ["/assets/", "./assets/", "assets/"].first(where: part.hasPrefix)
            guard let start else { continue }
            let end = part.firstIndex { " )#?\"'\n".contains($0) } ?? part.endIndex
            let path = "assets/" + part[..<end].dropFirst(start.count)
            guard let place = places[path] else { continue }
            parts[index] = place + part[end...]
        }
        return parts.joined(separator: "](")
    }
}
