internal import CYAML
internal import RecordModel

/// A place in a YAML text as libyaml counts it, from 0, in Unicode scalars.
struct YAMLMark: Hashable {
    let line: Int
    let column: Int
    /// The number of scalars before the place in the whole text, without a byte order mark.
    let index: Int
}

/// One step of reading a YAML text.
///
/// What it holds is asked of the stream, until the next step.
enum YAMLEvent {
    case streamEnd, documentStart, documentEnd, alias, scalar
    case listStart, listEnd, mappingStart, mappingEnd
}

/// How a scalar is written in a YAML text.
enum YAMLScalarStyle { case plain, singleQuoted, doubleQuoted, literal, folded }

/// The events of one YAML text, by libyaml: the only file that calls libyaml.
///
/// libyaml keeps a pointer to the parser within the parser, so it lives on the heap and never
/// moves; the bytes it reads live as long. The event of the moment lives there too: most of what
/// an event holds nobody asks for, and a string is made only when it is.
final class YAMLEventStream {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    /// Starts reading; `file` names the text in findings.
    init(_ text: some Collection<UInt8>, file: String) throws(Diagnostic) {
        self.file = file
        // libyaml would count the mark as a column, and take the first line for an indented one.
        let content = text.starts(with: Self.byteOrderMark) ? text.dropFirst(3) : text[...]
        bytes = .allocate(capacity: max(1, content.count))
        _ = bytes.initialize(from: content)
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        guard yaml_parser_initialize(parser) == 1 else {
            // The parser is all zeros now, which is fine to delete.
            throw Diagnostic(.yamlSyntax, "There is not enough memory to read the file")
        }
        yaml_parser_set_input_string(parser, bytes.baseAddress, content.count)
        // Said, not guessed: a text in another encoding is a finding, not a surprise.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
        bytes.deallocate()
    }

    /// Goes to the next event and returns it.
    func next() throws(Diagnostic) -> YAMLEvent {
        while true {
            yaml_event_delete(event)
            guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
            switch event.pointee.type {
            case YAML_SCALAR_EVENT: return .scalar
            case YAML_MAPPING_START_EVENT: return .mappingStart
            case YAML_MAPPING_END_EVENT: return .mappingEnd
            case YAML_SEQUENCE_START_EVENT: return .listStart
            case YAML_SEQUENCE_END_EVENT: return .listEnd
            case YAML_ALIAS_EVENT: return .alias
            case YAML_DOCUMENT_START_EVENT: return .documentStart
            case YAML_DOCUMENT_END_EVENT: return .documentEnd
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
            default: continue
            }
        }
    }

    /// Where the event begins, its anchor and tag included.
    var start: YAMLMark { YAMLMark(event.pointee.start_mark) }

    /// Where the event ends.
    var end: YAMLMark { YAMLMark(event.pointee.end_mark) }

    /// The text of a scalar.
    var text: String {
        let scalar = event.pointee.data.scalar
        // libyaml has checked that it is UTF-8.
        return String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }

    /// How a scalar is written.
    var style: YAMLScalarStyle { YAMLScalarStyle(event.pointee.data.scalar.style) }

    /// The name that an alias repeats, or under which a value can be repeated.
    var anchor: String? {
        let data = event.pointee.data
        return switch event.pointee.type {
        case YAML_ALIAS_EVENT: Self.text(data.alias.anchor)
        case YAML_SCALAR_EVENT: Self.text(data.scalar.anchor)
        case YAML_SEQUENCE_START_EVENT: Self.text(data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT: Self.text(data.mapping_start.anchor)
        default: nil
        }
    }

    /// The tag of a value.
    var tag: String? {
        let data = event.pointee.data
        return switch event.pointee.type {
        case YAML_SCALAR_EVENT: Self.text(data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT: Self.text(data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT: Self.text(data.mapping_start.tag)
        default: nil
        }
    }

    /// Whether a collection is written in brackets.
    var isFlow: Bool {
        let data = event.pointee.data
        return event.pointee.type == YAML_SEQUENCE_START_EVENT
            ? data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
            : data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
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
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: mark.line, column: mark.column, index: mark.index)
    }
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
