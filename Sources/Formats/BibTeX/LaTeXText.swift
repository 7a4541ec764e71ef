/// Text that LaTeX would set, as the characters that a reader would see.
public enum LaTeXText {
    /// Returns the text that LaTeX shows for a value of a bibliography.
    ///
    /// Accents, letters, dashes, quotation marks and escapes become characters; braces and commands
    /// that only say how text looks go. Mathematics stays as it was typed, but for one that is a
    /// single sign; a command that is not known stays with its braces, so that no word is lost.
    public static func decode(_ text: String) -> String {
        guard text.contains(anyOf: special) else { return text }
        var decoding = LaTeXDecoding(Array(text.unicodeScalars))
        return decoding.all().folded.trimmed
    }

    /// Returns an address of a bibliography without the escapes that LaTeX asks for.
    ///
    /// - Parameter text: The value of a field such as `url`, `doi` or `pdf`.
    /// - Returns: The address as a browser takes it.
    public static func decodeAddress(_ text: String) -> String {
        var result = text
        if result.hasPrefix("\\url{"), result.hasSuffix("}") {
            result = String(result.dropFirst(5).dropLast())
        }
        for (escape, sign) in addressEscapes { result = result.replacing(escape, by: sign) }
        if result.utf8.contains(UInt8(ascii: "{")) || result.utf8.contains(UInt8(ascii: "}")) {
            result = result.filter { $0 != "{" && $0 != "}" }
        }
        return result.trimmed
    }

    private static let special = ByteSet("\\{}~`'-$".utf8)

    private static let addressEscapes = [
        ("\\textasciitilde{}", "~"), ("\\textasciitilde", "~"), ("{\\textasciitilde}", "~"),
        ("\\textunderscore", "_"), ("\\~{}", "~"), ("$\\sim$", "~"), ("\\_", "_"), ("\\%", "%"),
        ("\\&", "&"), ("\\#", "#"), ("\\~", "~"),
    ]
}

/// Walks through LaTeX and writes what it shows.
private struct LaTeXDecoding {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func all() -> String {
        var result = ""
        while position < scalars.count { result += piece() }
        return result
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Reads one character, group or command and returns what it shows.
    private mutating func piece() -> String {
        let scalar = scalars[position]
        position += 1
        switch scalar {
        case "\\": return command()
        case "{": return group()
        // One without a partner shows nothing either.
        case "}": return ""
        case "~": return " "
        case "$": return mathematics()
        case "-": return run(of: "-", ["-", "–", "—"])
        case "`": return run(of: "`", ["‘", "“"])
        case "'": return run(of: "'", ["'", "”"])
        default: return String(scalar)
        }
    }

    /// Several of one character that LaTeX joins to another sign.
    private mutating func run(of scalar: Unicode.Scalar, _ signs: [String]) -> String {
        var count = 1
        while count < signs.count, next == scalar {
            position += 1
            count += 1
        }
        return signs[count - 1]
    }

    /// Returns what a group shows, up to the brace that closes it.
    private mutating func group() -> String {
        var result = ""
        while let next, next != "}" { result += piece() }
        position += 1
        return result
    }

    /// Returns the group or the one sign that a command takes.
    private mutating func argument() -> String {
        skipBlanks()
        guard let next, next != "}" else { return "" }
        return piece()
    }

    private mutating func skipBlanks() {
        while next?.properties.isWhitespace == true { position += 1 }
    }

    // MARK: - Commands

    private mutating func command() -> String {
        guard let first = next else { return "\\" }
        guard first.isASCIILetter else {
            position += 1
            if let accent = LaTeXSigns.accents[first] { return accented(accent) }
            return LaTeXSigns.escapes[first] ?? "\\" + String(first)
        }
        let start = position
        while next?.isASCIILetter == true { position += 1 }
        var name = ""
        name.unicodeScalars += scalars[start..<position]
        if let sign = LaTeXSigns.letters[name] {
            endOfName()
            return sign
        }
        if name.unicodeScalars.count == 1, let accent = LaTeXSigns.accents[first] {
            return accented(accent)
        }
        switch name {
        case "href":
            let (address, label) = (argument(), argument())
            return label == address ? label : "\(label) (\(address))"
        case "enquote": return "“\(argument())”"
        case "ensuremath":
            let content = raw()
            return LaTeXSigns.mathematics(content) ?? "$\(content)$"
        case _ where LaTeXSigns.looks.contains(name):
            skipBlanks()
            return next == "{" ? argument() : ""
        case _ where LaTeXSigns.switches.contains(name):
            skipBlanks()
            return ""
        default:
            if let symbol = LaTeXSigns.symbols[name] {
                endOfName()
                return symbol
            }
            var result = "\\" + name
            while next == "{" {
                position += 1
                result += "{\(group())}"
            }
            return result
        }
    }

    /// Passes over what ends the name of a command: blanks, or an empty group.
    private mutating func endOfName() {
        if next == "{", position + 1 < scalars.count, scalars[position + 1] == "}" {
            position += 2
        } else {
            skipBlanks()
        }
    }

    private mutating func accented(_ accent: LaTeXSigns.Accent) -> String {
        let base = argument()
        guard let first = base.unicodeScalars.first else { return accent.alone }
        // A letter without its dot carries the accent as the one with it does.
        let letter: Unicode.Scalar = first == "ı" ? "i" : first == "ȷ" ? "j" : first
        let rest = String(String.UnicodeScalarView(base.unicodeScalars.dropFirst()))
        if let composed = accent.composed[letter] { return String(composed) + rest }
        return String(letter) + String(accent.mark) + rest
    }

    // MARK: - Mathematics

    private mutating func mathematics() -> String {
        let start = position
        while let next, next != "$" { position += next == "\\" ? 2 : 1 }
        position = min(position, scalars.count)
        var content = ""
        content.unicodeScalars += scalars[start..<position]
        guard next == "$" else {
            // A sign without a partner is money.
            position = start
            return "$"
        }
        position += 1
        return LaTeXSigns.mathematics(content) ?? "$\(content)$"
    }

    /// Returns the group that follows as it was written.
    private mutating func raw() -> String {
        skipBlanks()
        guard next == "{" else { return argument() }
        position += 1
        var (depth, result) = (1, "")
        while let scalar = next {
            position += 1
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth == 0 { break }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
