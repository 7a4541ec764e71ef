internal import Formats
internal import Layouts
internal import ProfileStore

extension Transfer {
    /// Writes and removes what was planned.
    mutating func carryOut() throws(ExportError) {
        defer { ended = FileTime.now }
        guard !target.isNew else { return try carryOutAnew() }
        guard let manifestPath = TargetPath(Manifest.path) else { return }
        try target.removeUnfinished(of: [Manifest.path])
        guard !steps.isEmpty || !removals.isEmpty || before != after else { return }
        target.forget()
        target.isDurable = options.isDurable
        if before?.isComplete == false {
            let paths = (before?.files ?? [:]).keys.sorted()
            try target.removeUnfinished(of: paths)
            for path in paths where after.files[path] == nil {
                if let path = TargetPath(path) { try target.removeEmptyFolders(above: path) }
            }
        }
        guard !options.isAtomic else { return try carryOutAtomically() }
        let content = after.content
        if !steps.isEmpty || !removals.isEmpty {
            let underWay = after.underWay(from: before)
            try target.write(
                underWay.bytes(before == nil ? content : nil), to: manifestPath)
        }
        for path in clearings.sorted() { try target.remove(path) }
        for folder in clearedFolders.sorted() { try target.removeEmptyFolder(folder) }
        for step in steps { try target.write(try bytes(of: step), to: step.path) }
        try target.synchronize()
        let originals = removals.filter { SharedFile.isOriginal($0.description) }
        for path in removals.subtracting(clearings).subtracting(originals).sorted() {
            try target.remove(path)
        }
        if !originals.isEmpty {
            // From here on what was given back is the person's alone, so a killed run has not lost
            // what it was.
            let given = after.keepingOriginals(of: before)
            try target.write(given.bytes(), to: manifestPath)
            try target.synchronize()
            for path in originals.sorted() { try target.remove(path) }
        }
        try target.write(after.bytes(content), to: manifestPath)
        try target.synchronize()
    }

    /// Writes all files where nothing is yet: beside the target, which takes its place when it is
    /// complete.
    ///
    /// So nothing has to be told from anything in a target that a killed run left, there is none,
    /// and the files need neither a manifest before them nor names of their own until then.
    private func carryOutAnew() throws(ExportError) {
        var folder: UnfinishedFolder
        do throws(FileError) {
            folder = try UnfinishedFolder(for: target.path, isDurable: options.isDurable)
        } catch { throw .file(error) }
        // The files of a folder one after another, so that it is opened once.
        for step in steps.sorted(by: { $0.path < $1.path }) {
            let bytes = try bytes(of: step)
            do throws(FileError) { try folder.write(bytes, to: step.path.description) } catch {
                throw .file(error)
            }
        }
        do throws(FileError) {
            try folder.write(after.bytes(), to: Manifest.path)
            try folder.finish()
        } catch { throw .file(error) }
    }

    func bytes(of step: Step) throws(ExportError) -> [UInt8] {
        switch step.source {
        case .bytes(let bytes): bytes
        case .asset(let asset):
            try ExportError.store { () throws(StoreError) in
                try subject.asset(asset)
            } ?? []
        case .theme: try theme?.read(step.path) ?? []
        }
    }
}
