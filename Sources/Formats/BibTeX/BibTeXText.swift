/// Text inside BibTeX.
public enum BibTeXText {
    /// Who reads a value.
    public enum Reader: Sendable {
        /// A theme's page: the `latex` filter decodes the value and the page takes it as HTML.
        case page
        /// BibTeX and LaTeX themselves.
        case document
    }

    /// Writes a text as a BibTeX value, to stand between braces.
    ///
    /// Both readers show the text as it is, up to the form of quotation marks, which TeX has no
    /// straight ones of. Where the two disagree, the page counts, unless `reader` says otherwise:
    /// its filter knows no macro for a dollar or a brace without a partner, so these are written
    /// as entities there.
    public static func escape(_ text: String, for reader: Reader = .page) -> String {
        // Most names and titles hold nothing that means anything.
        if text.isFolded(without: special), text.hasNoOuterSpace { return text }
        var line = text.folded.trimmed
        // Whatever means something is ASCII, so bytes are looked at and other characters copied.
        let result = line.withUTF8 { bytes in
            let context = Context(
                bytes: bytes, keepsBraces: reader == .page && isBalanced(bytes),
                dollars: bytes.count { $0 == UInt8(ascii: "$") }, reader: reader)
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 64)
            var kept = 0
            for index in bytes.indices where special.set.contains(bytes[index]) {
                guard let written = escaped(index, in: context) else { continue }
                result += UnsafeBufferPointer(rebasing: bytes[kept..<index])
                written.append(to: &result)
                kept = index + 1
            }
            result += UnsafeBufferPointer(rebasing: bytes[kept...])
            return result
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What the escape of one character depends on.
    private struct Context {
        let bytes: UnsafeBufferPointer<UInt8>
        let keepsBraces: Bool
        let dollars: Int
        let reader: Reader
    }

    /// What to write for the byte at a position; nil keeps it.
    private static func escaped(_ index: Int, in context: Context) -> String? {
        let bytes = context.bytes
        let scalar = Unicode.Scalar(bytes[index])
        let next = index + 1 < bytes.count ? Unicode.Scalar(bytes[index + 1]) : nil
        let previous = index > 0 ? Unicode.Scalar(bytes[index - 1]) : nil
        switch (scalar, context.reader) {
        case ("%", _): return "\\%"
        case ("#", _): return "\\#"
        case ("_", _): return "\\_"
        case ("&", .page) where HTMLText.entityEnd(in: bytes, from: index) != nil:
            return "\\&amp;"
        case ("&", _): return "\\&"
        case ("$", .page) where context.dollars > 1: return entity(scalar)
        case ("$", _): return "\\$"
        case ("\\", .page): return entity(scalar)
        case ("\\", .document): return "\\textbackslash{}"
        case ("{", .document): return "\\textbraceleft{}"
        case ("}", .document): return "\\textbraceright{}"
        case ("{", .page), ("}", .page):
            return context.keepsBraces ? "\\\(scalar)" : entity(scalar)
        case ("~", _): return "\\textasciitilde{}"
        case ("^", _): return "\\textasciicircum{}"
        case ("<", .page): return "\\&lt;"
        case (">", .page): return "\\&gt;"
        case ("<", .document): return "\\textless{}"
        case (">", .document): return "\\textgreater{}"
        case ("-", _) where next == "-", ("'", _) where next == "'", ("`", _) where next == "`":
            // An empty group keeps a pair from becoming a dash or a quotation mark.
            return "\(scalar){}"
        case ("`", .page): return entity(scalar)
        case ("\"", .document): return previous == nil || previous == " " ? "``" : "''"
        default: return nil
        }
    }

    /// The bytes that may mean something to either reader.
    private static let special = FoldingStops(besides: "%#_&$\\{}~^<>-'`\"".utf8)

    /// A character that the page decodes and the `latex` filter does not see.
    private static func entity(_ scalar: Unicode.Scalar) -> String { "\\&\\#\(scalar.value);" }

    private static func isBalanced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var depth = 0
        for byte in bytes {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
