internal import Formats
public import Git
internal import JSONSchema
public import RecordModel

/// Reads the profiles of one snapshot; serves one task.
public struct ProfileReader {
    let source: FileSource
    /// The schemas that the profiles are read and checked with.
    public let schemas: SchemaSet
    /// The snapshot whose profiles these are; nil where files of no one state are read.
    var snapshot: Snapshot?

    /// Returns the day as of which entries show.
    public func day() throws(StoreError) -> CalendarDay? { try snapshot?.day() }

    /// Returns a profile with all findings about its files, nil where there is none of this id.
    ///
    /// - Throws: Only what the world failed at; what is wrong with the files is in the profile.
    public func profile(_ id: ProfileID) throws(StoreError) -> StoredProfile? {
        let folder = StoreLayout.folder(of: id)
        guard let entries = try source.entries(folder) else { return nil }
        var reading = ProfileReading(id: id, folder: folder, source: source, schemas: schemas)
        for entry in entries { try reading.read(entry) }
        return reading.finished()
    }

    /// Returns one section of a profile, nil where the profile does not have it or it cannot be
    /// read; for a look at another profile's name, not for checking it.
    public func section(_ name: String, of id: ProfileID) throws(StoreError) -> Value? {
        let path = "\(StoreLayout.folder(of: id))/\(name)\(StoreLayout.sectionSuffix)"
        let bytes: [UInt8]
        do throws(StoreError) {
            guard let found = try source.bytes(path, StoreLayout.sectionLimit) else { return nil }
            bytes = found
        } catch {
            guard UnreadableFile(error) != nil else { throw error }
            return nil
        }
        do throws(Diagnostic) {
            let shape = schemas.recordShape.shape(ofKey: name)
            return try YAMLReader().read(bytes, file: path, shape: shape).value
        } catch {
            // The profile's own check reports it.
            return nil
        }
    }

    /// Returns the bytes of an asset, nil where it is missing.
    ///
    /// `path` is as records write it, `assets/photo.jpg`; any other form is missing.
    public func asset(_ path: String, of id: ProfileID) throws(StoreError) -> [UInt8]? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.first == "assets", parts.count > 1,
            !parts.contains(where: { ["", ".", ".."].contains($0) })
        else { return nil }
        return try source.bytes(
            "\(StoreLayout.folder(of: id))/\(path)", StoreLayout.assetLimit)
    }

    /// Returns an id that changes whenever anything of a profile does, nil where the snapshot is
    /// no commit or has no such profile.
    public func treeID(of id: ProfileID) throws(StoreError) -> TreeID? {
        try source.treeID(StoreLayout.folder(of: id))
    }

    /// Returns the id of a profile's tree as git writes it; nil where the snapshot is no commit.
    public func treeName(of id: ProfileID) throws(StoreError) -> String? {
        try treeID(of: id)?.description
    }

    /// Returns findings about a profile's fields with their places in the section files, and the
    /// places of what they name besides, be it in this profile or in another one.
    public func located(
        _ diagnostics: [Diagnostic], in id: ProfileID
    ) throws(StoreError) -> [Diagnostic] {
        var places = SectionPlaces(reader: self)
        var result: [Diagnostic] = []
        for diagnostic in diagnostics { result.append(try places.located(diagnostic, in: id)) }
        return result.sorted()
    }

    /// Returns findings about the fields of several profiles, each with its profile, with all
    /// their places.
    public func located(_ diagnostics: [Diagnostic]) throws(StoreError) -> [Diagnostic] {
        var places = SectionPlaces(reader: self)
        var result: [Diagnostic] = []
        for diagnostic in diagnostics {
            guard let id = diagnostic.profile.flatMap(ProfileID.init) else { continue }
            result.append(try places.located(diagnostic, in: id))
        }
        return result.sorted()
    }

    /// Returns the bytes of a section file, nil where the profile does not have it.
    public func sectionBytes(_ name: String, of id: ProfileID) throws(StoreError) -> [UInt8]? {
        try source.bytes(
            "\(StoreLayout.folder(of: id))/\(name)\(StoreLayout.sectionSuffix)",
            StoreLayout.sectionLimit)
    }
}

/// The state of reading one profile.
private struct ProfileReading {
    let id: ProfileID
    let folder: String
    let source: FileSource
    let schemas: SchemaSet
    private var sections: [String: Value] = [:]
    private var assets: [String] = []
    private var diagnostics: [Diagnostic] = []
    /// The assets that fields refer to, to be looked for once all files are seen.
    private var references: [(path: FieldPath, asset: String, location: SourceLocation)] = []
    private var lines: [String: [UInt8]] = [:]
    private static let depthLimit = 8

    init(id: ProfileID, folder: String, source: FileSource, schemas: SchemaSet) {
        self.id = id
        self.folder = folder
        self.source = source
        self.schemas = schemas
    }

    mutating func read(_ entry: FileSource.Entry) throws(StoreError) {
        let file = folder + "/" + entry.name
        guard !reportUnsafe(entry, file: file) else { return }
        switch entry.kind {
        case .file where entry.name.hasSuffix(StoreLayout.sectionSuffix):
            try readSection(named: String(entry.name.dropLast(4)), file: file)
        case .file where entry.name.hasSuffix(".yaml"):
            report(
                .storeUnknownFile, .error, "Section files end in `.yml`, so this one is not read",
                hint: "Rename it to \(entry.name.dropLast(5)).yml", file: file)
        case .folder where entry.name == StoreLayout.assets:
            try readAssets(folder: StoreLayout.assets, depth: 0)
        case .folder where entry.name.hasSuffix(StoreLayout.sectionSuffix):
            report(
                .storeUnknownFile, .error, "A section is a file, and this is a folder",
                hint: "Put the entries into one file of this name", file: file)
        case .symbolicLink:
            reportLink(file)
        case .file where entry.name.hasPrefix("."):
            break
        case .file, .folder, .other:
            report(
                .storeUnknownFile, .warning, "This is no part of a record",
                hint: "Files that a record refers to belong in \(folder)/assets/", file: file)
        }
    }

    private mutating func readSection(named name: String, file: String) throws(StoreError) {
        guard let schema = schemas.sections[name] else {
            let near = Suggestion.closest(to: name, in: schemas.sectionNames)
            report(
                .storeUnknownSection, .error, "There is no section `\(name)`",
                hint: near.map { "Did you mean \($0).yml?" }
                    ?? "The sections are \(schemas.sectionNames.joined(separator: ", "))",
                file: file)
            return
        }
        let bytes: [UInt8]
        do throws(StoreError) {
            guard let found = try source.bytes(file, StoreLayout.sectionLimit) else { return }
            bytes = found
        } catch {
            guard let unreadable = UnreadableFile(error) else { throw error }
            report(
                .storeUnreadable, .error, unreadable.message, hint: unreadable.hint, file: file)
            return
        }
        do throws(Diagnostic) {
            let text = try YAMLReader().read(bytes, file: file, shapes: schema.shapeTable)
            // A file with nothing but comments is a section with nothing in it.
            let isEmptyList = text.value == .null && name != Record.personSection
            let value = isEmptyList ? .list([]) : text.value
            let findings =
                text.diagnostics
                + schema.validate(value).map {
                    $0.located(in: text.sourceMap, of: value, shape: schema.shape).within(name)
                }
            for diagnostic in findings { report(diagnostic, in: bytes) }
            for (path, asset) in schema.places(annotated: "x-labfolio-asset", in: value) {
                guard let asset = asset.string else { continue }
                references.append(
                    (
                        FieldPath(steps: [name]).appending(path), asset,
                        text.sourceMap.location(of: path, in: value, shape: schema.shape)
                    ))
                lines[file] = bytes
            }
            sections[name] = value
        } catch {
            report(error, in: bytes)
        }
    }

    private mutating func readAssets(folder name: String, depth: Int) throws(StoreError) {
        let path = folder + "/" + name
        guard depth < Self.depthLimit else {
            report(
                .storeUnknownFile, .error,
                "Folders are nested more than \(Self.depthLimit) levels deep here",
                hint: "Move the files further up", file: path)
            return
        }
        for entry in try source.entries(path) ?? [] {
            let asset = name + "/" + entry.name
            guard !reportUnsafe(entry, file: folder + "/" + asset) else { continue }
            switch entry.kind {
            case .file:
                if entry.name.hasPrefix(".") { continue }
                assets.append(asset)
            case .folder: try readAssets(folder: asset, depth: depth + 1)
            case .symbolicLink: reportLink(folder + "/" + asset)
            case .other:
                report(
                    .storeUnknownFile, .error, "This is neither a file nor a folder",
                    hint: "Remove it", file: folder + "/" + asset)
            }
        }
    }

    mutating func finished() -> StoredProfile {
        let person = Record.personSection
        if sections[person] == nil,
            !diagnostics.contains(where: { $0.location?.file.hasSuffix("/\(person).yml") == true })
        {
            report(
                .storeNoPerson, .error, "The profile has no \(person).yml",
                hint: "Every profile has one; it holds at least the name and the layout",
                file: folder)
        }
        for (path, asset, location) in references where !assets.contains(asset) {
            let near = Suggestion.closest(to: asset, in: assets)
            report(
                Diagnostic(
                    .storeMissingAsset, "There is no file `\(asset.prefix(200))` in the profile",
                    hint: near.map { "Did you mean `\($0)`?" }
                        ?? "Put the file in \(folder)/assets/, or remove the field",
                    path: path, location: location), in: lines[location.file] ?? [])
        }
        var mapping = Mapping()
        for name in schemas.sectionNames {
            if let section = sections[name] { mapping[name] = section }
        }
        return StoredProfile(
            record: Record(id: id, value: .mapping(mapping)), assets: assets,
            diagnostics: diagnostics.sorted())
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: String, hint: String,
        file: String
    ) {
        report(
            Diagnostic(
                code, message, severity: severity, hint: hint, location: SourceLocation(file: file)),
            in: [])
    }

    /// Reports a name that leads out of its folder, or into git's own; no git makes such a tree.
    private mutating func reportUnsafe(_ entry: FileSource.Entry, file: String) -> Bool {
        guard entry.isUnsafe else { return false }
        report(
            .storeUnsafeName, .error, "Nothing in a profile may be called `\(entry.name)`",
            hint: "The commit was not made by git; do not use it", file: file)
        return true
    }

    private mutating func reportLink(_ file: String) {
        report(
            .storeSymbolicLink, .error, "A symbolic link may not stand in a profile",
            hint: "It could lead out of the store; put the file itself here", file: file)
    }

    private mutating func report(_ diagnostic: Diagnostic, in bytes: [UInt8]) {
        var diagnostic = diagnostic
        diagnostic.profile = id.text
        for index in diagnostic.related.indices { diagnostic.related[index].profile = id.text }
        diagnostics.append(bytes.isEmpty ? diagnostic : diagnostic.quoting(bytes))
    }
}

extension Diagnostic.Code {
    static let storeUnknownFile: Self = "store.unknown-file"
    static let storeUnknownSection: Self = "store.unknown-section"
    static let storeUnsafeName: Self = "store.unsafe-name"
    static let storeSymbolicLink: Self = "store.symbolic-link"
    static let storeNoPerson: Self = "store.no-person"
    static let storeMissingAsset: Self = "store.missing-asset"
}
