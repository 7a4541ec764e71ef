/// What to do about the syntax errors that people make most, by libyaml's words for them.
enum YAMLSyntaxHint {
    private static let hints: [(problem: String, hint: String)] = [
        (
            "mapping values are not allowed",
            "A text with a colon and a space in it needs quotes: \"…: …\""
        ),
        (
            "cannot start any token",
            "YAML takes no tab for indentation, and `@` and `` ` `` need quotes at the start"
        ),
        ("found a tab character", "Indent with spaces; YAML takes no tabs there"),
        (
            "could not find expected ':'",
            "A key is written `key: value`, with a space behind the colon"
        ),
        (
            "did not find expected key",
            "Keys of one mapping stand in one column; a text that begins with a quote ends with it"
        ),
        ("did not find expected '-' indicator", "Items of one list begin with `- ` in one column"),
        (
            "did not find expected node content",
            "A bracket is opened and never closed, or a value is missing"
        ),
        ("unexpected end of stream", "A quote or a bracket is opened and never closed"),
        ("did not find expected ',' or ']'", "Separate items by `,` and close the list with `]`"),
        ("did not find expected ',' or '}'", "Separate fields by `,` and close them with `}`"),
        ("found undefined tag handle", "A text that begins with `!` needs quotes"),
        ("did not find expected alphabetic", "A text that begins with `*` or `&` needs quotes"),
        ("block sequence entries are not allowed", "A list begins on the line below its key"),
        ("unknown escape character", "Within double quotes a backslash is written twice"),
    ]

    /// Returns what to do about a problem that libyaml names, nil where there is no advice.
    static func hint(for problem: String) -> String? {
        hints.first { problem.contains($0.problem) }?.hint
    }
}
