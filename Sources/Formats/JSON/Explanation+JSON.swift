public import RecordModel

extension Explanation {
    /// What the findings about JSON texts mean.
    public static let json: [Explanation] = [
        Explanation(
            .jsonSyntax, summary: "The file is not JSON.",
            reason: "A schema or an instance that cannot be read cannot be used at all.",
            remedy: """
                Look at the marked place and before it: a comma is missing or one too many, a key \
                has no quotes, or there is a comment, which JSON does not know.
                """, bad: "{name: \"Ada\",}", good: "{\"name\": \"Ada\"}"),
        Explanation(
            .jsonDuplicateKey, summary: "A mapping has the same key twice.",
            reason: "Readers of JSON differ in which of the two counts. labfolio takes the first.",
            remedy: "Remove one of the two, or give it the key that was meant.",
            bad: "{\"a\": 1, \"a\": 2}", good: "{\"a\": 1}"),
    ]
}
