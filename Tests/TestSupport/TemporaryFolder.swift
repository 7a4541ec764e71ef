import Foundation

/// A folder of its own for one test, removed with everything in it when the value goes away.
public final class TemporaryFolder: Sendable {
    /// The absolute path of the folder, without a slash at the end.
    public let path: String

    /// Makes the folder.
    public init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("labfolio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { /* A test took it away. */
        }
    }

    /// Writes text to a file in the folder, with the folders on its way, and returns its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes bytes to a file in the folder, with the folders on its way, and returns its path.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Returns the text of a file in the folder.
    public func read(_ name: String) throws -> String {
        // Data(contentsOf:) leaks its buffer when the file is empty, which the leak gate reports.
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path + "/" + name))
        return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }

    /// Tells whether a file or folder is there.
    public func contains(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }
}
