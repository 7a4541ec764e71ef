internal import Formats
internal import Layouts
internal import ProfileStore

extension Transfer {
    /// Writes and removes what was planned.
    mutating func carryOut() throws(ExportError) {
        guard let manifestPath = TargetPath(Manifest.path) else { return }
        try target.removeUnfinished(Manifest.path)
        guard !steps.isEmpty || !removals.isEmpty || before != after else { return }
        try ExportError.file { () throws(FileError) in try FileSystem.makeFolder(target.path) }
        target = TargetFolder(path: FileSystem.resolved(target.path) ?? target.path)
        if before?.isComplete == false {
            for path in (before?.files ?? [:]).keys.sorted() {
                try target.removeUnfinished(path)
                if after.files[path] == nil, let path = TargetPath(path) {
                    try target.removeEmptyFolders(above: path)
                }
            }
        }
        let content = after.content
        if !steps.isEmpty || !removals.isEmpty {
            let underWay = after.underWay(from: before)
            try target.write(
                underWay.bytes(before == nil ? content : nil), to: manifestPath)
        }
        for path in clearings.sorted() { try target.remove(path) }
        for folder in clearedFolders.sorted() { try target.removeEmptyFolder(folder) }
        for step in steps { try write(step) }
        for path in removals.subtracting(clearings).sorted() { try target.remove(path) }
        try target.write(after.bytes(content), to: manifestPath)
    }

    private mutating func write(_ step: Step) throws(ExportError) {
        switch step.source {
        case .bytes(let bytes): try target.write(bytes, to: step.path)
        case .asset(let asset):
            let bytes = try ExportError.store { () throws(StoreError) in
                try reader.asset(asset, of: profile.id)
            }
            try target.write(bytes ?? [], to: step.path)
        case .theme:
            if let theme { try target.write(try theme.read(step.path), to: step.path) }
        }
    }
}
