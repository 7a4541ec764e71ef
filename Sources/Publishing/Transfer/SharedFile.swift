internal import Formats
internal import Layouts
internal import RecordModel

/// A YAML file of which some fields are ours, read for its values.
struct SharedFile {
    let bytes: [UInt8]
    private let value: Value

    /// Where the original of a file is kept that an export found and changed: what is given back
    /// once the homepage does not need it any more.
    static func original(of path: TargetPath) -> TargetPath? {
        TargetPath(originals + path.description)
    }

    /// Tells whether a path is that of an original.
    static func isOriginal(_ path: String) -> Bool { path.hasPrefix(originals) }

    private static let originals = ".labfolio/before/"

    /// Reads a file.
    ///
    /// - Throws: Why it is no YAML.
    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        self.bytes = bytes
        value = bytes.isEmpty ? .null : try YAMLReader().read(bytes, file: file).value
    }

    /// The value of a field, nil where there is none.
    func value(at path: FieldPath) -> Value? { value.value(at: path) }

    /// The hash of the value of a field; one that is not there has one too.
    func hash(at path: FieldPath) -> String {
        let text = value.value(at: path).map { JSONWriter(style: .compact).text($0) }
        return SHA256(Array((text ?? "nothing").utf8)).description
    }

    /// Whether nobody sets anything in the file.
    var isBlank: Bool { value == .null || value == .mapping(Mapping()) }

    /// Returns the file with fields as another one has them, but for those that are not ours.
    ///
    /// - Parameters:
    ///   - fields: The fields that were ours, with the hashes that they have where they still are.
    ///   - original: The file as it was before; nil for none.
    ///   - file: The name of the file in findings.
    /// - Returns: The bytes.
    /// - Throws: An edit that the file has no place for.
    func returned(
        _ fields: [String: Set<String>], as original: SharedFile?, file: String
    ) throws(Diagnostic) -> [UInt8] {
        var edits: [FieldEdit] = []
        for (text, hashes) in fields.sorted(by: { $0.key < $1.key }) {
            guard let path = FieldPath(parsing: text) else { continue }
            guard hashes.isEmpty || hashes.contains(hash(at: path)) else { continue }
            edits.append(FieldEdit(path, original?.value(at: path)))
        }
        return try edited(by: edits, over: original, file: file).bytes
    }

    /// Returns the file with edits, and without what was made to hold fields of ours alone and
    /// holds nothing any more.
    ///
    /// Jekyll reads YAML 1.1, so what is written into its files is quoted.
    ///
    /// - Parameters:
    ///   - edits: The edits.
    ///   - original: The file as it was before any of ours; nil for none.
    ///   - file: The name of the file in findings.
    /// - Returns: The edited file.
    /// - Throws: An edit that the file has no place for.
    func edited(
        by edits: [FieldEdit], over original: SharedFile?, file: String
    ) throws(Diagnostic) -> SharedFile {
        var result = try SharedFile(
            try YAMLEditor(style: .quoted).edited(bytes, by: edits, file: file), file: file)
        var parents: Set<FieldPath> = []
        for path in edits.map(\.path) {
            for count in 1..<max(1, path.steps.count) {
                parents.insert(FieldPath(steps: Array(path.steps.prefix(count))))
            }
        }
        // The innermost first.
        for parent in parents.sorted(by: { $0.steps.count > $1.steps.count })
        where original?.value(at: parent) == nil {
            let rest = result.value(at: parent)
            guard rest == .null || rest == .mapping(Mapping()) || rest == .list([]) else {
                continue
            }
            result = try SharedFile(
                try YAMLEditor().edited(result.bytes, by: [FieldEdit(parent, nil)], file: file),
                file: file)
        }
        return result
    }
}
