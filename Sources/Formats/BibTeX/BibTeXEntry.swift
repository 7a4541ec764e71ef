/// One entry of a bibliography.
public struct BibTeXEntry: Hashable, Sendable {
    /// A field with its value, written as it goes between braces.
    public struct Field: Hashable, Sendable {
        /// The name, in lower case.
        public var name: String
        /// The value in BibTeX's own escapes; see `BibTeXText.escape`.
        public var value: String

        /// Makes a field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The kind, such as `article`.
    public var type: String
    /// The key by which the entry is cited.
    public var key: String
    /// The fields in the order they are written.
    public var fields: [Field]

    /// Makes an entry.
    public init(type: String, key: String, fields: [Field] = []) {
        self.type = type
        self.key = key
        self.fields = fields
    }

    /// Returns the entry as text, one field a line, with a line end after the closing brace.
    ///
    /// One missing brace fails the whole bibliography, and an empty key does too. So a value whose
    /// braces do not balance loses them, and type, key and names keep only characters that
    /// BibTeX allows there. A field without a name, or whose name came before, is left out.
    public func render() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 + fields.reduce(0) { $0 + 24 + $1.value.utf8.count })
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the entry as `render` returns it to the bytes of a bibliography.
    public func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "@"))
        Self.word(type, or: "misc").append(to: &bytes)
        bytes.append(UInt8(ascii: "{"))
        BibTeXKey.valid(key).append(to: &bytes)
        ",\n".append(to: &bytes)
        // An entry has few fields, so no table of their names is made.
        var seen: [String] = []
        seen.reserveCapacity(fields.count)
        for field in fields {
            let name = Self.word(field.name, or: "")
            guard !name.isEmpty, !seen.contains(name) else { continue }
            seen.append(name)
            "  ".append(to: &bytes)
            name.append(to: &bytes)
            " = {".append(to: &bytes)
            Self.balanced(field.value).append(to: &bytes)
            "},\n".append(to: &bytes)
        }
        "}\n".append(to: &bytes)
    }

    /// The lower-case letters, digits, `_` and `-` of a name, which begins with a letter.
    private static func word(_ text: String, or other: String) -> String {
        if let first = text.utf8.first, small.contains(first), text.utf8.allSatisfy(plain.contains)
        {
            return text
        }
        var result = ""
        for scalar in text.lowercased().unicodeScalars
        where scalar.isASCIIAlphanumeric || scalar == "_" || scalar == "-" {
            if result.isEmpty, !scalar.isASCIILetter { continue }
            result.unicodeScalars.append(scalar)
        }
        return result.isEmpty ? other : result
    }

    private static let small = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
    private static let plain = small.union(ByteSet("0123456789_-".utf8))

    /// The value on one line, without its braces where these do not balance.
    ///
    /// A backslash does not hide a brace from BibTeX's count, but one at the end would hide ours
    /// from LaTeX.
    private static let bracesAndBackslashes = FoldingStops(besides: "{}\\".utf8)

    private static func balanced(_ value: String) -> String {
        if value.isFolded(without: bracesAndBackslashes), value.hasNoOuterSpace { return value }
        var text = value.folded.trimmed
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth < 0 { break }
        }
        if depth != 0 {
            text = text.replacing("\\{", by: "").replacing("\\}", by: "")
                .filter { $0 != "{" && $0 != "}" }
        }
        while text.hasSuffix("\\") { text.removeLast() }
        return text
    }
}
