/// How much of a line a finding is about: the word, the text in quotes, or what brackets hold.
///
/// Findings keep the place where a key or a value begins. Where it ends is read off the line again,
/// which costs nothing until one is printed, and is right for YAML and JSON alike.
enum SourceSpan {
    /// Returns the number of Unicode scalars, at least one, of what begins at a column, from 1.
    static func length(in line: String, from column: Int) -> Int {
        let scalars = Array(line.unicodeScalars)
        guard scalars.indices.contains(column - 1) else { return 1 }
        let rest = scalars[(column - 1)...]
        guard let first = rest.first else { return 1 }
        let end =
            switch first {
            case "\"", "'": endOfQuotes(rest, quote: first)
            case "[", "{": endOfBrackets(rest)
            case "&", "*", "!": rest.firstIndex { $0 == " " || $0 == "," } ?? rest.endIndex
            case ":", ",", "]", "}", "#", "|", ">", " ", "\t", "%", "@", "`": rest.startIndex + 1
            default: endOfWord(rest, isInBrackets: isOpen(scalars[..<(column - 1)]))
            }
        return max(1, end - rest.startIndex)
    }

    private static func endOfQuotes(
        _ text: ArraySlice<Unicode.Scalar>, quote: Unicode.Scalar
    ) -> Int {
        var position = text.startIndex + 1
        while position < text.endIndex {
            switch text[position] {
            case "\\" where quote == "\"": position += 1
            case quote: return position + 1
            default: break
            }
            position += 1
        }
        return trimmed(text)
    }

    private static func endOfBrackets(_ text: ArraySlice<Unicode.Scalar>) -> Int {
        var depth = 0
        var position = text.startIndex
        while position < text.endIndex {
            switch text[position] {
            case "\"", "'":
                position = endOfQuotes(text[position...], quote: text[position])
                continue
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return trimmed(text)
    }

    /// A plain text ends at a comment, or at the colon that makes a key of it; within brackets at
    /// a comma or a bracket too.
    private static func endOfWord(
        _ text: ArraySlice<Unicode.Scalar>, isInBrackets: Bool
    ) -> Int {
        for position in text.indices {
            let next = position + 1 < text.endIndex ? text[position + 1] : " "
            switch text[position] {
            case ":" where next == " ": return position
            case " " where next == "#": return trimmed(text[..<position])
            case ",", "]", "}": if isInBrackets { return position }
            default: break
            }
        }
        return trimmed(text)
    }

    private static func isOpen(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.reduce(0) { depth, scalar in
            "[{".unicodeScalars.contains(scalar)
                ? depth + 1 : "]}".unicodeScalars.contains(scalar) ? max(0, depth - 1) : depth
        } > 0
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> Int {
        (text.lastIndex { $0 != " " && $0 != "\t" } ?? text.startIndex) + 1
    }
}
