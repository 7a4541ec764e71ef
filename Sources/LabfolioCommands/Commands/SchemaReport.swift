internal import Formats
internal import JSONSchema
internal import RecordModel

/// One instance of a file: the bytes of the whole, or of one line.
struct SchemaInstance: Sendable {
    let range: Range<Int>
    /// The number of lines before it.
    let line: Int

    /// How many bytes are checked in one go: enough to be worth a task, few enough to share.
    private static let runSize = 1 << 18

    static func isYAML(_ file: String) -> Bool {
        file.hasSuffix(".yml") || file.hasSuffix(".yaml")
    }

    /// Returns the instances of a file in runs of about the same size.
    static func runs(of bytes: [UInt8], file: String) -> [[SchemaInstance]] {
        guard file.hasSuffix(".jsonl") || file.hasSuffix(".ndjson") else {
            return [[SchemaInstance(range: bytes.indices, line: 0)]]
        }
        var runs: [[SchemaInstance]] = []
        var run: [SchemaInstance] = []
        var (start, line, size) = (0, 0, 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[start..<end].contains(where: { $0 > 0x20 }) {
                run.append(SchemaInstance(range: start..<end, line: line))
                size += end - start
            }
            if size >= runSize {
                runs.append(run)
                (run, size) = ([], 0)
            }
            start = end + 1
            line += 1
        }
        return run.isEmpty ? runs : runs + [run]
    }
}

/// Writes what `labfolio schema check` has found about instances.
struct SchemaReport: Sendable {
    /// What is printed.
    enum Form: Sendable {
        /// Findings for people.
        case text
        /// One line of JSON for each instance with its errors.
        case lines
        /// One line of JSON for each instance in a form of the specification.
        case output(OutputForm)

        init(_ invocation: Invocation) {
            if let form = invocation.value("--output").flatMap(OutputForm.init(rawValue:)) {
                self = .output(form)
            } else {
                self = invocation.isOn("--lines") ? .lines : .text
            }
        }
    }

    /// What is printed about some instances.
    struct Result: Sendable {
        var text = ""
        var isValid = true
    }

    let schema: Schema
    let form: Form
    let printer: DiagnosticPrinter

    /// Returns what is printed about some instances of a file.
    func result(of instances: [SchemaInstance], in bytes: [UInt8], file: String) -> Result {
        var result = Result()
        for instance in instances {
            if let known = validText, !SchemaInstance.isYAML(file),
                let value = JSONReader().value(of: bytes, in: instance.range),
                schema.isValid(value)
            {
                result.text += known
                continue
            }
            let (text, isValid) = text(of: instance, bytes, file: file)
            result.text += text
            result.isValid = result.isValid && isValid
        }
        return result
    }

    /// What is printed about an instance that is valid, nil where that depends on the instance.
    private var validText: String? {
        switch form {
        case .text: ""
        case .lines: "{\"valid\":true,\"errors\":[]}\n"
        case .output(.flag): "{\"valid\":true}\n"
        case .output: nil
        }
    }

    /// What is printed about one instance, and whether it is valid.
    private func text(
        of instance: SchemaInstance, _ bytes: [UInt8], file: String
    ) -> (String, Bool) {
        do throws(Diagnostic) {
            let bytes = Array(bytes[instance.range])
            let text =
                SchemaInstance.isYAML(file)
                ? try YAMLReader().read(bytes, file: file, shape: schema.shape)
                : try JSONReader().read(bytes, file: file)
            switch form {
            case .text: return self.text(of: text, line: instance.line)
            case .lines:
                let errors = schema.errors(in: text.value)
                return (Self.line(errors.map(Self.json)), errors.isEmpty)
            case .output(let form):
                let output = schema.output(for: text.value, form)
                return (Self.line(output), output["valid"] == .bool(true))
            }
        } catch {
            var failure = error
            failure.location?.line += instance.line
            return (text(of: failure), false)
        }
    }

    private func text(of text: ParsedText, line: Int) -> (String, Bool) {
        let errors = schema.errors(in: text.value)
        var diagnostics = text.diagnostics
        if !errors.isEmpty {
            diagnostics += schema.validate(text.value).map {
                var diagnostic = $0
                diagnostic.location = text.sourceMap.location(
                    of: $0.path ?? .root, in: text.value, shape: schema.shape, key: $0.isAboutKey)
                return diagnostic
            }
        }
        let lines = diagnostics.map {
            var diagnostic = $0
            diagnostic.location?.line += line
            return printer.text(diagnostic)
        }
        return (lines.joined(), errors.isEmpty)
    }

    /// What is printed about an instance that cannot be read.
    private func text(of failure: Diagnostic) -> String {
        let error: Value = [
            "instanceLocation": "", "keywordLocation": "", "absoluteKeywordLocation": "",
            "error": .string(failure.message),
        ]
        switch form {
        case .text: return printer.text(failure)
        case .lines: return Self.line([error])
        case .output(.flag): return Self.line(["valid": false])
        case .output: return Self.line(["valid": false, "errors": .list([error])])
        }
    }

    /// The line of an instance with its errors (2020-12, 12.3).
    private static func line(_ errors: [Value]) -> String {
        line(["valid": .bool(errors.isEmpty), "errors": .list(errors)])
    }

    private static func line(_ value: Value) -> String {
        VisibleText.json(value, style: .compact) + "\n"
    }

    private static func json(_ error: SchemaError) -> Value {
        [
            "instanceLocation": .string(error.instancePath.description),
            "keywordLocation": .string(error.keywordPath.description),
            "absoluteKeywordLocation": .string(error.absoluteKeyword),
            "error": .string(error.message),
        ]
    }
}
