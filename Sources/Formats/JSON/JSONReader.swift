public import RecordModel

/// Reads JSON (RFC 8259) into values, with exact numbers and the place of every part.
public struct JSONReader: Sendable {
    /// What a text may be at most, in bytes and in levels of collections within collections.
    private let byteLimit: Int
    private let depthLimit: Int

    /// Makes a reader that refuses larger and deeper texts.
    public init(byteLimit: Int = 256 << 20, depthLimit: Int = 256) {
        self.byteLimit = byteLimit
        self.depthLimit = depthLimit
    }

    /// Returns the value of a text in UTF-8; `file` is the name of the text in findings.
    public func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ParsedText {
        guard bytes.count <= byteLimit else {
            throw Diagnostic(
                .jsonSyntax, "The file has more than the \(byteLimit) bytes that are read",
                location: SourceLocation(file: file))
        }
        var parser = JSONParser(
            bytes: bytes, in: bytes.indices, file: file, depthLimit: depthLimit, keepsPlaces: true)
        let value = try parser.wholeText()
        return ParsedText(
            value: value, diagnostics: parser.diagnostics, sourceMap: parser.sourceMap)
    }

    /// Returns the value of a text within others, such as a line of JSON lines, without the places
    /// of its parts; nil where there is anything to find fault with, which `read` then tells.
    public func value(of bytes: [UInt8], in range: Range<Int>) -> Value? {
        guard range.count <= byteLimit else { return nil }
        var parser = JSONParser(
            bytes: bytes, in: range, file: "", depthLimit: depthLimit, keepsPlaces: false)
        do throws(Diagnostic) {
            let value = try parser.wholeText()
            return parser.diagnostics.isEmpty ? value : nil
        } catch { return nil }
    }
}
