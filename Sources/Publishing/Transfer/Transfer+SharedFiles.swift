internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension Transfer {
    /// Plans a file of which only some fields are ours: whatever is there stays around them.
    mutating func plan(_ path: TargetPath, edits: [FieldEdit]) throws(ExportError) {
        guard let existing = try standing(at: path) else { return }
        let old = try isAsFound(path) ? nil : before?.files[path.description]
        let (ground, origin, isLaidOverExisting) = try ground(
            of: path, existing: existing, old: old)
        let original = try original(of: path, ground: ground, origin: origin, old: old)
        let name = target.path + "/" + path.description
        var fields: [String: Set<String>] = [:]
        let bytes: [UInt8]
        do throws(Diagnostic) {
            let found = try SharedFile(ground, file: name)
            let first = try original.map { bytes throws(Diagnostic) in
                try SharedFile(bytes, file: name)
            }
            var all = edits
            if isLaidOverExisting, let old {
                let lost = changedFields(old.fields, in: found, original: first, edits: edits)
                guard meet(lost, in: path) else { return }
                if options.foreignFiles == .keep { all.removeAll { lost.contains($0.path) } }
                // What an earlier export set and this one does not would stay for ever.
                let kept = Set(edits.map(\.path)).union(lost)
                let stale = old.fields.keys.sorted().compactMap(FieldPath.init(parsing:))
                    .filter { !kept.contains($0) }
                all = stale.map { FieldEdit($0, first?.value(at: $0)) } + all
            }
            let written = try found.edited(by: all, over: first, file: name)
            bytes = written.bytes
            for edit in all where edits.contains(where: { $0.path == edit.path }) {
                // A field that was taken out, and was there, is ours to put back.
                guard edit.value != nil || origin != .layout else { continue }
                fields[edit.path.description] = [written.hash(at: edit.path)]
            }
        } catch {
            var diagnostic = error
            diagnostic.profile = subject.id.text
            report.diagnostics.append(diagnostic)
            return
        }
        // First of all what was there is kept: a run may be killed before it comes to the next file.
        if let original, let place = SharedFile.original(of: path) {
            planned.insert(place)
            try plan(place, bytes: original, source: .bytes(original))
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

    /// Returns the fields of ours that somebody changed, and that would get another value.
    ///
    /// A run that was killed may have given a field back that the run before it had set.
    private func changedFields(
        _ fields: [String: Set<String>], in file: SharedFile, original: SharedFile?,
        edits: [FieldEdit]
    ) -> Set<FieldPath> {
        let wasKilled = before?.isComplete == false
        var lost: Set<FieldPath> = []
        for edit in edits {
            guard let hashes = fields[edit.path.description], !hashes.isEmpty,
                !hashes.contains(file.hash(at: edit.path)),
                file.value(at: edit.path) != edit.value
            else { continue }
            if wasKilled, let original,
                file.value(at: edit.path) == original.value(at: edit.path)
            {
                continue
            }
            lost.insert(edit.path)
        }
        return lost
    }

    /// Says of fields that somebody changed; false where they stop the export.
    private mutating func meet(_ fields: Set<FieldPath>, in path: TargetPath) -> Bool {
        guard options.foreignFiles != .overwrite else { return true }
        let isKept = options.foreignFiles == .keep
        for field in fields.map(\.description).sorted() {
            report.diagnostics.append(
                Diagnostic(
                    .exportChangedFile, "The field \(field) was changed since labfolio wrote it",
                    severity: isKept ? .warning : .error,
                    hint: isKept
                        ? "It stays as it is; what the record says there is not shown"
                        : "Put the change into the record, keep it with --keep-theirs, or "
                            + "overwrite it with --force", profile: subject.id.text,
                    location: SourceLocation(file: target.path + "/" + path.description)))
        }
        return isKept || fields.isEmpty
    }

    /// Returns what the fields of a shared file are laid over, and whose that is.
    ///
    /// What is all ours is made anew, so that the result is that of a first export; what a person
    /// wrote or changed stays.
    private func ground(
        of path: TargetPath, existing: [UInt8]?, old: Manifest.File?
    ) throws(ExportError) -> (bytes: [UInt8], origin: Manifest.Origin, isExisting: Bool) {
        var origin = Manifest.Origin.layout
        if let existing {
            let isUntouched = old?.hashes.contains(SHA256(existing).description) == true
            origin = isUntouched ? old?.origin ?? .person : .person
            if origin == .person || (origin == .theme && theme == nil) {
                return (existing, origin, true)
            }
        }
        guard let theme, theme.files.contains(path) else { return ([], .layout, false) }
        return (try theme.read(path), .theme, false)
    }

    /// Tells whether a run was killed before it came to a shared file: the original is kept first.
    private func isAsFound(_ path: TargetPath) throws(ExportError) -> Bool {
        guard before?.isComplete == false, let place = SharedFile.original(of: path),
            before?.files[place.description] != nil
        else { return false }
        return try target.read(place) == nil
    }

    /// Returns what a shared file was before it got our fields; nil where that is not known, or
    /// nothing.
    private func original(
        of path: TargetPath, ground: [UInt8], origin: Manifest.Origin, old: Manifest.File?
    ) throws(ExportError) -> [UInt8]? {
        guard origin != .layout else { return nil }
        if origin == .theme, theme != nil { return ground }
        if let kept = try keptOriginal(of: path) { return kept }
        return old?.fields.isEmpty == false ? nil : ground
    }

    /// Returns the original of a shared file that an earlier export kept, if nobody changed it.
    func keptOriginal(of path: TargetPath) throws(ExportError) -> [UInt8]? {
        guard let place = SharedFile.original(of: path),
            let file = before?.files[place.description], !target.isNew,
            let bytes = try target.read(place),
            file.hashes.contains(SHA256(bytes).description)
        else { return nil }
        return bytes
    }
}
