internal import Formats
internal import JSONSchema
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio schema check`.
    static let schemaCheck = CommandDescription(
        name: "schema check", summary: "Check any JSON or YAML file against any JSON Schema",
        discussion: """
            The schema is JSON or YAML. Files that end in .yml or .yaml are read as YAML, those \
            that end in .jsonl line by line, all others as JSON. With --lines, one line of JSON \
            is printed for each instance.
            """,
        operands: [
            Operand(
                name: "INSTANCE", summary: "The files to check", count: .some, completion: .files)
        ],
        options: [
            Option(
                name: "--schema", value: "FILE", summary: "The schema", completion: .files),
            Option(
                name: "--resources", value: "DIR",
                summary: "Schemas that it may refer to, by their $id or their path",
                completion: .folders),
            Option(
                name: "--base-uri", value: "URI",
                summary: "What the paths of --resources are relative to"),
            Option(name: "--lines", summary: "Print one line of JSON for each instance"),
        ],
        examples: [
            Example(
                line: "labfolio schema check --schema schema/news.schema.json --resources schema "
                    + "profiles/wanru-zhao/news.yml",
                meaning: "Check one section file")
        ]
    ) { invocation throws(CommandError) in
        guard let schemaFile = invocation.value("--schema") else {
            throw .usage("The option --schema is missing", hint: "It names the schema's file")
        }
        let schema = try SchemaCheck.schema(schemaFile, invocation)
        var isAllValid = true
        let printer = DiagnosticPrinter(style: Style(isOn: invocation.terminal.usesColor))
        for file in invocation.operands {
            let bytes = try SchemaCheck.bytes(file, invocation)
            for instance in SchemaCheck.instances(of: bytes, file: file, schema: schema) {
                isAllValid = isAllValid && instance.isValid
                let text =
                    invocation.isOn("--lines")
                    ? VisibleText.json(instance.json, style: .compact) + "\n"
                    : instance.diagnostics.map(printer.text).joined()
                guard invocation.terminal.write(text) else {
                    return isAllValid ? .fine : .findings
                }
            }
        }
        return isAllValid ? .fine : .findings
    }
}

/// The work of `labfolio schema check`.
private enum SchemaCheck {
    /// What was found about one instance.
    struct Outcome {
        var errors: [SchemaError] = []
        var diagnostics: [Diagnostic] = []
        /// The instance could not be read.
        var failure: Diagnostic?

        var isValid: Bool { errors.isEmpty && failure == nil }

        /// The outcome as the specification's output (2020-12, 12.3).
        var json: Value {
            var items = errors.map { error -> Value in
                [
                    "instanceLocation": .string(error.instancePath.description),
                    "keywordLocation": .string(error.keywordPath.description),
                    "absoluteKeywordLocation": .string(error.absoluteKeyword),
                    "error": .string(error.message),
                ]
            }
            if let failure {
                items.append([
                    "instanceLocation": "", "keywordLocation": "", "absoluteKeywordLocation": "",
                    "error": .string(failure.message),
                ])
            }
            return ["valid": .bool(isValid), "errors": .list(items)]
        }
    }

    static func bytes(
        _ file: String, _ invocation: Invocation
    ) throws(CommandError) -> [UInt8] {
        do throws(FileError) {
            return try FileSystem.read(invocation.path(file), links: .follow)
        } catch { throw .failure(error.description) }
    }

    static func schema(
        _ file: String, _ invocation: Invocation
    ) throws(CommandError) -> Schema {
        let bytes = try bytes(file, invocation)
        do throws(Diagnostic) {
            let document = try read(bytes, file: file).value
            let base = invocation.value("--base-uri") ?? ""
            var resources: [String: Value] = [:]
            var uri = base + file
            if let folder = invocation.value("--resources") {
                try collect(invocation.path(folder), "", base: base, into: &resources)
                // A schema of that folder has the address that the others know it by.
                if let root = FileSystem.resolved(invocation.path(folder)),
                    let path = FileSystem.resolved(invocation.path(file)),
                    path.hasPrefix(root + "/")
                {
                    uri = base + path.dropFirst(root.count + 1)
                }
            }
            return try Schema(compiling: document, uri: uri, resources: resources)
        } catch {
            var diagnostic = error
            diagnostic.location = error.location ?? SourceLocation(file: file)
            throw CommandError(
                status: .findings, message: error.message, hint: error.hint,
                diagnostics: [diagnostic])
        }
    }

    /// Reads every schema below a folder; its URI is its `$id`, and its path from the base.
    private static func collect(
        _ folder: String, _ prefix: String, base: String, into resources: inout [String: Value]
    ) throws(Diagnostic) {
        for name in try file({ () throws(FileError) in try FileSystem.names(in: folder) })
        where !name.hasPrefix(".") {
            let path = folder + "/" + name
            switch try file({ () throws(FileError) in try FileSystem.kind(at: path) }) {
            case .folder: try collect(path, prefix + name + "/", base: base, into: &resources)
            case .file where name.hasSuffix(".json") || isYAML(name):
                let bytes = try file { () throws(FileError) in try FileSystem.read(path) }
                let document = try read(bytes, file: path).value
                resources[base + prefix + name] = document
                if let id = document["$id"]?.string, id.contains(":") { resources[id] = document }
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
        isYAML(file)
            ? try YAMLReader().read(bytes, file: file) : try JSONReader().read(bytes, file: file)
    }

    private static func isYAML(_ file: String) -> Bool {
        file.hasSuffix(".yml") || file.hasSuffix(".yaml")
    }

    /// Checks every instance of a file: each line of a .jsonl, else the whole.
    static func instances(of bytes: [UInt8], file: String, schema: Schema) -> [Outcome] {
        guard file.hasSuffix(".jsonl") else { return [outcome(bytes, file: file, schema, line: 0)] }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var outcomes: [Outcome] = []
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            outcomes.append(outcome(Array(line), file: file, schema, line: index))
        }
        return outcomes
    }

    private static func outcome(
        _ bytes: [UInt8], file: String, _ schema: Schema, line: Int
    ) -> Outcome {
        var outcome = Outcome()
        do throws(Diagnostic) {
            let text =
                isYAML(file)
                ? try YAMLReader().read(bytes, file: file, shape: schema.shape)
                : try JSONReader().read(bytes, file: file)
            outcome.errors = schema.errors(in: text.value)
            outcome.diagnostics = text.diagnostics
            if !outcome.errors.isEmpty {
                outcome.diagnostics += schema.validate(text.value).map {
                    var diagnostic = $0
                    diagnostic.location = text.sourceMap.location(
                        of: $0.path ?? .root, in: text.value, shape: schema.shape,
                        key: $0.isAboutKey)
                    diagnostic.location?.line += line
                    return diagnostic
                }
            }
        } catch {
            var diagnostic = error
            diagnostic.location?.line += line
            outcome.failure = diagnostic
            outcome.diagnostics = [diagnostic]
        }
        return outcome
    }
}

extension Diagnostic.Code {
    fileprivate static let schemaUnreadable: Self = "schema.unreadable"
}
