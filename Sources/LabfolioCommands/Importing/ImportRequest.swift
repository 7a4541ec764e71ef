internal import Formats
internal import Importing
internal import Layouts
internal import RecordModel

/// One site that is to be imported.
struct ImportRequest: Sendable {
    let id: ProfileID
    /// The source as it was typed.
    let source: String
    /// Where the source is on this machine.
    let path: String
    var revision: String?
    var name: String?
    var family: String?
    /// The form of a document of another tool; nil finds out.
    var form: String?

    /// Whether the source is a file of another tool, not a page or a site.
    var isDocument: Bool {
        guard revision == nil else { return false }
        if form != nil { return true }
        guard [".bib", ".json", ".yml", ".yaml"].contains(where: source.hasSuffix) else {
            return false
        }
        // A file that is not there is said to be missing as a document, too.
        let kind = try? FileSystem.kind(at: path)
        if case .folder? = kind { return false }
        return true
    }

    /// What the options say to the importer.
    var options: Importer.Options {
        var options = Importer.Options()
        options.name = name
        options.family = family == "auto" ? nil : family
        return options
    }

    /// The command that imports this source alone.
    var commandLine: String {
        var line = "labfolio import \(FileSystem.resolved(path) ?? path) --as \(id)"
        for (option, value) in [("--at", revision), ("--name", name), ("--family", family)] {
            guard let value else { continue }
            line += " \(option) " + (value.contains(" ") ? "\"\(value)\"" : value)
        }
        return line
    }

    /// Reads what was typed.
    static func requests(_ invocation: Invocation) throws(CommandError) -> [ImportRequest] {
        if let list = invocation.value("--list") {
            guard invocation.operand(0) == nil, invocation.value("--as") == nil else {
                throw .usage(
                    "--list excludes SOURCE and --as",
                    hint: "The list names each profile and its source")
            }
            return try requests(in: list, invocation)
        }
        guard let source = invocation.operand(0) else {
            throw .usage(
                "SOURCE is missing", hint: "labfolio import SOURCE --as PROFILE, or --list FILE")
        }
        guard let typed = invocation.value("--as") else {
            throw .usage(
                "The option --as is missing", hint: "labfolio import \(source) --as ada-lovelace")
        }
        var request = ImportRequest(
            id: try id(typed), source: source, path: invocation.path(source))
        request.revision = invocation.value("--at")
        request.name = invocation.value("--name")
        request.family = invocation.value("--family")
        request.form = invocation.value("--form")
        return [request]
    }

    private static func id(_ typed: String) throws(CommandError) -> ProfileID {
        guard let id = ProfileID(typed) else {
            throw .usage(
                "`\(typed)` is no id of a profile: lower-case letters, digits and single `-`",
                hint: "Try \(Slugs.slug(typed))")
        }
        return id
    }

    /// The sites of a list; relative paths in it begin at the list's own folder.
    private static func requests(
        in list: String, _ invocation: Invocation
    ) throws(CommandError) -> [ImportRequest] {
        let file = invocation.path(list)
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileSystem.read(file, limit: 8 << 20) } catch {
            throw .failure(error.description)
        }
        let form = "Each item is like {profile: ada-lovelace, source: sites/ada}"
        let value: Value
        do throws(Diagnostic) {
            let item = Shape.mapping([:], others: .text)
            let shape = Shape.list(item, ListRule(identity: .position))
            value = try YAMLReader().read(bytes, file: list, shape: shape).value
        } catch {
            throw CommandError(
                status: .usage, message: error.message, hint: form, diagnostics: [error])
        }
        guard case .list(let items) = value, !items.isEmpty else {
            throw .usage("\(list) holds no list of sites", hint: form)
        }
        let folder = FileSystem.parent(of: file) ?? invocation.terminal.currentFolder
        var requests: [ImportRequest] = []
        for (position, item) in items.enumerated() {
            guard let profile = item["profile"]?.string, let source = item["source"]?.string else {
                throw .usage(
                    "Item \(position + 1) of \(list) lacks a profile or a source", hint: form)
            }
            let known = ["profile", "source", "name", "family", "at"]
            if let other = item.mapping?.keys.first(where: { !known.contains($0) }) {
                throw .usage(
                    "Item \(position + 1) of \(list) has an unknown key `\(other)`", hint: form)
            }
            let path = source.hasPrefix("/") ? source : folder + "/" + source
            var request = ImportRequest(id: try id(profile), source: source, path: path)
            request.name = item["name"]?.string
            request.family = item["family"]?.string
            request.revision = item["at"]?.string
            if requests.contains(where: { $0.id == request.id }) {
                throw .usage("\(list) names the profile \(request.id) twice")
            }
            requests.append(request)
        }
        return requests
    }
}
