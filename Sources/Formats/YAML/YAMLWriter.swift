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
    private let columns: Int

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
        for entry in mapping.entries {
            text += Self.spaces(indent)
            text += field(entry, shape: shape.shape(ofKey: entry.key), indent: indent)
        }
        return text
    }

    /// Returns the lines of a list in block style, each indented and ended by a line break.
    func lines(of items: [Value], shape: Shape, indent: Int) -> String {
        var text = ""
        for item in items {
            text += Self.spaces(indent)
            text += self.item(item, shape: shape.itemShape, indent: indent)
        }
        return text
    }

    /// Returns `key: value` as it stands behind `indent` spaces, ended by a line break.
    func field(_ entry: Mapping.Entry, shape: Shape, indent: Int) -> String {
        let key = key(entry.key)
        switch entry.value {
        case .mapping(let mapping) where !mapping.isEmpty:
            return key + ":\n" + lines(of: mapping, shape: shape, indent: indent + 2)
        case .list(let items) where !items.isEmpty:
            return key + ":\n" + lines(of: items, shape: shape, indent: indent + 2)
        default:
            let column = indent + key.count + 2
            return key + ": " + scalar(entry.value, shape: shape, indent: indent, column: column)
                + "\n"
        }
    }

    /// Returns `- value` as it stands behind `indent` spaces, ended by a line break.
    func item(_ value: Value, shape: Shape, indent: Int) -> String {
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            let block = lines(of: mapping, shape: shape, indent: indent + 2)
            return "- " + block.dropFirst(indent + 2)
        case .list(let items) where !items.isEmpty:
            let block = lines(of: items, shape: shape, indent: indent + 2)
            return "- " + block.dropFirst(indent + 2)
        default:
            return "- " + scalar(value, shape: shape, indent: indent, column: indent + 2) + "\n"
        }
    }

    /// Returns a scalar or an empty collection; a block scalar's lines follow with more
    /// indentation than `indent`.
    func scalar(_ value: Value, shape: Shape, indent: Int, column: Int) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number): return number.description
        case .list: return flow(value, shape: shape)
        case .mapping: return flow(value, shape: shape)
        case .string(let text):
            guard style == .people else { return YAMLScalar.quoted(text) }
            if text.contains("\n") {
                guard YAMLScalar.fitsLiteralBlock(text) else { return YAMLScalar.quoted(text) }
                return literal(text, indent: indent + 2)
            }
            let line = YAMLScalar.line(text, expectsText: shape == .text)
            if column + text.count > columns, let folded = folded(text, indent: indent + 2) {
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
                key($0.key) + ": " + flow($0.value, shape: shape.shape(ofKey: $0.key))
            }
            return "{" + fields.joined(separator: ", ") + "}"
        case .string(let text):
            return style == .people
                ? YAMLScalar.line(text, expectsText: shape == .text) : YAMLScalar.quoted(text)
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

    private func literal(_ text: String, indent: Int) -> String {
        let trailing = text.reversed().prefix { $0 == "\n" }.count
        let chomping = trailing == 0 ? "-" : trailing == 1 ? "" : "+"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let content = trailing == 0 ? lines[...] : lines.dropLast()
        let indented = content.map { $0.isEmpty ? "" : Self.spaces(indent) + $0 }
        return "|" + chomping + "\n" + indented.joined(separator: "\n")
    }

    /// Returns prose folded at single spaces; nil where folding would not give it back.
    private func folded(_ text: String, indent: Int) -> String? {
        guard YAMLScalar.fitsLiteralBlock(text), text.last != " ", !text.contains("\t") else {
            return nil
        }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            // A break may replace a space only between two words; more spaces stay in a line.
            let mayBreak = !word.isEmpty && !line.isEmpty && line.last != " "
            if mayBreak, indent + line.count + 1 + word.count > columns {
                lines.append(line)
                line = String(word)
            } else {
                line += (lines.isEmpty && line.isEmpty ? "" : " ") + word
            }
        }
        lines.append(line)
        guard lines.count > 1 else { return nil }
        return ">-\n" + lines.map { Self.spaces(indent) + $0 }.joined(separator: "\n")
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
