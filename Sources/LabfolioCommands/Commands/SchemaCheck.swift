internal import Formats
internal import JSONSchema
internal import RecordModel

extension CommandDescription {
    /// Describes `labfolio schema check`.
    static let schemaCheck = CommandDescription(
        name: "schema check", summary: "Check any JSON or YAML file against any JSON Schema",
        discussion: """
            The schema is JSON or YAML, of draft 2020-12, 2019-09 or 7. Files that end in .yml or \
            .yaml are read as YAML, those that end in .jsonl or .ndjson line by line, all others \
            as JSON. With --lines, one line of JSON is printed for each instance: a file, or a \
            line of a file that is read line by line.
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
            Option(
                name: "--formats",
                summary: "Check formats, too, where the schema's dialect leaves it open"),
            Option(name: "--lines", summary: "Print one line of JSON for each instance"),
            Option(
                name: "--output", value: "FORM",
                summary: "Print a line for each instance in a form of the specification",
                choices: OutputForm.allCases.map(\.rawValue)),
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
        var source = SchemaSource(invocation)
        let report = SchemaReport(
            schema: try source.schema(schemaFile),
            form: .init(invocation),
            printer: DiagnosticPrinter(style: Style(isOn: invocation.terminal.usesColor)))
        var isAllValid = true
        for file in invocation.operands {
            let bytes = try SchemaSource.bytes(file, invocation)
            let runs = SchemaInstance.runs(of: bytes, file: file)
            let results = try await concurrentMap(
                runs, limit: invocation.terminal.concurrency, runLength: 1
            ) { runs throws(CommandError) in
                runs.map { report.result(of: $0, in: bytes, file: file) }
            }
            for result in results {
                isAllValid = isAllValid && result.isValid
                guard invocation.terminal.write(result.text) else {
                    return isAllValid ? .fine : .findings
                }
            }
        }
        return isAllValid ? .fine : .findings
    }
}
