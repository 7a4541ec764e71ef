/// Text of a record on its way into HTML.
enum HTMLEscape {
    /// Returns the text so that HTML reads it as itself, between tags and in quoted attributes;
    /// control characters and those that turn the direction of writing are shown as signs.
    static func text(_ text: String) -> String {
        let visible = VisibleText.of(text)
        guard visible.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return visible }
        var result = ""
        for scalar in visible.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
