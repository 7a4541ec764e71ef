internal import Formats

/// A line that Jekyll puts something else in the place of: `{% include_relative papers.md %}`.
struct IncludeTag {
    /// `include` or `include_relative`.
    let kind: String
    /// What is included: a file, or a part that the theme makes.
    let name: String
    /// What stands behind the name, in order: `id="papers"`.
    let parameters: ArraySlice<String>

    /// Reads a line; nil for one that is anything else.
    init?(_ line: String) {
        guard line.contains("%}") else { return nil }
        let words = line.words.map(String.init)
        guard words.count >= 4, ["{%", "{%-"].contains(words[0]),
            ["include", "include_relative"].contains(words[1]),
            ["%}", "-%}"].contains(words[words.count - 1])
        else { return nil }
        kind = words[1]
        name = words[2]
        parameters = words[3..<words.count - 1]
    }
}
