#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file in which something is kept for the next run, in a folder that several runs share.
///
/// Such a file costs time where it is missing, and never results: so what cannot be read or written
/// is not reported about.
public enum KeptFile {
    /// Writes a file, and the folder that it is in.
    ///
    /// Beside it may lie what a run left that was killed while it wrote. Nobody else knows that
    /// file's name, so whoever writes next removes it, once no run can be at it any more.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - path: Where it goes.
    /// - Returns: Whether it is there now.
    @discardableResult
    public static func write(_ bytes: [UInt8], to path: String) -> Bool {
        do throws(FileError) {
            if let folder = FileSystem.parent(of: path) {
                try FileSystem.makeFolder(folder)
                removeUnfinished(in: folder)
            }
            try FileSystem.write(bytes, to: path, ending: FileSystem.uniqueEnding())
            return true
        } catch {
            // The next run takes its time again.
            return false
        }
    }

    /// Returns the beginning of a file, nil where it cannot be read.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - count: The number of bytes, fewer of a shorter file.
    /// - Returns: The bytes.
    public static func beginning(of path: String, count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
        return bytes
    }

    /// No file takes longer to write than an hour, in seconds.
    private static let patience = 3_600

    private static func removeUnfinished(in folder: String) {
        for name in (try? FileSystem.names(in: folder)) ?? []
        where name.contains(FileSystem.unfinishedSuffix) {
            var status = stat()
            let path = folder + "/" + name
            guard lstat(path, &status) == 0, case .file = FileSystem.kind(of: status),
                Int(modified(status).tv_sec) < time(nil) - patience
            else { continue }
            unlink(path)
        }
    }

    private static func modified(_ status: stat) -> timespec {
        #if canImport(Darwin)
            status.st_mtimespec
        #else
            status.st_mtim
        #endif
    }
}
