internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

/// One export on its way into a target: first a plan, then its execution.
struct Transfer {
    var report: ExportReport
    private let profile: StoredProfile
    private let layout: Layout
    private let reader: ProfileReader
    private let options: Exporter.Options
    private let theme: ThemeCheckout?
    private var target: TargetFolder
    private let before: Manifest?
    private var steps: [Step] = []
    private var removals: [TargetPath] = []
    /// The hashes of the files as they will be.
    private var after: Manifest

    /// A file that has to be written, and where its bytes come from.
    private struct Step {
        let path: TargetPath
        let source: Source
    }

    private enum Source {
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
        // The target itself may be a link that the person made; what is within it may not.
        target = TargetFolder(path: FileSystem.resolved(folder) ?? folder)
        theme = try options.theme.map { path throws(ExportError) in
            try ThemeCheckout(at: path, isSample: layout.isSample)
        }
        after = Manifest(
            profile: profile.id.text, layout: layout.name, layoutVersion: layout.version)
        before = try Self.manifest(in: target)
        if let before, before.profile != profile.id.text {
            report.diagnostics.append(
                Diagnostic(
                    .exportOtherProfile,
                    "The folder holds the export of another profile, `\(before.profile)`",
                    severity: options.overwritesForeignFiles ? .warning : .error,
                    hint: "Choose another folder, or replace it with --force",
                    profile: profile.id.text, location: SourceLocation(file: folder)))
        }
    }

    private static func manifest(in target: TargetFolder) throws(ExportError) -> Manifest? {
        guard let path = TargetPath(Manifest.path), let bytes = try target.read(path) else {
            return nil
        }
        do throws(Diagnostic) {
            return try Manifest(reading: bytes, at: target.path + "/" + Manifest.path)
        } catch { throw .rejected(error) }
    }

    // MARK: Plan

    /// Finds out for each file whether it has to be written and whether it may be.
    mutating func plan(_ files: [OutputFile]) throws(ExportError) {
        var planned: Set<TargetPath> = []
        for file in files {
            guard planned.insert(file.path).inserted else {
                refuse(
                    .exportCollision, file.path, "Two files of the export have this name",
                    hint: "Give one of the two entries another id")
                continue
            }
            try plan(file)
        }
        for path in theme?.files ?? [] where planned.insert(path).inserted {
            guard let theme else { break }
            try plan(path, bytes: try theme.read(path), source: .theme)
        }
        for (path, _) in before?.files ?? [:] {
            guard let old = TargetPath(path), !planned.contains(old) else { continue }
            try planRemoval(old)
        }
        removals.sort()
        report.files = planned.count
        report.deleted = removals.count
        reportSamples(planned)
    }

    private mutating func plan(_ file: OutputFile) throws(ExportError) {
        switch file.content {
        case .bytes(let bytes): try plan(file.path, bytes: bytes, source: .bytes(bytes))
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
        _ path: TargetPath, bytes: [UInt8], source: Source
    ) throws(ExportError) {
        let hash = SHA256(bytes)
        after.files[path.description] = [hash.description]
        guard try isFree(path) else { return }
        guard let existing = try target.read(path) else {
            steps.append(Step(path: path, source: source))
            report.written += 1
            return
        }
        if existing == bytes {
            report.unchanged += 1
            return
        }
        let isOurs = before?.owns(path.description, SHA256(existing)) == true
        guard isOurs || options.overwritesForeignFiles else {
            let wasOurs = before?.files[path.description] != nil
            refuse(
                wasOurs ? .exportChangedFile : .exportForeignFile, path,
                wasOurs
                    ? "The file was changed since labfolio wrote it"
                    : "A file that labfolio did not write is in the way",
                hint: "Put the change into the record, move the file away, or overwrite it "
                    + "with --force")
            return
        }
        steps.append(Step(path: path, source: source))
        report.written += 1
    }

    /// Plans a file of which only some fields are ours: whatever is there stays around them.
    private mutating func plan(_ path: TargetPath, edits: [FieldEdit]) throws(ExportError) {
        guard try isFree(path) else { return }
        let existing = try target.read(path)
        let isUntouched = existing.map { before?.owns(path.description, SHA256($0)) == true }
        var ground = existing ?? []
        // Over a theme's checkout the ground is the theme's file, unless a person changed ours.
        if let theme, theme.files.contains(path), isUntouched ?? true {
            ground = try theme.read(path)
        }
        let bytes: [UInt8]
        do throws(Diagnostic) {
            // Jekyll reads YAML 1.1, so what is written into its files is quoted.
            bytes = try YAMLEditor(style: .quoted).edited(
                ground, by: edits, file: target.path + "/" + path.description)
        } catch {
            var diagnostic = error
            diagnostic.profile = profile.id.text
            report.diagnostics.append(diagnostic)
            return
        }
        after.files[path.description] = [SHA256(bytes).description]
        if bytes == existing {
            report.unchanged += 1
        } else {
            steps.append(Step(path: path, source: .bytes(bytes)))
            report.written += 1
        }
    }

    private mutating func planRemoval(_ path: TargetPath) throws(ExportError) {
        guard let existing = try target.read(path) else { return }
        if before?.owns(path.description, SHA256(existing)) == true {
            removals.append(path)
        } else {
            report.diagnostics.append(
                Diagnostic(
                    .exportKeptFile,
                    "The file is no longer part of the homepage, but it was changed by hand",
                    severity: .warning, hint: "Remove it yourself if it is not needed",
                    profile: profile.id.text,
                    location: SourceLocation(file: target.path + "/" + path.description)))
        }
    }

    /// Tells whether nothing but a file stands at a path, and reports what does.
    private mutating func isFree(_ path: TargetPath) throws(ExportError) -> Bool {
        guard let obstacle = try target.obstacle(for: path) else { return true }
        refuse(
            .exportObstacle, path, "`\(obstacle)` in the target is a link, or of another kind",
            hint: "Remove it, or choose another folder")
        return false
    }

    /// Samples of the theme that stay in the target would show on the person's homepage.
    private mutating func reportSamples(_ planned: Set<TargetPath>) {
        guard layout.theme != nil, theme == nil else { return }
        let folders = Set(planned.map { $0.components.dropLast().joined(separator: "/") })
        for folder in folders.sorted() {
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

    // MARK: Execution

    /// Writes and removes what was planned.
    mutating func carryOut() throws(ExportError) {
        guard let manifestPath = TargetPath(Manifest.path) else { return }
        guard !steps.isEmpty || !removals.isEmpty || before != after else { return }
        try ExportError.file { () throws(FileError) in try FileSystem.makeFolder(target.path) }
        target = TargetFolder(path: FileSystem.resolved(target.path) ?? target.path)
        if !steps.isEmpty || !removals.isEmpty {
            try target.write(after.union(before).bytes, to: manifestPath)
        }
        for step in steps {
            switch step.source {
            case .bytes(let bytes): try target.write(bytes, to: step.path)
            case .asset(let asset):
                let bytes = try ExportError.store { () throws(StoreError) in
                    try reader.asset(asset, of: profile.id)
                }
                try target.write(bytes ?? [], to: step.path)
            case .theme:
                guard let theme else { continue }
                try target.write(try theme.read(step.path), to: step.path)
            }
        }
        for path in removals { try target.remove(path) }
        try target.write(after.bytes, to: manifestPath)
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
