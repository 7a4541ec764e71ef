/// A disk of a few blocks, over a folder, until the value goes away.
public final class SmallDisk: Sendable {
    /// The folder that the disk is seen at.
    public let path: String

    /// Whether this machine lets a test make one.
    public static let isPossible: Bool = {
        guard let folder = try? TemporaryFolder(),
            let disk = try? SmallDisk(at: folder.path, options: "size=64k")
        else { return false }
        return !disk.path.isEmpty
    }()

    /// Mounts a disk; `options` are those of `mount`, such as `size=64k` or `ro`.
    public init(at path: String, options: String) throws {
        let outcome = try SystemCommand.run(
            "mount", ["-t", "tmpfs", "-o", options, "tmpfs", path])
        guard outcome.status == 0 else { throw Refusal(description: outcome.errors) }
        self.path = path
    }

    /// Changes its options, such as its size.
    public func remount(_ options: String) throws {
        let outcome = try SystemCommand.run("mount", ["-o", "remount," + options, path])
        guard outcome.status == 0 else { throw Refusal(description: outcome.errors) }
    }

    deinit {
        do { try SystemCommand.run("umount", ["-l", path]) } catch { /* It is gone already. */
        }
    }

    /// What `mount` said.
    public struct Refusal: Error, CustomStringConvertible {
        /// Its words.
        public let description: String
    }
}
