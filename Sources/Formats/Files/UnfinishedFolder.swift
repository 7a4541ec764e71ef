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
/// nothing or everything, and no file has to be renamed by itself. What a killed run left under
/// that name is removed by the next one; what fails half-way is removed at once.
public struct UnfinishedFolder: ~Copyable {
    private let place: String
    private let path: String
    private let root: Int32
    private let isDurable: Bool
    /// The folder of the last file: files of a folder mostly come one after another.
    private var current: (folder: Substring, descriptor: Int32)?
    private var made: Set<Substring> = []
    private var isFinished = false

    /// Makes an empty folder for a place where nothing may be, and the folders on the way to it.
    ///
    /// - Parameters:
    ///   - place: Where the folder goes.
    ///   - isDurable: Whether everything shall be on the disk before it does.
    /// - Throws: Why it cannot be made.
    public init(for place: String, isDurable: Bool = false) throws(FileError) {
        let path = place + FileSystem.unfinishedSuffix
        try FileSystem.removeTree(path)
        if let parent = FileSystem.parent(of: place) { try FileSystem.makeFolder(parent) }
        guard mkdir(path, 0o777) == 0 else {
            throw FileError(number: errno, "make the folder", place)
        }
        let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard root >= 0 else { throw FileError(number: errno, "make the folder", place) }
        self.place = place
        self.path = path
        self.root = root
        self.isDurable = isDurable
    }

    deinit {
        if let current { close(current.descriptor) }
        close(root)
        // What cannot be removed now is removed by the next run.
        if !isFinished { try? FileSystem.removeTree(path) }
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

    /// Puts the folder into its place.
    public mutating func finish() throws(FileError) {
        if isDurable {
            for folder in made { try FileSystem.synchronize(folder: path + "/" + folder) }
            try FileSystem.synchronize(folder: path)
        }
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

    private mutating func make(_ folder: Substring) throws(FileError) {
        guard !folder.isEmpty, made.insert(folder).inserted else { return }
        if let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) { try make(folder[..<slash]) }
        guard mkdirat(root, String(folder), 0o777) == 0 else { throw failure(errno, folder) }
    }

    private func failure(_ number: Int32, _ file: some StringProtocol) -> FileError {
        FileError(number: number, "write", place + "/" + file)
    }
}
