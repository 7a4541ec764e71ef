import Formats
import RecordModel

/// The front matter of a page that was written for Hugo: TOML between two lines `+++`.
///
/// What is wanted of it are texts such as the title, each on a line of its own; tables and lists
/// say how Hugo shows the page, and are left to it (toml.io, 1.0.0, "Key/Value Pair").
enum HugoHeader {
    private static let fence = "+++"

    /// Splits a page into its header and its body; nil where the page has no such header.
    static func split(_ text: String) -> (header: Substring, body: Substring)? {
        guard text.hasPrefix(fence) else { return nil }
        var rest = text[...]
        func line() -> Substring? {
            guard !rest.isEmpty else { return nil }
            let line = rest.prefix { !$0.isNewline }
            rest = rest[line.endIndex...].dropFirst()
            return line
        }
        func isFence(_ line: Substring) -> Bool {
            line.hasPrefix(fence) && line.dropFirst(fence.count).allSatisfy(\.isWhitespace)
        }
        guard let opening = line(), isFence(opening) else { return nil }
        let start = rest.startIndex
        while let next = line() {
            if isFence(next) { return (text[start..<next.startIndex], rest) }
        }
        return nil
    }

    /// Returns the texts of a header before its first table.
    static func mapping(_ header: Substring) -> Mapping {
        var mapping = Mapping()
        for line in header.split(whereSeparator: \.isNewline) {
            let line = String(line).trimmed
            if line.hasPrefix("[") { break }
            guard let sign = line.firstIndex(of: "=") else { continue }
            let key = String(line[..<sign]).trimmed
            let written = String(line[line.index(after: sign)...]).trimmed
            guard !key.isEmpty, let text = text(written) else { continue }
            mapping[key] = .string(text)
        }
        return mapping
    }

    /// The text of a value: what stands between its quotation marks; nil for a list.
    private static func text(_ written: String) -> String? {
        guard let first = written.first, first != "[", first != "{" else { return nil }
        guard first == "\"" || first == "'" else { return written }
        guard written.count > 1, written.last == first, !written.dropFirst().hasPrefix("\"\"")
        else { return nil }
        let inner = String(written.dropFirst().dropLast())
        guard first == "\"" else { return inner }
        // The escapes of a basic string are among those of YAML.
        return LenientYAML.value(written)?.string ?? inner
    }
}
