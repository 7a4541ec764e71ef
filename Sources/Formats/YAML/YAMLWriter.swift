public import RecordModel

/// Writes values as YAML, the same value always as the same text.
public struct YAMLWriter: Sendable {
    /// For whom the text is written.
    public enum Style: Sendable {
        /// For people: plain words, block scalars for prose, quotes only where they are needed.
        case people
        /// For Jekyll: every string in double quotes on one line, so that no reader of any version
        /// of YAML can take it for something else.
        case quoted
    }

    private let style: Style
    /// Prose longer than this many columns is folded.
    let columns: Int
    /// Whether prose may stand in block scalars; where a comment follows that would become a part
    /// of one, it may not.
    var usesBlockScalars = true
    /// How much further a mapping is indented than its key.
    var indentation = 2
    /// How much further a list is indented than its key.
    var listIndentation = 2

    /// Makes a writer.
    public init(style: Style = .people, columns: Int = 100) {
        self.style = style
        self.columns = columns
    }

    /// Returns the text of a whole file, with a line break at its end.
    ///
    /// `shape` is what the reader of the text will expect; reading with the same shape gives the
    /// value back.
    public func text(_ value: Value, shape: Shape = .any) -> String {
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            return lines(of: mapping, shape: shape, indent: 0)
        case .list(let items) where !items.isEmpty:
            return lines(of: items, shape: shape, indent: 0)
        default:
            return scalar(value, shape: shape, indent: 0, column: 0) + "\n"
        }
    }

    /// Returns the lines of a mapping in block style, each indented and ended by a line break.
    func lines(of mapping: Mapping, shape: Shape, indent: Int) -> String {
        var text = ""
        append(mapping, shape: shape, indent: indent, to: &text)
        return text
    }

    /// Returns the lines of a list in block style, each indented and ended by a line break.
    func lines(of items: [Value], shape: Shape, indent: Int) -> String {
        var text = ""
        append(items, shape: shape, indent: indent, to: &text)
        return text
    }

    /// Returns `key: value` as it stands behind `indent` spaces, ended by a line break.
    func field(_ entry: Mapping.Entry, shape: Shape, indent: Int) -> String {
        var text = ""
        append(entry, shape: shape, indent: indent, to: &text)
        return text
    }

    /// Returns `- value` as it stands behind `indent` spaces, ended by a line break.
    func item(_ value: Value, shape: Shape, indent: Int) -> String {
        var text = ""
        append(item: value, shape: shape, indent: indent, to: &text)
        return text
    }

    /// Appends the lines of a mapping; behind the dash of a list its first one is not indented.
    private func append(
        _ mapping: Mapping, shape: Shape, indent: Int, isBehindDash: Bool = false,
        to text: inout String
    ) {
        var isIndented = !isBehindDash
        for entry in mapping.entries {
            if isIndented, indent > 0 { text += Self.spaces(indent) }
            isIndented = true
            append(entry, shape: shape.shape(ofKey: entry.key), indent: indent, to: &text)
        }
    }

    /// Appends the lines of a list; behind the dash of another list its first one is not indented.
    private func append(
        _ items: [Value], shape: Shape, indent: Int, isBehindDash: Bool = false,
        to text: inout String
    ) {
        var isIndented = !isBehindDash
        for item in items {
            if isIndented, indent > 0 { text += Self.spaces(indent) }
            isIndented = true
            append(item: item, shape: shape.itemShape, indent: indent, to: &text)
        }
    }

    private func append(
        _ entry: Mapping.Entry, shape: Shape, indent: Int, to text: inout String
    ) {
        let key = explicitKey(entry.key, indent: indent)
        text += key
        switch entry.value {
        case .mapping(let mapping) where !mapping.isEmpty:
            text += ":\n"
            append(mapping, shape: shape, indent: indent + indentation, to: &text)
        case .list(let items) where !items.isEmpty:
            text += ":\n"
            append(items, shape: shape, indent: indent + listIndentation, to: &text)
        default:
            // Only prose for people is folded at a column.
            let column = style == .people ? indent + key.count + 2 : 0
            text += ": "
            text += scalar(entry.value, shape: shape, indent: indent, column: column)
            text += "\n"
        }
    }

    private func append(item value: Value, shape: Shape, indent: Int, to text: inout String) {
        text += "- "
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            append(mapping, shape: shape, indent: indent + 2, isBehindDash: true, to: &text)
        case .list(let items) where !items.isEmpty:
            append(items, shape: shape, indent: indent + 2, isBehindDash: true, to: &text)
        default:
            text += scalar(value, shape: shape, indent: indent, column: indent + 2)
            text += "\n"
        }
    }

    /// Returns a scalar or an empty collection; a block scalar's lines follow with more
    /// indentation than `indent`.
    func scalar(_ value: Value, shape: Shape, indent: Int, column: Int) -> String {
        switch value {
        case .null: return shape.isText ? "~" : "null"
        // Where text is expected only a tag says that a word is none.
        case .bool(let flag): return (shape.isText ? "!!bool " : "") + (flag ? "true" : "false")
        case .number(let number):
            let tag = number.isInteger ? "!!int " : "!!float "
            return (shape.isText ? tag : "") + number.description
        case .list: return flow(value, shape: shape)
        case .mapping: return flow(value, shape: shape)
        case .string(let text):
            guard style == .people else { return YAMLScalar.quoted(text) }
            if text.utf8.contains(UInt8(ascii: "\n")) {
                let block = usesBlockScalars ? YAMLScalar.literal(text, indent: indent + 2) : nil
                return block ?? YAMLScalar.quoted(text)
            }
            let line = YAMLScalar.line(text, expectsText: shape.isText)
            if usesBlockScalars, column + text.utf8.count > columns, column + text.count > columns,
                let folded = YAMLScalar.folded(text, indent: indent + 2, columns: columns),
                folded.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 1
            {
                return folded
            }
            return line
        }
    }

    /// Returns a value on one line, in flow style.
    func flow(_ value: Value, shape: Shape) -> String {
        switch value {
        case .list(let items):
            return "[" + items.map { flow($0, shape: shape.itemShape) }.joined(separator: ", ")
                + "]"
        case .mapping(let mapping):
            let fields = mapping.entries.map {
                explicitKey($0.key, indent: nil) + ": "
                    + flow($0.value, shape: shape.shape(ofKey: $0.key))
            }
            return "{" + fields.joined(separator: ", ") + "}"
        case .string(let text):
            return style == .people
                ? YAMLScalar.line(text, expectsText: shape.isText) : YAMLScalar.quoted(text)
        default:
            return scalar(value, shape: shape, indent: 0, column: 0)
        }
    }

    /// Returns a key, quoted unless it is a plain word.
    func key(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        guard isPlain, key.utf8.first.map({ $0 >= UInt8(ascii: "A") }) == true else {
            return YAMLScalar.quoted(key)
        }
        return YAMLScalar.line(key, expectsText: false)
    }

    /// Returns a key as it is followed by `:`; one that is too long for readers to see a key in
    /// without being told (YAML 1.2.2, 7.4) is announced by `?`.
    func explicitKey(_ key: String, indent: Int?) -> String {
        let key = self.key(key)
        guard key.utf8.count > Self.implicitKeyLimit else { return key }
        return "? " + key + (indent.map { "\n" + Self.spaces($0) } ?? " ")
    }

    private static let implicitKeyLimit = 1000

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
