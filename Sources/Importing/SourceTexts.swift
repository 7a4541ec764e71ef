internal import Formats

/// The texts of a source, decoded, with what had to be put right.
struct SourceTexts {
    private(set) var texts: [String: String] = [:]
    private(set) var repairs: [ImportReport.Repair] = []

    /// Folders whose pages and data are read.
    private static let folders = [
        "_data", "_pages", "_includes", "_news", "_bibliography", "_publications", "_talks",
        "_teaching", "_teachings", "_portfolio", "_projects", "_posts", "_drafts", "_books",
    ]
    private static let endings = [
        ".md", ".markdown", ".mdown", ".html", ".htm", ".yml", ".yaml", ".json", ".bib",
    ]

    /// Tells whether a file of a site is read as text.
    static func isText(_ path: String) -> Bool {
        guard endings.contains(where: path.hasSuffix) else { return false }
        guard let slash = path.firstIndex(of: "/") else { return true }
        let folder = String(path[..<slash])
        // The templates of a theme hold no words of a person.
        if folder == "_includes" { return path.hasSuffix(".md") }
        return folders.contains(folder) || path == "assets/json/resume.json"
    }

    /// Decodes a file.
    mutating func add(_ bytes: [UInt8], as path: String) {
        let decoded = TextDecoder().decode(bytes)
        repairs += decoded.repairs.map { repair in
            ImportReport.Repair(
                file: path, line: repair.line, before: repair.before, after: repair.after,
                isCertain: repair.isCertain)
        }
        let text = decoded.text
        texts[path] = text
    }
}
