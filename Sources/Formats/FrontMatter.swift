public import RecordModel

/// A page as Jekyll reads it: a YAML header between two lines `---`, and a body.
public struct FrontMatter: Hashable, Sendable {
    /// The header's mapping.
    public var header: Mapping
    /// What follows the header's closing line.
    public var body: String

    /// Makes a page.
    public init(header: Mapping, body: String) {
        self.header = header
        self.body = body
    }

    /// Returns the text of the page, every string of the header in double quotes.
    ///
    /// The header starts at the first byte, as Jekyll wants it; a blank line parts it from a body.
    public func text() -> String {
        let yaml = header.isEmpty ? "" : YAMLWriter(style: .quoted).text(.mapping(header))
        var text = "---\n"
        text.reserveCapacity(yaml.utf8.count + body.utf8.count + 10)
        text += yaml
        text += "---\n"
        if !body.isEmpty {
            text += "\n"
            text += body
            if body.utf8.last != UInt8(ascii: "\n") { text += "\n" }
        }
        return text
    }

    /// Splits a page into its header's YAML and its body; nil where the page has no header that
    /// Jekyll would see: one that starts at the first byte and is closed.
    public static func split(_ text: String) -> (header: Substring, body: Substring)? {
        var rest = Substring(text).utf8
        func line() -> Substring.UTF8View? {
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            let line = rest[..<end]
            rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
            return line
        }
        func isFence(_ line: Substring.UTF8View) -> Bool {
            line.starts(with: "---".utf8)
                && line.dropFirst(3).allSatisfy { " \t\r".utf8.contains($0) }
        }
        guard let opening = line(), isFence(opening) else { return nil }
        let start = rest.startIndex
        while let next = line() {
            if isFence(next) { return (text[start..<next.startIndex], Substring(rest)) }
        }
        return nil
    }
}
