#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What the file system refused, on which file, and why.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The refusals that a caller can do something about.
    public enum Code: Hashable, Sendable {
        /// There is no such file or folder.
        case notFound
        /// Something of that name is there already.
        case exists
        /// The user may not do that, or the file system is read-only.
        case notPermitted
        /// The disk, or the user's share of it, is full.
        case noSpace
        /// The file is a symbolic link, which is not followed.
        case symbolicLink
        /// The file is no regular file: a folder, a device, a socket.
        case notAFile
        /// Something on the way is not a folder, or the folder asked for is a file.
        case notAFolder
        /// The file system cannot do that at all.
        case notSupported
        /// The file has more bytes than the caller takes.
        case tooLarge(limit: Int)
        /// Anything else, by the system's number.
        case other(Int32)
    }

    /// Why it was refused.
    public let code: Code
    /// What was tried, as a verb: `read`, `write`.
    public let operation: String
    /// On which file.
    public let path: String

    /// Makes an error of its own.
    public init(_ code: Code, _ operation: String, _ path: String) {
        self.code = code
        self.operation = operation
        self.path = path
    }

    /// Takes the system's number of the call that just failed.
    init(number: Int32, _ operation: String, _ path: String) {
        let code: Code =
            switch number {
            case ENOENT: .notFound
            case EEXIST, ENOTEMPTY: .exists
            case EACCES, EPERM, EROFS: .notPermitted
            case ENOSPC, EDQUOT, EFBIG: .noSpace
            case ELOOP: .symbolicLink
            case EISDIR: .notAFile
            case ENOTDIR: .notAFolder
            case ENOTSUP, ENOSYS, EXDEV, EMLINK: .notSupported
            default: .other(number)
            }
        self.init(code, operation, path)
    }

    /// What is wrong, as a sentence without a full stop.
    public var description: String {
        let reason =
            switch code {
            case .notFound: "there is no such file or folder"
            case .exists: "something of that name is there already"
            case .notPermitted: "permission is missing"
            case .noSpace: "the disk is full"
            case .symbolicLink: "it is a symbolic link, which is not followed"
            case .notAFile: "it is not a regular file"
            case .notAFolder: "it is not a folder"
            case .notSupported: "the file system cannot do that"
            case .tooLarge(let limit): "it has more than \(limit) bytes"
            case .other(let number): String(cString: strerror(number))
            }
        return "Cannot \(operation) \(path): \(reason)"
    }
}
