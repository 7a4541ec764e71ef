internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension Transfer {
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

    /// The paths that have to be folders for a file to be at its place.
    static func parents(of path: TargetPath) -> [TargetPath] {
        let components = path.components
        return (1..<max(1, components.count)).compactMap {
            TargetPath(components.prefix($0).joined(separator: "/"))
        }
    }

    /// Samples of the theme that stay in the target would show on the person's homepage.
    mutating func reportSamples() {
        guard let layout, layout.theme != nil, theme == nil, !target.isNew else { return }
        let folders = Set(planned.map { String($0.folder) })
        for folder in folders.sorted() {
            // A folder that is not there yet has no samples; one that cannot be read is reported
            // when it is written.
            let names = (try? target.before.names(folder)) ?? []
            for name in names {
                let relative = folder.isEmpty ? name : folder + "/" + name
                // A folder that holds files of ours is looked into by itself.
                guard let path = TargetPath(relative), !planned.contains(path),
                    layout.isSample(path),
                    !folders.contains(where: { $0 == relative || $0.hasPrefix(relative + "/") })
                else { continue }
                report.diagnostics.append(
                    Diagnostic(
                        .exportSample, "A sample of the theme is still there",
                        severity: .warning, hint: "Remove it; it would show on the homepage",
                        profile: subject.id.text,
                        location: SourceLocation(file: target.path + "/" + relative)))
            }
        }
    }
}
