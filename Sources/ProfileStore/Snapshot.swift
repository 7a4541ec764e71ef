internal import Formats
public import Git
internal import JSONSchema
public import RecordModel

/// All records of a store as of one state; immutable for a commit.
///
/// The records are not kept in memory: a reader reads one at a time, and as many readers as there
/// are cores may read at once.
public struct Snapshot: Sendable {
    /// Which state it is.
    public enum Origin: Hashable, Sendable {
        /// The files in the work tree.
        case workTree
        /// What is staged.
        case index
        /// A commit.
        case commit(CommitID, tree: TreeID)
        /// A folder with `profiles/` that is no store, as an export of one.
        case folder(String)
    }

    /// Which state it is.
    public let origin: Origin
    /// The schemas as of this state.
    public let schemas: SchemaSet
    /// A hash of the store's own schemas, which changes whenever one of them does.
    public let schemaHash: String
    /// The content of `labfolio.yml`.
    public let configuration: Value
    /// Who may change what, as `labfolio.yml` says.
    public let owners: Owners
    /// The ids of the profiles, in order.
    public let profileIDs: [ProfileID]
    /// What is wrong with the store's own files and with the names in `profiles/`.
    public let diagnostics: [Diagnostic]
    let store: Store?
    /// The day as of which entries show; nil for the day of the commit.
    public var asOf: CalendarDay?
    /// The bytes of files that are read in place of their own; nil for those that are gone.
    var replacements: [String: [UInt8]?] = [:]

    /// The id of the commit, nil for every other state.
    public var commitID: CommitID? {
        if case .commit(let id, _) = origin { id } else { nil }
    }

    init(of store: Store, origin: Origin) throws(StoreError) {
        try self.init(store: store, origin: origin)
    }

    /// Takes the records under a folder's `profiles/`, be it a store or not.
    ///
    /// - Throws: `noStore` where the folder has no `profiles/`.
    public init(folder: String) throws(StoreError) {
        guard let path = FileSystem.resolved(folder) else { throw .noStore(folder: folder) }
        try self.init(store: nil, origin: .folder(path))
    }

    private init(store: Store?, origin: Origin) throws(StoreError) {
        self.store = store
        self.origin = origin
        let source = try Self.source(of: store, origin: origin)
        var hash = ContentHash()
        let schemas = try Self.schemas(in: source, &hash)
        self.schemas = schemas
        schemaHash = hash.description
        var diagnostics: [Diagnostic] = []
        (configuration, owners) = try Self.configuration(
            in: source, schemas: schemas, isNeeded: store != nil, &diagnostics)
        if store == nil, try source.entries(StoreLayout.profiles) == nil {
            guard case .folder(let path) = origin else { throw .noCommits }
            throw .noStore(folder: path)
        }
        profileIDs = try Self.profileIDs(in: source, &diagnostics)
        diagnostics += owners.findings(profileIDs: profileIDs, sections: schemas.sectionNames)
        self.diagnostics = diagnostics.sorted()
    }

    /// Returns a reader of the profiles, for one task.
    public func reader() throws(StoreError) -> ProfileReader {
        let source = try Self.source(of: store, origin: origin)
        return ProfileReader(
            source: source.replacing(replacements), schemas: schemas, snapshot: self)
    }

    /// Returns the id of a profile that a person typed.
    ///
    /// - Throws: `unknownProfile` with the id that was meant, where one is near.
    public func profileID(_ text: String) throws(StoreError) -> ProfileID {
        if let id = ProfileID(text), profileIDs.contains(id) { return id }
        throw .unknownProfile(
            text, suggestion: Suggestion.closest(to: text, in: profileIDs.map(\.text)))
    }

    private static func source(
        of store: Store?, origin: Origin
    ) throws(StoreError) -> FileSource {
        if case .folder(let path) = origin { return .workTree(at: path) }
        guard let store else { throw .bare }
        switch origin {
        case .workTree: return .workTree(at: store.path)
        case .index: return try .index(of: try store.repository(), file: store.indexFile)
        case .commit(_, let tree): return .tree(tree, in: try store.repository())
        case .folder(let path): return .workTree(at: path)
        }
    }

    private static func schemas(
        in source: FileSource, _ hash: inout ContentHash
    ) throws(StoreError) -> SchemaSet {
        var own: [String: [UInt8]] = [:]
        for file in try source.schemaFiles() {
            own[file.name] = file.bytes
            hash.combine(file.name + StoreLayout.schemaSuffix)
            hash.combine(file.bytes)
        }
        do throws(Diagnostic) { return try SchemaSet(own: own) } catch { throw .rejected([error]) }
    }

    private static func configuration(
        in source: FileSource, schemas: SchemaSet, isNeeded: Bool,
        _ diagnostics: inout [Diagnostic]
    ) throws(StoreError) -> (Value, Owners) {
        let file = StoreLayout.configuration
        let none = (Value.mapping(Mapping()), Owners(configuration: .null))
        guard let bytes = try source.bytes(file, StoreLayout.sectionLimit) else {
            guard isNeeded else { return none }
            diagnostics.append(
                Diagnostic(
                    .storeNoConfiguration, "There is no \(file) here",
                    hint: "It names the lab; labfolio init writes one",
                    location: SourceLocation(file: file)))
            return none
        }
        do throws(Diagnostic) {
            let text = try YAMLReader().read(bytes, file: file, shape: schemas.store.shape)
            let findings =
                text.diagnostics
                + schemas.store.validate(text.value).map {
                    $0.located(in: text.sourceMap, of: text.value, shape: schemas.store.shape)
                }
            diagnostics += findings.map { $0.quoting(bytes) }
            let owners = Owners(configuration: text.value) { path in
                text.sourceMap.location(of: path, in: text.value, shape: schemas.store.shape)
            }
            return (text.value, owners)
        } catch {
            diagnostics.append(error.quoting(bytes))
            // Rules that cannot be read are not the same as none.
            return (.mapping(Mapping()), Owners(configuration: ["owners": []]))
        }
    }

    private static func profileIDs(
        in source: FileSource, _ diagnostics: inout [Diagnostic]
    ) throws(StoreError) -> [ProfileID] {
        var ids: [ProfileID] = []
        guard let entries = try source.entries(StoreLayout.profiles) else {
            if try source.entries("")?.contains(where: { $0.name == StoreLayout.profiles }) == true
            {
                diagnostics.append(
                    Diagnostic(
                        .storeUnknownFile, "\(StoreLayout.profiles) is not a folder",
                        hint: "Put the folder itself here, not a file or a link to it",
                        location: SourceLocation(file: StoreLayout.profiles)))
            }
            return []
        }
        for entry in entries {
            let file = "\(StoreLayout.profiles)/\(entry.name)"
            switch entry.kind {
            case .folder:
                if let id = ProfileID(entry.name) {
                    ids.append(id)
                } else {
                    diagnostics.append(
                        Diagnostic(
                            .storeProfileName, "`\(entry.name)` is no id of a profile",
                            hint: "Use lower-case letters, digits and single `-`: ada-lovelace",
                            location: SourceLocation(file: file)))
                }
            case .symbolicLink:
                diagnostics.append(
                    Diagnostic(
                        .storeSymbolicLink, "A symbolic link may not stand in profiles/",
                        hint: "It could lead out of the store; put the folder itself here",
                        location: SourceLocation(file: file)))
            case .file where entry.name.hasPrefix(".") || entry.name == "README.md": break
            case .file, .other:
                diagnostics.append(
                    Diagnostic(
                        .storeUnknownFile, "Only folders of profiles belong here",
                        severity: .warning, hint: "Move the file elsewhere",
                        location: SourceLocation(file: file)))
            }
        }
        return ids.sorted()
    }
}

extension Diagnostic.Code {
    static let storeNoConfiguration: Self = "store.no-configuration"
    static let storeProfileName: Self = "store.profile-name"
}
