internal import Formats

/// What git is told about the files of a store in `info/attributes`, beside the history: which
/// drivers merge and compare them.
///
/// That file is the clone's own, as the drivers' commands in the configuration are; a
/// `.gitattributes` would name drivers that other people's git does not know.
struct GitAttributes {
    /// The files that the drivers are for.
    private static let patterns = ["labfolio.yml", "profiles/*/*.yml"]
    /// What holds for each of them.
    private static let attributes = ["merge=labfolio", "diff=labfolio"]

    private static let start = "# labfolio: begin; `labfolio git uninstall` removes these lines."
    private static let end = "# labfolio: end"

    /// What became of the file.
    enum Outcome {
        /// Our lines were written.
        case written
        /// Our lines are there as they should be.
        case unchanged
        /// Our lines were there and are gone.
        case removed
        /// There was nothing to remove.
        case absent
    }

    /// The file.
    let path: String

    /// Makes one for the folder that all work trees of a repository share.
    init(in commonFolder: String) { path = commonFolder + "/info/attributes" }

    private static var block: [String] {
        [start] + patterns.map { ([$0] + attributes).joined(separator: " ") } + [end]
    }

    /// Writes our lines, behind those that are there, or where they are already.
    func install() throws(FileError) -> Outcome {
        let (before, ours, after) = try parts()
        guard ours != Self.block else { return .unchanged }
        try write(before + Self.block + after)
        return .written
    }

    /// Takes our lines out.
    func uninstall() throws(FileError) -> Outcome {
        let (before, ours, after) = try parts()
        guard !ours.isEmpty else { return .absent }
        try write(before + after)
        return .removed
    }

    /// The lines before ours, ours, and those behind.
    private func parts() throws(FileError) -> ([String], [String], [String]) {
        var lines: [String]
        do throws(FileError) {
            let bytes = try FileSystem.read(path, limit: 1 << 20, links: .follow)
            lines = String(decoding: bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        } catch {
            guard error.code == .notFound else { throw error }
            return ([], [], [])
        }
        if lines.last == "" { lines.removeLast() }
        guard let first = lines.firstIndex(of: Self.start),
            let last = lines[first...].firstIndex(of: Self.end)
        else { return (lines, [], []) }
        return (Array(lines[..<first]), Array(lines[first...last]), Array(lines[(last + 1)...]))
    }

    private func write(_ lines: [String]) throws(FileError) {
        if let folder = FileSystem.parent(of: path) { try FileSystem.makeFolder(folder) }
        let text = lines.map { $0 + "\n" }.joined()
        try FileSystem.write(Array(text.utf8), to: path)
    }
}
