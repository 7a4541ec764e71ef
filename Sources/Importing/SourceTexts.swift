internal import Formats
internal import RecordModel

/// The texts of a source, decoded, with what had to be put right.
struct SourceTexts {
    private(set) var texts: [String: String] = [:]
    private(set) var repairs: [ImportReport.Repair] = []
    /// What a person should look at.
    private(set) var diagnostics: [Diagnostic] = []

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
        texts[path] = decoded.text
        diagnostics += decoded.limits.map { limit in
            let (message, line) =
                switch limit {
                case .zeroBytes(let count):
                    ("The file has zero bytes (\(count)), which are left out; damage stays", 1)
                case .longLine(let line):
                    ("The line is too long to look for damaged characters in it", line)
                case .fromLine(let line):
                    (
                        "So much before this line may be damaged that the rest was not looked at",
                        line
                    )
                }
            return Diagnostic(
                .importUnexamined, message, severity: .warning,
                location: SourceLocation(file: path, line: line, column: 1))
        }
    }

    /// Notes that a file is too large to be read.
    mutating func leaveOut(_ path: String, limit: Int) {
        diagnostics.append(
            Diagnostic(
                .importTooLarge, "The file is larger than \(limit >> 20) MB and was not read",
                severity: .warning, location: SourceLocation(file: path)))
    }
}
