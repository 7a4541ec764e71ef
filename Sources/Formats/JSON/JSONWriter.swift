public import RecordModel

/// Writes values as JSON (RFC 8259), the same value always as the same text.
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Style: Sendable {
        /// On one line, without spaces.
        case compact
        /// One item a line, indented by two spaces.
        case indented
    }

    private let style: Style

    /// Makes a writer.
    public init(style: Style = .indented) { self.style = style }

    /// Returns the text of a value, without a line break at its end.
    public func text(_ value: Value) -> String {
        var result = ""
        write(value, indent: 0, to: &result)
        return result
    }

    /// Returns a text as a JSON string with its quotes.
    public static func quoted(_ text: String) -> String {
        guard text.contains(anyOf: special) else { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // U+2028 and U+2029 end a line in older JavaScript, U+007F shows as nothing.
            case _ where scalar.value < 0x20 || [0x7F, 0x2028, 0x2029].contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The bytes that something to escape may begin with.
    private static let special = ByteSet("\"\\".utf8).union(.controls)

    private func write(_ value: Value, indent: Int, to result: inout String) {
        switch value {
        case .null: result += "null"
        case .bool(let flag): result += flag ? "true" : "false"
        case .number(let number): result += number.description
        case .string(let text): result += Self.quoted(text)
        case .list(let items):
            write(items, between: ("[", "]"), indent: indent, to: &result) { item, result in
                write(item, indent: indent + 1, to: &result)
            }
        case .mapping(let mapping):
            write(mapping.entries, between: ("{", "}"), indent: indent, to: &result) {
                entry, result in
                result += Self.quoted(entry.key) + (style == .compact ? ":" : ": ")
                write(entry.value, indent: indent + 1, to: &result)
            }
        }
    }

    private func write<Item>(
        _ items: [Item], between brackets: (String, String), indent: Int,
        to result: inout String, each: (Item, inout String) -> Void
    ) {
        result += brackets.0
        var isFirst = true
        for item in items {
            if !isFirst { result += "," }
            isFirst = false
            breakLine(indent: indent + 1, in: &result)
            each(item, &result)
        }
        if !items.isEmpty { breakLine(indent: indent, in: &result) }
        result += brackets.1
    }

    private func breakLine(indent: Int, in result: inout String) {
        guard style == .indented else { return }
        result += "\n"
        for _ in 0..<indent { result += "  " }
    }
}
