internal import CYAML
internal import RecordModel

/// A place in a YAML text as libyaml counts it, from 0, columns and index in Unicode scalars.
struct YAMLMark: Hashable {
    let line: Int
    let column: Int
}

/// One step of reading a YAML text.
enum YAMLEvent {
    case streamEnd
    case documentStart
    case documentEnd
    case alias(name: String)
    case scalar(text: String, style: YAMLScalarStyle, anchor: String?, tag: String?)
    case listStart(isFlow: Bool, anchor: String?, tag: String?)
    case listEnd
    case mappingStart(isFlow: Bool, anchor: String?, tag: String?)
    case mappingEnd
}

/// How a scalar is written in a YAML text.
enum YAMLScalarStyle { case plain, singleQuoted, doubleQuoted, literal, folded }

/// The events of one YAML text, by libyaml: the only file that calls libyaml.
///
/// libyaml keeps a pointer to the parser within the parser, so it lives on the heap and never
/// moves; the bytes it reads live as long.
final class YAMLEventStream {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let file: String
    /// Where the last event began.
    private(set) var start = YAMLMark(line: 0, column: 0)
    /// Where the last event ended.
    private(set) var end = YAMLMark(line: 0, column: 0)

    /// Starts reading; `file` names the text in findings.
    init(_ text: some Collection<UInt8>, file: String) throws(Diagnostic) {
        self.file = file
        bytes = .allocate(capacity: max(1, text.count))
        _ = bytes.initialize(from: text)
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            bytes.deallocate()
            throw Diagnostic(.yamlSyntax, "There is not enough memory to read the file")
        }
        yaml_parser_set_input_string(parser, bytes.baseAddress, text.count)
        // Said, not guessed: a text in another encoding is a finding, not a surprise.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// Returns the next event.
    func next() throws(Diagnostic) -> YAMLEvent {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
            defer { yaml_event_delete(&event) }
            start = YAMLMark(event.start_mark)
            end = YAMLMark(event.end_mark)
            switch event.type {
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
            case YAML_DOCUMENT_START_EVENT: return .documentStart
            case YAML_DOCUMENT_END_EVENT: return .documentEnd
            case YAML_ALIAS_EVENT: return .alias(name: Self.text(event.data.alias.anchor) ?? "")
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let content = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                return .scalar(
                    text: String(decoding: content, as: UTF8.self),
                    style: YAMLScalarStyle(scalar.style), anchor: Self.text(scalar.anchor),
                    tag: Self.text(scalar.tag))
            case YAML_SEQUENCE_START_EVENT:
                let list = event.data.sequence_start
                return .listStart(
                    isFlow: list.style == YAML_FLOW_SEQUENCE_STYLE, anchor: Self.text(list.anchor),
                    tag: Self.text(list.tag))
            case YAML_SEQUENCE_END_EVENT: return .listEnd
            case YAML_MAPPING_START_EVENT:
                let mapping = event.data.mapping_start
                return .mappingStart(
                    isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
                    anchor: Self.text(mapping.anchor), tag: Self.text(mapping.tag))
            case YAML_MAPPING_END_EVENT: return .mappingEnd
            default: continue
            }
        }
    }

    /// Turns what libyaml says of its last failure into a finding.
    private func failure() -> Diagnostic {
        let parser = parser.pointee
        let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        if parser.error == YAML_READER_ERROR {
            let read = bytes.prefix(parser.problem_offset)
            let line = read.count { $0 == UInt8(ascii: "\n") } + 1
            let tail = read.suffix(while: { $0 != UInt8(ascii: "\n") })
            let column = String(decoding: tail, as: UTF8.self).unicodeScalars.count + 1
            let location = SourceLocation(file: file, line: line, column: column)
            guard problem.contains("control characters") else {
                return Diagnostic(
                    .yamlEncoding, "The file is not UTF-8 text",
                    hint: "Save it again as UTF-8; `file` and `iconv` tell and change encodings",
                    location: location)
            }
            return Diagnostic(
                .yamlSyntax, "A control character stands in the text",
                hint: "Remove it, or write it as an escape in double quotes", location: location)
        }
        let mark = YAMLMark(parser.problem_mark)
        let context = parser.context.map { String(cString: $0) + ", " } ?? ""
        return Diagnostic(
            .yamlSyntax, "The YAML cannot be read: \(context)\(problem)",
            hint: YAMLSyntaxHint.hint(for: problem),
            location: SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1))
    }

    private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line, column: mark.column) }
}

extension YAMLScalarStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}

extension Slice where Base == UnsafeMutableBufferPointer<UInt8> {
    /// Returns the longest end of which every byte satisfies a condition.
    fileprivate func suffix(while condition: (UInt8) -> Bool) -> Slice<Base> {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

extension Diagnostic.Code {
    static let yamlSyntax: Self = "yaml.syntax"
    static let yamlEncoding: Self = "yaml.encoding"
}
