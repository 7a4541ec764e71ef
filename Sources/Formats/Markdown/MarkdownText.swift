/// Text and addresses in GitHub's dialect, escaped no more than they need.
enum MarkdownText {
    /// Writes a text so that it is read as itself.
    static func escape(_ text: String, at place: MarkdownWriter.Place) -> String {
        let scalars = Array(text.folded.unicodeScalars)
        var result = ""
        var index = 0
        if place.startsLine { index = escapeLineStart(scalars, at: place, into: &result) }
        while index < scalars.count {
            let scalar = scalars[index]
            let previous = index > 0 ? scalars[index - 1] : nil
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "*", "`", "~": result += "\\" + String(scalar)
            case "_":
                let isInWord = isWord(previous) && isWord(next)
                result += isInWord ? "_" : "\\_"
            case "\\":
                result += next.map { !isPunctuation($0) } == true ? "\\" : "\\\\"
            case "[" where place.isInner: result += "\\["
            // No reference is defined in what is written here, so a bracket needs a destination.
            case "]" where place.isInner || next == "(" || next == ":": result += "\\]"
            case "<"
            where next.map { $0.isASCIILetter || "/!?".unicodeScalars.contains($0) } != false:
                result += "\\<"
            case "&" where HTMLText.entityEnd(in: scalars, from: index) != nil: result += "&amp;"
            case "!" where next == "[" || (next == nil && place.next != nil): result += "\\!"
            case ":" where next == "/" && isWord(previous),
                "." where endsWithWWW(scalars[..<index]):
                result += "\\" + String(scalar)
            case "#" where next == nil: result += "\\#"
            case " " where (index == 0 && place.startsLine) || (next == nil && place.next == nil):
                result += "&#32;"
            default: result.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return result
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.isASCIIAlphanumeric || (!$0.isASCII && $0.properties.isAlphabetic) }
            ?? false
    }

    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value > 0x20 && !scalar.isASCIIAlphanumeric && scalar.value < 0x7F
    }

    private static func endsWithWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.suffix(3).count == 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
    }

    private static func escapeLineStart(
        _ scalars: [Unicode.Scalar], at place: MarkdownWriter.Place, into result: inout String
    ) -> Int {
        guard let first = scalars.first else { return 0 }
        let next = scalars.count > 1 ? scalars[1] : nil
        let isMarker =
            "+-=".unicodeScalars.contains(first) && (next == nil || next == " " || next == first)
        // A row of dashes and colons would make a table of the line before it.
        let isRow = !place.isFirstLine && scalars.allSatisfy { "-:| ".unicodeScalars.contains($0) }
        if isMarker || first == ">" || first == "#" || (isRow && first != " ") {
            result += "\\" + String(first)
            return 1
        }
        let digits = scalars.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty, digits.count < scalars.count else { return 0 }
        let mark = scalars[digits.count]
        let after = digits.count + 1 < scalars.count ? scalars[digits.count + 1] : " "
        guard mark == "." || mark == ")", after == " " else { return 0 }
        result.unicodeScalars.append(contentsOf: digits)
        result += "\\" + String(mark)
        return digits.count + 1
    }

    /// Writes what stands between the parentheses of a link.
    static func destination(_ url: String, title: String) -> String {
        let scalars = Array(url.unicodeScalars)
        let hasReference = scalars.indices.contains {
            scalars[$0] == "&" && HTMLText.entityEnd(in: scalars, from: $0) != nil
        }
        let isPlain =
            !hasReference && !scalars.isEmpty
            && scalars.allSatisfy {
                !$0.isFoldable && $0.value > 0x20 && !"()<>\\".unicodeScalars.contains($0)
            }
        var result = isPlain ? url : "<" + escapedQuoted(url, "<>") + ">"
        if !title.isEmpty { result += " \"" + escapedQuoted(title.folded, "\"") + "\"" }
        return result
    }

    private static func escapedQuoted(_ text: String, _ marks: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\n" || scalar == "\r" {
                result += "&#\(scalar.value);"
                continue
            }
            if scalar == "&", HTMLText.entityEnd(in: scalars, from: index) != nil {
                result += "&amp;"
                continue
            }
            if scalar == "\\" || marks.unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Writes a code span with a delimiter that does not occur in the code.
    static func code(_ code: String) -> String {
        var delimiter = "`"
        let runs = Set(code.split { $0 != "`" }.map(\.count))
        while runs.contains(delimiter.count) { delimiter += "`" }
        let isPadded =
            code.hasPrefix("`") || code.hasSuffix("`")
            || (code.hasPrefix(" ") && code.hasSuffix(" ") && !code.allSatisfy { $0 == " " })
        return isPadded ? "\(delimiter) \(code) \(delimiter)" : delimiter + code + delimiter
    }
}
