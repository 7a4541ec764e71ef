public import Formats
internal import RecordModel

/// Which files of a store a piece of work read, and by what their state is known without reading
/// them: the ids of git's objects in a commit, the stamps of the files in a work tree.
///
/// Work that depends on nothing else gives the same result as long as its footprint holds; so what
/// came of it need not be made again. `SourceTrace` answers the same question by reading
/// everything, and so knows content again that was written anew.
public struct SourceFootprint: Hashable, Sendable {
    /// The files and folders, by their paths from the store's root.
    public let paths: PathList
    /// What tells their state from every other one.
    public let mark: ContentHash

    /// Takes a footprint that was kept.
    public init(paths: PathList, mark: ContentHash) {
        self.paths = paths
        self.mark = mark
    }
}

extension ProfileReader {
    /// Does a piece of work with a reader of the same files.
    ///
    /// - Returns: The result, and the footprint of it; nil where the source knows nothing of its
    ///   files but their content, or one of them has just been changed.
    /// - Throws: What the work throws.
    public func withFootprint<Result, Failure: Error>(
        of work: (ProfileReader) throws(Failure) -> Result
    ) throws(Failure) -> (result: Result, footprint: SourceFootprint?) {
        let recorder = FootprintRecorder()
        let start = FileTime.tick
        let result = try work(
            ProfileReader(
                source: source.recorded(by: recorder), schemas: schemas, snapshot: snapshot))
        let paths = recorder.paths(coveredByFolders: source.marksWholeFolders)
        guard let paths, let stamps = source.mark?(paths), stamps.areSettled(before: start) else {
            return (result, nil)
        }
        return (result, SourceFootprint(paths: paths, mark: stamps.mark))
    }

    /// Tells whether the files of a footprint are what they were.
    public func stillHolds(_ footprint: SourceFootprint) -> Bool {
        source.mark?(footprint.paths)?.mark == footprint.mark
    }
}

/// Writes down what is read; serves one task.
private final class FootprintRecorder {
    private var asked: [String] = []
    private var seen: Set<String> = []
    private var isRepeatable = true

    func note(_ path: String) {
        if path.utf8.contains(0) { isRepeatable = false }
        if seen.insert(path).inserted { asked.append(path) }
    }

    func noteFailure() { isRepeatable = false }

    /// All that was read, nil where it would not end the same way again; without what lies below
    /// folders that were read, where their marks say enough.
    func paths(coveredByFolders: Bool) -> PathList? {
        guard isRepeatable else { return nil }
        var list = PathList()
        for path in asked {
            if coveredByFolders, asked.contains(where: { path.hasPrefix($0 + "/") }) { continue }
            list.append(path)
        }
        return list
    }
}

extension FileSource {
    /// The same files; what is read of them is written down.
    fileprivate func recorded(by recorder: FootprintRecorder) -> FileSource {
        let (entries, bytes, treeID) = (entries, bytes, treeID)
        return FileSource(
            entries: { folder throws(StoreError) in
                recorder.note(folder)
                do throws(StoreError) { return try entries(folder) } catch {
                    recorder.noteFailure()
                    throw error
                }
            },
            bytes: { path, limit throws(StoreError) in
                recorder.note(path)
                do throws(StoreError) { return try bytes(path, limit) } catch {
                    recorder.noteFailure()
                    throw error
                }
            },
            treeID: { folder throws(StoreError) in
                recorder.note(folder)
                return try treeID(folder)
            })
    }
}
