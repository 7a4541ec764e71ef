internal import Formats
internal import Git
internal import Layouts
internal import ProfileStore
internal import RecordModel

/// What publishing one homepage makes of the tree of its branch; nothing of it is anywhere but in
/// the memory of a repository.
struct SitePlan {
    let target: PublishTarget
    /// The plan of the export, nil where the profile could not be exported at all.
    private(set) var transfer: Transfer?
    /// What was found.
    private(set) var findings: [Diagnostic] = []
    /// What the owner of the site changed by hand, in order.
    private(set) var drift: [String] = []
    /// The tree of the branch with the homepage in it; nil where nothing changes, or may be.
    private(set) var tree: TreeID?

    /// Whether nothing may be published before somebody decides.
    var isRefused: Bool { transfer == nil || findings.contains { $0.severity == .error } }

    /// Plans a homepage.
    ///
    /// - Parameters:
    ///   - target: Where it goes.
    ///   - site: The branch as it is.
    ///   - source: The profile and all that it is exported with.
    /// - Throws: What the world failed at.
    init(
        of target: PublishTarget, onto site: SiteTree, from source: SiteSource
    ) throws(ExportError) {
        self.target = target
        let prepared = try source.prepared(target.profile)
        findings = prepared.findings
        guard let profile = prepared.profile, let layout = prepared.layout else { return }
        let place = target.site
        var transfer: Transfer
        do throws(ExportError) {
            transfer = try Transfer(
                TransferSubject(profile.id, in: source.reader), layout: layout,
                target: TargetFolder(holding: site.contents(of: target.folder), called: place),
                options: source.options)
        } catch {
            guard case .rejected(var finding) = error else { throw error }
            finding.profile = finding.profile ?? target.profile.text
            findings.append(finding)
            return
        }
        try transfer.plan(prepared.files)
        let drifted = try Self.drift(
            of: target, in: site, since: transfer.before, hasTheme: transfer.theme != nil)
        let isKept = source.options.foreignFiles == .keep
        if isKept { transfer.leave(drifted.paths) }
        drift = drifted.paths.map { site.path($0.description, in: target.folder) }
        let isAllowed = isKept || source.options.foreignFiles == .overwrite
        findings += drifted.paths.map { path in
            Diagnostic(
                .publishDrift, "The file was changed on the site by hand",
                severity: isAllowed ? .warning : .error,
                hint: isKept
                    ? "It stays as it is; what the record says there is not shown"
                    : isAllowed
                        ? "The record's own takes its place; the site's history keeps the other"
                        : "Put the change into the record; --keep-theirs leaves it, --force "
                            + "overwrites it", profile: target.profile.text,
                location: SourceLocation(file: target.place(of: path.description)))
        }
        // A file that was changed is said to be, once, and with the ones that were removed.
        let said = Set(drifted.paths.map { place + "/" + $0.description })
        findings += transfer.report.diagnostics.filter {
            $0.code != .exportChangedFile || !said.contains($0.location?.file ?? "")
        }
        self.transfer = transfer
        guard !isRefused else { return }
        tree = try site.applying(transfer, in: target.folder)
    }

    private static func drift(
        of target: PublishTarget, in site: SiteTree, since manifest: Manifest?, hasTheme: Bool
    ) throws(ExportError) -> Drift {
        guard let manifest, manifest.profile == target.profile.text,
            let contents = site.contents(of: target.folder)
        else { return Drift() }
        return try Drift(
            since: manifest, in: contents,
            published: try site.lastPublished(in: target.folder)?.contents(of: target.folder),
            hasTheme: hasTheme)
    }
}

extension Transfer {
    /// Leaves files as somebody made them, and remembers what they were when they were ours.
    fileprivate mutating func leave(_ paths: [TargetPath]) {
        let paths = Set(paths)
        for step in steps where paths.contains(step.path) {
            report.written -= 1
            report.kept += 1
        }
        steps.removeAll { paths.contains($0.path) }
        for path in paths { after.files[path.description] = before?.files[path.description] }
    }
}
