#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension FileSystem {
    /// A hash of the program that runs, nil where the system does not tell which one it is.
    public static var executableHash: String? {
        // Without a hash nothing is remembered from build to build.
        guard let path = executable, let bytes = try? read(path, links: .follow) else { return nil }
        return ContentHash(bytes).description
    }

    /// What tells the program that runs from another build of it without reading it: its size, its
    /// place on the disk and the time of its last change; nil where the system does not tell.
    public static var executableStamp: String? {
        var status = stat()
        guard let path = executable, stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return "\(status.st_dev).\(status.st_ino).\(status.st_size).\(time.tv_sec).\(time.tv_nsec)"
    }

    /// The path of the program that runs.
    private static var executable: String? {
        #if os(Linux)
            return "/proc/self/exe"
        #elseif canImport(Darwin)
            var size: UInt32 = 0
            _NSGetExecutablePath(nil, &size)
            var buffer = [CChar](repeating: 0, count: Int(size) + 1)
            return _NSGetExecutablePath(&buffer, &size) == 0 ? String(cString: buffer) : nil
        #else
            return nil
        #endif
    }
}
