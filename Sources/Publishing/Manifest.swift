internal import Formats
internal import Layouts
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

    /// What was written at one path.
    struct File: Hashable {
        /// The hashes that the file has where it is ours.
        var hashes: Set<String> = []
        /// The fields that are ours, where the others are somebody else's, by their paths: the
        /// hashes of the values that they have where nobody changed them.
        var fields: [String: Set<String>] = [:]
        /// What our bytes or fields were laid over.
        var origin = Origin.layout
    }

    /// What a file was before an export came to it.
    enum Origin: String {
        /// Nothing: the whole file is the layout's.
        case layout
        /// A file of the theme's checkout, which the export copied.
        case theme
        /// A file of the person, of which only some fields are ours; it is never removed.
        case person
    }

    /// The profile that was exported.
    var profile: String
    /// What the store of the profile is called; nil where it has no name.
    var store: String?
    /// The layout that wrote the files, and its version.
    var layout: String
    var layoutVersion: Int
    /// The id of the tree that the record had in its commit; nil for one in a work tree.
    var tree: String?
    /// The version of labfolio that wrote the files.
    var version = ""
    /// Whether the run that wrote this came to its end.
    var isComplete = true
    /// What was written, by its path in the target.
    var files: [String: File] = [:]
    /// The files that earlier exports wrote, somebody changed, and no export writes any more.
    var left: Set<String> = []

    /// What makes the site what it is, without what says where it came from.
    var site: Manifest {
        var result = self
        result.store = nil
        result.tree = nil
        result.version = ""
        return result
    }

    /// Whether the site is the lab's own one, and no profile's.
    var isLab: Bool { layout == LabSite.layoutName }

    /// Tells whether a file with these bytes is ours.
    func owns(_ path: String, _ hash: SHA256) -> Bool {
        files[path]?.hashes.contains(hash.description) == true
    }

    /// Returns the manifest of a run that is under way: it owns what either of two owns.
    func underWay(from other: Manifest?) -> Manifest {
        var result = self
        result.isComplete = false
        result.left.formUnion(other?.left ?? [])
        for (path, file) in other?.files ?? [:] {
            result.files[path, default: File(origin: file.origin)].hashes.formUnion(file.hashes)
            result.files[path]?.fields.merge(file.fields) { $0.union($1) }
        }
        return result
    }

    /// Returns the manifest of a run that has come so far that nothing needs the originals any more
    /// which only the run before it needed.
    func keepingOriginals(of other: Manifest?) -> Manifest {
        var result = self
        result.isComplete = false
        for (path, file) in other?.files ?? [:] where SharedFile.isOriginal(path) {
            if result.files[path] == nil { result.files[path] = file }
        }
        return result
    }

    /// The manifest as a file, the same manifest always as the same bytes.
    ///
    /// - Parameter content: The content, where the caller has it already.
    /// - Returns: The bytes.
    func bytes(_ content: [UInt8]? = nil) -> [UInt8] {
        Array("{\n  \"complete\": \(isComplete),\n".utf8)
            + (content ?? self.content).dropFirst("{\n".utf8.count)
    }

    /// All but whether the run came to its end, as a file: where nothing was there before, the
    /// same while a run is under way and after it.
    var content: [UInt8] {
        var entries: [Value] = []
        entries.reserveCapacity(files.count)
        for path in files.keys.sorted() {
            guard let file = files[path] else { continue }
            var entry = Mapping(capacity: 2)
            entry["path"] = .string(path)
            entry["sha256"] = Self.list(file.hashes)
            if file.origin != .layout { entry["origin"] = .string(file.origin.rawValue) }
            if !file.fields.isEmpty {
                entry["fields"] = .list(
                    file.fields.sorted { $0.key < $1.key }.map { path, hashes in
                        ["path": .string(path), "sha256": Self.list(hashes)]
                    })
            }
            entries.append(.mapping(entry))
        }
        var value = Mapping()
        value["format"] = .number(Number(Self.format))
        value["labfolio"] = .string(version)
        value["store"] = store.map(Value.string)
        value["profile"] = .string(profile)
        value["tree"] = tree.map(Value.string)
        value["layout"] = .string(layout)
        value["layoutVersion"] = .number(Number(layoutVersion))
        value["files"] = .list(entries)
        if !left.isEmpty { value["left"] = Self.list(left) }
        return JSONWriter().file(.mapping(value))
    }

    /// Texts in order, as nearly every file has one of.
    private static func list(_ texts: Set<String>) -> Value {
        if texts.count == 1, let only = texts.first { return .list([.string(only)]) }
        return .list(texts.sorted().map(Value.string))
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
        store = value["store"]?.string
        profile = value["profile"]?.string ?? ""
        layout = value["layout"]?.string ?? ""
        layoutVersion = value["layoutVersion"]?.number?.integer ?? 0
        tree = value["tree"]?.string
        version = value["labfolio"]?.string ?? ""
        isComplete = value["complete"] == .bool(true)
        left = Set(value["left"]?.list?.compactMap(\.string) ?? [])
        for entry in files {
            guard let path = entry["path"]?.string else { continue }
            self.files[path] = File(
                hashes: Set(entry["sha256"]?.list?.compactMap(\.string) ?? []),
                fields: Self.fields(entry["fields"]),
                origin: entry["origin"]?.string.flatMap(Origin.init) ?? .layout)
        }
    }

    private static func fields(_ value: Value?) -> [String: Set<String>] {
        var fields: [String: Set<String>] = [:]
        for field in value?.list ?? [] {
            // Earlier versions wrote the paths alone.
            guard let path = field.string ?? field["path"]?.string else { continue }
            fields[path] = Set(field["sha256"]?.list?.compactMap(\.string) ?? [])
        }
        return fields
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
