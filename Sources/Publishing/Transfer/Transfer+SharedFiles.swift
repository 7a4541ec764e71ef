internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension Transfer {
    /// Plans a file of which only some fields are ours: whatever is there stays around them.
    mutating func plan(_ path: TargetPath, edits: [FieldEdit]) throws(ExportError) {
        guard let existing = try standing(at: path) else { return }
        let old = before?.files[path.description]
        let (ground, origin) = try ground(of: path, existing: existing, old: old)
        var fields: Set<String> = []
        for edit in edits where edit.value != nil { fields.insert(edit.path.description) }
        var all = edits
        if ground == existing {
            // What an earlier export set and this one does not would stay for ever.
            let stale = (old?.fields ?? []).subtracting(fields).sorted()
            all = stale.compactMap(FieldPath.init(parsing:)).map { FieldEdit($0, nil) } + edits
        }
        let bytes: [UInt8]
        do throws(Diagnostic) {
            // Jekyll reads YAML 1.1, so what is written into its files is quoted.
            bytes = try YAMLEditor(style: .quoted).edited(
                ground, by: all, file: target.path + "/" + path.description)
        } catch {
            var diagnostic = error
            diagnostic.profile = profile.id.text
            report.diagnostics.append(diagnostic)
            return
        }
        after.files[path.description] = Manifest.File(
            hashes: [SHA256(bytes).description], fields: fields, origin: origin)
        if bytes == existing {
            report.unchanged += 1
        } else {
            steps.append(Step(path: path, source: .bytes(bytes), replaces: existing != nil))
            report.written += 1
        }
    }

    /// Returns what the fields of a shared file are laid over, and whose that is.
    ///
    /// What is all ours is made anew, so that the result is that of a first export; what a person
    /// wrote or changed stays.
    private func ground(
        of path: TargetPath, existing: [UInt8]?, old: Manifest.File?
    ) throws(ExportError) -> (bytes: [UInt8], origin: Manifest.Origin) {
        var origin = Manifest.Origin.layout
        if let existing {
            let isUntouched = old?.hashes.contains(SHA256(existing).description) == true
            origin = isUntouched ? old?.origin ?? .person : .person
            if origin == .person || (origin == .theme && theme == nil) { return (existing, origin) }
        }
        guard let theme, theme.files.contains(path) else { return ([], .layout) }
        return (try theme.read(path), .theme)
    }
}
