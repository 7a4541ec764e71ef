#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A folder while it is made, beside its place and under a name that says that it is not finished.
///
/// With all its files in it the folder takes its place in one step, so whoever looks there sees
/// nothing or everything, and no file has to be renamed by itself. What fails half-way is removed
/// at once; what a killed run left is known by its name and by nobody working on it
/// (`abandoned(for:)`).
public struct UnfinishedFolder: ~Copyable {
    let place: String
    let path: String
    let isDurable: Bool
    private let root: Int32
    /// The folder of the last file: files of a folder mostly come one after another.
    private var current: (folder: Substring, descriptor: Int32)?
    private var made: Set<Substring> = []
    var isFinished = false
    var madeFolders: [String] { made.map(String.init) }

    /// Makes an empty folder that is to go to a place, and the folders on the way to it.
    ///
    /// - Parameters:
    ///   - place: Where the folder goes.
    ///   - isDurable: Whether everything shall be on the disk before it does.
    /// - Throws: Why it cannot be made.
    public init(for place: String, isDurable: Bool = false) throws(FileError) {
        if let parent = FileSystem.parent(of: place) { try FileSystem.makeFolder(parent) }
        while true {
            // No two processes make the same name, wherever they run.
            let path = place + FileSystem.unfinishedSuffix + FileSystem.uniqueEnding()
            guard mkdir(path, 0o777) == 0 else {
                if errno == EEXIST { continue }
                throw FileError(number: errno, "make the folder", place)
            }
            let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            guard root >= 0 else { throw FileError(number: errno, "make the folder", place) }
            flock(root, LOCK_EX)
            // Before it was locked, another process may have taken it for abandoned.
            guard FolderLock.isStill(root, at: path) else {
                close(root)
                continue
            }
            self.place = place
            self.path = path
            self.root = root
            self.isDurable = isDurable
            return
        }
    }

    deinit {
        if let current { close(current.descriptor) }
        // What cannot be removed now is removed by the next run; until the lock is given up with the
        // descriptor nobody takes the folder for abandoned.
        if !isFinished { try? FileSystem.removeTree(path) }
        close(root)
    }

    /// Writes a new file, and the folders on its way.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: Its path within the folder, each component a name.
    /// - Throws: Why it cannot be written; the error names the file in the folder's place.
    public mutating func write(_ bytes: [UInt8], to file: String) throws(FileError) {
        let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = try descriptor(of: file[..<(slash ?? file.startIndex)])
        let name = slash.map { String(file[file.utf8.index(after: $0)...]) } ?? file
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = openat(folder, name, flags, 0o666)
        guard descriptor >= 0 else { throw failure(errno, file) }
        var number = FileSystem.writeAll(bytes, to: descriptor)
        if isDurable, number == 0, fsync(descriptor) != 0 { number = errno }
        if close(descriptor) != 0, number == 0 { number = errno }
        guard number == 0 else { throw failure(number, file) }
    }

    /// Gives the folder up as a run does that is killed: nothing is removed.
    consuming func abandon() { isFinished = true }

    /// Waits until all names are on the disk, if they shall be.
    func synchronize() throws(FileError) {
        guard isDurable else { return }
        for folder in made { try FileSystem.synchronize(folder: path + "/" + folder) }
        try FileSystem.synchronize(folder: path)
    }

    /// Puts the folder into its place.
    ///
    /// - Throws: `exists` where somebody else has put one there.
    public mutating func finish() throws(FileError) {
        try synchronize()
        guard rename(path, place) == 0 else { throw FileError(number: errno, "write", place) }
        isFinished = true
        if isDurable, let parent = FileSystem.parent(of: place) {
            try FileSystem.synchronize(folder: parent)
        }
    }

    private mutating func descriptor(of folder: Substring) throws(FileError) -> Int32 {
        guard !folder.isEmpty else { return root }
        if let current, current.folder == folder { return current.descriptor }
        try make(folder)
        let descriptor = openat(
            root, String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw failure(errno, folder) }
        if let current { close(current.descriptor) }
        current = (folder, descriptor)
        return descriptor
    }

    /// Makes a folder within, and those above it.
    mutating func make(_ folder: Substring) throws(FileError) {
        guard !folder.isEmpty, made.insert(folder).inserted else { return }
        if let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) { try make(folder[..<slash]) }
        guard mkdirat(root, String(folder), 0o777) == 0 else { throw failure(errno, folder) }
    }

    private func failure(_ number: Int32, _ file: some StringProtocol) -> FileError {
        FileError(number: number, "write", place + "/" + file)
    }
}
