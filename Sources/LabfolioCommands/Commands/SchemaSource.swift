internal import Formats
internal import JSONSchema
internal import RecordModel

/// Reads the schema of `labfolio schema check` and those that it may refer to.
struct SchemaSource {
    private let invocation: Invocation
    private let base: String
    /// The texts of the schemas by their URIs, to tell where in one a fault is.
    private var texts: [String: ParsedText] = [:]

    init(_ invocation: Invocation) {
        self.invocation = invocation
        base = invocation.value("--base-uri") ?? ""
    }

    static func bytes(
        _ file: String, _ invocation: Invocation
    ) throws(CommandError) -> [UInt8] {
        do throws(FileError) {
            return try FileSystem.read(invocation.path(file), links: .follow)
        } catch { throw .failure(error.description) }
    }

    /// Reads and compiles the schema in a file.
    mutating func schema(_ file: String) throws(CommandError) -> Schema {
        let bytes = try Self.bytes(file, invocation)
        do throws(Diagnostic) {
            let text = try Self.read(bytes, file: file)
            var uri = base + file
            if let folder = invocation.value("--resources") {
                try collect(invocation.path(folder), "")
                // A schema of that folder has the address that the others know it by.
                if let root = FileSystem.resolved(invocation.path(folder)),
                    let path = FileSystem.resolved(invocation.path(file)),
                    path.hasPrefix(root + "/")
                {
                    uri = base + path.dropFirst(root.count + 1)
                }
            }
            texts[uri] = text
            return try schema(text, file: file, uri: uri)
        } catch {
            throw CommandError(
                status: .findings, message: error.message, hint: error.hint,
                diagnostics: [placed(error, in: file)])
        }
    }

    private func schema(
        _ text: ParsedText, file: String, uri: String
    ) throws(Diagnostic) -> Schema {
        let resources = texts.mapValues(\.value)
        if var fault = Schema.faults(of: text.value, resources: resources).first {
            fault.location = text.sourceMap.location(
                of: fault.path ?? .root, in: text.value, key: fault.isAboutKey)
            throw fault
        }
        return try Schema(
            compiling: text.value, uri: uri, resources: resources,
            assertsFormats: invocation.isOn("--formats"))
    }

    /// A fault with its place in the file of the schema that it is in.
    private func placed(_ fault: Diagnostic, in file: String) -> Diagnostic {
        var fault = fault
        if let location = fault.location, let text = texts[location.file] {
            fault.location = text.sourceMap.location(of: fault.path ?? .root, in: text.value)
        }
        fault.location = fault.location ?? SourceLocation(file: file)
        return fault
    }

    /// Reads every schema below a folder; its URI is its `$id`, and its path from the base.
    private mutating func collect(_ folder: String, _ prefix: String) throws(Diagnostic) {
        for name in try Self.file({ () throws(FileError) in try FileSystem.names(in: folder) })
        where !name.hasPrefix(".") {
            let path = folder + "/" + name
            switch try Self.file({ () throws(FileError) in try FileSystem.kind(at: path) }) {
            case .folder: try collect(path, prefix + name + "/")
            case .file where name.hasSuffix(".json") || SchemaInstance.isYAML(name):
                let bytes = try Self.file { () throws(FileError) in try FileSystem.read(path) }
                texts[base + prefix + name] = try Self.read(bytes, file: path)
            default: break
            }
        }
    }

    /// Runs a call of the file system; a schema that cannot be read is a finding.
    private static func file<Result>(
        _ call: () throws(FileError) -> Result
    ) throws(Diagnostic) -> Result {
        do throws(FileError) { return try call() } catch {
            throw Diagnostic(.schemaUnreadable, error.description)
        }
    }

    private static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ParsedText {
        SchemaInstance.isYAML(file)
            ? try YAMLReader().read(bytes, file: file) : try JSONReader().read(bytes, file: file)
    }
}

extension Diagnostic.Code {
    static let schemaUnreadable: Self = "schema.unreadable"
}
