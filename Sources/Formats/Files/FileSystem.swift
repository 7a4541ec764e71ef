#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The files of this machine: the one place that asks the system for them.
///
/// Paths are UTF-8 text, absolute or relative to the current folder.
public enum FileSystem {
    /// What stands at a path.
    public enum Kind: Hashable, Sendable {
        /// A regular file, with its size in bytes.
        case file(size: Int)
        /// A folder.
        case folder
        /// A symbolic link, wherever it leads.
        case symbolicLink
        /// A device, a socket or a pipe.
        case other
    }

    /// What to do with a file that is a symbolic link.
    public enum LinkPolicy: Sendable {
        /// Read what it leads to: for paths that a person typed.
        case follow
        /// Refuse it: for paths within a store or a target, which a link could lead out of.
        case refuse
    }

    /// Returns what stands at a path, without following a link; nil where nothing does.
    public static func kind(at path: String) throws(FileError) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            let number = errno
            if number == ENOENT || number == ENOTDIR { return nil }
            throw FileError(number: number, "look at", path)
        }
        return kind(of: status)
    }

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The number of bytes that are read at most; more throws before reading.
    ///   - links: What to do with a symbolic link.
    /// - Returns: The bytes.
    /// - Throws: Why the file cannot be read.
    public static func read(
        _ path: String, limit: Int = .max, links: LinkPolicy = .refuse
    ) throws(FileError) -> [UInt8] {
        // Not to wait for the other end of a named pipe.
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == .refuse ? O_NOFOLLOW : 0)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { throw FileError(number: errno, "read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw FileError(number: errno, "read", path)
        }
        var (expected, isSize) = (0, false)
        switch kind(of: status) {
        case .file(let size): (expected, isSize) = (size, true)
        case .other where links == .follow: expected = 1 << 16
        default: throw FileError(.notAFile, "read", path)
        }
        guard expected <= limit else { throw FileError(.tooLarge(limit: limit), "read", path) }
        return try bytes(
            from: descriptor, expected: expected, isSize: isSize, limit: limit, path: path)
    }

    /// Reads all of standard input.
    ///
    /// - Parameter limit: The number of bytes that are read at most; more throws.
    /// - Returns: The bytes.
    /// - Throws: Why it cannot be read.
    public static func readStandardInput(limit: Int = .max) throws(FileError) -> [UInt8] {
        try bytes(from: 0, expected: 1 << 16, limit: limit, path: "standard input")
    }

    /// Reads on until a descriptor ends; the size a file had may not be the size it has.
    ///
    /// Where `expected` is the size of a file, a read that was asked for more and stops right there
    /// has met the end, and no other one has to say so.
    static func bytes(
        from descriptor: Int32, expected: Int, isSize: Bool = false, limit: Int, path: String
    ) throws(FileError) -> [UInt8] {
        var result: [UInt8] = []
        var capacity = expected + 1
        while true {
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                while count < buffer.count, let start = buffer.baseAddress {
                    let got = Self.read(descriptor, start + count, buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    if got <= 0 { break }
                    count += got
                    if isSize, result.isEmpty, count == expected { break }
                }
            }
            guard failure == 0 else { throw FileError(number: failure, "read", path) }
            let isAtEnd = chunk.count < capacity
            if result.isEmpty { result = chunk } else { result += chunk }
            guard result.count <= limit else {
                throw FileError(.tooLarge(limit: limit), "read", path)
            }
            if isAtEnd { return result }
            capacity = max(1 << 16, result.count)
        }
    }

    private static func read(
        _ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, start, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, start, count)
        #else
            Darwin.read(descriptor, start, count)
        #endif
    }

    /// Makes a folder and those on the way to it; a folder that is there is fine.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        let number = errno
        if number == EEXIST {
            var status = stat()
            guard stat(path, &status) == 0, case .folder = kind(of: status) else {
                throw FileError(.notAFolder, "make the folder", path)
            }
            return
        }
        guard number == ENOENT, let parent = parent(of: path) else {
            throw FileError(number: number, "make the folder", path)
        }
        try makeFolder(parent)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw FileError(number: errno, "make the folder", path)
        }
    }

    /// Removes a file or an empty folder; nothing there is fine.
    public static func remove(_ path: String) throws(FileError) {
        guard unlink(path) != 0 else { return }
        let number = errno
        if number == ENOENT { return }
        guard number == EISDIR || number == EPERM, rmdir(path) == 0 || errno == ENOENT else {
            throw FileError(number: number, "remove", path)
        }
    }

    /// Removes a file, or a folder with all that is in it; links are removed, not followed, and
    /// nothing there is fine, be it gone before or because somebody else removes the same.
    public static func removeTree(_ path: String) throws(FileError) {
        guard let kind = try kind(at: path) else { return }
        if case .folder = kind {
            let names: [String]
            do throws(FileError) { names = try self.names(in: path) } catch {
                guard error.code == .notFound else { throw error }
                return
            }
            for name in names { try removeTree(path + "/" + name) }
        }
        try remove(path)
    }

    /// Returns the absolute path that a path names once links and `..` are followed; nil where
    /// nothing is there.
    public static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(validatingCString: pointer)
    }

    /// The absolute path of the current folder.
    public static var currentFolder: String { resolved(".") ?? "." }

    /// Returns the path of the folder that holds a path; nil for a root and a bare name.
    public static func parent(of path: String) -> String? {
        let trimmed = path.count > 1 && path.last == "/" ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/"), trimmed.count > 1 else { return nil }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    static func kind(of status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file(size: Int(status.st_size))
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }
}
