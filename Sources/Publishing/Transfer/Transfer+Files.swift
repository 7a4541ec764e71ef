internal import Formats
internal import Layouts
internal import ProfileStore
internal import RecordModel

extension Transfer {
    /// Plans one file of the layout.
    mutating func plan(_ file: OutputFile) throws(ExportError) {
        switch file.content {
        case .bytes(let bytes):
            try plan(file.path, bytes: bytes, hash: file.hash, source: .bytes(bytes))
        case .asset(let asset):
            guard
                let bytes = try ExportError.store({ () throws(StoreError) in
                    try subject.asset(asset)
                })
            else {
                refuse(
                    .exportMissingAsset, file.path, "The record has no file `\(asset)`",
                    hint: "labfolio validate \(subject.id) says where it is named")
                return
            }
            if let fault = AssetFault(of: asset, bytes) {
                refuse(
                    .exportAssetType, file.path, "`\(asset)` \(fault.message)", hint: fault.hint)
                return
            }
            try plan(file.path, bytes: bytes, source: .asset(asset))
        case .edits(let edits): try plan(file.path, edits: edits)
        }
    }

    /// Plans a file that is all ours.
    mutating func plan(
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
                        + "--keep-theirs, or overwrite it with --force", profile: subject.id.text,
                location: SourceLocation(file: target.path + "/" + path.description)))
    }
}
