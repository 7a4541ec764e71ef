/// Character references of HTML: `&amp;`, `&eacute;`, `&#233;`.
public enum HTMLEntities {
    /// Returns the text that a piece of HTML source without tags shows.
    public static func decoded(_ source: String) -> String {
        guard source.unicodeScalars.contains("&") else { return source }
        let scalars = Array(source.unicodeScalars)
        var result = ""
        var index = 0
        while index < scalars.count {
            if scalars[index] == "&", let end = HTMLText.entityEnd(in: scalars, from: index) {
                result += character(String(scalars: scalars[index..<end]))
                index = end
            } else {
                result.unicodeScalars.append(scalars[index])
                index += 1
            }
        }
        return result
    }

    /// The text of one reference; cmark knows all two thousand names.
    private static func character(_ entity: String) -> String {
        guard case .paragraph(let inlines) = MarkdownParser.blocks(of: entity).first else {
            return entity == "&Tab;" ? "\t" : entity == "&NewLine;" ? "\n" : " "
        }
        return inlines.words
    }
}
