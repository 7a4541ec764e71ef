/// Changes to the paths of a tree, gathered before they are applied in one go.
///
/// A path is UTF-8, its parts separated by `/`. The last change of a path wins.
public struct TreeEdit: Sendable {
    var root = Node()

    /// Creates an edit that changes nothing.
    public init() {}

    /// Whether nothing would change.
    public var isEmpty: Bool { root.children.isEmpty }

    /// Writes a file; one that is there keeps its mode, a new one is not executable.
    public mutating func write(_ bytes: [UInt8], to path: String) throws(GitError) {
        try change(path, to: .bytes(bytes))
    }

    /// Makes a file hold a blob; one that is there keeps its mode, a new one is not executable.
    public mutating func write(_ id: BlobID, to path: String) throws(GitError) {
        try change(path, to: .blob(id))
    }

    /// Puts something exactly as it is, with its mode, at a path: a folder, a link, a file.
    public mutating func put(_ target: TreeEntry.Target, at path: String) throws(GitError) {
        try change(path, to: .target(target))
    }

    /// Deletes what is at a path, a file or a whole folder; nothing there is no error.
    public mutating func delete(_ path: String) throws(GitError) {
        try change(path, to: .delete)
    }

    private mutating func change(_ path: String, to change: Change) throws(GitError) {
        let parts = try Self.parts(of: path)
        root.change(parts[...], to: change)
    }
}

extension TreeEdit {
    /// What is to happen at one path.
    enum Change: Sendable {
        case bytes([UInt8])
        case blob(BlobID)
        case target(TreeEntry.Target)
        case delete
    }

    /// The changes at one path and below it.
    ///
    /// Names are bytes, because two texts that Swift calls equal (é in its two forms) are two
    /// names to git.
    struct Node: Sendable {
        var change: Change?
        var children: [[UInt8]: Node] = [:]

        mutating func change(_ parts: ArraySlice<[UInt8]>, to change: Change) {
            if let name = parts.first {
                children[name, default: Node()].change(parts.dropFirst(), to: change)
            } else {
                // What was asked for below this path before does not come back.
                self = Node(change: change)
            }
        }
    }

    /// Splits a path; throws `invalid` for one that could lead outside the tree or into `.git`.
    private static func parts(of path: String) throws(GitError) -> [[UInt8]] {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts {
            // Windows ignores dots and spaces at the end of a name, and knows .git as git~1.
            let visible = part.reversed().drop { $0 == 0x20 || $0 == UInt8(ascii: ".") }
            let name = plainName(visible.reversed())
            guard !visible.isEmpty, name != ".git", !name.hasPrefix(".git:"), name != "git~1",
                !part.contains(0)
            else {
                throw GitError(
                    .invalid, in: "TreeEdit", on: path,
                    message: "a part of the path is empty, dots, .git, or contains a NUL")
            }
        }
        return parts.map(Array.init)
    }
    /// Returns a name as a Mac's file system tells it from others: in lower case, without the
    /// characters that do not show.
    private static func plainName(_ bytes: [UInt8]) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars
        return String(
            String.UnicodeScalarView(
                scalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    }
}
