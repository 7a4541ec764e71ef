import Formats
import RecordModel

/// The files of an export and what is to be said of them, while a layout makes them.
struct Draft {
    private(set) var output = Layout.Output()
    private var taken: Set<TargetPath> = []

    /// Adds a page: front matter and a body.
    mutating func add(_ path: String, frontMatter: Mapping, body: String = "") {
        add(path, text: FrontMatter(header: frontMatter, body: body).text())
    }

    /// Adds a data file.
    mutating func add(_ path: String, data: Value) {
        add(path, text: YAMLWriter(style: .quoted).text(data))
    }

    /// Adds a file of text, which ends with a line end.
    mutating func add(_ path: String, text: String) {
        add(path, bytes: Array(text.utf8))
    }

    /// Adds a file of text as its bytes, which end with a line end.
    mutating func add(_ path: String, bytes: [UInt8]) {
        var bytes = bytes
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        add(path, .bytes(bytes))
    }

    /// Adds edits of a file that others write too.
    mutating func add(_ path: String, edits: [FieldEdit]) { add(path, .edits(edits)) }

    /// Adds a copy of a file of the profile to a folder, and returns its path within the folder.
    ///
    /// The folders under `assets/` stay, so that two files of one name do not meet. A path that
    /// does not lead into the folder is reported and left out.
    mutating func asset(_ file: String, in folder: String, for field: FieldPath) -> String? {
        let prefix = "assets/"
        // A path ends up in addresses, attributes and data as it is.
        let isPlain = file.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isPlain, file.hasPrefix(prefix), TargetPath(file) != nil,
            let path = TargetPath(folder + "/" + file.dropFirst(prefix.count))
        else {
            report(.unsafeFile, "\(field) names no file under assets/", at: field)
            return nil
        }
        let name = String(path.description.dropFirst(folder.count + 1))
        if !taken.contains(path) { add(path.description, .asset(file)) }
        return name
    }

    /// Reports something about a field.
    mutating func report(
        _ code: Diagnostic.Code, _ message: String, hint: String? = nil, at path: FieldPath,
        severity: Diagnostic.Severity = .warning
    ) {
        output.diagnostics.append(
            Diagnostic(code, message, severity: severity, hint: hint, path: path))
    }

    /// Adds a file, unless another one has its path: entries have unique ids, so this is only for
    /// records that are not valid.
    private mutating func add(_ path: String, _ content: OutputFile.Content) {
        guard let path = TargetPath(path), taken.insert(path).inserted else { return }
        output.files.append(OutputFile(path, content))
    }
}

extension Diagnostic.Code {
    /// A field that the theme has no place for.
    static let unmappedField: Self = "layout.unmapped-field"
    /// A field that names a file outside the profile's own.
    static let unsafeFile: Self = "layout.unsafe-file"
    /// A date that the theme shows more precisely than it is known.
    static let widenedDate: Self = "layout.widened-date"
}
