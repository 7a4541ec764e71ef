/// What an expression of Liquid in a page stands for, where that can be told without a site.
enum LiquidOutput {
    /// Tells whether an expression is the address of the site, before the path of a file.
    static func isPrefix(_ expression: String) -> Bool {
        let words = expression.split(whereSeparator: \.isWhitespace)
        guard words.count == 1 else { return false }
        return ["site.baseurl", "site.url", "base_path", "site.base_url"].contains(String(words[0]))
    }

    /// The path in `'/assets/x.pdf' | relative_url`; nil for any other expression.
    static func path(_ expression: String) -> String? {
        let parts = expression.split(separator: "|").map { part in
            String(part.drop(while: \.isWhitespace))
        }
        guard let first = parts.first, let quote = first.first, quote == "'" || quote == "\"",
            let end = first.dropFirst().firstIndex(of: quote)
        else { return nil }
        let filters = parts.dropFirst().map { part in
            String(part.prefix { !$0.isWhitespace && $0 != ":" })
        }
        let known = ["relative_url", "absolute_url", "prepend", "bust_file_cache", "escape"]
        guard filters.allSatisfy({ known.contains($0) }) else { return nil }
        let path = String(first[first.index(after: first.startIndex)..<end])
        return path.contains(where: { "<>{}".contains($0) }) ? nil : path
    }
}
