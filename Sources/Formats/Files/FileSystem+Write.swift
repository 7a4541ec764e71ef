#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension FileSystem {
    /// What the name of a file ends in until it is complete, and an ending of its own where several
    /// processes may write the same file.
    ///
    /// Without one the name is always the same for the same file, so that the next run overwrites
    /// what a killed one left.
    public static let unfinishedSuffix = ".labfolio-unfinished"

    /// Tells whether a name is that of something that is being made, or was left so.
    public static func isUnfinished(_ name: String) -> Bool {
        // A folder may have tens of thousands of names, nearly all without a dot.
        name.utf8.contains(UInt8(ascii: ".")) && name.contains(unfinishedSuffix)
    }

    /// Returns an ending that no other process makes.
    public static func uniqueEnding() -> String {
        "-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    /// Writes a whole file, so that at every instant either the old or the new one is there.
    ///
    /// The folder must be there. A symbolic link in the file's place is replaced, not followed.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - path: Where it goes.
    ///   - ending: What tells the unfinished file from those of other processes.
    ///   - isExecutable: Whether it is a program.
    ///   - isDurable: Whether to wait until the bytes are on the disk, so that this holds after a
    ///     power failure too.
    /// - Throws: Why it cannot be written; the old file is still there then.
    public static func write(
        _ bytes: [UInt8], to path: String, ending: String = "", isExecutable: Bool = false,
        isDurable: Bool = false
    ) throws(FileError) {
        let unfinished = path + unfinishedSuffix + ending
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(unfinished, flags, isExecutable ? 0o777 : 0o666)
        guard descriptor >= 0 else { throw FileError(number: errno, "write", path) }
        var failure = writeAll(bytes, to: descriptor)
        if isDurable, failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(unfinished, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(unfinished)
            throw FileError(number: failure, "write", path)
        }
    }

    /// Waits until the names in a folder are on the disk.
    public static func synchronize(folder: String) throws(FileError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(number: errno, "write", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(number: errno, "write", folder) }
    }

    /// Writes all bytes and returns 0, or the number of the failure.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let start = buffer.baseAddress {
                let count = writeSome(descriptor, start + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return errno }
                written += count
            }
            return 0
        }
    }

    private static func writeSome(
        _ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, start, count)
        #else
            Darwin.write(descriptor, start, count)
        #endif
    }
}

/// The two streams that a command prints to.
public enum OutputStream: Sendable {
    /// Results.
    case standardOutput
    /// Everything else.
    case standardError

    /// Writes a text; false where the reader has gone away.
    ///
    /// - Throws: Any other reason why it cannot be written, such as a full disk.
    public func write(_ text: String) throws(FileError) -> Bool {
        let descriptor: Int32 = self == .standardOutput ? 1 : 2
        let number = FileSystem.writeAll(Array(text.utf8), to: descriptor)
        if number == EPIPE { return false }
        guard number == 0 else { throw FileError(number: number, "write", "the output") }
        return true
    }

    /// Tells whether a person looks at the stream in a terminal.
    public var isTerminal: Bool { isatty(self == .standardOutput ? 1 : 2) == 1 }
}
