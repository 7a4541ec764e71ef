#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The right to change what is in a folder, among processes that ask for it.
///
/// The system takes it back when the process ends, however it ends; so whatever is locked is being
/// worked on, and whatever is not was finished or abandoned. Where a file system has no locks
/// everybody has the right.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Waits for the right to a folder; nil where there is no such folder.
    public convenience init?(at path: String) {
        self.init(path, LOCK_EX)
    }

    /// Takes the right to a folder that nobody else has; nil where somebody does, or where there is
    /// no such folder, or no telling.
    public convenience init?(ifFree path: String) {
        self.init(path, LOCK_EX | LOCK_NB)
    }

    private init?(_ path: String, _ operation: Int32) {
        while true {
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            var status = flock(descriptor, operation)
            while status != 0, errno == EINTR { status = flock(descriptor, operation) }
            // Another folder may have taken the place of this one in the meantime.
            guard status != 0 || Self.isStill(descriptor, at: path) else {
                close(descriptor)
                continue
            }
            guard status == 0 || operation & LOCK_NB == 0 else {
                close(descriptor)
                return nil
            }
            self.descriptor = descriptor
            return
        }
    }

    deinit { close(descriptor) }

    /// Tells whether a descriptor is that of what stands at a path.
    static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var (held, standing) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && stat(path, &standing) == 0
            && held.st_ino == standing.st_ino && held.st_dev == standing.st_dev
    }
}
