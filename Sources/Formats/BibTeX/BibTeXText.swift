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
        let line = text.folded.trimmed
        guard line.contains(anyOf: special) else { return line }
        let scalars = Array(line.unicodeScalars)
        let keepsBraces = reader == .document ? false : isBalanced(scalars)
        let dollars = scalars.count { $0 == "$" }
        var result: [UInt8] = []
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let previous = index > 0 ? scalars[index - 1] : nil
            switch (scalar, reader) {
            case ("%", _), ("#", _), ("_", _):
                result += "\\\(scalar)".utf8
            case ("&", .page) where HTMLText.entityEnd(in: scalars, from: index) != nil:
                result += "\\&amp;".utf8
            case ("&", _): result += "\\&".utf8
            case ("$", .page) where dollars > 1: result += entity(scalar).utf8
            case ("$", _): result += "\\$".utf8
            case ("\\", .page): result += entity(scalar).utf8
            case ("\\", .document): result += "\\textbackslash{}".utf8
            case ("{", .document): result += "\\textbraceleft{}".utf8
            case ("}", .document): result += "\\textbraceright{}".utf8
            case ("{", .page), ("}", .page):
                result += (keepsBraces ? "\\" + String(scalar) : entity(scalar)).utf8
            case ("~", _): result += "\\textasciitilde{}".utf8
            case ("^", _): result += "\\textasciicircum{}".utf8
            case ("<", .page): result += "\\&lt;".utf8
            case (">", .page): result += "\\&gt;".utf8
            case ("<", .document): result += "\\textless{}".utf8
            case (">", .document): result += "\\textgreater{}".utf8
            case ("-", _) where next == "-", ("'", _) where next == "'", ("`", _) where next == "`":
                // An empty group keeps a pair from becoming a dash or a quotation mark.
                result += "\(scalar){}".utf8
            case ("`", .page): result += entity(scalar).utf8
            case ("\"", .document) where previous == nil || previous == " ": result += "``".utf8
            case ("\"", .document): result += "''".utf8
            case _ where scalar.isASCII: result.append(UInt8(truncatingIfNeeded: scalar.value))
            default: result += String(scalar).utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes that may mean something to either reader.
    private static let special = ByteSet("%#_&$\\{}~^<>-'`\"".utf8)

    /// A character that the page decodes and the `latex` filter does not see.
    private static func entity(_ scalar: Unicode.Scalar) -> String { "\\&\\#\(scalar.value);" }

    private static func isBalanced(_ scalars: [Unicode.Scalar]) -> Bool {
        var depth = 0
        for scalar in scalars {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
