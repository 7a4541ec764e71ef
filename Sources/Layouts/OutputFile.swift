public import Formats
public import RecordModel

/// One file that an export wants to find in its target.
public struct OutputFile: Hashable, Sendable {
    /// Where the bytes of a file come from.
    public enum Content: Hashable, Sendable {
        /// The whole file is written by the layout.
        case bytes([UInt8])
        /// A copy of a file of the profile, by its path within the profile's folder.
        case asset(String)
        /// A YAML file that others write too: only these fields are ours, every other byte of what
        /// is there stays.
        case edits([FieldEdit])
    }

    /// Where the file goes.
    public let path: TargetPath
    /// What it holds.
    public let content: Content
    /// The hash of the bytes, where the layout knows it: files that are the same for every record
    /// are hashed once, not once for each.
    public let hash: SHA256?

    /// Makes a file.
    public init(_ path: TargetPath, _ content: Content, hash: SHA256? = nil) {
        self.path = path
        self.content = content
        self.hash = hash
    }
}
