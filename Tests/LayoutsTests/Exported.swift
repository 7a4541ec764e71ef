import Formats
import Layouts
import RecordModel
import TestSupport
import Testing

/// The files that a layout makes of a record, ready to be looked into.
struct Exported {
    let output: Layout.Output
    private let contents: [String: OutputFile.Content]

    init(_ layout: Layout, _ record: Record, members: [String: Layout.Member] = [:]) {
        output = layout.output(.init(record: record, members: members))
        contents = Dictionary(
            output.files.map { ($0.path.description, $0.content) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The paths of all files, in order.
    var paths: [String] { contents.keys.sorted() }

    /// The paths of the files in a folder.
    func paths(in folder: String) -> [String] { paths.filter { $0.hasPrefix(folder + "/") } }

    /// The text of a file, empty where there is none.
    func text(_ path: String) -> String {
        if case .bytes(let bytes)? = contents[path] {
            String(decoding: bytes, as: UTF8.self)
        } else {
            ""
        }
    }

    /// The profile's file that a file is a copy of.
    func asset(_ path: String) -> String? {
        if case .asset(let file)? = contents[path] { file } else { nil }
    }

    /// The value that an edit gives a field; nil where no edit does, null where one takes it away.
    func config(_ field: String) -> Value? {
        guard case .edits(let edits)? = contents["_config.yml"] else { return nil }
        return edits.last { $0.path.description == field }.map { $0.value ?? .null }
    }

    /// All edits of `_config.yml`.
    var edits: [FieldEdit] {
        if case .edits(let edits)? = contents["_config.yml"] { edits } else { [] }
    }

    /// The front matter of a page.
    func front(_ path: String) -> Value {
        let parts = text(path).split(
            separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? yaml(String(parts[1])) : .null
    }

    /// The body of a page.
    func body(_ path: String) -> String {
        let parts = text(path).split(
            separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[2]) : ""
    }

    /// The value of a data file.
    func data(_ path: String) -> Value { yaml(text(path)) }

    private func yaml(_ text: String) -> Value {
        (try? YAMLReader().read(Array(text.utf8), file: "x.yml").value) ?? .null
    }

    /// The codes and paths of what is reported.
    var findings: [String] {
        output.diagnostics.map { "\($0.code.rawValue) \($0.path.map(\.description) ?? "")" }
    }

    /// Every text of the export, one after the other: bytes, edits and paths.
    var everything: String {
        output.files.map { file in
            switch file.content {
            case .bytes(let bytes): "\(file.path)\n" + String(decoding: bytes, as: UTF8.self)
            case .asset(let name): "\(file.path) is \(name)"
            case .edits(let edits):
                edits.map { "\($0.path) = \($0.value.map(JSONWriter(style: .compact).text) ?? "")" }
                    .joined(separator: "\n")
            }
        }.joined(separator: "\n\n")
    }
}

extension Record {
    /// The record with a field set; a path that has no place is a mistake of the test.
    func with(_ path: String, _ value: Value?) -> Record {
        guard let path = FieldPath(parsing: path), let new = self.value.setting(path, to: value)
        else { preconditionFailure("\(path) has no place in the record") }
        return Record(id: id, value: new)
    }

    /// A record of a person with nothing but a name and the sections that a test gives.
    static func person(_ sections: Value = [:]) -> Record {
        var all: Mapping = sections.mapping ?? Mapping()
        var profile = all["profile"]?.mapping ?? Mapping()
        if profile["name"] == nil { profile["name"] = ["display": "San Zhang"] }
        all["profile"] = .mapping(profile)
        return Record(id: .known("san-zhang"), value: .mapping(all))
    }

    /// The made-up person with every section shown, in the layouts' own order.
    static let shown = rich.with("/profile/layout/sections", [])
}

/// A trap of a theme: what a record says, and what has to come of it.
struct Trap: Sendable, CustomTestStringConvertible {
    let name: String
    let layout: Layout
    let record: Record
    let holds: @Sendable (Exported) -> Bool

    init(
        _ name: String, _ layout: Layout, _ record: Record,
        _ holds: @escaping @Sendable (Exported) -> Bool
    ) {
        self.name = name
        self.layout = layout
        self.record = record
        self.holds = holds
    }

    var testDescription: String { name }
}
