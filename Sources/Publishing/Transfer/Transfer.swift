internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

/// One export on its way into a target: first a plan, then its execution.
struct Transfer {
    var report: ExportReport
    let subject: TransferSubject
    let layout: Layout?
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
    /// The files that the homepage consists of.
    var planned: Set<TargetPath> = []
    /// When the target was looked at first, and when it was written to last.
    let began = FileTime.tick
    var ended: FileTime?

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

    /// Begins a transfer.
    ///
    /// - Parameters:
    ///   - subject: Whose homepage it is, and where its pictures are.
    ///   - layout: How the homepage is arranged; nil to take it away.
    ///   - target: Where the homepage goes.
    ///   - options: What may be done.
    /// - Throws: What the world failed at, or a manifest that cannot be used.
    init(
        _ subject: TransferSubject, layout: Layout?, target: TargetFolder,
        options: Exporter.Options
    ) throws(ExportError) {
        self.subject = subject
        self.layout = layout
        self.options = options
        self.target = target
        theme = try Self.theme(for: layout, options)
        before = try Self.manifest(in: &self.target)
        report = ExportReport(
            profile: subject.id, layout: layout?.name ?? before?.layout ?? "")
        after = Manifest(
            profile: subject.id.text, layout: report.layout, layoutVersion: layout?.version ?? 0)
        after.tree = subject.tree
        after.store = options.store
        after.version = options.version
        if let before, before.profile != subject.id.text || isOfAnotherKind(before) {
            report.diagnostics.append(
                Diagnostic(
                    .exportOtherProfile,
                    before.isLab
                        ? "The folder holds the lab's own site"
                        : "The folder holds the export of another profile, `\(before.profile)`",
                    severity: options.foreignFiles == .overwrite ? .warning : .error,
                    hint: "Choose another folder, or replace it with --force",
                    profile: subject.id.text, location: SourceLocation(file: target.path)))
        }
    }

    /// Whether a manifest is of the lab's own site and this is a homepage, or the other way round:
    /// a profile may have the id that the lab goes by.
    private func isOfAnotherKind(_ manifest: Manifest) -> Bool {
        layout != nil && manifest.isLab != after.isLab
    }

    private static func theme(
        for layout: Layout?, _ options: Exporter.Options
    ) throws(ExportError) -> ThemeCheckout? {
        guard let path = options.theme, let layout else { return nil }
        return try ThemeCheckout(at: path, isSample: layout.isSample)
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
        var ours: [OutputFile] = []
        var folded: [String: TargetPath] = [:]
        planned.reserveCapacity(files.count)
        folded.reserveCapacity(files.count)
        after.files.reserveCapacity(files.count)
        for file in files {
            if planned.insert(file.path).inserted {
                ours.append(file)
                let name = file.path.description.lowercased()
                guard let other = folded.updateValue(file.path, forKey: name) else { continue }
                refuse(
                    .exportCollision, file.path,
                    "On a Mac and on Windows this is the same file as `\(other)`",
                    hint: "Give one of the two another name")
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
            guard let old = TargetPath(path), !planned.contains(old),
                !SharedFile.isOriginal(path)
            else { continue }
            try planRemoval(old, file)
        }
        for file in ours { try plan(file) }
        for path in copied {
            guard let theme else { break }
            try plan(path, bytes: try theme.read(path), source: .theme)
        }
        // The originals go once it is known which of them are needed no longer.
        for (path, file) in before?.files ?? [:] where SharedFile.isOriginal(path) {
            guard let old = TargetPath(path), !planned.contains(old) else { continue }
            try planRemoval(old, file)
        }
        for path in (before?.left ?? []).sorted() {
            guard let path = TargetPath(path), !planned.contains(path) else { continue }
            try planLeft(path)
        }
        report.files = planned.count
        report.deleted = removals.count
        reportSamples()
    }

    mutating func refuse(
        _ code: Diagnostic.Code, _ path: TargetPath, _ message: String, hint: String
    ) {
        report.diagnostics.append(
            Diagnostic(
                code, message, hint: hint, profile: subject.id.text,
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
