internal import Formats
internal import Layouts

extension Transfer {
    /// The file that says, while it is there, that a folder was exchanged and the old one is not
    /// gone yet.
    static let swapMarker = ".labfolio/swap"

    /// Makes the whole folder anew beside the old one, and exchanges the two in one step.
    ///
    /// Whatever is not ours, and whatever of ours stays as it is, is in both folders at once until
    /// the old one is removed: a second name of the same file, not a copy, so that nothing that is
    /// written to it meanwhile is lost; and what comes into the old folder late is brought along.
    mutating func carryOutAtomically() throws(ExportError) {
        var gone = removals.union(steps.map(\.path))
        if let manifest = TargetPath(Manifest.path) { gone.insert(manifest) }
        gone.formUnion(try target.unfinished(of: (before?.files ?? [:]).keys))
        let unwanted = Set(gone.map(\.description))
        var folder: UnfinishedFolder
        do throws(FileError) {
            folder = try UnfinishedFolder(for: target.path, isDurable: options.isDurable)
        } catch { throw .file(error) }
        do throws(FileError) {
            try folder.takeOver(except: unwanted.union(clearedFolders))
        } catch { throw .file(error) }
        for step in steps {
            let bytes = try bytes(of: step)
            do throws(FileError) { try folder.write(bytes, to: step.path.description) } catch {
                throw .file(error)
            }
        }
        do throws(FileError) {
            try folder.write(after.bytes(), to: Manifest.path)
            try folder.exchange(except: unwanted, marker: Self.swapMarker)
        } catch { throw .file(error) }
    }

    /// Completes what a run left that was killed right at the end of an exchange.
    static func completeExchange(of target: TargetFolder) throws(ExportError) {
        try ExportError.file { () throws(FileError) in
            guard try FileSystem.kind(at: target.path + "/" + swapMarker) != nil else { return }
            try UnfinishedFolder.removeAbandoned(for: target.path, marker: swapMarker)
        }
    }
}
