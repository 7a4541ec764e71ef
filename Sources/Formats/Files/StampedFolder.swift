#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A folder whose files are looked at without being read.
///
/// What a file's stamp (its number, kind, rights, size and the times of its last changes) does not
/// show is a change within the same tick of the clock as the stamp. So a stamp says that a file is
/// as it was only if the file was not changed in the tick that it was looked at (`FileStamps`).
public final class StampedFolder: Sendable {
    private let descriptor: Int32

    /// Opens a folder, which may be a link to one; nil where that is not possible.
    public init?(at path: String) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Looks at files and folders, links by themselves.
    ///
    /// - Parameter list: Their paths from this folder; what is not there counts as that.
    /// - Returns: What was seen.
    public func stamps(of list: PathList) -> FileStamps {
        var words: [UInt64] = []
        words.reserveCapacity(8 * 32)
        var newest = FileTime.distantPast
        list.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count, let base = bytes.baseAddress {
                let path = UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
                var status = stat()
                if fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 {
                    let (modified, changed) = FileTime.ofChanges(status)
                    newest = max(newest, modified.latest, changed.latest)
                    words.append(UInt64(status.st_ino))
                    words.append(UInt64(status.st_mode))
                    words.append(UInt64(bitPattern: Int64(status.st_size)))
                    words.append(UInt64(bitPattern: modified.nanoseconds))
                    words.append(UInt64(bitPattern: changed.nanoseconds))
                } else {
                    words.append(UInt64(errno))
                }
                start += strlen(path) + 1
            }
        }
        return FileStamps(mark: ContentHash(words: words), newest: newest)
    }
}

/// What was seen of some files.
public struct FileStamps: Hashable, Sendable {
    /// The same only if no file was changed.
    public let mark: ContentHash
    /// When one of the files was changed last.
    private let newest: FileTime

    init(mark: ContentHash, newest: FileTime) {
        self.mark = mark
        self.newest = newest
    }

    /// Takes the mark of what never changes.
    public init(immutable mark: ContentHash) { self.init(mark: mark, newest: .distantPast) }

    /// Tells whether all files had been left alone when a moment came, so that any later change
    /// shows in the mark.
    public func areSettled(before moment: FileTime) -> Bool { newest < moment }

    /// Tells whether no file was changed after a moment, at which this process wrote the last of
    /// them itself.
    public func areSettled(at moment: FileTime) -> Bool { newest <= moment }
}

/// A moment by the clock that files are stamped with.
public struct FileTime: Hashable, Comparable, Sendable {
    let nanoseconds: Int64

    static let distantPast = FileTime(nanoseconds: .min)

    /// This moment, or the tick that it is in: no file that is changed from now on is stamped with
    /// an earlier one.
    public static var tick: FileTime {
        #if os(Linux)
            moment(CLOCK_REALTIME_COARSE)
        #else
            moment(CLOCK_REALTIME)
        #endif
    }

    /// This moment: no file that was changed before is stamped with a later one.
    public static var now: FileTime { moment(CLOCK_REALTIME) }

    private static func moment(_ clock: clockid_t) -> FileTime {
        var time = timespec()
        clock_gettime(clock, &time)
        return FileTime(time)
    }

    /// Whether one moment comes before another one.
    public static func < (first: FileTime, second: FileTime) -> Bool {
        first.nanoseconds < second.nanoseconds
    }

    /// The moment after which nothing is stamped with this one any more: some file systems count
    /// in whole seconds, or in two.
    fileprivate var latest: FileTime {
        nanoseconds % 1_000_000_000 == 0
            ? FileTime(nanoseconds: nanoseconds + 2_000_000_000) : self
    }

    fileprivate static func ofChanges(_ status: stat) -> (modified: FileTime, changed: FileTime) {
        #if canImport(Darwin)
            (FileTime(status.st_mtimespec), FileTime(status.st_ctimespec))
        #else
            (FileTime(status.st_mtim), FileTime(status.st_ctim))
        #endif
    }

    private init(_ time: timespec) {
        self.init(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    private init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }
}
