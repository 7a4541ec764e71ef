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
        var bytes: [UInt8] = []
        write(value, indent: 0, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the text of a value as the bytes of a file, with a line break at its end.
    public func file(_ value: Value) -> [UInt8] {
        var bytes: [UInt8] = []
        write(value, indent: 0, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Returns a text as a JSON string with its quotes.
    ///
    /// Characters that YAML forbids or takes for a line end are written as escapes, so that the
    /// text means the same to a reader of YAML; Jekyll reads its data so.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        write(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes that something to escape may begin with.
    private static let special = ByteSet("\"\\".utf8 + [0xEF]).union(.controls)

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        text.append(to: &bytes, rewriting: special, escape)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The escape of a character, nil for one that stands for itself.
    private static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
            let hex = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        default: return nil
        }
    }

    private func write(_ value: Value, indent: Int, to bytes: inout [UInt8]) {
        switch value {
        case .null: "null".append(to: &bytes)
        case .bool(let flag): (flag ? "true" : "false").append(to: &bytes)
        case .number(let number): number.description.append(to: &bytes)
        case .string(let text): Self.write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                beginItem(position, indent: indent + 1, in: &bytes)
                write(item, indent: indent + 1, to: &bytes)
            }
            if !items.isEmpty { breakLine(indent: indent, in: &bytes) }
            bytes.append(UInt8(ascii: "]"))
        case .mapping(let mapping):
            bytes.append(UInt8(ascii: "{"))
            for (position, entry) in mapping.entries.enumerated() {
                beginItem(position, indent: indent + 1, in: &bytes)
                Self.write(entry.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if style == .indented { bytes.append(UInt8(ascii: " ")) }
                write(entry.value, indent: indent + 1, to: &bytes)
            }
            if !mapping.isEmpty { breakLine(indent: indent, in: &bytes) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private func beginItem(_ position: Int, indent: Int, in bytes: inout [UInt8]) {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(indent: indent, in: &bytes)
    }

    private func breakLine(indent: Int, in bytes: inout [UInt8]) {
        guard style == .indented else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<(2 * indent) { bytes.append(UInt8(ascii: " ")) }
    }
}
