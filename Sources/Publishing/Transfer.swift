internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

/// One export on its way into a target: first a plan, then its execution.
struct Transfer {
    var report: ExportReport
    let profile: StoredProfile
    let layout: Layout
    let reader: ProfileReader
    let options: Exporter.Options
    let theme: ThemeCheckout?
    var target: TargetFolder
    let before: Manifest?
    var steps: [Step] = []
    var removals: Set<TargetPath> = []
    /// The removals that make room for other files, which have to come first.
    var clearings: Set<TargetPath> = []
    /// The folders that make room for files, empty once those removals are done.
    var clearedFolders: Set<String> = []
    /// The hashes of the files as they will be.
    var after: Manifest

    /// A file that has to be written, and where its bytes come from.
    struct Step {
        let path: TargetPath
        let source: Source
        /// Whether another file is there already.
        let replaces: Bool
    }

    enum Source {
        case bytes([UInt8])
        case asset(String)
        case theme
    }

    init(
        profile: StoredProfile, layout: Layout, folder: String, reader: ProfileReader,
        options: Exporter.Options
    ) throws(ExportError) {
        self.profile = profile
        self.layout = layout
        self.reader = reader
        self.options = options
        report = ExportReport(profile: profile.id, layout: layout.name)
        target = try TargetFolder(path: folder)
        theme = try options.theme.map { path throws(ExportError) in
            try ThemeCheckout(at: path, isSample: layout.isSample)
        }
        after = Manifest(
            profile: profile.id.text, layout: layout.name, layoutVersion: layout.version)
        before = try Self.manifest(in: &target)
        if let before, before.profile != profile.id.text {
            report.diagnostics.append(
                Diagnostic(
                    .exportOtherProfile,
                    "The folder holds the export of another profile, `\(before.profile)`",
                    severity: options.foreignFiles == .overwrite ? .warning : .error,
                    hint: "Choose another folder, or replace it with --force",
                    profile: profile.id.text, location: SourceLocation(file: folder)))
        }
    }

    private static func manifest(in target: inout TargetFolder) throws(ExportError) -> Manifest? {
        guard let path = TargetPath(Manifest.path) else { return nil }
        if let obstacle = try target.obstacle(for: path) {
            throw .rejected(
                Diagnostic(
                    .exportObstacle,
                    "`\(obstacle.path)` in \(target.path) is a link, or of another kind",
                    hint: "labfolio keeps its manifest there; remove it"))
        }
        guard let bytes = try target.read(path) else { return nil }
        do throws(Diagnostic) {
            return try Manifest(reading: bytes, at: target.path + "/" + Manifest.path)
        } catch { throw .rejected(error) }
    }

    // MARK: Plan

    /// Finds out for each file whether it has to be written and whether it may be.
    mutating func plan(_ files: [OutputFile]) throws(ExportError) {
        var planned: Set<TargetPath> = []
        var ours: [OutputFile] = []
        for file in files {
            if planned.insert(file.path).inserted {
                ours.append(file)
            } else {
                refuse(
                    .exportCollision, file.path, "Two files of the export have this name",
                    hint: "Give one of the two entries another id")
            }
        }
        let copied = (theme?.files ?? []).filter { planned.insert($0).inserted }
        // Few folders hold many files, so the folders are looked at, and the files only if one is
        // the name of a file.
        let folders = Set(planned.map(\.folder)).compactMap { TargetPath(String($0)) }
        let isBlocked = folders.contains {
            planned.contains($0) || Self.parents(of: $0).contains(where: planned.contains)
        }
        for path in planned
        where isBlocked && Self.parents(of: path).contains(where: planned.contains) {
            refuse(
                .exportCollision, path, "Another file of the export has the name of this folder",
                hint: "Give one of the two entries another id or permalink")
        }
        for (path, file) in before?.files ?? [:] {
            guard let old = TargetPath(path), !planned.contains(old) else { continue }
            try planRemoval(old, file)
        }
        for file in ours { try plan(file) }
        for path in copied {
            guard let theme else { break }
            try plan(path, bytes: try theme.read(path), source: .theme)
        }
        report.files = planned.count
        report.deleted = removals.count
        reportSamples(planned)
    }

    /// The paths that have to be folders for a file to be at its place.
    private static func parents(of path: TargetPath) -> [TargetPath] {
        let components = path.components
        return (1..<max(1, components.count)).compactMap {
            TargetPath(components.prefix($0).joined(separator: "/"))
        }
    }

    private mutating func plan(_ file: OutputFile) throws(ExportError) {
        switch file.content {
        case .bytes(let bytes):
            try plan(file.path, bytes: bytes, hash: file.hash, source: .bytes(bytes))
        case .asset(let asset):
            guard
                let bytes = try ExportError.store({ () throws(StoreError) in
                    try reader.asset(asset, of: profile.id)
                })
            else {
                refuse(
                    .exportMissingAsset, file.path, "The record has no file `\(asset)`",
                    hint: "labfolio validate \(profile.id) says where it is named")
                return
            }
            try plan(file.path, bytes: bytes, source: .asset(asset))
        case .edits(let edits): try plan(file.path, edits: edits)
        }
    }

    private mutating func plan(
        _ path: TargetPath, bytes: [UInt8], hash: SHA256? = nil, source: Source
    ) throws(ExportError) {
        let hash = hash ?? SHA256(bytes)
        var origin = Manifest.Origin.layout
        if case .theme = source { origin = .theme }
        let file = Manifest.File(hashes: [hash.description], origin: origin)
        guard let existing = try standing(at: path) else { return }
        switch existing {
        case nil:
            steps.append(Step(path: path, source: source, replaces: false))
            report.written += 1
        case bytes:
            report.unchanged += 1
            // A file that was there before us, by chance the same, does not become ours unasked.
            switch options.foreignFiles {
            case .adopt, .overwrite: break
            case .refuse, .keep:
                guard before?.owns(path.description, hash) == true else { return }
            }
        case let existing?:
            let isOurs = before?.owns(path.description, SHA256(existing)) == true
            guard isOurs || options.foreignFiles == .overwrite else {
                meet(path, wasOurs: before?.files[path.description] != nil)
                return
            }
            steps.append(Step(path: path, source: source, replaces: true))
            report.written += 1
        }
        after.files[path.description] = file
    }

    /// Stops the export because of a file of somebody else, or leaves it as it is.
    private mutating func meet(_ path: TargetPath, wasOurs: Bool) {
        let isKept = options.foreignFiles == .keep
        if isKept { report.kept += 1 }
        report.diagnostics.append(
            Diagnostic(
                wasOurs ? .exportChangedFile : .exportForeignFile,
                wasOurs
                    ? "The file was changed since labfolio wrote it"
                    : "A file that labfolio did not write is in the way",
                severity: isKept ? .warning : .error,
                hint: isKept
                    ? "It stays as it is; what the record says there is not shown"
                    : "Put the change into the record, move the file away, keep it with "
                        + "--keep-theirs, or overwrite it with --force", profile: profile.id.text,
                location: SourceLocation(file: target.path + "/" + path.description)))
    }

    private mutating func planRemoval(
        _ path: TargetPath, _ file: Manifest.File
    ) throws(ExportError) {
        // The theme stays under a homepage that is exported without naming it again.
        if file.origin == .theme, theme == nil, before?.layout == after.layout {
            after.files[path.description] = file
            return
        }
        var existing: [UInt8]?
        if let obstacle = try target.obstacle(for: path) {
            // Something of another kind took its place, but a link could still lead to it.
            guard obstacle.kind == .symbolicLink else { return }
        } else {
            existing = try target.read(path)
            if existing == nil { return }
        }
        if let existing, file.origin != .person, file.hashes.contains(SHA256(existing).description)
        {
            removals.insert(path)
            return
        }
        report.diagnostics.append(
            Diagnostic(
                .exportKeptFile,
                file.origin == .person
                    ? "The file is no longer part of the homepage, but not all of it is ours"
                    : "The file is no longer part of the homepage, but it was changed by hand",
                severity: .warning, hint: "Remove it yourself if it is not needed",
                profile: profile.id.text,
                location: SourceLocation(file: target.path + "/" + path.description)))
    }

    /// Returns the bytes that stand at a path; nil where nothing does or will; nothing at all
    /// where something is in the way, which it reports.
    mutating func standing(at path: TargetPath) throws(ExportError) -> [UInt8]?? {
        guard let obstacle = try target.obstacle(for: path) else {
            return .some(target.isMissing(folderOf: path) ? nil : try target.read(path))
        }
        // A file of an earlier export makes room for a folder of this one, and the other way round.
        var cleared: [TargetPath]?
        switch obstacle.kind {
        case .file: cleared = TargetPath(obstacle.path).map { [$0] }
        case .folder: cleared = try target.contents(of: obstacle.path)?.compactMap(TargetPath.init)
        default: break
        }
        if let cleared, cleared.allSatisfy(removals.contains) {
            clearings.formUnion(cleared)
            if obstacle.kind == .folder { clearedFolders.insert(obstacle.path) }
            return .some(nil)
        }
        refuse(
            .exportObstacle, path,
            "`\(obstacle.path)` in the target is a link, or of another kind",
            hint: "Remove it, or choose another folder")
        return nil
    }

    /// Samples of the theme that stay in the target would show on the person's homepage.
    private mutating func reportSamples(_ planned: Set<TargetPath>) {
        guard layout.theme != nil, theme == nil, !target.isNew else { return }
        for folder in Set(planned.map { String($0.folder) }).sorted() {
            // A folder that is not there yet has no samples; one that cannot be read is reported
            // when it is written.
            let names = (try? FileSystem.names(in: target.path + "/" + folder)) ?? []
            for name in names {
                let relative = folder.isEmpty ? name : folder + "/" + name
                guard let path = TargetPath(relative), !planned.contains(path),
                    layout.isSample(path)
                else { continue }
                report.diagnostics.append(
                    Diagnostic(
                        .exportSample, "A sample of the theme is still there",
                        severity: .warning, hint: "Remove it; it would show on the homepage",
                        profile: profile.id.text,
                        location: SourceLocation(file: target.path + "/" + relative)))
            }
        }
    }

    private mutating func refuse(
        _ code: Diagnostic.Code, _ path: TargetPath, _ message: String, hint: String
    ) {
        report.diagnostics.append(
            Diagnostic(
                code, message, hint: hint, profile: profile.id.text,
                location: SourceLocation(file: target.path + "/" + path.description)))
    }

}

extension Diagnostic.Code {
    static let exportOtherProfile: Self = "export.other-profile"
    static let exportCollision: Self = "export.collision"
    static let exportMissingAsset: Self = "export.missing-asset"
    static let exportChangedFile: Self = "export.changed-file"
    static let exportForeignFile: Self = "export.foreign-file"
    static let exportKeptFile: Self = "export.kept-file"
    static let exportObstacle: Self = "export.obstacle"
    static let exportSample: Self = "export.sample"
    static let exportTheme: Self = "export.theme"
}
