internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension Transfer {
    /// Plans what becomes of a file that an earlier export wrote and this one does not.
    mutating func planRemoval(
        _ path: TargetPath, _ file: Manifest.File
    ) throws(ExportError) {
        // The theme stays under a homepage that is exported without naming it again.
        if file.origin == .theme, theme == nil, layout != nil, before?.layout == after.layout {
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
        if let existing, !file.fields.isEmpty, try planReturn(path, file, existing) { return }
        leave(path)
        reportLeft(path, isShared: file.origin == .person)
    }

    /// Plans to give a file back of which some fields are ours.
    ///
    /// It gets the bytes that it had if nobody changed it since; else what is ours still goes.
    /// False where that is not possible.
    private mutating func planReturn(
        _ path: TargetPath, _ file: Manifest.File, _ existing: [UInt8]
    ) throws(ExportError) -> Bool {
        let original = try keptOriginal(of: path)
        let name = target.path + "/" + path.description
        var bytes = original ?? []
        if original == nil || !file.hashes.contains(SHA256(existing).description) {
            do throws(Diagnostic) {
                let before = try original.map { bytes throws(Diagnostic) in
                    try SharedFile(bytes, file: name)
                }
                bytes = try SharedFile(existing, file: name)
                    .returned(file.fields, as: before, file: name)
                if original == nil, try SharedFile(bytes, file: name).isBlank,
                    file.origin != .person
                {
                    // Nothing is left in it that anybody else wrote.
                    removals.insert(path)
                    return true
                }
            } catch { return false }
        }
        report.returned += 1
        if bytes != existing {
            steps.append(Step(path: path, source: .bytes(bytes), replaces: true))
        }
        return true
    }

    /// Says of a file that an earlier export left behind that it is still there.
    mutating func planLeft(_ path: TargetPath) throws(ExportError) {
        let obstacle = try target.obstacle(for: path)
        guard obstacle == nil || obstacle?.path == path.description else { return }
        if obstacle == nil, try target.read(path) == nil { return }
        leave(path)
        reportLeft(path, isShared: false)
    }

    /// Leaves a file where it is: until somebody decides, it is said in each run.
    private mutating func leave(_ path: TargetPath) {
        if options.foreignFiles != .keep { after.left.insert(path.description) }
    }

    private mutating func reportLeft(_ path: TargetPath, isShared: Bool) {
        report.diagnostics.append(
            Diagnostic(
                .exportKeptFile,
                isShared
                    ? "The file is no longer part of the homepage, but not all of it is ours"
                    : "The file is no longer part of the homepage, but it was changed by hand",
                severity: .warning,
                hint: "Remove it if it is not needed, or say with --keep-theirs that it stays",
                profile: subject.id.text,
                location: SourceLocation(file: target.path + "/" + path.description)))
    }
}
